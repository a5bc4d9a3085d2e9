import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { anchorsFolder, answersFolder, keptAnswerDays, keptUnattachedDays } from '../domain/file.ts';
import type { Municipality } from '../domain/municipality.ts';
import { indexes, table as schema } from '../store/table.ts';
import { originOf } from './municipalities.ts';

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
  /** The files of evidence. */
  readonly evidence: Bucket;

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
      globalSecondaryIndexes: indexes.map(({ name, partitionKey, sortKey }) => ({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: key ? TableEncryptionV2.customerManagedKey(key) : TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.evidence = new Bucket(this, 'Evidence', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      encryptionKey: key,
      bucketKeyEnabled: key && true,
      cors: [
        {
          // The app stands on an address that is not known before this stack; what lets in is the signature.
          allowedOrigins: ['https://*.cloudfront.net', ...originOf(municipality)],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
          allowedHeaders: ['content-type', 'if-none-match', 'x-amz-tagging'],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        // What was deleted by mistake can be had back for 90 days; what was erased on request is gone then.
        { noncurrentVersionExpiration: Duration.days(90), expiredObjectDeleteMarker: true },
        // What was sent and attached to nothing bears the mark that it was sent with.
        {
          tagFilters: { attached: 'false' },
          expiration: Duration.days(keptUnattachedDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          prefix: answersFolder,
          expiration: Duration.days(keptAnswerDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.keepAnchors();
    Validations.of(this.evidence).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Files are reached through short-lived addresses only; who sent each is kept, and the API logs who asks for one',
    });

    new CfnOutput(this, 'EvidenceBucketName', { value: this.evidence.bucketName });
  }

  /**
   * Nobody, whatever their role allows, replaces or deletes an anchor of the histories, or marks one so that a rule drops
   * it: whoever wants to must first take this away, which the account's trail tells.
   */
  private keepAnchors() {
    const deny = (sid: string, actions: string[], conditions?: Record<string, unknown>) =>
      this.evidence.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: actions.map((action) => `s3:${action}`),
          resources: [this.evidence.arnForObjects(`${anchorsFolder}*`)],
          conditions,
        }),
      );
    deny('AnchorsStay', [
      'DeleteObject',
      'DeleteObjectVersion',
      'DeleteObjectTagging',
      'DeleteObjectVersionTagging',
      'PutObjectTagging',
      'PutObjectVersionTagging',
    ]);
    deny('AnchorsAreWrittenOnce', ['PutObject'], { Null: { 's3:if-none-match': 'true' } });
  }
}
