import { createHash, createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { AuditAction, MailEvent } from '../domain/audit-events.ts';
import { Instant } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { freeTextsIn, partAt, withParts } from '../domain/free-texts.ts';
import { mailActions } from '../domain/mail-actions.ts';
import { queryItems, queryPage } from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/**
 * One line of a history as it is stored and published, chained to the one before by its hash (SHA-256, hexadecimal). Its
 * action and detail are those of `domain/audit-events.ts`; lines that this release does not know are kept as they are, as
 * the hash is over what was written.
 */
export const HistoryEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
  /** Digests of the items that were written with it, by name (`store/seals.ts`); lines older than that have none. */
  seals: z.record(z.string(), z.string()).optional(),
  /**
   * Of each free text in the detail, by its place there: the digest that the hash covers in its stead, and the random number
   * that keys it, which goes when the text is erased. Lines without free text have none, and lines older than that.
   */
  texts: z.record(z.string(), z.object({ digest: z.string(), salt: z.string().optional() })).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Whose history it is: each has a chain of its own. */
export type HistoryOwner = `LOCALITY#${string}` | `STAKEHOLDER#${string}` | 'MUNICIPALITY#WORK';

/** The event that tells which lines of a history had texts erased (`domain/audit-events.ts`). */
const erasedAction: AuditAction = 'texts-erased';

const prefix = 'HISTORY#';
export const historyKey = (owner: HistoryOwner, seq: number) => ({
  pk: owner,
  sk: `${prefix}${String(seq).padStart(8, '0')}`,
});

const ofOwner = (owner: HistoryOwner) => ({
  KeyConditionExpression: 'pk = :owner AND begins_with(sk, :history)',
  ExpressionAttributeValues: { ':owner': owner, ':history': prefix },
});

const digestsOf = (texts: NonNullable<HistoryEntry['texts']>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([path, { digest }]) => [path, digest]));

/**
 * The hash of an entry: over everything it says, with a digest in the place of each free text, the hash of the one before, and
 * what it seals where it seals something.
 */
export function entryHash(entry: Omit<HistoryEntry, 'hash'>): string {
  const { seq, at, actor, action, detail, previousHash, seals, texts } = entry;
  const digests = texts && digestsOf(texts);
  const plain = digests ? withParts(detail, new Map(Object.entries(digests))) : detail;
  // That a text is one is covered too: what was said plainly cannot be passed off as a digest afterwards.
  const also = digests ? [seals ?? {}, digests] : seals ? [seals] : [];
  const said = [seq, at, actor, action, plain, previousHash, ...also];
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** 96 bits, as those of seals. */
const digestLength = 16;
const textDigest = (salt: string, text: unknown) =>
  createHmac('sha256', salt)
    .update(canonicalJson(z.json().parse(text)))
    .digest('base64url')
    .slice(0, digestLength);

/** The digest of each free text in a detail, each keyed by a number of its own: what is left of one tells nothing of it. */
function textsIn(action: string, detail: Record<string, unknown>): Pick<HistoryEntry, 'texts'> {
  const places = freeTextsIn(action, detail);
  if (places.length === 0) return {};
  const digested = places.map((path) => {
    const salt = randomBytes(12).toString('base64url');
    return [path, { digest: textDigest(salt, partAt(detail, path)), salt }];
  });
  return { texts: Object.fromEntries(digested) };
}

/** The entry for an event that follows `previousHash` (empty for the first). What is `undefined` in its detail is left out. @param seals of what is written with it */
export function chained(
  { actor, action, detail: said }: { actor: string; action: string; detail: object },
  seq: number,
  at: Instant,
  previousHash: string,
  seals: Record<string, string> = {},
): HistoryEntry {
  const detail = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(said)));
  const sealed = Object.keys(seals).length > 0 ? { seals } : {};
  const entry = { seq, at, actor, action, detail, previousHash, ...sealed, ...textsIn(action, detail) };
  return { ...entry, hash: entryHash(entry) };
}

/** The number of an entry and what it says once texts in it were erased, as the event that erased them tells it. */
const ErasedLines = z.object({ lines: z.array(z.object({ seq: z.int(), digest: z.string() })) });

/** A digest of what an entry says in whole, texts included. */
const contentDigest = ({ at, actor, action, detail, texts }: HistoryEntry): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify([at, actor, action, detail, texts ?? null]))))
    .digest('base64url')
    .slice(0, digestLength);

/**
 * An entry with other texts in the place of some, and what the event that erases them is to tell of it. Its hash stays; the
 * digests of those texts can be tested against nothing any more. An entry older than digests is vouched for by that event alone.
 * @param parts what is to stand at places of its detail from now on
 */
export function erasedIn(entry: HistoryEntry, parts: ReadonlyMap<string, unknown>) {
  const { texts } = entry;
  const left =
    texts &&
    Object.fromEntries(
      Object.entries(texts).map(([path, { digest, salt }]) => [
        path,
        parts.has(path) || salt === undefined ? { digest } : { digest, salt },
      ]),
    );
  const erased: HistoryEntry = {
    ...entry,
    detail: withParts(entry.detail, parts),
    ...(left ? { texts: left } : {}),
  };
  return { entry: erased, line: { seq: erased.seq, digest: contentDigest(erased) } };
}

/** Whether an entry says what it said when it was written, but for what `erased` tells of it. */
function isAsWritten(entry: HistoryEntry, erased: string | undefined): boolean {
  const isVouchedFor = erased === contentDigest(entry);
  // Written before free texts had digests: nothing but the event that erased them tells what is left.
  if (entry.hash !== entryHash(entry)) return !entry.texts && isVouchedFor;
  return Object.entries(entry.texts ?? {}).every(([path, { digest, salt }]) =>
    salt === undefined ? isVouchedFor : digest === textDigest(salt, partAt(entry.detail, path) ?? null),
  );
}

/**
 * The number of the first entry that does not follow from the one before it, or says what it did not when it was written;
 * `undefined` when all do. Texts that were erased are told of by a later entry, which must be among these.
 */
export function brokenAt(entries: HistoryEntry[], previousHash = ''): number | undefined {
  const erased = new Map<number, string>();
  for (const { action, detail } of entries) {
    if (action !== erasedAction) continue;
    for (const { seq, digest } of ErasedLines.safeParse(detail).data?.lines ?? []) erased.set(seq, digest);
  }
  let previous = previousHash;
  for (const entry of entries) {
    if (entry.previousHash !== previous || !isAsWritten(entry, erased.get(entry.seq))) return entry.seq;
    previous = entry.hash;
  }
  return undefined;
}

/** What became of a mail, as the history of a locality tells it. */
export type MailEntry = Pick<HistoryEntry, 'at'> & MailEvent;

/** Reads histories. */
export function historyStore(table: Table) {
  /** Up to `limit` entries that follow number `from`: later ones, oldest first, or earlier ones, newest first. */
  async function page(owner: HistoryOwner, from: number | undefined, limit: number, newestFirst = false) {
    const { items: found, hasMore } = await queryPage(table, {
      ...ofOwner(owner),
      ExclusiveStartKey: from === undefined ? undefined : historyKey(owner, from),
      ScanIndexForward: !newestFirst,
      Limit: limit,
    });
    const items = found.map((item) => HistoryEntry.parse(item));
    return { items, next: hasMore ? items.at(-1)?.seq : undefined };
  }

  /** What became of mail to somebody (`detail.to`), oldest first: all of the history is read, these alone come back. */
  async function* mailsTo(owner: HistoryOwner, to: string): AsyncGenerator<MailEntry> {
    // Whatever is committed adds to a history, and few requests read one: the schemas of all events wait until then.
    const { isMailEvent, localityEventOf } = await import('../domain/audit-events.ts');
    const { sent, failed, kept } = mailActions;
    const { KeyConditionExpression, ExpressionAttributeValues } = ofOwner(owner);
    const items = queryItems(table, {
      KeyConditionExpression,
      FilterExpression: '#action IN (:sent, :failed, :kept) AND #detail.#to = :to',
      ExpressionAttributeNames: { '#action': 'action', '#detail': 'detail', '#to': 'to' },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ':sent': sent,
        ':failed': failed,
        ':kept': kept,
        ':to': to,
      },
    });
    for await (const item of items) {
      const entry = HistoryEntry.parse(item);
      const event = localityEventOf(entry);
      if (event && isMailEvent(event)) yield { at: entry.at, ...event };
    }
  }

  /** The whole history, oldest first. */
  async function all(owner: HistoryOwner): Promise<HistoryEntry[]> {
    const entries: HistoryEntry[] = [];
    for await (const item of queryItems(table, ofOwner(owner))) entries.push(HistoryEntry.parse(item));
    return entries;
  }

  /** Whether a history names somebody by their id. */
  async function names(owner: HistoryOwner, stakeholder: string): Promise<boolean> {
    for await (const { actor, detail } of queryItems(table, ofOwner(owner)))
      if (JSON.stringify([actor, detail]).includes(stakeholder)) return true;
    return false;
  }

  return { page, all, mailsTo, names };
}
export type HistoryStore = ReturnType<typeof historyStore>;

/** Writes a history entry; its number is free or another change came first. */
export function historyItem(table: Table, owner: HistoryOwner, entry: HistoryEntry): TransactItem {
  return put(table, { ...historyKey(owner, entry.seq), entity: 'history', ...entry });
}

/** Writes an entry in which texts were erased, if it is still as it was read: entries change by nothing else. */
export function erasedHistoryItem(
  { name: TableName }: Table,
  owner: HistoryOwner,
  entry: HistoryEntry,
): TransactItem {
  return {
    Put: {
      TableName,
      Item: { ...historyKey(owner, entry.seq), entity: 'history', ...entry },
      ConditionExpression: '#hash = :hash',
      ExpressionAttributeNames: { '#hash': 'hash' },
      ExpressionAttributeValues: { ':hash': entry.hash },
    },
  };
}
