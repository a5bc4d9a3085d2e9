import { beforeAll, describe, expect, it } from 'vitest';
import { folded } from '../../domain/folded.ts';
import { wordsOf } from '../../domain/words.ts';
import { type Pages, pagesOf } from '../links/pages.ts';
import { fieldName, type TextField, textFields } from '../support/body-fields.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, answers, begin, boss, seeing } from '../support/walk.ts';

const signs = {
  NUL: 'Ro\u0000sa',
  ESC: '\u001b[31mRosa',
  BEL: 'Rosa\u0007',
  DEL: 'Ro\u007fsa',
  'a C1 control': 'Ro\u009bsa',
  'the first half of a sign': 'Rosa \ud83d',
  'the second half of a sign': '\ude00 Rosa',
  'halves in the wrong order': 'Ro\ude00\ud83dsa',
  'a noncharacter': 'Ro\ufffesa',
};
const invisible = {
  'a zero-width space': '\u200b',
  'joiners and a byte-order mark': '\u200d\ufeff\u200c\u2060',
  'a Hangul filler': ' \u3164 ',
  'a blank of Braille': '\u2800\u2800',
  'marks of direction': '\u200e\u200f\u202e',
};

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

/** A body that holds the text in this field alone: at the path, as a value or as the name of a field. */
function bodyWith(path: string[], text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (first === '0') return [bodyWith(rest, text)];
  if (first === '*key') return { [text]: 1 };
  return { [first === '*' ? 'x' : first]: bodyWith(rest, text) };
}
const fields = textFields().filter(({ schema }) => schema.format !== 'binary');

/** What the route answers to it; every id in its address is of something that could be. */
async function answerTo({ route, path }: TextField, text: string) {
  const [method = '', template = ''] = route.split(' ');
  const forms: Record<string, string> = {
    commitments: 'nowhere.1',
    plan: 'nowhere.none',
    sessions: 'nowhere.1',
    groups: 'nowhere.none',
  };
  const id = forms[template.split('/')[2] ?? ''] ?? 'nowhere';
  const address = template.replace('{id}', id).replace(/\{\w+\}/g, 'x');
  return problemOf(await here.call(method, address, bodyWith(path, text), seeing(boss, 1)));
}

describe('54: in any field of any body', () => {
  it('every route that takes a body in JSON is tried', () => {
    expect(fields.length).toBeGreaterThan(80);
    expect(new Set(fields.map(({ route }) => route)).size).toBeGreaterThan(12);
  });

  describe.each(Object.entries({ ...signs, ...invisible }))('%s', (_, text) => {
    it('is refused by its field, in a sentence', async () => {
      for (const field of fields) {
        const { code, errors = [] } = await answerTo(field, text);
        expect([fieldName(field), code]).toEqual([fieldName(field), 'invalid-request']);
        const named = field.path.filter((part) => part !== '*key').map((part) => (part === '*' ? 'x' : part));
        const wrong = errors.find(({ path }) => path.startsWith(named.join('.')));
        expect([fieldName(field), wrong?.message]).toEqual([
          fieldName(field),
          expect.stringMatching(/^(contiene signos de control|no se ve nada)/),
        ]);
        expect(JSON.stringify(errors)).not.toMatch(/\\u00|\\ud/);
      }
    });
  });

  it('is told in English to who reads English', async () => {
    const english = { ...boss, headers: { 'accept-language': 'en' } };
    const body = { name: signs.ESC, organization: invisible['a zero-width space'], sector: 'school' };
    const { errors } = problemOf(await here.call('POST', '/api/stakeholders', body, english));
    expect(errors).toEqual([
      { path: 'name', message: 'holds control signs or line breaks' },
      { path: 'organization', message: 'shows nothing: it holds invisible signs only' },
    ]);
  });

  it('of a body without end is refused all the same', async () => {
    const deep = `${'['.repeat(100_000)}"\\ud800"${']'.repeat(100_000)}`;
    const { code } = problemOf(await here.call('POST', '/api/stakeholders', deep, boss));
    expect(code).toBe('invalid-request');
  });
});

describe('54: elsewhere', () => {
  it.each([
    '/api/localities?q=%00',
    '/api/localities?q=%1B%5B31m',
    '/api/localities?cursor=%E2%80%8B',
    '/api/stakeholders?q=%7F',
    '/api/localities?stage=%00',
    '/api/tasks?cursor=%00',
  ])('in the query of an address it is refused: %s', async (address) => {
    expect(problemOf(await here.call('GET', address, undefined, boss)).code).toBe('invalid-request');
  });

  it.each(['/api/localities/%00', '/api/programmes/%1B', '/api/questionnaires/%E2%80%8B', '/api/files/%00'])(
    'in an address it names nothing: %s',
    async (address) => {
      expect((await here.call('GET', address, undefined, boss)).status).toBe(404);
    },
  );

  it.each([
    ['localities', 'name,programme', (text: string) => `${text},convivir-mejor`, 'name'],
    ['stakeholders', 'name,sector,organization', (text: string) => `Rosa,school,${text}`, 'organization'],
    ['commitments', 'locality,action,note', (text: string, id: string) => `${id},Podar,${text}`, 'note'],
  ])('in a file of %s it is refused by row and column', async (kind, header, row, column) => {
    const id = await begin(here);
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    // A file with a NUL in it is refused as a whole: it is no text.
    const none = Buffer.from(`${header}\n${row(signs.NUL, id)}\n`);
    const whole = await here.call('POST', `/api/imports/${kind}`, none, sent);
    expect(problemOf(whole).errors).toMatchObject([{ message: 'no es un archivo de texto' }]);
    const { NUL: _, ...others } = signs;
    const inText = Object.entries({ ...others, ...invisible }).filter(([, text]) => text.isWellFormed());
    for (const [name, text] of inText) {
      const file = `${header}\n${row(`"${text}"`, id)}\n`;
      const { status, body } = await here.call('POST', `/api/imports/${kind}`, Buffer.from(file), sent);
      expect([name, status]).toEqual([name, 200]);
      expect([name, body.accepted, body.rejected]).toEqual([
        name,
        0,
        [{ row: 2, column, message: expect.stringMatching(/^(contiene signos|no se ve nada)/) }],
      ]);
    }
  });

  it('half a sign in a map is refused by row and column', async () => {
    const properties = { name: signs['the first half of a sign'], programme: 'convivir-mejor' };
    const map = { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: null }] };
    const sent = { ...ana, headers: { 'content-type': 'application/geo+json' } };
    const file = Buffer.from(JSON.stringify(map));
    const { status, body } = await here.call('POST', '/api/imports/localities', file, sent);
    expect([status, body.rejected]).toMatchObject([200, [{ column: 'name' }]]);
  });

  it('a survey and a table of candidates that hold it are answered, never by 500', async () => {
    const id = await begin(here);
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    for (const text of [signs.NUL, signs.ESC, '\u200b']) {
      const survey = `${answers('baseline').toString().split('\n')[0]}\n${text}\n`;
      const path = `/api/localities/${id}/surveys/baseline?dryRun=true`;
      expect((await here.call('POST', path, Buffer.from(survey), sent)).status).toBeLessThan(500);
      const places = Buffer.from(`clave,nombre,casos\n1,${text},42\n2,Riberas,17\n`);
      expect((await here.call('POST', '/api/targeting/candidates', places, sent)).status).toBeLessThan(500);
    }
  });
});

describe('54: on the page of a link', () => {
  let pages: Pages;
  let link: string;
  let commitment: string;
  beforeAll(async () => {
    pages = pagesOf(here);
    const id = await begin(here);
    const person = await stakeholderOf(here, id);
    ({ id: commitment } = await commitmentOf(here, id, { responsible: person.id }));
    link = await pages.linkFor({ id: person.id, linkVersion: 1 });
  });
  const answer = (note: string) => pages.post(link, { commitment, answer: 'in-progress', note });

  it.each(Object.entries({ ...signs, ...invisible }).filter(([, text]) => text.isWellFormed()))(
    'a note with %s is refused',
    async (_, note) => {
      expect((await answer(note)).status).toBe(400);
    },
  );

  it('a note whose halves of signs a browser has replaced is kept', async () => {
    expect((await answer(signs['the first half of a sign'])).status).toBe(200);
    const kept = await here.call('GET', `/api/commitments/${commitment}`, undefined, ana);
    expect(kept.body.answer).toMatchObject({ note: 'Rosa \uFFFD' });
  });
});

describe('54: what nobody sees within a word', () => {
  it.each(['Ma\u200dría', 'Mar\u200cía', 'María\u2060', '\ufeffMaría', 'Mar\u00adía'])(
    'is kept, and out of comparison: %j',
    (name) => {
      expect(folded(name)).toBe('maria');
      expect(wordsOf(name)).toEqual(['maria']);
    },
  );

  it('does not hide that somebody is in the file twice, nor keep them from being found', async () => {
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    const file = 'name,sector\nIx\u200dchel Pech,school\nIxchel Pech,school\n';
    const { body } = await here.call('POST', '/api/imports/stakeholders', Buffer.from(file), sent);
    expect(body.rejected).toMatchObject([{ row: 3 }]);
    const one = { name: 'Ix\u200dchel Pech', sector: 'school' };
    expect((await here.call('POST', '/api/stakeholders', one, ana)).body).toMatchObject({ name: one.name });
    const found = await here.call('GET', '/api/stakeholders?q=ixchel', undefined, ana);
    expect(found.body.items).toMatchObject([{ name: one.name }]);
  });
});
