import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { CachePolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resolved } from './resolved.ts';
import {
  bothOf,
  findings,
  municipality,
  leon as secondMunicipality,
  synthesize,
  synthesizeWith,
} from './synthesized.ts';

/** A built app, as far as a deployment looks at it. */
function builtApp() {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-app-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'worker.js', 'icon.svg', join('assets', 'app-1a2b3c.js')])
    writeFileSync(join(folder, name), name);
  return folder;
}

const { assembly, pairs } = synthesizeWith(
  builtApp(),
  municipality({ publicUrl: 'https://etapas.juarez.example/inicio' }),
  secondMunicipality(),
);
const [juarez, leon] = bothOf(pairs);
const { data, service } = leon;

const properties = (type: string, stack = service) =>
  Object.values(stack.findResources(type)).map(({ Properties }) => Properties);
const text = z.unknown().transform((value) => resolved(value, data));

const Behavior = z.object({
  PathPattern: z.string(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string(),
  ViewerProtocolPolicy: z.string(),
  FunctionAssociations: z.undefined().optional(),
});
const Distribution = z.object({
  DistributionConfig: z.object({
    PriceClass: z.string(),
    Origins: z.array(z.object({ Id: z.string(), CustomOriginConfig: z.unknown().optional() })),
    DefaultCacheBehavior: z.object({
      TargetOriginId: z.string(),
      ViewerProtocolPolicy: z.string(),
      FunctionAssociations: z.array(z.object({ EventType: z.string() })),
    }),
    CacheBehaviors: z.array(Behavior),
    CustomErrorResponses: z.undefined().optional(),
    WebACLId: z.undefined().optional(),
  }),
});
const [distribution] = properties('AWS::CloudFront::Distribution').map(
  (one) => Distribution.parse(one).DistributionConfig,
);
if (!distribution) throw new Error('a distribution is expected');

describe('the address of a municipality', () => {
  it('passes the AwsSolutions rules, but for what is acknowledged with a reason', () => {
    expect(findings(assembly.directory)).toEqual([]);
  });

  it('is not made where the app is served by the machine itself', () => {
    const [plain] = synthesize(municipality()).pairs;
    for (const type of ['AWS::CloudFront::Distribution', 'Custom::CDKBucketDeployment', 'AWS::S3::Bucket'])
      plain?.service.resourceCountIs(type, 0);
  });

  it('leads to the functions what they answer, with all of the request, and keeps none of the answers', () => {
    const gateway = distribution.Origins.find(({ CustomOriginConfig }) => CustomOriginConfig !== undefined);
    const behaviors = distribution.CacheBehaviors.map((behavior) => [
      behavior.PathPattern,
      behavior.ViewerProtocolPolicy,
    ]);
    expect(behaviors).toEqual([
      ['/api/*', 'https-only'],
      ['/openapi.json', 'https-only'],
      ['/c/*', 'redirect-to-https'],
      ['/u/*', 'redirect-to-https'],
      ['/p/*', 'redirect-to-https'],
      ['/v/*', 'redirect-to-https'],
      ['/agenda/*', 'redirect-to-https'],
      ['/privacy', 'redirect-to-https'],
    ]);
    for (const behavior of distribution.CacheBehaviors)
      expect(behavior).toMatchObject({
        TargetOriginId: gateway?.Id,
        AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
        CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
        OriginRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
      });
  });

  it('answers every address of the app with its one page, and files with themselves', () => {
    const [edge] = properties('AWS::CloudFront::Function');
    const handler = (uri: string): unknown =>
      runInNewContext(
        `${String(edge?.FunctionCode)}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`,
      );
    for (const uri of ['/', '/hoy', '/localidades/mabc-12/matriz', '/v1.2/localidades'])
      expect(handler(uri)).toBe('/index.html');
    for (const uri of ['/index.html', '/worker.js', '/config.json', '/assets/app-1a2b3c.js'])
      expect(handler(uri)).toBe(uri);
    // Nothing is made of a missing file: what the functions answer would be remade as well.
    expect(distribution.DefaultCacheBehavior.FunctionAssociations).toEqual([{ EventType: 'viewer-request' }]);
  });

  it('lets the app talk to its own place, its sign-in and its files, and to nothing else', () => {
    const policies = properties('AWS::CloudFront::ResponseHeadersPolicy').map(
      ({ ResponseHeadersPolicyConfig }) => ResponseHeadersPolicyConfig.SecurityHeadersConfig,
    );
    expect(policies).toHaveLength(1);
    const [headers] = policies;
    const files = 'https://<Evidence.RegionalDomainName>';
    const signIn =
      'https://cognito-idp.mx-central-1.<AWS::URLSuffix> https://<SignInPoolDomain>.auth.mx-central-1.amazoncognito.com';
    expect(text.parse(headers.ContentSecurityPolicy.ContentSecurityPolicy).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' data: ${files}`,
      `connect-src 'self' ${files} ${signIn}`,
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
    });
  });

  it('is where sign-in leads back to and where mails point, unless the municipality has one of its own', () => {
    const address = 'https://<WebDistribution.DomainName>';
    const urls = (stack = service) =>
      properties('AWS::Cognito::UserPoolClient', stack).map(({ CallbackURLs }) =>
        z.array(text).parse(CallbackURLs),
      );
    const publicUrls = (stack = service) =>
      properties('AWS::Lambda::Function', stack).flatMap(({ Environment }) =>
        Environment.Variables.PUBLIC_URL === undefined ? [] : [text.parse(Environment.Variables.PUBLIC_URL)],
      );
    expect([...new Set(publicUrls())]).toEqual([address]);
    expect(urls()).toEqual([[`${address}/`]]);
    expect([...new Set(publicUrls(juarez.service))]).toEqual(['https://etapas.juarez.example/inicio']);
    expect(urls(juarez.service)).toEqual([[`${address}/`, 'https://etapas.juarez.example/']]);
  });

  it('costs nothing while nobody opens it', () => {
    expect(distribution.PriceClass).toBe('PriceClass_100');
    service.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });
});

describe('the files of the app', () => {
  /** Each folder that is uploaded for the stack, and the names in it. */
  const uploaded = readdirSync(assembly.directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => join(assembly.directory, name))
    .filter((path) => !path.endsWith('.zip'));
  const listed = (path: string) => readdirSync(path).sort();

  it('are kept for a year where their name tells one version from another, and asked for anew where not', () => {
    const deployments = properties('Custom::CDKBucketDeployment').map((one) => [
      one.DestinationBucketKeyPrefix,
      one.SystemMetadata['cache-control'],
      one.Prune,
    ]);
    expect(deployments).toEqual([
      ['assets', 'public, max-age=31536000, immutable', false],
      [undefined, 'no-cache', false],
    ]);
    const folders = uploaded.map(listed);
    expect(folders).toContainEqual(['app-1a2b3c.js']);
    expect(folders).toContainEqual(['icon.svg', 'index.html', 'worker.js']);
  });

  it('come with what the app is told of its place', () => {
    const configs = uploaded
      .filter((path) => listed(path).includes('config.json'))
      .map((path): unknown => JSON.parse(readFileSync(join(path, 'config.json'), 'utf8')));
    expect(configs).toContainEqual({
      issuer: expect.any(String),
      clientId: expect.any(String),
      municipality: { id: 'leon', name: 'Ciudad Juárez', timeZone: 'America/Ciudad_Juarez', language: 'es' },
    });
    const markers = properties('Custom::CDKBucketDeployment').flatMap(({ SourceMarkers = [] }) =>
      SourceMarkers.flatMap((marks: object) => Object.values(marks).map((value) => text.parse(value))),
    );
    expect(markers).toEqual(['<SignInPool.ProviderURL>', '<SignInPoolApp>']);
  });

  it('lie where the distribution alone reads them, and what puts them there reaches nothing that is kept', () => {
    service.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: 's3:GetObject',
          }),
        ]),
      },
    });
    const [policy] = properties('AWS::IAM::Policy').filter(({ Roles }) =>
      JSON.stringify(Roles).includes('WebFilesRole'),
    );
    expect(JSON.stringify(policy)).toContain('WebFiles');
    expect(JSON.stringify(policy)).not.toMatch(/Evidence|Table|dynamodb/);
  });

  it('end the app with one line and an exit code where they have not been built', () => {
    const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts', 'build/nowhere'], {
      cwd: join(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
    });
    expect(stderr).toBe('build/nowhere: there is no built app\n');
    expect(status).toBe(1);
  });
});
