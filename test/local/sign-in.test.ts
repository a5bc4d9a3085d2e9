import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Runner } from '../../local/runner.ts';
import { peopleOf } from '../../local/sign-in/people.ts';
import { tableOn } from '../../store/transaction.ts';
import { seed, seedling } from '../support/seed.ts';
import { clientsOf, municipality, newFolder, read, startFixture } from './fixture/machine.ts';

const dataFolder = newFolder();
const Event = z.object({
  requestContext: z.object({
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.string()) }) }),
  }),
});
const Granted = z.object({
  access_token: z.string().default(''),
  id_token: z.string().default(''),
  refresh_token: z.string().default(''),
});
const Keys = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

let runner: Runner;
beforeAll(async () => {
  runner = await startFixture({ dataFolder });
});
afterAll(() => runner.stop());

const clientId = 'etapas-fixture-service-PoolApp';
const cookies = new Map<string, string>();

/** A browser's part: cookies kept, redirects followed by hand. */
async function visit(address: string, form?: Record<string, string>) {
  const response = await fetch(new URL(address, runner.url), {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { body: new URLSearchParams(form) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return response;
}

async function untilPageOrApp(address: string): Promise<{ address: string; response?: Response }> {
  let next = address;
  for (let hops = 0; hops < 6; hops += 1) {
    const response = await visit(next);
    const location = response.headers.get('location');
    if (!location) return { address: next, response };
    next = new URL(location, runner.url).href;
    if (new URL(next).searchParams.has('code')) return { address: next };
  }
  throw new Error('too many redirects');
}

const verifier = randomBytes(32).toString('base64url');
const authorization = () =>
  `/oidc/auth?${new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${runner.url}/app`,
    scope: 'openid profile email',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })}`;

const exchange = async (grant: Record<string, string>) => {
  const response = await fetch(`${runner.url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...grant }),
  });
  return { status: response.status, body: await read(Granted, response) };
};

const claimsSeen = async (accessToken: string) => {
  const response = await fetch(`${runner.url}/api/x`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(response.status).toBe(200);
  return (await read(Event, response)).requestContext.authorizer.jwt.claims;
};

test('a person signs in by choosing whom they stand for, and the API takes the token', async () => {
  const { address, response } = await untilPageOrApp(authorization());
  const page = (await response?.text()) ?? '';
  expect(page).toContain('<html lang="es">');
  expect(page).toContain('coordinacion@fixture.example');
  expect(page).not.toContain('password');

  const submitted = await visit(address, { user: 'nadia@fixture.example', role: 'coordinator' });
  const app = await untilPageOrApp(submitted.headers.get('location') ?? '');
  const code = new URL(app.address).searchParams.get('code') ?? '';
  const { body } = await exchange({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${runner.url}/app`,
    code_verifier: verifier,
  });
  expect(await claimsSeen(body.access_token)).toMatchObject({
    username: 'nadia@fixture.example',
    'cognito:groups': '[coordinator]',
    client_id: clientId,
    iss: `${runner.url}/oidc`,
  });
  const [, payload = ''] = String(body.id_token).split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    sub: 'nadia@fixture.example',
    'cognito:groups': ['coordinator'],
  });

  const refreshed = await exchange({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
  expect(await claimsSeen(refreshed.body.access_token)).toMatchObject({ username: 'nadia@fixture.example' });
  const again = await exchange({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${runner.url}/app`,
    code_verifier: verifier,
  });
  expect(again.status).toBe(400);
});

test('as long as nobody coordinates anything, the page offers somebody of each role', () => {
  expect(peopleOf(municipality, [])).toEqual([
    { user: 'direccion@fixture.example', role: 'administrator' },
    { user: 'coordinacion@fixture.example', role: 'coordinator' },
    { user: 'coordinacion.norte@fixture.example', role: 'coordinator' },
    { user: 'consulta@fixture.example', role: 'viewer' },
  ]);
});

test('in another municipality it offers those whom that one names', () => {
  const other = { ...municipality, staffMailDomain: 'otra.example', approvers: ['alcaldia@otra.example'] };
  expect(peopleOf(other, []).map(({ user }) => user)).toEqual([
    'alcaldia@otra.example',
    'direccion@otra.example',
    'coordinacion@otra.example',
    'coordinacion.norte@otra.example',
    'consulta@otra.example',
  ]);
});

test('who is signed in is not asked again, even after a restart', async () => {
  const port = Number(new URL(runner.url).port);
  await runner.stop();
  runner = await startFixture({ dataFolder, port });
  const { address } = await untilPageOrApp(authorization());
  expect(new URL(address).searchParams.get('code')).toBeTruthy();
});

test('a sign-in without PKCE, to another address or that is over is refused', async () => {
  const withoutChallenge = authorization().replace(/&code_challenge.*/, '');
  const response = await visit(withoutChallenge);
  expect(response.headers.get('location')).toContain('error=invalid_request');
  const elsewhere = await visit(authorization().replace('%2Fapp', '%2Felsewhere'));
  expect(elsewhere.status).toBe(400);
  expect((await visit('/oidc/interaction/none')).status).toBe(400);
});

test('the provider describes itself at its own address', async () => {
  const description = await (await fetch(`${runner.url}/oidc/.well-known/openid-configuration`)).json();
  expect(description).toMatchObject({
    issuer: `${runner.url}/oidc`,
    authorization_endpoint: `${runner.url}/oidc/auth`,
    token_endpoint: `${runner.url}/oidc/token`,
    jwks_uri: `${runner.url}/oidc/jwks`,
  });
  const { keys } = await read(Keys, fetch(`${runner.url}/oidc/jwks`));
  expect(keys).toMatchObject([{ kty: 'RSA', use: 'sig' }]);
  expect(keys[0]).not.toHaveProperty('d');
});

test('it offers the coordinators of the localities that there are, who has most of them first', async () => {
  const { info, dynamodb } = await clientsOf(runner);
  const table = tableOn(dynamodb, info.tableName);
  const [ana, luis, rosa] = ['ana', 'luis', 'rosa'].map((name) => `${name}@fixture.example`);
  await seed({ table }, [
    seedling('one', { coordinators: [`${ana}`] }),
    seedling('two', { coordinators: [`${luis}`, `${rosa}`] }),
    seedling('three', { coordinators: [`${luis}`] }),
  ]);
  cookies.clear();
  const { response } = await untilPageOrApp(authorization());
  const page = (await response?.text()) ?? '';
  const offered = [
    ...page.matchAll(/name="user" value="([^"]+)">\s*<input type="hidden" name="role" value="coordinator"/g),
  ];
  expect(offered.map(([, user]) => user)).toEqual([luis, ana, rosa]);
});
