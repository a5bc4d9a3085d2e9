import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Municipality } from '../domain/municipality.ts';
import { table as schema } from '../store/table.ts';

interface DataStackProps extends StackProps {
  municipality: Municipality;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * What must never be lost: the table and the evidence. Deleting the stack leaves both standing.
 * Names are generated, so that a restored copy can stand beside the original.
 */
export class DataStack extends Stack {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { municipality, ...props }: DataStackProps) {
    super(scope, id, props);
    const key =
      municipality.profile === 'hardened'
        ? new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN })
        : undefined;

    this.table = new TableV2(this, 'Table', {
      partitionKey: text(schema.partitionKey),
      sortKey: text(schema.sortKey),
      timeToLiveAttribute: schema.timeToLive,
      globalSecondaryIndexes: [schema.pendingIndex, schema.dueIndex, schema.responsibleIndex].map(
        ({ name, partitionKey, sortKey }) => ({
          indexName: name,
          partitionKey: text(partitionKey),
          sortKey: text(sortKey),
          projectionType: ProjectionType.KEYS_ONLY,
        }),
      ),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: key ? TableEncryptionV2.customerManagedKey(key) : TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const evidence = new Bucket(this, 'Evidence', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      encryptionKey: key,
      bucketKeyEnabled: key && true,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        // What was deleted by mistake can be had back for 90 days; what was erased on request is gone then.
        { noncurrentVersionExpiration: Duration.days(90), expiredObjectDeleteMarker: true },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(evidence).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Files are reached through short-lived addresses only, and whoever asks for one is in the history',
    });

    new CfnOutput(this, 'EvidenceBucketName', { value: evidence.bucketName });
  }
}
