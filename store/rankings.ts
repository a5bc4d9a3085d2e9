import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { Problem } from '../domain/errors.ts';
import { canonical } from '../domain/targeting/canonical.ts';
import { type RankedPlace, Ranking, rank } from '../domain/targeting/ranking.ts';
import { RankingMethod, RankingRequest } from '../domain/targeting/ranking-request.ts';
import { Sensitivity } from '../domain/targeting/sensitivity.ts';
import { User } from '../domain/user.ts';
import { isUnreadable, type PackedKey, packable, packedItems, pieces, unpacked } from './packed.ts';
import { queryPage } from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** All rankings share a partition; their ids sort by the time they were made. */
const partition = 'RANKINGS';
const rankingKey = (id: string) => ({ pk: partition, sk: id });
const bodyKey = (id: string): PackedKey => ({ pk: `RANKING#${id}`, prefix: 'BODY#' });

export const RankingId = z.string().regex(/^[0-9a-z-]{1,60}$/, 'is not the id of a ranking');

/** A frozen ranking as lists show it. */
export const RankingHead = z.object({
  id: RankingId,
  name: z.string().optional(),
  rationale: z.string(),
  method: RankingMethod,
  topK: z.int(),
  candidates: z.int(),
  /** The first places, by name. */
  first: z.array(z.string()),
  frozenBy: User,
  frozenAt: Instant,
  /** SHA-256, hexadecimal, over the canonical form of everything it was made from. */
  hash: z.string(),
});
export type RankingHead = z.infer<typeof RankingHead>;

/** The tracked localities among its candidates; those older than this have it in their body alone. */
const tracked = { localities: z.array(z.string()).optional() };

/** A head as it is stored; those older than the digest of their body have none. */
const Frozen = RankingHead.extend({ bodyDigest: z.string().optional(), ...tracked }).catchall(z.unknown());

/** A head with the localities that it says it is about. */
const ListedHead = RankingHead.extend(tracked);
export type ListedHead = z.infer<typeof ListedHead>;

/** What a ranking was made from, and what came out. */
export const RankingBody = z.object({
  request: RankingRequest,
  ranking: Ranking,
  sensitivity: Sensitivity.optional(),
});
export type RankingBody = z.infer<typeof RankingBody>;

/** The localities that walk the programme among the candidates of a ranking, by id. */
export const trackedIn = ({ request }: Pick<RankingBody, 'request'>): string[] =>
  request.candidates.flatMap(({ locality }) => locality ?? []);
/** What is computed anew of a ranking: the hash of what it was made from; and where it puts each place. */
export interface Recomputed {
  hash: string;
  places: readonly RankedPlace[];
}

/** Frozen rankings; none is ever changed. */
export function rankingStore(table: Table) {
  const { client, name: TableName } = table;

  /** @throws Problem `not-found` */
  async function get(id: string): Promise<RankingHead & RankingBody> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: rankingKey(id), ConsistentRead: true }),
    );
    if (!Item) throw new Problem('not-found');
    const body: unknown = JSON.parse((await unpacked(table, bodyKey(id))).toString('utf8'));
    return { ...RankingHead.parse(Item), ...RankingBody.parse(body) };
  }

  /** Up to `limit` rankings made before the one with id `before`, the newest first, with their localities where they are known. */
  async function page(before: string | undefined, limit: number) {
    const { items: found, hasMore } = await queryPage(table, {
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      ExclusiveStartKey: before ? rankingKey(before) : undefined,
      Limit: limit,
      ScanIndexForward: false,
    });
    const items = found.map((item) => ListedHead.parse(item));
    return { items, next: hasMore ? items.at(-1)?.id : undefined };
  }

  /** A ranking as it is stored, nothing of its body where that was never written here; `undefined` where there is none. */
  async function stored(id: string) {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: rankingKey(id), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const head = Frozen.safeParse(Item).data;
    try {
      const text = await unpacked(table, bodyKey(id));
      return { head, text, body: RankingBody.parse(JSON.parse(text.toString('utf8'))) };
    } catch (error) {
      if (isUnreadable(error)) return { head };
      throw error;
    }
  }

  /**
   * Whether a ranking is still what was frozen: its hash is that of what it was made from, the places are those that come of
   * it, its head says of itself what its body says, and the body is the one that was written with it. Whether all of that was
   * altered together is for the anchors and for the histories of its localities to tell.
   */
  async function isSound(id: string): Promise<boolean> {
    const found = await stored(id);
    if (!found?.body || !found.head) return false;
    const { head, text, body } = found;
    const { request, ranking } = body;
    const { name, rationale, method, topK, candidates } = request;
    const said = { name, rationale, method, topK, candidates: candidates.length };
    return (
      head.hash === rankingHash(request) &&
      ordersAlike(ranking, rank(request)) &&
      (head.bodyDigest === undefined || head.bodyDigest === bodyDigestOf(text)) &&
      Object.entries(said).every(([field, value]) => head[field] === value) &&
      (head.localities === undefined || isDeepStrictEqual(head.localities, trackedIn({ request }))) &&
      head.first.every((place, at) => place === ranking.places[at]?.name)
    );
  }

  /** What histories are compared with; `unreadable` where the ranking is not sound by itself, `undefined` where there is none. */
  async function recomputed(id: string): Promise<Recomputed | 'unreadable' | undefined> {
    const found = await stored(id);
    if (!found?.body) return found && 'unreadable';
    return { hash: rankingHash(found.body.request), places: found.body.ranking.places };
  }

  return { get, page, isSound, recomputed };
}

/** SHA-256, hexadecimal, over the canonical form of everything a ranking is made from. */
export const rankingHash = (request: RankingRequest): string =>
  createHash('sha256').update(canonical(request)).digest('hex');

/** Whether two rankings put the same places at the same ranks; a score's last digit is no matter. */
const ordersAlike = ({ places }: Ranking, { places: anew }: Ranking): boolean =>
  places.length === anew.length &&
  places.every(({ key, name, rank }, at) => {
    const other = anew[at];
    return other?.key === key && other.name === name && other.rank === rank;
  });

/** What holds a head and its body together: SHA-256, hexadecimal, of the body as it was written. */
const bodyDigestOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/**
 * Writes a new ranking with all that it was made from.
 * @throws Problem `body-too-large` when its territories are too detailed to be kept in one transaction
 */
export function rankingItems(table: Table, head: RankingHead, body: RankingBody): TransactItem[] {
  const text = JSON.stringify(body);
  const packed = pieces(gzipSync(text));
  packable(packed);
  return [
    put(table, {
      ...rankingKey(head.id),
      entity: 'ranking',
      ...head,
      localities: trackedIn(body),
      bodyDigest: bodyDigestOf(text),
    }),
    ...packedItems(table, bodyKey(head.id), 'ranking-body', packed),
  ];
}
