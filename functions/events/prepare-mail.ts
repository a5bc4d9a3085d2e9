import type { Moment } from '../../domain/change.ts';
import type { MailMessage } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import {
  type PreparedEmail,
  prepareStakeholderMail,
  renderStaffMail,
  type StakeholderMailFacts,
} from '../../emails/index.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { StaffStore } from '../../store/staff.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import type { Links } from '../runtime/links.ts';

export interface MailDependencies {
  staff: StaffStore;
  stakeholders: StakeholderStore;
  commitments: CommitmentStore;
  localities: LocalityStore;
  municipality: Municipality;
  links: Links;
  /** Where the outside reaches the app. */
  publicUrl: string;
}

/** Makes the mail that an outbox message asks for, as things stand; `undefined` where it has ended on its own. */
export async function prepareMail(
  message: MailMessage,
  moment: Moment,
  dependencies: MailDependencies,
): Promise<PreparedEmail | undefined> {
  return message.kind === 'mail'
    ? prepareStaffMail(message, dependencies)
    : prepareStakeholderMail(message, factsFrom(moment, dependencies));
}

async function prepareStaffMail(
  { to, mail }: Extract<MailMessage, { kind: 'mail' }>,
  { staff, municipality, publicUrl }: MailDependencies,
): Promise<PreparedEmail> {
  const language = (await staff.find(to))?.language ?? municipality.language;
  const address = to.includes('@') ? to : `${to}@${municipality.staffMailDomain}`;
  return { to: address, email: renderStaffMail(mail, { language, municipality, publicUrl }) };
}

const factsFrom = (
  moment: Moment,
  { stakeholders, commitments, localities, municipality, links }: MailDependencies,
): StakeholderMailFacts => ({
  moment,
  municipality,
  stakeholder: stakeholders.find,
  contact: stakeholders.contact,
  commitments: commitments.many,
  locality: localities.find,
  personalLink: links.urlFor,
});
