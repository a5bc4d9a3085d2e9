import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import { Role } from '../../domain/policies.ts';

interface SignInProps {
  municipality: Municipality;
}

/** Staff sign in with a user name (their work address) that an administrator has given them. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  /** The pages where people sign in. */
  readonly url: string;
  /** What the app talks to when it signs somebody in. */
  readonly origins: string[];

  constructor(scope: Construct, id: string, { municipality }: SignInProps) {
    super(scope, id);
    const hardened = municipality.profile === 'hardened';
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(7),
      },
      mfa: hardened ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const role of Role.options) this.pool.addGroup(role, { groupName: role });
    const domain = this.pool.addDomain('Domain', {
      // Unique among all accounts of the region.
      cognitoDomain: {
        domainPrefix: `etapas-${municipality.id}-${municipality.account ?? municipality.inegiCode}`,
      },
    });
    this.url = domain.baseUrl();
    const { region, urlSuffix } = Stack.of(this);
    this.origins = [`https://cognito-idp.${region}.${urlSuffix}`, this.url];
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan is charged per person and month; staff are few, known, and made by an administrator',
    });
    if (!hardened)
      Validations.of(this.pool).acknowledge({
        id: 'AwsSolutions-COG2',
        reason: 'Not everybody in a town hall has a second device; the hardened profile requires one',
      });
  }

  /** The app, as those who sign in know it. @param returnUrls where it may be sent back to after signing in or out */
  addApp(returnUrls: string[]): UserPoolClient {
    return this.pool.addClient('App', {
      // A public client: the code flow with PKCE, no secret, no password over the API.
      generateSecret: false,
      authFlows: { userPassword: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: returnUrls,
        logoutUrls: returnUrls,
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
  }
}
