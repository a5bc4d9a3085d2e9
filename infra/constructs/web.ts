import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type AlarmChoice, applyAlarm } from './alarms.ts';
import type { ApiGateway } from './api-gateway.ts';
import { contentPolicy } from './content-policy.ts';
import type { SignIn } from './sign-in.ts';

interface WebProps {
  gateway: ApiGateway;
  signIn: SignIn;
  /** Where the app sends and reads files. */
  evidence: IBucket;
  /** Counts the share of answers of 500 and above. */
  alarm: AlarmChoice;
}

/** What the interface answers, and the pages that need no account; everything else is the app's. */
const interfacePaths = ['/api/*', '/openapi.json'];
const pagePaths = ['/c/*', '/u/*', '/p/*', '/v/*', '/agenda/*', '/privacy'];

/**
 * Addresses within the app have no ending: they are all its one page. A rule for missing files would do the same, but
 * to what the interface answers as well.
 */
const onePage = `function handler(event) {
  const { request } = event;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!last.includes('.')) request.uri = '/index.html';
  return request;
}`;

/**
 * Where people open Etapas: one address for the coordinators' app, the interface it talks to and the pages without an
 * account. The app's files lie in a bucket that nobody else reads; what changes is never kept at the edge.
 */
export class Web extends Construct {
  /** Without a slash at its end. */
  readonly url: string;
  /** For the files of the app. */
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { gateway, signIn, evidence, alarm }: WebProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: Stack.of(this).stackName,
      defaultRootObject: 'index.html',
      // Mexico is within the cheapest class.
      priceClass: PriceClass.PRICE_CLASS_100,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // Each file says itself how long it may be kept.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.#headersOfTheApp(signIn, evidence),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.#toOnePage() }],
      },
      additionalBehaviors: this.#toFunctions(gateway),
    });
    this.url = `https://${distribution.distributionDomainName}`;
    applyAlarm(this, alarm, {
      metric: distribution.metric5xxErrorRate(),
      description: 'The address of the app answers with errors.',
    });
    for (const [id, reason] of [
      ['CFR1', 'Staff travel, and stakeholders answer from wherever they are'],
      ['CFR2', 'A firewall is a fixed monthly charge; the gateway limits the rate of requests'],
      ['CFR3', 'Files of the app are the same for everybody; requests to the interface are in its own log'],
      ['CFR4', 'The address is one of CloudFront, whose certificate allows no other choice of protocols'],
    ] as const)
      Validations.of(distribution).acknowledge({ id: `AwsSolutions-${id}`, reason });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'It holds the files of the app, which are the same for everybody, and is read by the distribution alone',
    });
  }

  /** Nothing is kept at the edge, and everything of a request is handed on but the name it was made under. */
  #toFunctions(gateway: ApiGateway): Record<string, BehaviorOptions> {
    const behavior: BehaviorOptions = {
      origin: new HttpOrigin(Fn.parseDomainName(gateway.url)),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // What an answer says of itself stands; this adds that the address is never to be used without TLS.
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    };
    const to = (paths: string[], viewerProtocolPolicy: ViewerProtocolPolicy) =>
      paths.map((path) => [path, { ...behavior, viewerProtocolPolicy }] as const);
    return Object.fromEntries([
      // A token that was once sent in the clear is not to be sent so again.
      ...to(interfacePaths, ViewerProtocolPolicy.HTTPS_ONLY),
      ...to(pagePaths, ViewerProtocolPolicy.REDIRECT_TO_HTTPS),
    ]);
  }

  #toOnePage() {
    return new EdgeFunction(this, 'OnePage', {
      code: FunctionCode.fromInline(onePage),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  /** What the app may do: run its own scripts, look as its own styles say, talk to its own place, sign-in and files. */
  #headersOfTheApp(signIn: SignIn, evidence: IBucket) {
    const files = `https://${evidence.bucketRegionalDomainName}`;
    const policy = contentPolicy({ images: [files], connections: [files, ...signIn.origins] });
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: 'camera=(), geolocation=(), microphone=()',
            override: true,
          },
        ],
      },
    });
  }
}
