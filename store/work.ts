import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { lineOnAgenda, sessionOnAgenda } from '../domain/agenda.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { Problem } from '../domain/errors.ts';
import { type MunicipalHead, municipal } from '../domain/work/board.ts';
import { CellSums, cellsName, Entry, entryAt, entryKey } from '../domain/work/entry.ts';
import { Line, lineId, Objective, objectiveId } from '../domain/work/line.ts';
import { Session, sessionId } from '../domain/work/session.ts';
import type { Work } from '../domain/work/work.ts';
import { ownerOf } from './board-owner.ts';
import { groupItems } from './groups.ts';
import { type Mark, markItems } from './marks.ts';
import { batchRead, type Item, queryItems, queryPage } from './read.ts';
import { table as schema } from './table.ts';
import { taskGone } from './tasks.ts';
import { asRead, asWritten, put, type Table, type TransactItem } from './transaction.ts';

const { dueIndex, pendingIndex, responsibleIndex } = schema;

/** The lines that are to be looked at, in the index of what is pending. */
const reportsPending = 'REPORTS';

/** Where it stands how far the municipality's own history has come. */
export const headKey = { pk: ownerOf(municipal), sk: 'HEAD' };
const Head = z.object({ revision: z.int(), headHash: z.string() });

/** Objectives and lines stand together, so that a plan is one Query; what grows stands elsewhere. */
const planPrefix = 'PLAN#';
const linePrefix = `${planPrefix}LINE#`;
/** Where a plan line is kept. */
export const lineKey = ({ board, key }: Pick<Line, 'board' | 'key'>) => ({
  pk: ownerOf(board),
  sk: `${linePrefix}${key}`,
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

/** Which session: by its board and number. */
type SessionPlace = Pick<Session, 'board' | 'number'>;
const sessionPrefix = 'SESSION#';
export const sessionKey = ({ board, number }: SessionPlace) => ({
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

  /**
   * Every line that somebody is responsible for, in all boards. The index may lag behind; what is found there is read from
   * the table.
   */
  async function linesOf(responsible: string): Promise<Line[]> {
    const keys: Item[] = [];
    const found = queryItems(table, {
      IndexName: responsibleIndex.name,
      KeyConditionExpression: `${responsibleIndex.partitionKey} = :responsible`,
      ExpressionAttributeValues: { ':responsible': responsible },
    });
    for await (const { pk, sk } of found) if (String(sk).startsWith(linePrefix)) keys.push({ pk, sk });
    const theirs = (await batchRead(table, keys)).map((item) => Line.parse(item));
    return theirs
      .filter((line) => line.responsible === responsible)
      .sort((a, b) => (lineId(a) < lineId(b) ? -1 : 1));
  }

  /** The lines that are to be looked at by `today`, whether numbers of them are missing; the index says only where to look. */
  async function linesDue(today: LocalDate): Promise<Line[]> {
    const found = queryItems(table, {
      IndexName: pendingIndex.name,
      KeyConditionExpression: `${pendingIndex.partitionKey} = :reports AND ${pendingIndex.sortKey} <= :today`,
      ExpressionAttributeValues: { ':reports': reportsPending, ':today': today },
    });
    const keys: Item[] = [];
    for await (const { pk, sk } of found) keys.push({ pk, sk });
    const due = (await batchRead(table, keys)).map((item) => Line.parse(item));
    return due.filter(({ reportOn }) => reportOn !== undefined && reportOn <= today);
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
    const item = await read(sessionKey(at));
    if (!item) throw new Problem('not-found');
    return Session.parse(item);
  }

  /** The sessions that are there, by their ids. */
  async function sessions(at: readonly SessionPlace[]): Promise<Map<string, Session>> {
    const unique = new Map(at.map((one) => [sessionId(one), sessionKey(one)]));
    const found = (await batchRead(table, [...unique.values()])).map((item) => Session.parse(item));
    return new Map(found.map((one) => [sessionId(one), one]));
  }

  /** Up to `limit` sessions of a board, planned before the one with number `before`, the newest first. */
  async function sessionPage(
    board: string,
    before: number | undefined,
    limit: number,
  ): Promise<{ items: Session[]; next?: number }> {
    const after = before === undefined ? undefined : sessionKey({ board, number: before });
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

  /** All sessions of a board, in the order in which they were planned. */
  async function sessionsOf(board: string): Promise<Session[]> {
    const sessions: Session[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :session)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':session': sessionPrefix },
    });
    for await (const item of items) sessions.push(Session.parse(item));
    return sessions;
  }

  /** Up to `limit` sessions of a group, planned before the one with number `before`, the newest first. */
  async function sessionsOfGroup(
    group: string,
    before: number | undefined,
    limit: number,
  ): Promise<{ items: Session[]; next?: number }> {
    const { items: marks, hasMore } = await queryPage(table, {
      KeyConditionExpression: 'pk = :group AND sk < :before',
      ExpressionAttributeValues: {
        ':group': groupSessions(group),
        ':before': before === undefined ? '9' : String(before).padStart(8, '0'),
      },
      ScanIndexForward: false,
      Limit: limit,
    });
    const places = marks.map(({ sk }) => {
      const [number, board = ''] = String(sk).split('#');
      return { board, number: Number(number) };
    });
    const found = (await batchRead(table, places.map(sessionKey))).map((item) => Session.parse(item));
    const items = found.filter((one) => one.group === group).sort((a, b) => b.number - a.number);
    return { items, next: hasMore ? places.at(-1)?.number : undefined };
  }

  return {
    session,
    sessions,
    sessionsOf,
    sessionsOfGroup,
    sessionPage,
    head,
    plan,
    findObjective,
    objectives,
    line,
    lines,
    linesOf,
    linesDue,
    entries,
    entryPage,
    allEntries,
    cellsOf,
    cellsOfBoard,
    cells,
  };
}

/** Names an entry in what `entries` answers. */
export const nameOf = ({ board, line, ...at }: EntryPlace): string => `${board}.${line}.${entryKey(at)}`;

/** Where it stands which sessions a group has had; one that was given to another group is left out when they are read. */
const groupSessions = (group: string) => `SESSIONS-OF#${group}`;
const sessionMark = (group: string, { board, number }: SessionPlace): Mark => ({
  pk: groupSessions(group),
  sk: `${String(number).padStart(8, '0')}#${board}`,
});

/** What puts something into the order of days; nothing where it stands nowhere. */
const onDay = (kind: string, place: string | undefined): Item =>
  place === undefined ? {} : { [dueIndex.partitionKey]: kind, [dueIndex.sortKey]: place };

/** What puts a line among those that are to be looked at on a day. */
const toReport = ({ reportOn }: Line): Item =>
  reportOn === undefined
    ? {}
    : { [pendingIndex.partitionKey]: reportsPending, [pendingIndex.sortKey]: reportOn };

/** Writes a line as it is to be, if it is still as it was read, or is new. */
export function lineItem(table: Table, line: Line): TransactItem {
  const places = { ...onDay('line', lineOnAgenda(line)), ...toReport(line) };
  return put(table, { ...lineKey(line), entity: 'plan-line', ...places, ...line }, asWritten(line.writes));
}

/** Writes what a change makes of a board's work; each thing is new, or still as it was read. */
export function workItems(
  table: Table,
  { objectives = [], lines = [], entries = [], cells = [], sessions = [], groups = [], reported = [] }: Work,
): TransactItem[] {
  return [
    ...objectives.map((one) => put(table, { ...objectiveKey(one), entity: 'plan-objective', ...one })),
    ...lines.map((one) => lineItem(table, one)),
    ...entries.map((one) =>
      put(table, { ...entryPlace(one), entity: 'plan-entry', ...one }, asWritten(one.writes)),
    ),
    ...cells.map((one) =>
      put(table, { ...cellsPlace(one), entity: 'plan-cells', ...one }, asWritten(one.writes)),
    ),
    ...sessions.flatMap((one) => {
      const { kind, place } = sessionOnAgenda(one);
      const item = { ...sessionKey(one), entity: 'session', ...onDay(kind, place), ...one };
      return [
        put(table, item, asWritten(one.writes)),
        ...markItems(table, one.group ? [sessionMark(one.group, one)] : []),
      ];
    }),
    ...groups.flatMap((one) => groupItems(table, one)),
    ...reported.map(({ board, key }) =>
      taskGone(table, { kind: 'report-missing', subject: key, locality: board }),
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
