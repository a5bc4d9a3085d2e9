import { Stack, Validations } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';
import { anchorsFolder, answersFolder } from '../../domain/file.ts';
import type { EtapasFunction } from './etapas-function.ts';

interface Folder {
  objects: string;
  actions: string[];
  reason: string;
}

const anchors = (...actions: string[]): Folder => ({
  objects: `${anchorsFolder}*`,
  actions,
  reason: 'The heads of all histories, a file a day',
});

/** What lies in the bucket, and what may be done with it; nobody is let at anything else there. */
const folders: Folder[] = [
  {
    objects: 'evidence/*',
    actions: [
      'DeleteObject',
      'DeleteObjectTagging',
      'DeleteObjectVersion',
      'GetObject',
      'PutObject',
      'PutObjectTagging',
    ],
    reason: 'Files go by names drawn at random when they are announced; all of them lie in this folder',
  },
  {
    objects: `${answersFolder}*`,
    actions: ['GetObject', 'PutObject'],
    reason:
      'Answers that are too large to be sent go by names drawn at random; a rule of the bucket drops them',
  },
  anchors('GetObject'),
];

const Imported = z.object({ 'Fn::ImportValue': z.string() });
/** The bucket's address as another stack has it: by the name under which its own stack exports it. */
function exportOf(bucket: IBucket) {
  const stack = Stack.of(bucket);
  return Imported.parse(stack.resolve(stack.exportValue(bucket.bucketArn)))['Fn::ImportValue'];
}

/**
 * Leave to put files there, to read them, to take away the mark of those that are attached to nothing, and to erase one with
 * all its versions, which are listed for that; and to put and read answers that are too large to be sent. Whoever holds
 * a request that the function has signed does one of these in its name.
 */
export function grantFiles(bucket: IBucket, grantee: EtapasFunction) {
  grant(bucket, grantee, folders);
  Grant.addToPrincipal({
    grantee,
    actions: ['s3:ListBucketVersions'],
    resourceArns: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': 'evidence/*' } },
  });
}

/** Leave to lay down the anchors of histories and to look whether one is there; the bucket keeps them from being replaced. */
export const grantAnchors = (bucket: IBucket, grantee: EtapasFunction) =>
  grant(bucket, grantee, [anchors('GetObject', 'PutObject')]);

function grant(bucket: IBucket, grantee: EtapasFunction, some: Folder[]) {
  for (const { objects, actions, reason } of some) {
    Grant.addToPrincipal({
      grantee,
      actions: actions.map((action) => `s3:${action}`),
      resourceArns: [bucket.arnForObjects(objects)],
    });
    Validations.of(grantee).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${exportOf(bucket)}/${objects}]`,
      reason,
    });
  }
  // S3 uses a customer-managed key in the caller's name, and by way of S3 only.
  if (bucket.encryptionKey)
    Grant.addToPrincipal({
      grantee,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resourceArns: [bucket.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(bucket).region}.amazonaws.com` } },
    });
}
