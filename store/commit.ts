import type { LocalityEvent } from '../domain/audit-events.ts';
import type { Change } from '../domain/change.ts';
import type { StakeholderChange } from '../domain/commands/stakeholders.ts';
import { countsOf } from '../domain/listing.ts';
import type { Locality } from '../domain/locality.ts';
import { mailsCausedBy, mailsCausedByPerson } from '../domain/mail-bounds.ts';
import { difference, sumOf, type Tally } from '../domain/tally.ts';
import { municipal } from '../domain/work/board.ts';
import type { MunicipalChange, WorkChange } from '../domain/work/work-change.ts';
import { registered, registerItems } from './address-register.ts';
import { ownerOf } from './board-owner.ts';
import { commitmentItem } from './commitments.ts';
import { countItems, sumItems } from './counters.ts';
import { chained, type HistoryEntry, historyItem } from './history.ts';
import { isListed } from './listed.ts';
import { geometryGone, geometryItem, localityItem } from './localities.ts';
import { mailHourItems } from './mail-hours.ts';
import { markItems, marksOfContact, marksOfLocality, marksOfStakeholder } from './marks.ts';
import { outboxItem, stakeholderMailItem } from './outbox.ts';
import { sealsOf } from './seals.ts';
import { contactGone, contactItem, stakeholderItem } from './stakeholders.ts';
import { taskGone, taskItem } from './tasks.ts';
import { type Table, type TransactItem, writeAll } from './transaction.ts';
import { visitItem } from './visit-item.ts';
import { headItem, workItems } from './work.ts';

const nothing: Tally = new Map();

/** Changes of one locality, each decided on what the one before leaves: of one or more. */
type Sequence = readonly [Change, ...Change[]];

/** Changes of the same locality follow one another, in the order in which they were decided. */
function sequencesOf(changes: readonly Change[]): Sequence[] {
  const byLocality = Map.groupBy(changes, ({ locality }) => locality.id);
  return [...byLocality.values()].flatMap(([first, ...more]): Sequence[] =>
    first ? [[first, ...more]] : [],
  );
}

const lastOf = (sequence: Sequence): Change => sequence.at(-1) ?? sequence[0];
const sumsOfAll = (sequence: Sequence): Tally => sumOf(sequence.map(({ sums }) => sums ?? nothing));

/** What changes add to the counters of the municipality; nothing while they know nothing of the locality. */
function countsChanged(sequence: Sequence): Tally {
  const { asRead, ...now } = lastOf(sequence).locality;
  if (!isListed(lastOf(sequence).locality)) return nothing;
  return sumOf([difference(countsOf(now), asRead ? countsOf(asRead) : nothing), sumsOfAll(sequence)]);
}

/** What changes write and take away so that the locality is found, and what its own sums become. */
function listItems(table: Table, sequence: Sequence): TransactItem[] {
  const { asRead, ...now } = lastOf(sequence).locality;
  if (!isListed(lastOf(sequence).locality)) return [];
  return [
    ...markItems(table, marksOfLocality(now), asRead ? marksOfLocality(asRead) : []),
    ...sumItems(table, now.id, sumsOfAll(sequence)),
  ];
}

/**
 * All items of the changes of a locality: state, what lists know of it, a line in the history for each, and the outbox
 * messages they call for. Each line seals what its change writes, the last one the locality too, and what of `also`
 * belongs to it.
 */
function itemsOf(table: Table, sequence: Sequence, now: Date, also: TransactItem[]): TransactItem[] {
  const [first] = sequence;
  const last = lastOf(sequence);
  const owner = `LOCALITY#${last.locality.id}` as const;
  const items: TransactItem[] = [];
  let head = first.locality.headHash;
  for (const change of sequence) {
    const { locality, tasks = { open: [], clear: [] }, event, outbox } = change;
    const belongings = belongingsOf(table, change);
    // The hash of its last line is no part of what is sealed of a locality.
    const whole = change === last ? [localityItem(table, locality), ...also] : [];
    const seals = sealsOf(owner, [...belongings, ...whole]);
    const entry = chained(event, locality.revision, now.toISOString(), head, seals);
    head = entry.hash;
    items.push(
      ...belongings,
      ...tasks.clear.map((task) => taskGone(table, task)),
      ...tasks.open.map((task) => taskItem(table, task)),
      historyItem(table, owner, entry),
      ...(outbox.length > 0 ? [outboxItem(table, owner, locality.revision, outbox, entry.at)] : []),
    );
  }
  const read = first.locality.revision - 1;
  return [
    localityItem(table, { ...last.locality, headHash: head }, read),
    ...listItems(table, sequence),
    ...items,
  ];
}

/** What a change writes of what belongs to its locality. */
function belongingsOf(
  table: Table,
  { locality, visits, geometry, commitments = [], work = {} }: Change,
): TransactItem[] {
  return [
    ...visits.map((visit) => visitItem(table, visit)),
    ...(geometry ? [geometryItem(table, locality.id, geometry)] : []),
    ...(geometry === null ? [geometryGone(table, locality.id)] : []),
    ...commitments.map((commitment) => commitmentItem(table, commitment)),
    ...workItems(table, work),
  ];
}

/** All items of a change of the municipality's own work: state, and its line in the history of that, which seals it. */
function municipalItems(
  table: Table,
  { head, work, event, outbox = [] }: MunicipalChange,
  now: Date,
): TransactItem[] {
  const owner = ownerOf(municipal);
  const items = workItems(table, work);
  const revision = head.revision + 1;
  const entry = chained(event, revision, now.toISOString(), head.headHash, sealsOf(owner, items));
  return [
    headItem(table, { revision, headHash: entry.hash }),
    ...items,
    historyItem(table, owner, entry),
    ...(outbox.length > 0 ? [outboxItem(table, owner, revision, outbox, entry.at)] : []),
  ];
}

/**
 * Lines that follow one another in the history of a locality which changes in nothing else, and the locality with the last
 * of them as its head; they are written if it is still as it was read.
 */
export function historyItems(
  table: Table,
  locality: Locality,
  events: readonly LocalityEvent[],
  now: Date,
): TransactItem[] {
  const entries: HistoryEntry[] = [];
  for (const event of events) {
    const { seq, hash } = entries.at(-1) ?? { seq: locality.revision, hash: locality.headHash };
    entries.push(chained(event, seq + 1, now.toISOString(), hash));
  }
  const { seq: revision, hash: headHash } = entries.at(-1) ?? {
    seq: locality.revision,
    hash: locality.headHash,
  };
  return [
    localityItem(table, { ...locality, revision, headHash }, locality.revision),
    ...entries.map((entry) => historyItem(table, `LOCALITY#${locality.id}`, entry)),
  ];
}

/**
 * Writes a change whole or not at all. `also` are items that must stand or fall with it.
 * @throws Conflict when what the change was decided on is no longer so: load, decide and commit again
 */
export async function commit(
  table: Table,
  change: Change,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  await commitAll(table, [change], now, also);
}

/**
 * Writes changes of several localities, and of the municipality's own work, together: all of them, or none. Those of one
 * locality were decided one on the other, in this order; none of them changes what another one does beside the locality
 * itself.
 * @throws Conflict when one of them was decided on what is no longer so
 * @throws Problem `too-many-mails` when whoever made them has caused too many within the hour
 */
export async function commitAll(
  table: Table,
  changes: readonly WorkChange[],
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  const caused = changes.flatMap((change) => ('locality' in change ? mailsCausedBy(change) : []));
  await commitPage(table, changes, now, [...also, ...(await mailHourItems(table, caused, now))]);
}

/** The same of a page of an import, whose mails were counted as a whole when it was accepted. */
export async function commitPage(
  table: Table,
  changes: readonly WorkChange[],
  now: Date,
  also: TransactItem[],
): Promise<void> {
  const sequences = sequencesOf(changes.filter((change) => 'locality' in change));
  const items = [
    ...sequences.flatMap((sequence) => itemsOf(table, sequence, now, also)),
    ...changes.flatMap((change) => ('locality' in change ? [] : municipalItems(table, change, now))),
    ...also,
  ];
  const counts = sumOf(sequences.map(countsChanged));
  await writeAll(table, () => [...items, ...countItems(table, counts)]);
}

/**
 * Writes a change of a stakeholder whole or not at all, with its line in their own history.
 * @throws Conflict when they have changed since they were read
 * @throws Problem `too-many-mails` when whoever made it has caused too many within the hour
 */
export async function commitStakeholder(
  table: Table,
  change: StakeholderChange,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  const counted = await mailHourItems(table, mailsCausedByPerson(change), now);
  await commitStakeholders(table, [change], now, [...also, ...counted]);
}

/**
 * Writes changes of several stakeholders, whose mails are counted already, together: all of them, or none.
 * @throws Conflict when one of them has changed since they were read
 */
export async function commitStakeholders(
  table: Table,
  changes: StakeholderChange[],
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  const known = await Promise.all(changes.map((change) => registered(table, change)));
  await writeAll(table, [
    ...known.flatMap(({ change }) => stakeholderItems(table, change, now)),
    ...registerItems(table, known),
    ...also,
  ]);
}

function stakeholderItems(table: Table, change: StakeholderChange, now: Date): TransactItem[] {
  const { stakeholder, contact, formerly, mails = [], event } = change;
  const { id, revision } = stakeholder;
  const owner = `STAKEHOLDER#${id}` as const;
  const contactItems = [
    ...(contact ? [contactItem(table, id, contact)] : []),
    ...(contact === null ? [contactGone(table, id)] : []),
  ];
  const seals = sealsOf(owner, [stakeholderItem(table, stakeholder), ...contactItems]);
  const entry = chained(event, revision, now.toISOString(), stakeholder.headHash, seals);
  return [
    stakeholderItem(table, { ...stakeholder, headHash: entry.hash }),
    ...contactItems,
    ...(isListed(stakeholder)
      ? markItems(
          table,
          [...marksOfStakeholder(stakeholder), ...marksOfContact(id, contact)],
          [
            ...(stakeholder.asRead ? marksOfStakeholder(stakeholder.asRead) : []),
            ...marksOfContact(id, formerly),
          ],
        )
      : []),
    historyItem(table, owner, entry),
    ...mails.map((mail) => stakeholderMailItem(table, mail, String(revision), entry.at)),
  ];
}
