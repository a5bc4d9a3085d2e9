import { PutCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NewCommitment } from '../../domain/commitment.ts';
import { Sector } from '../../domain/stakeholder.ts';
import type { AnsweredFile } from '../../functions/files/bucket.ts';
import { commitmentItem } from '../../store/commitments.ts';
import { localityItem } from '../../store/localities.ts';
import { outboxItem, stakeholderMailItem } from '../../store/outbox.ts';
import { writeAll } from '../../store/transaction.ts';
import { fillMatrix } from '../support/large-matrix.ts';
import { readPdf } from '../support/pdf.ts';
import { person } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { type Response, type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss } from '../support/walk.ts';

const many = 2_600;
/** A twentieth of what a function hands over: so that a test need not make what is twenty times as large. */
const largestAnswer = 300_000;
/** Every so many commitments one is cancelled. */
const each = 500;
let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp({}, undefined, undefined, largestAnswer);
  place = await begin(here, 'convivir-mejor', 'Riberas');
  const { id: responsible } = await person(here, 'rosa', { sector: 'school', localities: [place] });
  await fillMatrix(here.table, place, many, (at) => ({
    responsible,
    budget: { amount: 1_000 + at, currency: 'MXN' },
    policyArea: 'health',
    supportingProgramme: 'habitat',
    progress: 40,
    status: at % each === 0 ? 'cancelled' : 'in-progress',
    note: 'Se acordó en asamblea. '.repeat(9).trim(),
  }));
}, 120_000);

const get = (path: string) => here.call('GET', path, undefined, boss);

/** What was laid into the bucket, because it was too large to be answered. */
function laid({ status, headers }: Response): AnsweredFile {
  expect(status).toBe(303);
  expect(headers['cache-control']).toBe('no-store');
  const answer = here.bucket.answerAt(String(headers.location));
  if (!answer) throw new Error(`nothing lies at ${headers.location}`);
  return answer;
}

describe('what is too large for the gateway is fetched from where files lie', () => {
  it('the dossier of a locality with thousands of commitments', async () => {
    const { name, type, bytes } = laid(await get(`/api/localities/${place}/dossier.pdf`));
    expect([name, type]).toEqual([`${place}-dossier.pdf`, 'application/pdf']);
    const { pages } = readPdf(bytes);
    expect(pages.length).toBeGreaterThan(many / 50);
    const text = pages.map((page) => page.text).join('\n');
    for (const number of [1, 1_234, many]) expect(text).toContain(`${number}) Pintar la barda`);
    expect(pages.at(-1)?.text).toContain(`Página ${pages.length} de ${pages.length}`);
  });

  it('an export, with every row once and in order', async () => {
    const { name, type, bytes } = laid(await get('/api/exports/commitments.csv'));
    expect([name, type]).toEqual(['etapas-commitments.csv', 'text/csv; charset=utf-8']);
    const numbers = [
      ...Buffer.from(bytes)
        .toString('utf8')
        .matchAll(/,(\d+)\) Pintar/g),
    ].map(([, n]) => Number(n));
    expect(numbers).toEqual(Array.from({ length: many }, (_, at) => at + 1));
  });

  it('JSON: all that is kept of a person who promised much', async () => {
    const { type, bytes } = laid(await get('/api/stakeholders/rosa/export'));
    expect(type).toBe('application/json; charset=utf-8');
    const kept = z.object({ commitments: z.array(z.object({ commitments: z.array(z.unknown()) })) });
    const { commitments } = kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    expect(commitments[0]?.commitments).toHaveLength(many);
  });

  it('and nothing else is', async () => {
    const { status, bytes } = await get(`/api/exports/localities.csv`);
    expect([status, bytes?.length]).toEqual([200, expect.any(Number)]);
  });
});

/** Runs something, and tells how often the table was asked for it, and how many items were looked at. */
async function looking<T>(run: () => Promise<T>, { table } = here) {
  const counted = { calls: 0, lookedAt: 0 };
  const name = 'counting';
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { ScannedCount = 0 }: Partial<QueryCommandOutput> = Object(result.output);
      counted.calls += 1;
      counted.lookedAt += ScannedCount;
      return result;
    },
    { step: 'initialize', name },
  );
  try {
    return { found: await run(), ...counted };
  } finally {
    table.client.middlewareStack.remove(name);
  }
}

describe('a matrix of thousands', () => {
  const Page = z.object({
    items: z.array(z.object({ id: z.string(), status: z.string() })),
    nextCursor: z.string().optional(),
    missingSectors: z.array(z.string()),
  });
  const page = async (query: string) =>
    Page.parse((await get(`/api/localities/${place}/commitments?${query}`)).body);
  const missing = Sector.options.filter((sector) => sector !== 'school');

  it('is read no further than its page, and says which sectors are missing from all of it', async () => {
    const { found, lookedAt } = await looking(() => page('limit=20&cursor=2000'));
    expect(found.items.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `${place}.${2_001 + at}`),
    );
    expect(found).toMatchObject({ nextCursor: '2020', missingSectors: missing });
    expect(lookedAt).toBeLessThanOrEqual(20);
  });

  it('ends with a page that has no cursor, though it is full', async () => {
    const { items, nextCursor } = await page(`limit=20&cursor=${many - 20}`);
    expect([items.length, nextCursor]).toEqual([20, undefined]);
  });

  it.each(['status=cancelled', 'status=cancelled&sector=school', 'status=cancelled&responsible=rosa'])(
    'of %s is given in pages that are short rather than long in coming',
    async (asked) => {
      const ids: string[] = [];
      for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
        const { found, lookedAt } = await looking(() => page(`limit=50&${asked}&cursor=${cursor}`));
        ids.push(...found.items.map(({ id }) => id));
        expect(lookedAt).toBeLessThanOrEqual(asked.includes('responsible') ? many : 2_200);
        cursor = found.nextCursor;
      }
      expect(ids).toEqual(
        Array.from({ length: Math.ceil(many / each) }, (_, at) => `${place}.${at * each + 1}`),
      );
    },
  );

  it('that is older than its counts is counted once', async () => {
    const locality = await here.api.localities.get(place);
    expect(locality.matrixCounts).toEqual({
      bySector: { school: { cancelled: 6, 'in-progress': many - 6 } },
      blank: 0,
    });
    const Item = localityItem(here.table, { ...locality, matrixCounts: undefined }).Put?.Item;
    await here.table.client.send(new PutCommand({ TableName: here.table.name, Item }));
    const first = await looking(() => page('limit=20'));
    expect(first.found.missingSectors).toEqual(missing);
    expect(first.lookedAt).toBeGreaterThanOrEqual(many);
    const second = await looking(() => page('limit=20'));
    expect(second.found).toEqual(first.found);
    expect(second.lookedAt).toBeLessThanOrEqual(20);
    expect(await here.api.localities.get(place)).toEqual(locality);
  });
});

it('the state of mail finds the mails among a thousand other things that wait, a hundred to a request', async () => {
  const own = await testApp();
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 12, 15, 0, seconds)).toISOString();
  const start = {
    kind: 'start-execution',
    programme: { id: 'convivir-mejor', version: 1 },
    generation: 1,
  } as const;
  const waiting = Array.from({ length: 1_000 }, (_, n) =>
    n % 250 === 249
      ? stakeholderMailItem(own.table, { kind: 'fresh-link', stakeholder: `p-${n}` }, String(n), at(n))
      : outboxItem(own.table, 'LOCALITY#a', n, [{ ...start, stage: 'capacity-building' }], at(n)),
  );
  for (let from = 0; from < waiting.length; from += 100)
    await writeAll(own.table, waiting.slice(from, from + 100));
  const { found, calls } = await looking(() => own.call('GET', '/api/mail', undefined, boss), own);
  expect(found.body).toMatchObject({
    waiting: [249, 499, 749, 999].map((n) => ({ kind: 'fresh-link', stakeholder: `p-${n}` })),
    more: false,
  });
  expect(calls).toBeLessThan(20);
});

describe('of many localities', () => {
  const count = 510;
  let own: TestApp;
  const idOf = (at: number) => `place-${String(at).padStart(3, '0')}`;
  beforeAll(async () => {
    own = await testApp();
    await person(own, 'eva', { sector: 'school' });
    // Every other one was promised by somebody else.
    const promised = Array.from({ length: count }, (_, at) => {
      const locality = seedling(idOf(at), { commitments: 1, commitmentsBy: { pending: 1 } });
      const responsible = at % 2 === 0 ? 'eva' : 'rosa';
      const command = NewCommitment.parse({ action: `Pintar ${at}`, responsible, dueOn: '2026-03-02' });
      const about = {
        locality: locality.id,
        number: 1,
        createdAt: locality.createdAt,
        revision: 1,
        writes: 1,
      };
      return { locality, commitment: { ...command, fulfilledOn: undefined, ...about } };
    });
    await seed(
      own,
      promised.map(({ locality }) => locality),
    );
    const items = promised.map(({ commitment }) => commitmentItem(own.table, commitment));
    for (let from = 0; from < count; from += 100) await writeAll(own.table, items.slice(from, from + 100));
  });

  it('an export reads their matrices a hundred commitments to a request', async () => {
    const { found, calls } = await looking(
      () => own.call('GET', '/api/exports/commitments.csv', undefined, boss),
      own,
    );
    const rows = [...(found.bytes?.toString('utf8') ?? '').matchAll(/,Pintar (\d+),/g)];
    expect(rows.map(([, at]) => Number(at))).toEqual(Array.from({ length: count }, (_, at) => at));
    expect(calls).toBeLessThan(20);
  });

  it('what is kept of a person is told five hundred of them at a time', async () => {
    const Kept = z.object({
      commitments: z.array(z.object({ locality: z.string() })),
      history: z.array(z.unknown()),
      nextCursor: z.string().optional(),
    });
    const ask = async (cursor?: string) => {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`;
      return Kept.parse(
        (await own.call('GET', `/api/stakeholders/eva/export${query}`, undefined, boss)).body,
      );
    };
    const first = await ask();
    expect([first.nextCursor, first.history.length]).toEqual([idOf(499), 1]);
    const rest = await ask(first.nextCursor);
    expect([rest.nextCursor, rest.history.length]).toEqual([undefined, 0]);
    expect([...first.commitments, ...rest.commitments].map(({ locality }) => locality)).toEqual(
      Array.from({ length: count / 2 }, (_, at) => idOf(2 * at)),
    );
  });

  it('the audit checks fewer of them at a time where they have much to check', async () => {
    const other = await testApp();
    const heavy = (at: number) => ({ ...seedling(idOf(at)), commitments: 15_000 });
    await seed(other, [seedling('a'), heavy(1), heavy(2), seedling('z')]);
    const checked: unknown[] = [];
    for (let cursor: unknown = 'localities'; typeof cursor === 'string'; ) {
      const { body } = await other.call('GET', `/api/audit?cursor=${cursor}`, undefined, boss);
      checked.push([cursor, body.checked]);
      cursor = body.nextCursor;
    }
    expect(checked).toEqual([
      ['localities', 2],
      [`localities/${idOf(1)}`, 2],
      ['municipality', 0],
      ['stakeholders', 0],
      ['rankings', 0],
      ['anchors', 0],
    ]);
  });
});
