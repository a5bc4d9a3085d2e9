import { Stack, Validations } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';
import type { EtapasFunction } from './etapas-function.ts';

/** Where the files of evidence lie within their bucket; nobody is let at anything else in it. */
const folder = 'evidence/*';

const Imported = z.object({ 'Fn::ImportValue': z.string() });
/** The bucket's address as another stack has it: by the name under which its own stack exports it. */
function exportOf(bucket: IBucket) {
  const stack = Stack.of(bucket);
  return Imported.parse(stack.resolve(stack.exportValue(bucket.bucketArn)))['Fn::ImportValue'];
}

/**
 * Leave to put files there, to read them, and to take away the mark of those that are attached to nothing. Whoever holds
 * a request that the function has signed does one of these in its name. Nothing is listed, and nothing deleted.
 */
export function grantFiles(bucket: IBucket, grantee: EtapasFunction) {
  const actions = ['DeleteObjectTagging', 'GetObject', 'PutObject', 'PutObjectTagging'];
  Grant.addToPrincipal({
    grantee,
    actions: actions.map((action) => `s3:${action}`),
    resourceArns: [bucket.arnForObjects(folder)],
  });
  // S3 uses a customer-managed key in the caller's name, and by way of S3 only.
  if (bucket.encryptionKey)
    Grant.addToPrincipal({
      grantee,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resourceArns: [bucket.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(bucket).region}.amazonaws.com` } },
    });
  Validations.of(grantee).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${exportOf(bucket)}/${folder}]`,
    reason: 'Files go by names drawn at random when they are announced; all of them lie in this folder',
  });
}
