import * as z from 'zod';
import { Instant, LocalDate } from '../domain/calendar.ts';
import { commitmentsOf, isMail, type MailMessage, StakeholderMailKind } from '../domain/mail.ts';
import { OutboxMessage } from '../domain/outbox-message.ts';
import type { HistoryOwner } from './history.ts';
import { table as schema } from './table.ts';

/** Where an entry of the outbox is kept. */
export const OutboxKey = z.object({ pk: z.string(), sk: z.string() });
export type OutboxKey = z.infer<typeof OutboxKey>;

/** What SES told of a mail before we had written down ourselves that it was sent. */
const DeliveryReceipt = z.object({
  state: z.enum(['sent', 'failed']),
  messageId: z.string().optional(),
  error: z.string().optional(),
});
export type DeliveryReceipt = z.infer<typeof DeliveryReceipt>;

/** How an entry stands that still has something to do, as it is stored. */
export const PendingState = z.enum(['queued', 'leased', 'waiting', 'held']);

/**
 * An outbox message: something to be done outside the table, written with the change that calls for it. `queued`
 * entries reach the relay by the table's stream; `waiting` ones were deferred, certainly not sent, and are taken up by
 * the reconciler; `held` ones are uncertain: they may have been sent, and SES is given time to tell.
 */
export const OutboxEntry = OutboxKey.extend({
  id: z.string(),
  state: PendingState,
  // The attributes `errand` and `told` are named as they were first stored.
  errand: OutboxMessage,
  queuedAt: Instant,
  leasedUntil: Instant.optional(),
  heldUntil: Instant.optional(),
  /** The first day on which it may go out. */
  waitsFor: LocalDate.optional(),
  told: DeliveryReceipt.optional(),
  attempts: z.int().default(0),
}).transform(({ errand, told, ...entry }) => ({ ...entry, message: errand, receipt: told }));
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** An entry whose message is a mail. */
export type MailEntry = OutboxEntry & { message: MailMessage };

const prefix = 'OUTBOX#';

/** What became of a mail for good: `suppressed` where it ended on its own, `kept` where the sandbox kept it. */
const FinalState = z.enum(['sent', 'failed', 'suppressed', 'kept']);
export const MailState = z.enum([...PendingState.options, ...FinalState.options]);
export type MailState = z.infer<typeof MailState>;

/** A mail that is finalised: there is nothing left to do. */
export const FinalMail = z.object({ state: FinalState });

/** The commitments a mail is about: in its outbox message while it is pending, by themselves afterwards. */
export const AboutCommitments = z
  .object({
    errand: OutboxMessage.optional(),
    commitments: z.array(z.string()).optional(),
  })
  .transform(
    ({ errand, commitments }) => commitments ?? (errand && isMail(errand) ? commitmentsOf(errand) : []),
  );

/** When a mail was finalised (`settledAt`, as it is stored); of one still to be sent, when it was queued. */
const When = z.union([
  z.object({ settledAt: Instant }).transform(({ settledAt }) => settledAt),
  z.object({ queuedAt: Instant }).transform(({ queuedAt }) => queuedAt),
]);

/**
 * A mail to a stakeholder as long as its entry is kept, pending or finalised: its kind, when it was queued or
 * finalised, and the commitments it is about; none where nothing was left to say.
 */
export const KeptStakeholderMail = z
  .looseObject({
    sk: z
      .string()
      .transform((sk) => sk.slice(prefix.length).split('.')[0])
      .pipe(StakeholderMailKind),
    id: z.string(),
    state: MailState,
  })
  .transform(({ sk, id, state, ...rest }) => ({
    id,
    kind: sk,
    state,
    at: When.parse(rest),
    commitments: state === 'suppressed' ? [] : AboutCommitments.parse(rest),
  }));
export type KeptStakeholderMail = z.infer<typeof KeptStakeholderMail>;

/** What became of a mail for good. */
export interface DeliveryOutcome {
  state: z.infer<typeof FinalState>;
  messageId?: string;
  error?: string;
}

export const outboxKey = (pk: HistoryOwner, id: string): OutboxKey => ({ pk, sk: `${prefix}${id}` });

/** Where a mail to a stakeholder is kept: by its kind, and by what tells it from others of that kind. */
export const stakeholderMailKey = (kind: StakeholderMailKind, stakeholder: string, which: string) =>
  outboxKey(`STAKEHOLDER#${stakeholder}`, `${kind}.${which}`);

/** Where the one digest to somebody on a day is kept. */
export const digestKey = (stakeholder: string, on: LocalDate) =>
  stakeholderMailKey('digest', stakeholder, on);

/** Whose entry it is: a locality's, or a stakeholder's. */
export function ownerOf({ pk }: OutboxKey): { locality: string } | { stakeholder: string } {
  const [kind, id = ''] = pk.split('#');
  return kind === 'STAKEHOLDER' ? { stakeholder: id } : { locality: id };
}

/** Names an entry of a mail in the characters that SES allows in tags: `locality_<id>_12_0`, `stakeholder_<id>_digest_<day>`. */
export const tagOf = ({ pk, sk }: OutboxKey) =>
  [...pk.toLowerCase().split('#'), ...sk.slice(prefix.length).split('.')].join('_');

/** The entry that a tag names, if it is one of ours. */
export function keyOfTag(tag: string): OutboxKey | undefined {
  const [, kind, owner, id] = /^(locality|stakeholder)_([0-9a-z-]+)_(\w[\w-]*)$/.exec(tag) ?? [];
  if (!kind || !owner || !id) return undefined;
  return { pk: `${kind.toUpperCase()}#${owner}`, sk: `${prefix}${id.replaceAll('_', '.')}` };
}

/** A new entry, queued. */
export function queued(key: OutboxKey, message: OutboxMessage, queuedAt: Instant) {
  const { pendingIndex } = schema;
  return {
    ...key,
    entity: 'outbox',
    id: `${key.pk.slice(key.pk.indexOf('#') + 1)}.${key.sk.slice(prefix.length)}`,
    state: 'queued',
    errand: message,
    queuedAt,
    [pendingIndex.partitionKey]: 'pending',
    [pendingIndex.sortKey]: queuedAt,
  };
}
