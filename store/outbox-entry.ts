import * as z from 'zod';
import { Instant, LocalDate } from '../domain/calendar.ts';
import { OutboxMessage } from '../domain/change.ts';
import type { HistoryOwner } from './history.ts';
import { table as schema } from './table.ts';

/** Where an entry of the outbox is kept. */
export const OutboxKey = z.object({ pk: z.string(), sk: z.string() });
export type OutboxKey = z.infer<typeof OutboxKey>;

/** What SES told of a mail before we had written down ourselves that it was handed over. */
const DeliveryReceipt = z.object({
  state: z.enum(['sent', 'failed']),
  messageId: z.string().optional(),
  error: z.string().optional(),
});
export type DeliveryReceipt = z.infer<typeof DeliveryReceipt>;

/**
 * Something to be done outside the table, written with the change that calls for it. `queued` entries reach the relay
 * by the table's stream; `waiting` ones were certainly not sent and are taken up by the reconciler; of `held` ones it
 * is unknown whether they were sent, and SES is given time to tell.
 */
export const OutboxEntry = OutboxKey.extend({
  id: z.string(),
  state: z.enum(['queued', 'leased', 'waiting', 'held']),
  errand: OutboxMessage,
  queuedAt: Instant,
  leasedUntil: Instant.optional(),
  heldUntil: Instant.optional(),
  /** The first day on which it may go out. */
  waitsFor: LocalDate.optional(),
  told: DeliveryReceipt.optional(),
  attempts: z.int().default(0),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

const prefix = 'OUTBOX#';

export const MailState = z.enum([
  'queued',
  'leased',
  'waiting',
  'held',
  'sent',
  'failed',
  'suppressed',
  'kept',
]);
export type MailState = z.infer<typeof MailState>;

/** A mail of which there is nothing left to do. */
export const FinalMail = z.object({ state: z.enum(['sent', 'failed', 'suppressed', 'kept']) });

/** The commitments of a digest: in its outbox message while it is pending, by themselves afterwards. */
export const Digest = z
  .object({
    errand: z.object({ commitments: z.array(z.string()).optional() }).optional(),
    commitments: z.array(z.string()).optional(),
  })
  .transform(({ errand, commitments }) => commitments ?? errand?.commitments);

/** When a mail was settled; of one still to be sent, when it was queued. */
const When = z.union([
  z.object({ settledAt: Instant }).transform(({ settledAt }) => settledAt),
  z.object({ queuedAt: Instant }).transform(({ queuedAt }) => queuedAt),
]);

/**
 * A mail to a stakeholder as long as its entry is kept, pending or settled: its kind, when it was queued or settled, and
 * the commitments it is about; none where nothing was left to say.
 */
export const StakeholderMail = z
  .looseObject({
    sk: z
      .string()
      .transform((sk) => sk.slice(prefix.length).split('.')[0])
      .pipe(z.enum(['digest', 'fresh-link'])),
    id: z.string(),
    state: MailState,
  })
  .transform(({ sk, id, state, ...rest }) => ({
    ...{ id, kind: sk, state, at: When.parse(rest) },
    commitments: (state === 'suppressed' ? undefined : Digest.parse(rest)) ?? [],
  }));
export type StakeholderMail = z.infer<typeof StakeholderMail>;

/** What became of a mail for good. */
export interface DeliveryOutcome {
  state: z.infer<typeof FinalMail>['state'];
  messageId?: string;
  error?: string;
}

export const outboxKey = (pk: HistoryOwner, id: string): OutboxKey => ({ pk, sk: `${prefix}${id}` });

/** Where the one digest to somebody on a day is kept. */
export const digestKey = (stakeholder: string, on: LocalDate) =>
  outboxKey(`STAKEHOLDER#${stakeholder}`, `digest.${on}`);

/** Whose entry it is: a locality's, or a stakeholder's. */
export function ownerOf({ pk }: OutboxKey): { locality: string } | { stakeholder: string } {
  const [kind, id = ''] = pk.split('#');
  return kind === 'STAKEHOLDER' ? { stakeholder: id } : { locality: id };
}

/** Names an entry of a mail in the letters that SES allows in tags: `locality_<id>_12_0`, `stakeholder_<id>_digest_<day>`. */
export const tagOf = ({ pk, sk }: OutboxKey) =>
  [...pk.toLowerCase().split('#'), ...sk.slice(prefix.length).split('.')].join('_');

/** The entry that a tag names, if it is one of ours. */
export function keyOfTag(tag: string): OutboxKey | undefined {
  const [, kind, owner, id] = /^(locality|stakeholder)_([0-9a-z-]+)_(\w[\w-]*)$/.exec(tag) ?? [];
  if (!kind || !owner || !id) return undefined;
  return { pk: `${kind.toUpperCase()}#${owner}`, sk: `${prefix}${id.replaceAll('_', '.')}` };
}

/** A new entry, queued. */
export function queued(key: OutboxKey, errand: OutboxMessage, queuedAt: Instant) {
  const { pendingIndex } = schema;
  return {
    ...key,
    entity: 'outbox',
    id: `${key.pk.slice(key.pk.indexOf('#') + 1)}.${key.sk.slice(prefix.length)}`,
    state: 'queued',
    errand,
    queuedAt,
    [pendingIndex.partitionKey]: 'pending',
    [pendingIndex.sortKey]: queuedAt,
  };
}
