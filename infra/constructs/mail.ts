import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';

interface MailProps {
  municipality: Municipality;
}

/** The address mail comes from; its domain is verified with SES by hand, once, in the region of the mail. */
export class Mail extends Construct {
  readonly #from: string;
  readonly #identityArn: string;

  constructor(scope: Construct, id: string, { municipality }: MailProps) {
    super(scope, id);
    const { mailFrom, mailRegion } = municipality;
    this.#from = mailFrom;
    this.#identityArn = Stack.of(this).formatArn({
      service: 'ses',
      region: mailRegion,
      resource: 'identity',
      resourceName: mailFrom.slice(mailFrom.indexOf('@') + 1),
    });
  }

  /** Leave to send mail from the municipality's address, and from no other. */
  grantSend(grantee: IGrantable) {
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resourceArns: [this.#identityArn],
      conditions: { StringEquals: { 'ses:FromAddress': this.#from } },
    });
  }
}
