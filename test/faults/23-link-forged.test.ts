import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { pageDependencies } from '../../functions/links/dependencies.ts';
import { linkKeyStore } from '../../store/link-keys.ts';
import { type Pages, pagesOf, publicUrl } from '../links/pages.ts';
import { person, promise } from '../support/people.ts';
import { programmes } from '../support/programmes.ts';
import { questionnaires } from '../support/questionnaires.ts';
import { seed, seedling } from '../support/seed.ts';
import { municipality } from '../support/settings.ts';
import { freshTable } from '../support/table.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

let here: TestApp;
let pages: Pages;
let good: string;
const rosa = { id: 'rosa', linkVersion: 1 };

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const parts = () => tokenOf(good).split('.');
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { version: 1, iss: 'juarez', aud: 'commitments', sub: 'rosa', exp: 1_800_000_000 };

async function key() {
  const [found] = await linkKeyStore(here.table).all();
  if (!found) throw new Error('a key is expected');
  return found.secret;
}
const signed = async (some: object, header: object = {}) =>
  new SignJWT({ ...claims, ...some })
    .setProtectedHeader({ alg: 'HS256', kid: '1', ...header })
    .sign(await key());

beforeAll(async () => {
  here = await testApp();
  await seed(here, [seedling('anapra')]);
  await person(here, 'rosa');
  await promise(here, 'anapra', { responsible: 'rosa' });
  pages = pagesOf(here);
  good = await pages.linkFor(rosa);
});

const forgeries: [string, () => string | Promise<string>][] = [
  ['signed by nobody (alg none)', () => new UnsecuredJWT(claims).encode()],
  ['its algorithm altered to none', () => `${encoded({ alg: 'none', kid: '1' })}.${parts()[1]}.`],
  [
    'signed by another algorithm',
    async () =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS512', kid: '1' })
        .sign(Buffer.concat([await key(), await key()])),
  ],
  ['its claims altered', () => [parts()[0], encoded({ ...claims, sub: 'beto' }), parts()[2]].join('.')],
  [
    'its signature altered',
    () => [parts()[0], parts()[1], [...(parts()[2] ?? '')].reverse().join('')].join('.'),
  ],
  ['its end cut off', () => tokenOf(good).slice(0, -2)],
  [
    'signed by a key of our number made elsewhere',
    () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: '1' }).sign(new Uint8Array(32)),
  ],
  ['signed by a key that there is not', () => signed({}, { kid: '7' })],
  ['signed by a key without a number', () => signed({}, { kid: '../1' })],
  ['of another municipality, by our key', () => signed({ iss: 'leon' })],
  [
    'of another municipality',
    async () => {
      const dependencies = pageDependencies(
        await freshTable(),
        municipality({ id: 'leon' }),
        publicUrl,
        { programmes, questionnaires },
        here.clock,
      );
      return tokenOf(await dependencies.links.urlFor('commitments', rosa));
    },
  ],
  ['made for the end of mail', async () => tokenOf(await pages.linkFor(rosa, 'unsubscribe'))],
  ['without an end', () => signed({ exp: undefined })],
  ['of nobody we know', () => signed({ sub: 'nobody' })],
  ['of an id that is none', () => signed({ sub: '../rosa' })],
  ['of a later version than there is', () => signed({ version: 2 })],
  ['without a version', () => signed({ version: undefined })],
  ['empty', () => '%20'],
  ['of no form at all', () => 'not-a-token'],
  ['ten thousand characters long', () => `${tokenOf(good)}${'a'.repeat(10_000)}`],
];

it.each(forgeries)('23: a link %s is refused, and nothing is told', async (_, forge) => {
  expect((await pages.get(good)).status).toBe(200);
  const address = `/c/${await forge()}`;
  const refused = [
    await pages.get(address),
    await pages.post(address, { commitment: 'anapra.1', answer: 'fulfilled' }),
    await pages.post(address, { 'fresh-link': 'send' }),
  ];
  const nothing = await pages.get('/c/not-a-token');
  for (const { status, html } of refused) {
    expect(status).toBe(403);
    expect(html).toBe(nothing.html);
  }
});

it('23: a link to commitments does not end mail', async () => {
  const { status } = await pages.post(`/u/${tokenOf(good)}`, { 'List-Unsubscribe': 'One-Click' });
  expect(status).toBe(403);
});
