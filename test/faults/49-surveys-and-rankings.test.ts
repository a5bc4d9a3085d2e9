import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keptLine } from '../../domain/evaluation/kept-rows.ts';
import { rank } from '../../domain/targeting/ranking.ts';
import { entryHash, HistoryEntry, historyKey, historyStore } from '../../store/history.ts';
import { RankingBody, rankingHash, rankingItems, rankingStore } from '../../store/rankings.ts';
import type { Item } from '../../store/read.ts';
import { surveyItems, surveyStore } from '../../store/surveys.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import { audited } from '../support/audited.ts';
import { restored } from '../support/backup.ts';
import { itemAt, partitionOf, remove, write } from '../support/beside.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, pass, rankingOf, survey, target } from '../support/walk.ts';

const day = '2026-01-13';
let here: TestApp;
let id: string;
let ranking: string;
let elsewhere: string;

const rankings = async (table: Table) => (await partitionOf(table, 'RANKINGS')).map(({ sk }) => String(sk));

/** A locality with a ranking and a survey, and a ranking that none is in, anchored the day after. */
beforeAll(async () => {
  here = await testApp();
  id = await begin(here, 'convivir-mejor', 'Riberas');
  await pass(here, id);
  await target(here, id);
  [ranking = ''] = await rankings(here.table);
  await survey(here, id, 'baseline');
  const { candidates, ...request } = rankingOf(id);
  const untracked = {
    ...request,
    candidates: candidates.map(({ key, name, indicators }) => ({ key, name, indicators })),
  };
  expect((await here.call('POST', '/api/targeting/rankings', untracked, boss)).status).toBe(201);
  elsewhere = (await rankings(here.table)).find((one) => one !== ranking) ?? '';
  here.pass(1);
  await here.reconcile();
  expect((await audited(here)).findings).toEqual([]);
});

/** A copy of the table. @param anchored whether the anchors are there to compare with */
async function copy(anchored = true) {
  const table = await restored(here.table);
  const again = await testApp({}, `${day}T16:00:00Z`, table);
  if (anchored) await again.bucket.layAnchor(day, (await here.bucket.anchor(day)) ?? '');
  const found = async () => (await audited(again)).findings.map(({ id, code, about }) => [id, code, about]);
  return { table, found };
}

/** The history of the locality as releases wrote it that knew no seals: the same lines, chained without. */
async function unsealed(table: Table): Promise<void> {
  let previousHash = '';
  for (const { seals: _, ...entry } of await historyStore(table).all(`LOCALITY#${id}`)) {
    const said = { ...entry, previousHash };
    const anew = HistoryEntry.parse({ ...said, hash: entryHash(said) });
    await write(table, { ...historyKey(`LOCALITY#${id}`, entry.seq), entity: 'history', ...anew });
    previousHash = anew.hash;
  }
  await write(table, { ...(await itemAt(table, { pk: 'LOCALITIES', sk: id })), headHash: previousHash });
}

const puts = async (table: Table, items: TransactItem[]) => {
  for (const { Put } of items) await write(table, z.record(z.string(), z.unknown()).parse(Put?.Item));
};

/** Another ranking under the same id, which says nothing wrong of itself: hash, digests and head are all its own. */
async function replaced(table: Table, of: string, change: (body: RankingBody) => RankingBody): Promise<void> {
  const { request, ranking, sensitivity, ...head } = await rankingStore(table).get(of);
  const body = change({ request, ranking, sensitivity });
  const first = body.ranking.places.slice(0, 5).map(({ name }) => name);
  await remove(table, await partitionOf(table, `RANKING#${of}`));
  await puts(
    table,
    rankingItems(table, { ...head, first, hash: rankingHash(body.request) }, RankingBody.parse(body)),
  );
}

/** The neighbour had more cases: everything else follows. */
const otherFigures = ({ request }: RankingBody): RankingBody => {
  const candidates = request.candidates.map((one) => ({
    ...one,
    indicators: one.key === '2' ? { Casos: 99 } : one.indicators,
  }));
  const changed = { ...request, candidates };
  return { request: changed, ranking: rank(changed) };
};
/** Made from the same, with another outcome. */
const otherOutcome = ({ request, ranking }: RankingBody): RankingBody => ({
  request,
  ranking: {
    ...ranking,
    places: ranking.places.toReversed().map((place, at) => ({ ...place, rank: at + 1 })),
  },
});
/** The locality is among its candidates no more. */
const without = ({ request }: RankingBody): RankingBody => {
  const candidates = request.candidates.map(({ locality: _, ...one }) => one);
  const changed = { ...request, candidates };
  return { request: changed, ranking: rank(changed) };
};

describe('49: a ranking altered together with the hash that it bears', () => {
  it.each([
    ['its figures', otherFigures],
    ['the locality that it was made for', without],
  ])('%s: the history of its locality tells, and so does the anchor', async (_, change) => {
    const { table, found } = await copy();
    await replaced(table, ranking, change);
    expect(await found()).toEqual([
      [id, 'item-altered', `ranking ${ranking}`],
      [ranking, 'item-altered', day],
    ]);
  });

  it.each([
    ['its figures', otherFigures],
    ['the locality that it was made for', without],
  ])('%s, where the history is older than seals: its hash stands in the chain', async (_, change) => {
    const { table, found } = await copy(false);
    await unsealed(table);
    expect(await found()).toEqual([]);
    await replaced(table, ranking, change);
    expect(await found()).toEqual([[id, 'item-altered', `ranking ${ranking}`]]);
  });

  it('its outcome, where the history is older than seals: its places are none that come of its figures', async () => {
    const { table, found } = await copy(false);
    await unsealed(table);
    await replaced(table, ranking, otherOutcome);
    expect(await found()).toEqual([
      [id, 'item-altered', `ranking ${ranking}`],
      [ranking, 'item-altered', 'ranking'],
    ]);
  });

  it('or taken away, where the history is older than seals', async () => {
    const { table, found } = await copy(false);
    await unsealed(table);
    await remove(table, [
      { pk: 'RANKINGS', sk: ranking },
      ...(await partitionOf(table, `RANKING#${ranking}`)),
    ]);
    expect(await found()).toEqual([[id, 'item-missing', `ranking ${ranking}`]]);
  });

  it('that no locality is in: its outcome at once, whatever it was made from by the anchor', async () => {
    const early = await copy(false);
    await replaced(early.table, elsewhere, otherOutcome);
    expect(await early.found()).toEqual([[elsewhere, 'item-altered', 'ranking']]);
    const { table, found } = await copy();
    await replaced(table, elsewhere, otherFigures);
    expect(await found()).toEqual([[elsewhere, 'item-altered', day]]);
  });
});

/** Rows of the survey with one answer less, and the checksum of them. */
async function otherRows(table: Table) {
  const surveys = surveyStore(table);
  const known = await surveys.find(id, 'baseline');
  if (!known) throw new Error('a survey is expected');
  const lines = (await surveys.rows(id, known)).toString('utf8').trimEnd().split('\n');
  const text = `${lines.toReversed().join('\n')}\n`;
  const checksum = createHash('sha256').update(keptLine(known.columns)).update(text).digest('hex');
  return { known, packs: [gzipSync(text)], checksum };
}

describe('49: a survey altered together with the checksum that it bears', () => {
  it('its rows and checksum: the seals of its history tell', async () => {
    const { table, found } = await copy();
    const { known, packs, checksum } = await otherRows(table);
    await puts(table, surveyItems(table, id, { ...known, checksum }, packs));
    expect(await found()).toContainEqual([id, 'item-altered', 'survey#baseline']);
  });

  it.each<[string, (table: Table) => Promise<unknown>]>([
    [
      'its rows and checksum',
      async (table) => {
        const { known, packs, checksum } = await otherRows(table);
        await puts(table, surveyItems(table, id, { ...known, checksum }, packs));
      },
    ],
    [
      'its rows alone',
      async (table) => {
        const { known, packs } = await otherRows(table);
        await puts(table, surveyItems(table, id, known, packs));
      },
    ],
    [
      'the names of its columns',
      async (table) => {
        const { known } = await otherRows(table);
        await puts(table, surveyItems(table, id, { ...known, columns: known.columns.toReversed() }, []));
      },
    ],
    [
      'how many answered',
      async (table) => {
        const { known } = await otherRows(table);
        const summary = { ...known.summary, rows: known.summary.rows + 100 };
        await puts(table, surveyItems(table, id, { ...known, summary }, []));
      },
    ],
    [
      'the questionnaire by which it is compared',
      async (table) => {
        const { known } = await otherRows(table);
        const summary = { ...known.summary, questionnaire: { id: 'otro', version: 1 } };
        await puts(table, surveyItems(table, id, { ...known, summary }, []));
      },
    ],
    [
      'one of its rows, which is unreadable now',
      async (table) => {
        const [rows] = await rowsOf(table);
        await write(table, { ...rows, bytes: new Uint8Array([1, 2, 3]) });
      },
    ],
    ['its rows, taken away', async (table) => remove(table, await rowsOf(table))],
  ])('%s, where the history is older than seals: what it tells is computed anew', async (_, change) => {
    const { table, found } = await copy(false);
    await unsealed(table);
    expect(await found()).toEqual([]);
    await change(table);
    expect(await found()).toEqual([[id, 'item-altered', 'survey#baseline']]);
  });

  it('and taken away as a whole', async () => {
    const { table, found } = await copy(false);
    await unsealed(table);
    await remove(table, [{ pk: `LOCALITY#${id}`, sk: 'SURVEY#baseline' }]);
    expect(await found()).toEqual([[id, 'item-missing', 'survey#baseline']]);
  });

  it('is sound when it was imported again: what came last is compared', async () => {
    const again = await testApp({}, `${day}T16:00:00Z`, await restored(here.table));
    const headers = { 'content-type': 'text/csv' };
    const { known } = await otherRows(again.table);
    const rows = (await surveyStore(again.table).rows(id, known)).toString('utf8').split('\n').slice(3);
    const file = [known.columns.join(','), ...rows].join('\n');
    const sent = await again.call('POST', `/api/localities/${id}/surveys/baseline`, file, {
      ...ana,
      headers,
    });
    expect(sent.body).toMatchObject({ rows: known.summary.rows - 3 });
    expect((await audited(again)).findings).toEqual([]);
  });
});

const rowsOf = async (table: Table): Promise<Item[]> =>
  (await partitionOf(table, `LOCALITY#${id}`)).filter(({ entity }) => entity === 'survey-rows');
