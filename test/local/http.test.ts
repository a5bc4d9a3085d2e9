import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { credentials } from '../../local/functions/environment.ts';
import type { Runner } from '../../local/runner.ts';
import { staffRegister } from '../../store/staff-register.ts';
import { tableOn } from '../../store/transaction.ts';
import { read, startFixture } from './fixture/machine.ts';

const Token = z.object({ accessToken: z.string() });
const Now = z.object({ now: z.string() });

let runner: Runner;
let token: string;
beforeAll(async () => {
  runner = await startFixture();
  token = await runner.token({ user: 'ana@fixture.example', role: 'coordinator', localities: ['a', 'b'] });
});
afterAll(() => runner.stop());

const call = (path: string, init: RequestInit & { bearer?: string } = {}) => {
  const { bearer, headers, ...rest } = init;
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  return fetch(runner.url + path, { redirect: 'manual', ...rest, headers: { ...headers, ...authorization } });
};
const post = (path: string, body: unknown, headers = {}) =>
  call(path, { method: 'POST', body: JSON.stringify(body), headers });

test('a function gets the event that API Gateway would make', async () => {
  const response = await call('/api/localities/caf%C3%A9?q=1&q=2&b=%20', {
    bearer: token,
    method: 'PATCH',
    body: '{"name":"José"}',
    headers: { 'content-type': 'application/json', cookie: 'x=1; y=2', 'X-Request-Id': 'r-1' },
  });
  expect(response.headers.get('x-request-id')).toBe('r-1');
  expect(await response.json()).toMatchObject({
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: '/api/localities/café',
    rawQueryString: 'q=1&q=2&b=%20',
    queryStringParameters: { q: '1,2', b: ' ' },
    pathParameters: { proxy: 'localities/café' },
    cookies: ['x=1', 'y=2'],
    headers: { 'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-/), 'x-request-id': 'r-1' },
    requestContext: {
      http: { method: 'PATCH', path: '/api/localities/café', sourceIp: '127.0.0.1' },
      authorizer: {
        jwt: {
          claims: { username: 'ana@fixture.example', 'cognito:groups': '[coordinator]', localities: '[a b]' },
        },
      },
      requestId: 'r-1',
      stage: '$default',
    },
    body: '{"name":"José"}',
    isBase64Encoded: false,
  });
});

test.each([
  ['application/octet-stream', true],
  ['application/x-www-form-urlencoded', true],
  ['text/csv; charset=utf-8', false],
  ['application/json', false],
])('a body of the type %s comes in base64: %s', async (type, isBase64Encoded) => {
  const event = await (
    await call('/open/x', { method: 'POST', body: 'a=1', headers: { 'content-type': type } })
  ).json();
  expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'YT0x' : 'a=1' });
});

test('binary answers, cookies and plain values become HTTP', async () => {
  const binary = await call('/open/x?answer=binary');
  expect([binary.status, binary.headers.get('content-type')]).toEqual([201, 'image/png']);
  expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([1, 2, 255]);
  expect((await call('/open/x?answer=cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const plain = await call('/open/x?answer=plain');
  expect([plain.headers.get('content-type'), await plain.json()]).toEqual([
    'application/json',
    { hello: 'world' },
  ]);
});

test('HEAD answers without a body', async () => {
  for (const path of ['/open/x', '/', '/local/info']) {
    const response = await call(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
  }
});

const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return { status: response.status, body: await response.json() };
};

test.each([
  ['no token', undefined],
  ['nonsense', 'abc'],
  ['an unsigned token', `${btoa('{"alg":"none"}')}.${btoa('{"username":"x","client_id":"c"}')}.`],
])('%s is answered by 401 with a challenge', async (_, bearer) => {
  const response = await call('/api/x', { bearer });
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(await problem(response)).toMatchObject({ status: 401, body: { type: '/problems/unauthorized' } });
});

test("a token signed with another machine's key is refused", async () => {
  const other = await startFixture();
  const foreign = await other.token({ user: 'x', role: 'administrator' });
  await other.stop();
  expect((await call('/api/x', { bearer: foreign })).status).toBe(401);
});

test('a jump of the clock signs nobody out', async () => {
  await runner.clock.moveTo(runner.clock.now() + 30 * 24 * 3600 * 1000);
  expect((await call('/api/x', { bearer: token })).status).toBe(200);
});

test('what there is not, what is too large and what fails are told as problems, in the language asked for', async () => {
  expect(await problem(await call('/nothing'))).toMatchObject({
    status: 404,
    body: { detail: 'Aquí no hay nada.' },
  });
  const english = await call('/local/nothing', { headers: { 'accept-language': 'en' } });
  expect(await problem(english)).toMatchObject({ status: 404, body: { detail: 'There is nothing here.' } });
  const large = await call('/open/x', { method: 'POST', body: 'x'.repeat(11_000_000) });
  expect((await problem(large)).status).toBe(413);
  const pieces = Array.from({ length: 12 }, () => new Uint8Array(1_000_000));
  const chunked = { method: 'POST', body: ReadableStream.from(pieces), duplex: 'half' } as const;
  expect((await problem(await call('/open/x', chunked))).status).toBe(413);
  expect((await problem(await call('/api/%ff'))).status).toBe(400);
  expect((await problem(await call('/local/mailbox/page/%ff'))).status).toBe(400);
  const tooMuchForLambda = {
    method: 'POST',
    body: 'x'.repeat(7_000_000),
    headers: { 'content-type': 'text/plain' },
  };
  expect((await problem(await call('/open/x', tooMuchForLambda))).status).toBe(413);
  expect((await problem(await call('/open/x?answer=throw'))).status).toBe(500);
  const wrongMethod = await call('/local/info', { method: 'POST' });
  expect(wrongMethod.headers.get('allow')).toBe('GET, HEAD');
  expect((await problem(wrongMethod)).status).toBe(405);
});

test('POST /local/token gives a token that the routes take', async () => {
  const { accessToken } = await read(Token, post('/local/token', { user: 'eva', role: 'viewer' }));
  const event = await (await call('/api/x', { bearer: accessToken })).json();
  expect(event).toHaveProperty(
    'requestContext.authorizer.jwt.claims',
    expect.objectContaining({ username: 'eva', 'cognito:groups': '[viewer]' }),
  );
});

test('POST /local/token makes staff of somebody of another domain', async () => {
  const Info = z.object({ dynamodbEndpoint: z.string(), region: z.string(), tableName: z.string() });
  const { dynamodbEndpoint: endpoint, region, tableName } = await read(Info, call('/local/info'));
  const register = staffRegister(tableOn(new DynamoDBClient({ endpoint, region, credentials }), tableName));
  const eva = 'eva@otra.example';
  expect((await register.knows(runner.municipality))(eva)).toBe(false);
  await read(Token, post('/local/token', { user: ' EVA@otra.example', role: 'coordinator' }));
  expect((await register.knows(runner.municipality))(eva)).toBe(true);
});

test.each([
  [{}],
  [{ user: 'x', role: 'king' }],
  [{ user: '', role: 'viewer' }],
  [{ user: 'x', role: 'viewer', more: 1 }],
  [{ user: 'x', role: 'viewer', localities: 'a' }],
])('POST /local/token of %j is refused', async (body) => {
  expect((await problem(await post('/local/token', body))).status).toBe(400);
});

test('the clock tells the time, moves forward and refuses what is past or nonsense', async () => {
  const now = async () => Date.parse((await read(Now, call('/local/clock'))).now);
  const before = await now();
  const moved = await read(Now, post('/local/clock', { advance: 'P1D' }));
  expect(Math.round((Date.parse(moved.now) - before) / 1000)).toBe(24 * 3600);
  const target = new Date(before + 3 * 24 * 3600 * 1000).toISOString();
  const set = await read(Now, post('/local/clock', { now: target }));
  expect(Date.parse(set.now) - Date.parse(target)).toBeLessThan(1000);
  for (const body of [
    { now: '2020-01-01T00:00:00Z' },
    { now: 'tomorrow' },
    { now: '2030-01-01' },
    { advance: '14 days' },
    { advance: 'P1D', now: target },
    {},
  ])
    expect((await problem(await post('/local/clock', body))).status).toBe(400);
});

test('another web page can use nothing that needs no sign-in', async () => {
  const evil = { origin: 'http://evil.example' };
  expect((await post('/local/token', { user: 'x', role: 'administrator' }, evil)).status).toBe(403);
  expect((await call('/local/mailbox', { headers: evil })).status).toBe(403);
});
