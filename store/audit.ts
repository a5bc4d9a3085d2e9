import * as z from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import { Commitment, CommitmentStatus, commitmentId } from '../domain/commitment.ts';
import { Geometry } from '../domain/geometry.ts';
import { type Gate, gateKey, type Locality } from '../domain/locality.ts';
import { countMatrix, countOf } from '../domain/matrix-counts.ts';
import { sumsOf } from '../domain/roll-up.ts';
import { difference, sumOf } from '../domain/tally.ts';
import { Visit } from '../domain/visit.ts';
import { type MunicipalHead, municipal } from '../domain/work/board.ts';
import { CellSums, Entry, summed } from '../domain/work/entry.ts';
import { Group } from '../domain/work/group.ts';
import { Line, lineId, Objective } from '../domain/work/line.ts';
import { Session } from '../domain/work/session.ts';
import type { Anchor } from './anchors.ts';
import { anchorFaults } from './audit-anchors.ts';
import { type RecordFault, rankingReader, recordFaults } from './audit-records.ts';
import { type SealFault, sealFaults } from './audit-seals.ts';
import { ownerOf } from './board-owner.ts';
import { tallyIn } from './counters.ts';
import { brokenAt, HistoryEntry, type HistoryOwner } from './history.ts';
import { FinalEntry, OutboxEntry } from './outbox-entry.ts';
import { rankingStore } from './rankings.ts';
import { queryItems } from './read.ts';
import type { KnownStakeholder } from './stakeholders.ts';
import type { Table } from './transaction.ts';

/** What may be wrong in a table whose transactions were not all kept whole, or that somebody wrote to by hand. */
export const FindingCode = z.enum([
  'unreadable',
  'history-altered',
  'history-incomplete',
  'visit-missing',
  'visit-astray',
  'review-differs',
  'commitments-differ',
  'sums-differ',
  'contact-differs',
  'item-altered',
  'item-missing',
  'item-unknown',
  'history-cut',
  'history-rewritten',
  'removed',
  'anchor-altered',
]);

/** Something in the table that no command of ours would have left so. */
export const Finding = z.object({
  kind: z.enum(['locality', 'municipality', 'stakeholder', 'ranking', 'anchor']),
  id: z.string(),
  code: FindingCode,
  /** The item, history number, gate or figure it is about, or the day of the anchor that says otherwise. */
  about: z.string(),
});
export type Finding = z.infer<typeof Finding>;
type Fault = Pick<Finding, 'code' | 'about'>;

const Item = z.looseObject({ sk: z.string(), entity: z.string() });
type Item = z.infer<typeof Item>;

/** What a partition's items must be, by their kind; others are of no consequence. */
const schemas: Record<string, z.ZodType> = {
  visit: Visit,
  history: HistoryEntry,
  commitment: Commitment,
  'plan-objective': Objective,
  'plan-line': Line,
  'plan-entry': Entry,
  'plan-cells': CellSums,
  session: Session,
  group: Group,
  geometry: z.object({ geometry: Geometry }),
  outbox: z.union([FinalEntry, OutboxEntry]),
};

/** Looks into what the table holds of one owner, and tells what contradicts itself. Reads all of it, consistently. */
export function auditOn(table: Table) {
  const ranking = rankingReader(table);

  async function itemsOf(owner: HistoryOwner): Promise<Item[]> {
    const items: Item[] = [];
    const all = queryItems(table, {
      KeyConditionExpression: 'pk = :owner',
      ExpressionAttributeValues: { ':owner': owner },
    });
    for await (const item of all) items.push(Item.parse(item));
    return items;
  }

  /** A locality may change while it is looked at: read it anew and look again before its findings are believed. */
  async function ofLocality(locality: Locality): Promise<Finding[]> {
    const owner = `LOCALITY#${locality.id}` as const;
    const items = await itemsOf(owner);
    const visits = read(items, 'visit', Visit);
    const entries = read(items, 'history', HistoryEntry);
    const broken = chainFaults(entries, locality);
    const faults = [
      ...unreadable(items),
      ...broken,
      ...visitFaults(locality, visits),
      ...countFaults(locality, items, read(items, 'commitment', Commitment)),
      ...lineFaults(items),
    ];
    // What a history that is not whole sealed or told last, nobody knows.
    const sealed = broken.length > 0 ? [] : await sealFaults(table, owner, items, entries);
    const told = broken.length > 0 ? [] : await recordFaults(locality.id, items, entries, ranking);
    const all = withSealed(faults, [...sealed, ...told.filter(isNews(sealed))], locality.id);
    return all.map((fault) => ({
      kind: 'locality',
      id: locality.id,
      ...fault,
    }));
  }

  /** The municipality's own work. */
  async function ofMunicipality(head: MunicipalHead): Promise<Finding[]> {
    const owner = ownerOf(municipal);
    const items = await itemsOf(owner);
    const entries = read(items, 'history', HistoryEntry);
    const broken = chainFaults(entries, head);
    const faults = [...unreadable(items), ...broken, ...lineFaults(items)];
    const sealed = broken.length > 0 ? [] : await sealFaults(table, owner, items, entries);
    return withSealed(faults, sealed, municipal).map((fault) => ({
      kind: 'municipality',
      id: municipal,
      ...fault,
    }));
  }

  async function ofStakeholder({ stakeholder, contact }: KnownStakeholder): Promise<Finding[]> {
    const owner = `STAKEHOLDER#${stakeholder.id}` as const;
    const items = await itemsOf(owner);
    const entries = read(items, 'history', HistoryEntry);
    const broken = chainFaults(entries, stakeholder);
    const erased = stakeholder.erasedOn !== undefined;
    const faults = [
      ...unreadable(items),
      ...broken,
      ...(erased === (contact !== undefined) ? [{ code: 'contact-differs', about: 'contact' } as const] : []),
    ];
    const sealed = broken.length > 0 ? [] : await sealFaults(table, owner, items, entries);
    return withSealed(faults, sealed, stakeholder.id).map((fault) => ({
      kind: 'stakeholder',
      id: stakeholder.id,
      ...fault,
    }));
  }

  async function ofRanking(id: string): Promise<Finding[]> {
    const isSound = await rankingStore(table).isSound(id);
    return isSound ? [] : [{ kind: 'ranking', id, code: 'item-altered', about: 'ranking' }];
  }

  /** What anchors say that the table does not; the newest first. */
  const ofAnchors = async (anchors: AsyncIterable<Anchor>): Promise<Finding[]> =>
    (await anchorFaults(table, anchors)).map(({ day, ...fault }) => ({ ...fault, about: day }));

  return { ofLocality, ofMunicipality, ofStakeholder, ofRanking, ofAnchors };
}

const read = <T>(items: Item[], entity: string, schema: z.ZodType<T>): T[] =>
  items.flatMap((item) => {
    const { success, data } = schema.safeParse(item);
    return item.entity === entity && success ? [data] : [];
  });

/** What an item is called by people, who know the visit and the commitment by other names than the table. */
function aboutOf(name: string, owner: string): string {
  const [, gate, visit] = /^VISIT#(.+)#(\d+)$/.exec(name) ?? [];
  if (gate !== undefined) return `${gate} ${Number(visit)}`;
  const [, number] = /^COMMITMENT#(\d+)$/.exec(name) ?? [];
  if (number !== undefined) return commitmentId({ locality: owner, number: Number(number) });
  const names: Record<string, string> = {
    LOCALITIES: 'locality',
    STAKEHOLDERS: 'stakeholder',
    CONTACTS: 'contact',
  };
  return names[name] ?? name.replace(/^RANKINGS /, 'ranking ').toLowerCase();
}

/** The sums of every line, of its months and its breakdown cells, are those of its entries, summed anew. */
function lineFaults(items: Item[]): Fault[] {
  const entries = Map.groupBy(read(items, 'plan-entry', Entry), ({ line }) => line);
  const cells = Map.groupBy(read(items, 'plan-cells', CellSums), ({ line }) => line);
  return read(items, 'plan-line', Line).flatMap((line): Fault[] => {
    const own = entries.get(line.key) ?? [];
    const anew = summed(own);
    const kept = (cells.get(line.key) ?? []).map(({ month, cells: sums }) => [month, sums] as const);
    // A month that was corrected away keeps an item without cells.
    const filled = (all: (readonly [string, object])[]) =>
      Object.fromEntries(all.filter(([, sums]) => Object.keys(sums).length > 0));
    const agrees =
      own.length === line.entries &&
      canonicalJson(anew.sums) === canonicalJson(line.sums) &&
      canonicalJson(filled([...anew.cells])) === canonicalJson(filled(kept));
    return agrees ? [] : [{ code: 'sums-differ', about: lineId(line) }];
  });
}

/** Whether a survey or ranking is named by no seal: that of a survey, or of some of its rows. */
const isNews =
  (sealed: readonly SealFault[]) =>
  ({ name }: RecordFault): boolean =>
    !sealed.some((fault) => fault.name === name || fault.name.startsWith(`${name.replace('#', '-ROWS#')}#`));

/** All faults; what is named already is not named once more. */
function withSealed(faults: Fault[], sealed: SealFault[], owner: string): Fault[] {
  const named = new Set(faults.map(({ about }) => about));
  const more = sealed.map(({ code, name }) => ({ code, about: aboutOf(name, owner) }));
  return [...faults, ...more.filter(({ about }) => !named.has(about))];
}

const unreadable = (items: Item[]): Fault[] =>
  items
    .filter((item) => schemas[item.entity]?.safeParse(item).success === false)
    .map(({ sk }) => ({ code: 'unreadable', about: sk }));

/** The chain is whole from its first entry to the one that its owner names as the last. */
function chainFaults(
  entries: HistoryEntry[],
  { revision, headHash }: { revision: number; headHash: string },
): Fault[] {
  const gap = entries.findIndex(({ seq }, at) => seq !== at + 1);
  if (gap !== -1 || entries.length !== revision)
    return [{ code: 'history-incomplete', about: String(gap === -1 ? entries.length + 1 : gap + 1) }];
  const altered = brokenAt(entries) ?? ((entries.at(-1)?.hash ?? '') === headHash ? undefined : revision);
  return altered === undefined ? [] : [{ code: 'history-altered', about: String(altered) }];
}

/** Each gate that is past `opening` has its visit, in review when the gate is; no other visit is under way. */
function visitFaults({ position }: Locality, visits: Visit[]): Fault[] {
  const nameOf = (stage: string, track: string | undefined, number: number) =>
    `${gateKey(stage, track)} ${number}`;
  const known = new Map(visits.map((visit) => [nameOf(visit.stage, visit.track, visit.number), visit]));
  const stage = position?.stage ?? '';
  const open = (position?.gates ?? []).filter(({ state }) => state !== 'opening');
  const gateFault = ({ track, visit, state }: Gate): Fault[] => {
    const about = nameOf(stage, track, visit);
    const found = known.get(about);
    known.delete(about);
    if (!found) return [{ code: 'visit-missing', about }];
    if ((found.endedOn !== undefined) !== (state === 'passed')) return [{ code: 'visit-astray', about }];
    return (found.review !== undefined) === (state === 'in-review')
      ? []
      : [{ code: 'review-differs', about }];
  };
  const faults = open.flatMap(gateFault);
  const astray = [...known].filter(([, { endedOn }]) => endedOn === undefined);
  return [...faults, ...astray.map(([about]) => ({ code: 'visit-astray' as const, about }))];
}

/** The locality counts its commitments, and what it keeps of them is what the matrix adds up to. */
function matrixFaults(
  { id, commitments: made, commitmentsBy, matrixCounts }: Locality,
  matrix: Commitment[],
): Fault[] {
  const gap = matrix.findIndex(({ number }, at) => number !== at + 1);
  if (gap !== -1 || matrix.length !== made)
    return [
      {
        code: 'commitments-differ',
        about: commitmentId({ locality: id, number: gap === -1 ? made : gap + 1 }),
      },
    ];
  const counted = countMatrix(matrix);
  const differing = CommitmentStatus.options.filter(
    (status) => countOf(counted, [status]) !== (commitmentsBy[status] ?? 0),
  );
  const differs = matrixCounts !== undefined && canonicalJson(matrixCounts) !== canonicalJson(counted);
  return [...differing, ...(differs && differing.length === 0 ? ['counts'] : [])].map((about) => ({
    code: 'commitments-differ',
    about,
  }));
}

/** What is kept of a matrix agrees with it; of one that is not whole nothing more is said. */
function countFaults(locality: Locality, items: Item[], matrix: Commitment[]): Fault[] {
  const faults = matrixFaults(locality, matrix);
  return faults.length > 0 ? faults : sumFaults(locality, items, matrix);
}

/** The sums of a matrix that is listed are those of its commitments. */
function sumFaults(locality: Locality, items: Item[], matrix: Commitment[]): Fault[] {
  if (!locality.asRead) return [];
  const kept = sumOf(items.filter(({ entity }) => entity === 'sums').map(tallyIn));
  const wrong = difference(sumOf(matrix.map(sumsOf)), kept);
  return [...wrong.keys()].map((about) => ({ code: 'commitments-differ', about }));
}
