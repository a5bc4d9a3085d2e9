import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { municipality, synthesize } from './synthesized.ts';

const [juarez] = synthesize(municipality()).pairs;
if (!juarez) throw new Error('a pair of stacks is expected');
const { service } = juarez;

const properties = (type: string) =>
  Object.values(service.findResources(type)).map(({ Properties }) => Properties);

describe('the API', () => {
  it('lets in to /api those who signed in with the app, to its description everybody, and to pages by their link', () => {
    const routes = properties('AWS::ApiGatewayV2::Route').map(({ RouteKey, AuthorizationType }) => [
      RouteKey,
      AuthorizationType,
    ]);
    const pages = ['GET', 'HEAD', 'POST'].flatMap((method) => [
      [`${method} /c/{token}`, 'NONE'],
      [`${method} /u/{token}`, 'NONE'],
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      'ANY /api/{proxy+}': 'JWT',
      'GET /openapi.json': 'NONE',
      ...Object.fromEntries(pages),
      'GET /p/{locality}': 'NONE',
      'HEAD /p/{locality}': 'NONE',
      'GET /v/{locality}/{seq}/{hash}': 'NONE',
      'HEAD /v/{locality}/{seq}/{hash}': 'NONE',
      'GET /agenda/{token}': 'NONE',
      'HEAD /agenda/{token}': 'NONE',
      'GET /privacy': 'NONE',
      'HEAD /privacy': 'NONE',
    });
    service.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: [{ Ref: Match.stringLikeRegexp('^SignInPoolApp') }] },
    });
  });

  it('limits the rate of requests, and logs each without its path or who asked', () => {
    service.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        Format: Match.not(Match.stringLikeRegexp('context.(path|identity|authorizer.claims)')),
      },
    });
  });
});

describe('sign-in', () => {
  it('is by user names that an administrator gives, with three groups', () => {
    service.hasResourceProperties('AWS::Cognito::UserPool', {
      UsernameAttributes: Match.absent(),
      AliasAttributes: Match.absent(),
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    const groups = properties('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName);
    expect(groups.sort()).toEqual(['administrator', 'coordinator', 'viewer']);
  });

  it('has one client, public, by the code flow alone', () => {
    service.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
    service.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
  });
});
