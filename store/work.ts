import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalDate } from '../domain/calendar.ts';
import { Problem } from '../domain/errors.ts';
import { type MunicipalHead, municipal } from '../domain/work/board.ts';
import { CellSums, cellsName, Entry, entryAt, entryKey } from '../domain/work/entry.ts';
import { Line, lineId, Objective, objectiveId } from '../domain/work/line.ts';
import { Session } from '../domain/work/session.ts';
import type { Work } from '../domain/work/work.ts';
import type { HistoryOwner } from './history.ts';
import { batchRead, type Item, queryItems, queryPage } from './read.ts';
import { asRead, asWritten, put, type Table, type TransactItem } from './transaction.ts';

/** Whose partition and history the work of a board stands in. */
export const ownerOf = (board: string): HistoryOwner =>
  board === municipal ? 'MUNICIPALITY#WORK' : `LOCALITY#${board}`;

/** Where it stands how far the municipality's own history has come. */
export const headKey = { pk: ownerOf(municipal), sk: 'HEAD' };
const Head = z.object({ revision: z.int(), headHash: z.string() });

/** Objectives and lines stand together, so that a plan is one Query; what grows stands elsewhere. */
const planPrefix = 'PLAN#';
const lineKey = ({ board, key }: Pick<Line, 'board' | 'key'>) => ({
  pk: ownerOf(board),
  sk: `${planPrefix}LINE#${key}`,
});
const objectiveKey = ({ board, key }: Pick<Objective, 'board' | 'key'>) => ({
  pk: ownerOf(board),
  sk: `${planPrefix}OBJECTIVE#${key}`,
});

type EntryPlace = Pick<Entry, 'board' | 'line' | 'on' | 'number'>;
/** In the order of days, and of numbers within a day. */
const entrySort = ({ line, on, number }: Pick<EntryPlace, 'line' | 'on' | 'number'>) =>
  `ENTRY#${line}#${on}#${String(number).padStart(8, '0')}`;
const entryPlace = (entry: EntryPlace) => ({ pk: ownerOf(entry.board), sk: entrySort(entry) });

type CellsPlace = Pick<CellSums, 'board' | 'line' | 'month'>;
const cellsPrefix = (line: string) => `CELLS#${line}#`;
const cellsPlace = ({ board, line, month }: CellsPlace) => ({
  pk: ownerOf(board),
  sk: `${cellsPrefix(line)}${month}`,
});

type SessionPlace = Pick<Session, 'board' | 'number'>;
const sessionPrefix = 'SESSION#';
const sessionPlace = ({ board, number }: SessionPlace) => ({
  pk: ownerOf(board),
  sk: `${sessionPrefix}${String(number).padStart(8, '0')}`,
});

/** A plan: what stands in one board. */
export interface Plan {
  objectives: Objective[];
  lines: Line[];
}

/** Objectives, plan lines, entries and their sums. Every read is consistent. */
export function workStore(table: Table) {
  const { client, name: TableName } = table;

  async function read(Key: Item): Promise<Item | undefined> {
    const { Item: item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return item;
  }

  /** Where the history of the municipality's own work stands. */
  async function head(): Promise<MunicipalHead> {
    return Head.parse((await read(headKey)) ?? { revision: 0, headHash: '' });
  }

  /** All objectives and lines of a board, with what the lines' entries add up to. */
  async function plan(board: string): Promise<Plan> {
    const found: Plan = { objectives: [], lines: [] };
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :plan)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':plan': planPrefix },
    });
    for await (const item of items) {
      if (item.entity === 'plan-objective') found.objectives.push(Objective.parse(item));
      else found.lines.push(Line.parse(item));
    }
    return found;
  }

  async function findObjective(at: Pick<Objective, 'board' | 'key'>): Promise<Objective | undefined> {
    const item = await read(objectiveKey(at));
    return item && Objective.parse(item);
  }

  /** The objectives that are there, by their ids. */
  async function objectives(
    at: readonly Pick<Objective, 'board' | 'key'>[],
  ): Promise<Map<string, Objective>> {
    const unique = new Map(at.map((one) => [objectiveId(one), objectiveKey(one)]));
    const found = (await batchRead(table, [...unique.values()])).map((item) => Objective.parse(item));
    return new Map(found.map((one) => [objectiveId(one), one]));
  }

  /** @throws Problem `not-found` */
  async function line(at: Pick<Line, 'board' | 'key'>): Promise<Line> {
    const item = await read(lineKey(at));
    if (!item) throw new Problem('not-found');
    return Line.parse(item);
  }

  /** The lines that are there, by their ids. */
  async function lines(at: readonly Pick<Line, 'board' | 'key'>[]): Promise<Map<string, Line>> {
    const unique = new Map(at.map((one) => [lineId(one), lineKey(one)]));
    const found = (await batchRead(table, [...unique.values()])).map((item) => Line.parse(item));
    return new Map(found.map((one) => [lineId(one), one]));
  }

  /** The entries that are there, by `nameOf`. */
  async function entries(at: readonly EntryPlace[]): Promise<Map<string, Entry>> {
    const unique = new Map(at.map((one) => [nameOf(one), entryPlace(one)]));
    const found = (await batchRead(table, [...unique.values()])).map((item) => Entry.parse(item));
    return new Map(found.map((one) => [nameOf(one), one]));
  }

  /** Up to `limit` entries of a line within a period, in the order of days; `after` is the key of the one they follow. */
  async function entryPage(
    { board, key }: Pick<Line, 'board' | 'key'>,
    { from, to }: { from: LocalDate; to: LocalDate },
    after: string | undefined,
    limit: number,
  ): Promise<{ items: Entry[]; next?: string }> {
    const at = after === undefined ? undefined : { board, line: key, ...entryAt(after) };
    const { items: found, hasMore } = await queryPage(table, {
      KeyConditionExpression: 'pk = :owner AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':owner': ownerOf(board),
        ':from': `ENTRY#${key}#${from}#`,
        ':to': `ENTRY#${key}#${to}#~`,
      },
      ExclusiveStartKey: at && entryPlace(at),
      Limit: limit,
    });
    const items = found.map((item) => Entry.parse(item));
    const last = items.at(-1);
    return { items, next: hasMore && last ? entryKey(last) : undefined };
  }

  /** The entries of a board, line by line in the order of days; of one line alone where its key is given. */
  async function* allEntries(board: string, line?: string): AsyncGenerator<Entry> {
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :entry)',
      ExpressionAttributeValues: {
        ':owner': ownerOf(board),
        ':entry': line === undefined ? 'ENTRY#' : `ENTRY#${line}#`,
      },
    });
    for await (const item of items) yield Entry.parse(item);
  }

  /** The sessions of a board, in the order in which they were planned. */
  async function* allSessions(board: string): AsyncGenerator<Session> {
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :session)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':session': sessionPrefix },
    });
    for await (const item of items) yield Session.parse(item);
  }

  /** The cell sums of a line, month by month. */
  async function cellsOf({ board, key }: Pick<Line, 'board' | 'key'>): Promise<CellSums[]> {
    const found: CellSums[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :cells)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':cells': cellsPrefix(key) },
    });
    for await (const item of items) found.push(CellSums.parse(item));
    return found;
  }

  /** The cell sums of all lines of a board, by the keys of the lines. */
  async function cellsOfBoard(board: string): Promise<Map<string, CellSums[]>> {
    const found: CellSums[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :cells)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':cells': 'CELLS#' },
    });
    for await (const item of items) found.push(CellSums.parse(item));
    return Map.groupBy(found, ({ line }) => line);
  }

  /** The cell sums of months of lines, those that are there, by `cellsName`. */
  async function cells(at: readonly CellsPlace[]): Promise<Map<string, CellSums>> {
    const name = ({ board, line, month }: CellsPlace) => cellsName({ board, key: line }, month);
    const unique = new Map(at.map((one) => [name(one), cellsPlace(one)]));
    const found = (await batchRead(table, [...unique.values()])).map((item) => CellSums.parse(item));
    return new Map(found.map((one) => [name(one), one]));
  }

  /** @throws Problem `not-found` */
  async function session(at: SessionPlace): Promise<Session> {
    const item = await read(sessionPlace(at));
    if (!item) throw new Problem('not-found');
    return Session.parse(item);
  }

  /** Up to `limit` sessions of a board, planned before the one with number `before`, the newest first. */
  async function sessionPage(
    board: string,
    before: number | undefined,
    limit: number,
  ): Promise<{ items: Session[]; next?: number }> {
    const after = before === undefined ? undefined : sessionPlace({ board, number: before });
    const { items: found, hasMore } = await queryPage(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :session)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':session': sessionPrefix },
      ExclusiveStartKey: after,
      ScanIndexForward: false,
      Limit: limit,
    });
    const items = found.map((item) => Session.parse(item));
    return { items, next: hasMore ? items.at(-1)?.number : undefined };
  }

  return {
    session,
    sessionPage,
    head,
    plan,
    findObjective,
    objectives,
    line,
    lines,
    entries,
    entryPage,
    allEntries,
    allSessions,
    cellsOf,
    cellsOfBoard,
    cells,
  };
}

/** Names an entry in what `entries` answers. */
export const nameOf = ({ board, line, ...at }: EntryPlace): string => `${board}.${line}.${entryKey(at)}`;

/** Writes what a change makes of a board's work; each thing is new, or still as it was read. */
export function workItems(
  table: Table,
  { objectives = [], lines = [], entries = [], cells = [], sessions = [] }: Work,
): TransactItem[] {
  return [
    ...objectives.map((one) => put(table, { ...objectiveKey(one), entity: 'plan-objective', ...one })),
    ...lines.map((one) =>
      put(table, { ...lineKey(one), entity: 'plan-line', ...one }, asWritten(one.writes)),
    ),
    ...entries.map((one) =>
      put(table, { ...entryPlace(one), entity: 'plan-entry', ...one }, asWritten(one.writes)),
    ),
    ...cells.map((one) =>
      put(table, { ...cellsPlace(one), entity: 'plan-cells', ...one }, asWritten(one.writes)),
    ),
    ...sessions.map((one) =>
      put(table, { ...sessionPlace(one), entity: 'session', ...one }, asWritten(one.writes)),
    ),
  ];
}

/** Holds a transaction to a line as it was read. */
export const lineAsRead = (
  { name }: Table,
  { board, key, writes }: Pick<Line, 'board' | 'key' | 'writes'>,
): TransactItem => ({
  ConditionCheck: { TableName: name, Key: lineKey({ board, key }), ...asWritten(writes + 1) },
});

/** Writes where the municipality's own history stands from now on, if it is still as it was read. */
export const headItem = (table: Table, head: MunicipalHead): TransactItem =>
  put(table, { ...headKey, entity: 'municipal-head', ...head }, asRead(head.revision));
