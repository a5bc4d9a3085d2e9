import type { DatabaseSync } from 'node:sqlite';
import { errors, Provider } from 'oidc-provider';
import * as z from 'zod';
import type { Settings } from '../journal.ts';
import { adapters } from './adapter.ts';
import { algorithm, type Keys } from './keys.ts';
import { Person } from './people.ts';
import { claimsOf } from './tokens.ts';

const day = 24 * 3600;

export interface ProviderOptions {
  issuer: string;
  clientId: string;
  /** Where people may be sent back to. */
  returnUrls: string[];
  keys: Keys;
  journal: DatabaseSync;
  settings: Settings;
}

/**
 * The OpenID Connect provider that stands for the user pool: code flow with PKCE for one public client, access tokens
 * with the claims that Cognito's have. Who somebody is, is what they last chose on the sign-in page.
 */
export function createProvider({ issuer, clientId, returnUrls, keys, journal, settings }: ProviderOptions) {
  const personOf = (user: string) => settings.get(`person.${user}`, Person);

  const provider = new Provider(issuer, {
    adapter: adapters(journal),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: returnUrls,
        post_logout_redirect_uris: returnUrls,
      },
    ],
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: { openid: ['sub', 'cognito:groups'], profile: ['username'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    rotateRefreshToken: false,
    issueRefreshToken: async () => true,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile email',
          audience: clientId,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: algorithm } },
        }),
      },
    },
    ttl: {
      AccessToken: day,
      AuthorizationCode: 60,
      IdToken: day,
      Interaction: 3600,
      Session: 14 * day,
      Grant: 14 * day,
      RefreshToken: 14 * day,
    },
    interactions: { url: (_, { uid }) => `/oidc/interaction/${uid}` },
    findAccount: (_, user) => {
      const person = personOf(user);
      if (!person) return undefined;
      const { username, 'cognito:groups': groups } = claimsOf(person);
      return {
        accountId: user,
        claims: () => ({ sub: user, username, email: user, 'cognito:groups': groups }),
      };
    },
    extraTokenClaims: (_, token) => {
      const user = z.object({ accountId: z.string() }).safeParse(token).data?.accountId;
      const person = user === undefined ? undefined : personOf(user);
      return person && claimsOf(person);
    },
    // One machine has one app: nobody is asked whether it may know who they are.
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      const accountId = session?.accountId;
      if (!client || !accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope('openid profile email offline_access');
      grant.addResourceScope(issuer, 'openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (context, { error, error_description }) => {
      context.type = 'application/problem+json';
      context.body = JSON.stringify({
        type: `/problems/${error}`,
        title: error,
        status: context.status,
        detail: error_description,
      });
    },
  });
  return { provider, remember: (person: Person) => settings.set(`person.${person.user}`, person) };
}

export const SessionNotFound = errors.SessionNotFound;
