import { beforeAll, describe, expect, it } from 'vitest';
import { functionWords } from '../../words/languages.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, complete, luis } from '../support/walk.ts';

let here: TestApp;
let id: string;
beforeAll(async () => {
  here = await testApp();
  id = await begin(here);
});
const speaking = (header?: string): Call =>
  header === undefined ? ana : { ...ana, headers: { 'accept-language': header } };
const none = async (header?: string) =>
  problemOf(await here.call('GET', '/api/localities/none', undefined, speaking(header)));

describe('a problem is told', () => {
  it.each([
    ['in Spanish where nothing is asked for', undefined, 'es'],
    ['in English', 'en', 'en'],
    ['in the English of a country', 'en-US,en;q=0.9', 'en'],
    ['in the Spanish of a country', 'es-MX', 'es'],
    ['in the language that weighs most', 'en;q=0.4, es;q=0.8', 'es'],
    ['in the first that Etapas speaks', 'tar, nah;q=0.9, en;q=0.5', 'en'],
    ['in Spanish where none of them is spoken', 'fr, de', 'es'],
    ['in Spanish where the header makes no sense', ';;q=,', 'es'],
    ['not in a language that is refused', 'es;q=0, en;q=0.1', 'en'],
  ] as const)('%s', async (_, header, language) => {
    const [title, detail] = functionWords[language].problems['not-found'];
    expect(await none(header)).toMatchObject({ title, detail });
  });

  it('with the language named in the answer', async () => {
    const { headers } = await here.call('GET', '/api/localities/none', undefined, speaking('en'));
    expect(headers['content-language']).toBe('en');
  });

  it('in the municipality’s language where it is English', async () => {
    const el = await testApp({ language: 'en' });
    const answer = problemOf(await el.call('GET', '/api/localities/none', undefined, speaking()));
    expect(answer.title).toBe(functionWords.en.problems['not-found'][0]);
  });
});

describe('what is said of a field', () => {
  const validationErrors = async (language: string, body: object) =>
    problemOf(await here.call('POST', '/api/localities', body, speaking(language))).errors;

  it('is said in both languages, by the words of Etapas and of the schema library alike', async () => {
    const body = { name: '', programme: 'convivir-mejor', population: -1, owner: 'x', coordinators: ['a b'] };
    const [es, en] = [await validationErrors('es', body), await validationErrors('en', body)];
    expect(en?.map(({ path }) => path)).toEqual(es?.map(({ path }) => path));
    expect(es).toHaveLength(4);
    for (const [at, { message }] of (es ?? []).entries()) expect(en?.[at]?.message).not.toBe(message);
  });

  it.each([
    ['programme', { name: 'Anapra', programme: 'none' }, 'unknown-programme'],
    ['owner', { name: 'Anapra', programme: 'convivir-mejor', owner: 'x' }, 'unknown'],
  ] as const)('is a sentence, not a code: %s', async (path, body, code) => {
    expect(await validationErrors('es', body)).toEqual([
      { path, message: functionWords.es.validationErrors[code] },
    ]);
  });
});

describe('what is missing before a gate', () => {
  it('is told in the caller’s language, with the activities by their names', async () => {
    const gate = async (language: string) =>
      JSON.stringify(
        (await here.call('GET', `/api/localities/${id}/gate`, undefined, speaking(language))).body,
      );
    expect(await gate('es')).toContain('Capacitación de autoridades estatales y locales');
    expect(await gate('en')).toContain('State and local');
    expect(await gate('en')).not.toContain('Capacitación');
  });
});

describe('mail', () => {
  it('comes in the language its reader chose, and in the municipality’s otherwise', async () => {
    const own = await testApp();
    const chosen = { ...ana, headers: { 'if-match': '"0"' } };
    await own.call('PUT', '/api/me', { language: 'en' }, chosen);
    await choose(own, 'at-once', ana, boss);
    await begin(own);
    const to = (address: string) => own.mails.find((mail) => mail.to === address)?.text ?? '';
    expect(to('ana@juarez.example')).toContain('Capacity building');
    expect(to('direccion@juarez.example')).toContain('Fortalecimiento de capacidades');
  });

  it('goes to an address at the staff’s domain where a user name is none itself', async () => {
    const own = await testApp();
    await choose(own, 'at-once', luis, boss);
    const created = { name: 'Anapra', programme: 'convivir-mejor', coordinators: ['luis'] };
    await own.call('POST', '/api/localities', created, ana);
    await own.settle();
    expect(own.mails.map(({ to }) => to)).toEqual(['luis@juarez.example', 'direccion@juarez.example']);
  });

  it('is not repeated because an activity is recorded', async () => {
    const own = await testApp();
    const its = await begin(own);
    const before = own.mails.length;
    await complete(own, its);
    await own.settle();
    expect(own.mails).toHaveLength(before);
  });
});
