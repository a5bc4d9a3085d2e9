import {
  type AgendaSlot,
  commitmentOnAgenda,
  lineAtPlace,
  sessionOnAgenda,
  slotOrder,
} from '../../domain/agenda.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import { type Commitment, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import { type Gate, isOver, type Locality } from '../../domain/locality.ts';
import { partsOf } from '../../domain/work/board.ts';
import type { Line } from '../../domain/work/line.ts';
import { type LinePeriod, periodsEnding } from '../../domain/work/line-periods.ts';
import { type Session, sessionParts } from '../../domain/work/session.ts';
import { type AgendaSource, agendaStore, daysBetweenPlaces } from '../../store/agenda.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { workStore } from '../../store/work.ts';

export interface AgendaDependencies {
  table: Table;
  localities: LocalityStore;
  commitments: CommitmentStore;
}

/** What stands in an agenda, with the locality it belongs to; none of the municipality's own. */
export type AgendaEntry = { on: LocalDate; locality?: Locality } & (
  | { kind: 'session'; session: Session }
  | { kind: 'gate'; stage: string; gate: Gate; locality: Locality }
  | { kind: 'commitment'; commitment: Commitment; locality: Locality }
  | { kind: 'line-period'; line: Line; period: LinePeriod }
);

/** What of the agenda is asked for: the days, and of which boards. */
interface Asked {
  from: LocalDate;
  to: LocalDate;
  /** Whether what belongs to a board (the id of a locality, or `municipality`) may be shown, and was asked for. */
  isWanted(board: string): boolean;
}

/** So many keys are read at once. */
const together = 1_000;

/** All that a source has on some days. */
async function* placesIn(source: AgendaSource, from: LocalDate | undefined, to: LocalDate | undefined) {
  let range = from === undefined ? {} : daysBetweenPlaces(from, to ?? from);
  if (from === undefined && to !== undefined) range = { to: `${to}$` };
  if (from !== undefined && to === undefined) range = { from };
  for (let after: string | undefined; ; ) {
    const found = await source({ ...range, after }, together);
    yield* found;
    after = found.at(-1)?.place;
    if (found.length < together) return;
  }
}

/** A gate that is to be passed by a day of the agenda. */
interface TargetedGate {
  slot: AgendaSlot;
  locality: Locality;
  gate: Gate;
}

/** The gates that active localities have still to pass, with a target on one of the days. */
async function gatesIn({ from, to, isWanted }: Asked, { table, localities }: AgendaDependencies) {
  const { gates, gatesWaiting } = agendaStore(table);
  const ids = new Set<string>();
  // A locality stands there by its first target; one of another track may be a later one.
  for (const source of [gates, gatesWaiting])
    for await (const { id } of placesIn(source, undefined, to)) if (isWanted(id)) ids.add(id);
  const known = await localities.many([...ids]);
  return [...known.values()].flatMap((locality): TargetedGate[] => {
    if (locality.status !== 'active' || !locality.position) return [];
    const { stage, gates: all } = locality.position;
    return all.flatMap((gate) => {
      const { targetOn: on, state, track, visit } = gate;
      if (!on || state === 'passed' || on < from || on > to) return [];
      const id = [locality.id, stage, track ?? '', visit].join('/');
      return [{ slot: { on, kind: 'gate', id, board: locality.id }, locality, gate }];
    });
  });
}

/** The first `limit` slots of a kind behind an order, of those that are wanted. */
async function slotsOf(
  kind: 'session' | 'commitment',
  sources: readonly AgendaSource[],
  { from, to, isWanted }: Asked,
  after: string | undefined,
  limit: number,
): Promise<AgendaSlot[]> {
  const all = sources.map(async (source) => {
    const slots: AgendaSlot[] = [];
    for await (const { id, place } of placesIn(source, from, to)) {
      const slot = { on: place.slice(0, 10), kind, id, board: partsOf(id).board };
      if (!isWanted(slot.board) || (after !== undefined && slotOrder(slot) <= after)) continue;
      slots.push(slot);
      if (slots.length === limit) break;
    }
    return slots;
  });
  return (await Promise.all(all)).flat();
}

/** The ends of the periods of open lines on the days, from the keys of the lines alone. */
async function periodsIn({ from, to, isWanted }: Asked, table: Table) {
  const found: { slot: AgendaSlot; period: LinePeriod }[] = [];
  for await (const { place } of placesIn(agendaStore(table).lines, from, undefined)) {
    const line = lineAtPlace(place);
    if (!line || line.from > to) continue;
    const { board } = partsOf(line.id);
    if (!isWanted(board)) continue;
    for (const period of periodsEnding(line, { from, to }))
      found.push({ slot: { on: period.to, kind: 'line-period', id: line.id, board }, period });
  }
  return found;
}

/**
 * A page of an agenda in the order of days: `next` is where the one after it begins. It is found by keys, and what they name is
 * then read from the table, so that a page may be short although others follow.
 */
export async function readAgenda(
  asked: Asked,
  after: string | undefined,
  limit: number,
  dependencies: AgendaDependencies,
): Promise<{ entries: AgendaEntry[]; next?: string }> {
  const { table, localities, commitments } = dependencies;
  const { sessions, sessionsOver, commitments: due } = agendaStore(table);
  // What ends on days before the one that the last page ended on is not read again.
  const from = after === undefined ? asked.from : after.slice(0, 10);
  const rest = { ...asked, from: from > asked.from ? from : asked.from };
  const [meetings, promises, gates, periods] = await Promise.all([
    slotsOf('session', [sessions, sessionsOver], rest, after, limit + 1),
    slotsOf('commitment', [due], rest, after, limit + 1),
    gatesIn(rest, dependencies),
    periodsIn(rest, table),
  ]);
  const slots = [
    ...meetings,
    ...promises,
    ...gates.map(({ slot }) => slot),
    ...periods.map(({ slot }) => slot),
  ]
    .map((slot) => ({ slot, order: slotOrder(slot) }))
    .filter(({ order }) => after === undefined || order > after)
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const page = slots.slice(0, limit);
  const idsOf = (kind: AgendaSlot['kind']) => page.flatMap(({ slot }) => (slot.kind === kind ? slot.id : []));
  const [held, promised, lines, places] = await Promise.all([
    workStore(table).sessions(idsOf('session').map(sessionParts)),
    commitments.many(idsOf('commitment').map(commitmentOf)),
    workStore(table).lines(idsOf('line-period').map(partsOf)),
    localities.many([...new Set(page.map(({ slot }) => slot.board))]),
  ]);
  const gateAt = new Map(gates.map((one) => [slotOrder(one.slot), one]));
  const periodAt = new Map(periods.map((one) => [slotOrder(one.slot), one.period]));
  const promiseAt = new Map(promised.map((one) => [commitmentId(one), one]));
  const entries = page.flatMap(({ slot, order }): AgendaEntry[] => {
    const { on, id, board } = slot;
    const locality = places.get(board);
    if (slot.kind === 'gate') {
      const found = gateAt.get(order);
      const stage = found?.locality.position?.stage;
      return found && stage ? [{ kind: 'gate', on, stage, gate: found.gate, locality: found.locality }] : [];
    }
    if (slot.kind === 'commitment') {
      const commitment = promiseAt.get(id);
      // Changed since the index was read, or of a locality that is over.
      if (!commitment || !locality || isOver(locality)) return [];
      const isStill = commitmentOnAgenda(commitment)?.startsWith(on);
      return isStill ? [{ kind: 'commitment', on, commitment, locality }] : [];
    }
    if (slot.kind === 'session') {
      const session = held.get(id);
      const isStill = session && sessionOnAgenda(session).place.startsWith(on);
      return isStill ? [{ kind: 'session', on, session, locality }] : [];
    }
    const [line, period] = [lines.get(id), periodAt.get(order)];
    return line?.status === 'open' && period ? [{ kind: 'line-period', on, line, period, locality }] : [];
  });
  return { entries, next: slots.length > limit ? page.at(-1)?.order : undefined };
}
