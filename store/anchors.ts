import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Instant, LocalDate } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Locality } from '../domain/locality.ts';
import { municipal } from '../domain/work/board.ts';
import { ownerOf } from './board-owner.ts';
import { queryItems } from './read.ts';
import { sealOf } from './seals.ts';
import type { Table } from './transaction.ts';
import { workStore } from './work.ts';

/*
 * A chain tells of everything but its own end: whoever may write to the table can cut off its last lines, compute it anew
 * from any line on, or take it away with its owner. Once a day the heads of all chains are therefore laid down outside the
 * table, where nobody overwrites or deletes them, and the audit compares with what was laid down.
 */

/** Where a chain stood: the number and the hash of its last line. A ranking, which is never changed, stands at 1 by its seal. */
const Head = z.tuple([z.int(), z.string()]);
type Head = z.infer<typeof Head>;

/** `LOCALITY#<id>`, `MUNICIPALITY#WORK`, `STAKEHOLDER#<id>` or `RANKING#<id>`. */
type Heads = Record<string, Head>;

/** All heads of a day. */
const Anchor = z.object({
  /** A calendar day of the municipality. */
  day: LocalDate,
  at: Instant,
  count: z.int(),
  /** SHA-256, hexadecimal, over the canonical form of the heads: what may be published or printed in their stead. */
  digest: z.string(),
  heads: z.record(z.string(), Head),
});
export type Anchor = z.infer<typeof Anchor>;

/** An anchor as it was laid down; `undefined` for what is none. */
export function readAnchor(text: string): Anchor | undefined {
  try {
    return Anchor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What stands for an anchor that cannot be read: it has no heads, and a digest that is not theirs. */
export const unreadableAnchor = (day: LocalDate): Anchor => ({
  day,
  at: '',
  count: 0,
  digest: '',
  heads: {},
});

export const digestOf = (heads: Heads) => createHash('sha256').update(canonicalJson(heads)).digest('hex');

const Stakeholder = z.object({ sk: z.string(), revision: z.int(), headHash: z.string() });
const Ranking = z.looseObject({ sk: z.string() });

const partition = (pk: string) => ({
  KeyConditionExpression: 'pk = :partition',
  ExpressionAttributeValues: { ':partition': pk },
});

/** The anchor of a day, of all that the table holds then. `localities` are as they were read a moment ago. */
export async function anchorOf(
  table: Table,
  localities: Iterable<Pick<Locality, 'id' | 'revision' | 'headHash'>>,
  { day, at }: Pick<Anchor, 'day' | 'at'>,
): Promise<Anchor> {
  const heads: Heads = {};
  for (const { id, revision, headHash } of localities) heads[`LOCALITY#${id}`] = [revision, headHash];
  const { revision, headHash } = await workStore(table).head();
  if (revision > 0) heads[ownerOf(municipal)] = [revision, headHash];
  const people = { ...partition('STAKEHOLDERS'), ProjectionExpression: 'sk, revision, headHash' };
  for await (const item of queryItems(table, people)) {
    const { sk, revision, headHash } = Stakeholder.parse(item);
    heads[`STAKEHOLDER#${sk}`] = [revision, headHash];
  }
  for await (const item of queryItems(table, partition('RANKINGS')))
    heads[`RANKING#${Ranking.parse(item).sk}`] = [1, sealOf(item) ?? ''];
  return { day, at, count: Object.keys(heads).length, digest: digestOf(heads), heads };
}
