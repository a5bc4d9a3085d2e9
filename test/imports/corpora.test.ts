import { domainToASCII } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inert, plain } from '../../domain/tabular/formulas.ts';
import { compose } from '../../functions/events/compose.ts';
import { functionWords } from '../../words/languages.ts';
import { addresses, fewestTaken, naughty, payloads } from '../support/corpora.ts';
import { exported, imported, items } from '../support/files.ts';
import { problemOf } from '../support/problems.ts';
import { itReading, readShared, without } from '../support/shared-data.ts';
import { testApp } from '../support/test-app.ts';
import { ana, boss } from '../support/walk.ts';

describe('what a spreadsheet might compute', () => {
  it('comes back as it was, and begins with nothing that computes', () => {
    const text = fc.string({ unit: fc.constantFrom(...`'=+-@\t\r\n＝ａ a1"`) });
    fc.assert(
      fc.property(text, (value) => {
        expect(plain(inert(value))).toBe(value);
        expect(inert(value)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});

const collected = ['corpora/csv-injection', 'corpora/naughty-strings', 'corpora/email-validity'] as const;

describe(`formulas, addresses and strings that break programs${without(...collected)}`, () => {
  it('go through names and notes, in and out, and none is computed', async () => {
    const here = await testApp();
    const made: string[] = [];
    for (const name of [...payloads(), ...naughty()]) {
      const body = { name, sector: 'community', organization: name };
      const { status, body: answer } = await here.call('POST', '/api/stakeholders', body, ana);
      expect([201, 400]).toContain(status);
      if (status === 201) {
        expect(answer.name).toBe(name.trim());
        made.push(name.trim());
      }
    }
    expect(made.length).toBeGreaterThanOrEqual(fewestTaken.asName);
    const csv = await exported(here, 'stakeholders.csv', ana);
    for (const format of ['csv', 'xlsx']) {
      const again = await imported(
        here,
        'stakeholders',
        await exported(here, `stakeholders.${format}`, ana),
        ana,
      );
      expect(again.rejected).toEqual([]);
      expect(again).toMatchObject({ accepted: made.length, unchanged: made.length });
    }
    const cells: string[] = parse(csv, { bom: true }).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    // What is no formula may stand there as it is.
    const computed = payloads().filter((payload) => !/^[|;'"%]/.test(payload));
    for (const payload of computed) expect(csv.toString()).not.toContain(`,${payload}`);
  });

  it('go through the files of imports as they are', async () => {
    const here = await testApp();
    const names = [...new Set([...payloads(), ...naughty()].map((name) => name.trim()))].filter(
      (name) => name && name.length < 200 && !name.includes('\u0000'),
    );
    const quoted = names.map((name) => `"${inert(name).replaceAll('"', '""')}",social`);
    const { accepted, rejected } = await imported(here, 'stakeholders', `name,sector\n${quoted.join('\n')}`, {
      query: '?partial=true',
    });
    expect(accepted).toBeGreaterThanOrEqual(fewestTaken.asName);
    // Names that differ in accents or case alone are the same to the reader of a table.
    const { validationErrors } = functionWords.es;
    for (const { message } of rejected)
      expect([
        validationErrors['row-twice'],
        validationErrors['control-signs'],
        validationErrors['nothing-visible'],
        validationErrors['holds-link'],
      ]).toContain(message);
  });

  it('of addresses are taken or refused by their column; a mail to one goes to that one alone', async () => {
    const here = await testApp();
    const taken: string[] = [];
    const refused: string[] = [];
    const { valid, invalid, others } = addresses();
    for (const email of [...valid, ...invalid, ...others]) {
      const body = { name: 'Rosa', sector: 'social', email };
      const answer = await here.call('POST', '/api/stakeholders', body, ana);
      if (answer.status === 201) taken.push(z.string().parse(answer.body.email));
      else {
        expect(new Set(problemOf(answer).paths)).toEqual(new Set(['email']));
        refused.push(email);
      }
    }
    expect(taken.slice(0, valid.length)).toEqual(valid);
    expect(refused.slice(0, invalid.length)).toEqual(invalid);
    if (others.length > 0) {
      expect(refused.length - invalid.length).toBeGreaterThan(100);
      expect(taken.length - valid.length).toBeGreaterThan(10);
    }
    for (const email of taken) {
      const reminder = { subject: 'Recordatorio', text: 'x', html: '<p>x</p>' };
      const mail = await simpleParser(
        Buffer.from(await compose(email, reminder, here.municipality, here.clock())),
      );
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
      // Read, a domain is shown in its own letters; on the wire it is what the DNS knows.
      const onTheWire = ([local, domain = '']: string[]) => `${local}@${domainToASCII(domain)}`;
      expect(to.map((address = '') => onTheWire(address.split('@')))).toEqual([onTheWire(email.split('@'))]);
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    }
  });
});

describe('real outlines', () => {
  itReading(
    ['geo/cdmx-colonias'],
    'of the colonias of Azcapotzalco become localities with their territories',
    async () => {
      const here = await testApp();
      const file = readShared('geo/cdmx-colonias', 'azcapotzalco_colonias.geojson').toString();
      const query = '?programme=red-conectate';
      const { features } = z.object({ features: z.array(z.unknown()) }).parse(JSON.parse(file));
      const whole = await imported(here, 'localities', file, { query, type: 'application/geo+json' });
      // Two names are there twice: who brings them has to say which is which.
      expect(whole).toMatchObject({ accepted: 0, rejected: [{ column: 'name' }, { column: 'name' }] });
      const partial = { query: `${query}&partial=true`, type: 'application/geo+json' };
      const taken = features.length - whole.rejected.length;
      expect(await imported(here, 'localities', file, partial)).toMatchObject({ accepted: taken });
      const [first] = await items(here, '/api/localities?limit=1');
      const { body } = await here.call('GET', `/api/localities/${first?.id}`, undefined, boss);
      expect(body).toMatchObject({ name: 'Aguilera', geometry: { type: 'Polygon' } });
      const again = await imported(here, 'localities', await exported(here, 'localities.geojson'));
      expect(again).toMatchObject({ accepted: taken, unchanged: taken });
    },
  );
});
