import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Runner } from '../../local/runner.ts';
import { clientTypes } from '../../local/web/client-types.ts';
import { startFixture } from './fixture/machine.ts';

/** A folder that looks like the built app. */
function builtApp() {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-app-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Etapas</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'start();');
  writeFileSync(join(folder, 'worker.js'), 'keep();');
  return folder;
}

let finish = () => {};
let runner: Runner;
beforeAll(async () => {
  const built = new Promise<string>((resolve) => {
    finish = () => resolve(builtApp());
  });
  runner = await startFixture({ app: () => built });
});
afterAll(() => runner.stop());

const get = (path: string, init: RequestInit = {}) =>
  fetch(runner.url + path, { redirect: 'manual', ...init });
const headers = async (path: string, ...names: string[]) => {
  const response = await get(path);
  return names.map((name) => response.headers.get(name));
};

test('the machine is ready before the app is built; whoever asks for the page waits for it', async () => {
  const asked = get('/');
  expect(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])).toBe(
    'waits',
  );
  expect((await get('/local/info')).status).toBe(200);
  finish();
  expect(await (await asked).text()).toContain('<title>Etapas</title>');
});

test('every address of the app is its page; what is not there is not', async () => {
  for (const path of ['/', '/localities', '/localities/ab-c/matrix?x=1'])
    expect(await (await get(path)).text()).toContain('<title>Etapas</title>');
  for (const path of ['/assets/gone-1.js', '/favicon.ico', '/%ff']) expect((await get(path)).ok).toBe(false);
  expect((await get('/localities', { method: 'POST' })).status).toBe(404);
  // The interface and the machine keep their addresses.
  expect((await get('/api/x')).status).toBe(401);
  expect((await get('/local/nothing')).status).toBe(404);
  expect(await (await get('/local')).text()).toContain('/local/mailbox/page');
});

test('assets are kept for good, the page and the service worker are asked for anew', async () => {
  expect(await headers('/assets/app-1a2b.js', 'cache-control', 'content-type')).toEqual([
    'public, max-age=31536000, immutable',
    'text/javascript; charset=utf-8',
  ]);
  for (const path of ['/', '/worker.js', '/config.json'])
    expect(await headers(path, 'cache-control')).toEqual(['no-cache']);
});

test('nothing runs in the page but its own files, and no other page may frame it', async () => {
  const [policy = '', sniffing] = await headers('/', 'content-security-policy', 'x-content-type-options');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(sniffing).toBe('nosniff');
});

test('the app is told where it is and whom to sign in with, and nobody of the staff', async () => {
  expect(await (await get('/config.json')).json()).toEqual({
    issuer: `${runner.url}/oidc`,
    clientId: 'etapas-fixture-service-PoolApp',
    municipality: {
      id: 'fixture',
      name: 'Fixture',
      timeZone: 'America/Ciudad_Juarez',
      language: 'es',
    },
  });
});

test('under another name of the machine the page leads to the one that sign-in knows', async () => {
  const { port } = new URL(runner.url);
  // The name is free to choose for whoever makes the connection by hand.
  const asked = request({
    port,
    host: '127.0.0.1',
    path: '/localities?q=1',
    headers: { host: `localhost:${port}` },
  });
  asked.end();
  const [response] = await once(asked, 'response');
  expect(response.headers.location).toBe(`${runner.url}/localities?q=1`);
});

test("the app's types of the interface are those of the interface (`npm run client` writes them)", async () => {
  const written = readFileSync(join(import.meta.dirname, '..', '..', 'web', 'api', 'routes.ts'), 'utf8');
  expect(written).toBe(await clientTypes());
});
