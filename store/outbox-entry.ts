import * as z from 'zod';
import { Instant, LocalDate } from '../domain/calendar.ts';
import {
  commitmentsOf,
  isMail,
  MailKind,
  type MailMessage,
  StaffDigest,
  StaffMail,
  StakeholderMailKind,
} from '../domain/mail.ts';
import { OutboxMessage } from '../domain/outbox-message.ts';
import { User } from '../domain/user.ts';
import type { HistoryOwner } from './history.ts';
import { staffPartition } from './staff.ts';
import { table as schema } from './table.ts';

/** Where an entry of the outbox is kept. */
export const OutboxKey = z.object({ pk: z.string(), sk: z.string() });
export type OutboxKey = z.infer<typeof OutboxKey>;

/** What SES told of a mail before we had written down ourselves that it was sent. */
const DeliveryReceipt = z.object({
  state: z.enum(['sent', 'failed', 'bounced']),
  messageId: z.string().optional(),
  error: z.string().optional(),
});
export type DeliveryReceipt = z.infer<typeof DeliveryReceipt>;

/** How an entry stands that still has something to do, as it is stored. */
export const PendingState = z.enum(['queued', 'leased', 'waiting', 'held']);
export type PendingState = z.infer<typeof PendingState>;

/** A mail that goes to several members of staff is stored once, beside the messages; each of these says which it is. */
const Copy = z.object({ kind: z.literal('copy'), to: User, of: z.int() });

const StoredMessage = z.object({
  /** Its place among the messages of its change; absent where the entry is for it alone. */
  n: z.int().optional(),
  message: z.union([Copy, OutboxMessage]),
  /** Under so many leases of the entry it was certainly not sent. */
  unsent: z.int().default(0),
  receipt: DeliveryReceipt.optional(),
});
/** One message of an entry that is still to be carried out. */
export type PendingMessage = Omit<z.infer<typeof StoredMessage>, 'message'> & { message: OutboxMessage };
/** One that is a mail. */
export type PendingMail = PendingMessage & { message: MailMessage };

/**
 * What became of a mail for good: `bounced` where it was sent and came back, `suppressed` where it ended on its own, `kept`
 * where the sandbox kept it.
 */
const FinalState = z.enum(['sent', 'failed', 'bounced', 'suppressed', 'kept']);
export const MailState = z.enum([...PendingState.options, ...FinalState.options]);
export type MailState = z.infer<typeof MailState>;

/** What became of one mail of an entry: whom it was for, by user or id and never by address, and what of. */
export const FinalMail = z.object({
  id: z.string(),
  at: Instant,
  /** A member of staff by user name, or `stakeholder:<id>`. */
  to: z.string(),
  message: MailKind,
  state: FinalState,
  /** How often it was given to SES; more than once where an outcome was unknown. */
  attempts: z.int(),
  error: z.string().optional(),
});
export type FinalMail = z.infer<typeof FinalMail>;

const commonFields = OutboxKey.extend({ id: z.string(), attempts: z.int().default(0) });

const pendingFields = commonFields.extend({
  state: PendingState,
  queuedAt: Instant,
  leasedUntil: Instant.optional(),
  heldUntil: Instant.optional(),
  /** The first day on which it may go out. */
  waitsFor: LocalDate.optional(),
  /** One more with every write of it that moves it on. */
  revision: z.int().default(0),
  /** The mails of it that are finalised already. */
  finalised: z.array(FinalMail).default([]),
});

/** As entries were first stored: one for each message, in `errand`, and what SES told of it in `told`. */
const EntryOfOne = pendingFields
  .extend({ errand: OutboxMessage, told: DeliveryReceipt.optional() })
  .transform(({ errand, told, ...entry }) => {
    const one: PendingMessage = { message: errand, unsent: 0, receipt: told };
    return { ...entry, messages: [one] };
  });

/**
 * What a change asks to be done outside the table, written with it. All its messages are one entry: they are taken
 * together and what became of them is one write. `queued` entries reach the relay by the table's stream; those that are
 * `waiting` were deferred, what is left in them was certainly not sent, and are taken up by the reconciler; in `held`
 * ones a mail is uncertain: it may have been sent, and SES is given time to tell.
 */
export const OutboxEntry = z.union([
  pendingFields
    .extend({ messages: z.array(StoredMessage).min(1), mails: z.array(StaffMail).default([]) })
    .transform(({ messages, mails, ...entry }, context) => ({
      ...entry,
      messages: messages.map(({ message, ...one }): PendingMessage => {
        if (message.kind !== 'copy') return { ...one, message };
        const mail = mails[message.of];
        if (mail) return { ...one, message: { kind: 'mail', to: message.to, mail } };
        context.addIssue({ code: 'custom', path: ['mails', message.of], message: 'missing' });
        return z.NEVER;
      }),
    })),
  EntryOfOne,
]);
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/**
 * An entry of which nothing is left to do, kept for 90 days: the mails it asked for, none where it asked for other
 * things. As it was first stored it was about one mail, and itself that mail's state.
 */
export const FinalEntry = z.union([
  commonFields.extend({
    state: z.literal('done'),
    finalised: z.array(FinalMail),
    commitments: z.array(z.string()).optional(),
    settledAt: Instant,
  }),
  commonFields.extend({
    state: FinalState,
    commitments: z.array(z.string()).optional(),
    settledAt: Instant,
  }),
]);
export type FinalEntry = z.infer<typeof FinalEntry>;

/** The mails among messages. */
export const mailsOf = (messages: readonly PendingMessage[]): PendingMail[] =>
  messages.flatMap((one) => (isMail(one.message) ? [{ ...one, message: one.message }] : []));

/** The commitments that the mails of an entry are about. */
export const aboutCommitments = (messages: readonly PendingMessage[]): string[] =>
  mailsOf(messages).flatMap(({ message }) => commitmentsOf(message));

const prefix = 'OUTBOX#';

/** The kind of mail to a stakeholder that an entry is for, by its key. */
const kindOf = (sk: string) => StakeholderMailKind.parse(sk.slice(prefix.length).split('.')[0]);

/**
 * A mail to a stakeholder as long as its entry is kept, pending or finalised: its kind, when it was queued or
 * finalised, and the commitments it is about; none where nothing was left to say.
 */
export interface KeptStakeholderMail {
  id: string;
  kind: StakeholderMailKind;
  state: MailState;
  at: Instant;
  commitments: string[];
}

/** Reads an entry of a stakeholder, whatever became of it. */
export function keptStakeholderMail(item: unknown): KeptStakeholderMail {
  const final = FinalEntry.safeParse(item).data;
  if (!final) {
    const { id, sk, state, queuedAt: at, messages } = OutboxEntry.parse(item);
    return { id, kind: kindOf(sk), state, at, commitments: aboutCommitments(messages) };
  }
  const { id, sk, settledAt: at, commitments = [] } = final;
  const state = final.state === 'done' ? (final.finalised[0]?.state ?? 'suppressed') : final.state;
  return { id, kind: kindOf(sk), state, at, commitments: state === 'suppressed' ? [] : commitments };
}

/** What came of a mail when it was tried, for good. */
export interface DeliveryOutcome {
  state: z.infer<typeof FinalState>;
  messageId?: string;
  error?: string;
}

/** Whose entry it may be. */
type OutboxOwner = HistoryOwner | ReturnType<typeof staffPartition>;

export const outboxKey = (pk: OutboxOwner, id: string): OutboxKey => ({ pk, sk: `${prefix}${id}` });

/** Where a mail to a stakeholder is kept: by its kind, and by what tells it from others of that kind. */
export const stakeholderMailKey = (kind: StakeholderMailKind, stakeholder: string, which: string) =>
  outboxKey(`STAKEHOLDER#${stakeholder}`, `${kind}.${which}`);

/** Where the one digest to somebody on a day is kept. */
export const digestKey = (stakeholder: string, on: LocalDate) =>
  stakeholderMailKey('digest', stakeholder, on);

/** Where the one digest to a member of staff on a day is kept. */
export const staffDigestKey = (user: string, on: LocalDate) =>
  outboxKey(staffPartition(user), `${StaffDigest.shape.kind.value}.${on}`);

/** Whose entry it is: a locality's, a stakeholder's, or a member of staff's. */
export function ownerOf({
  pk,
}: OutboxKey): { locality: string } | { stakeholder: string } | { staff: string } {
  const at = pk.indexOf('#');
  const [kind, id] = [pk.slice(0, at), pk.slice(at + 1)];
  if (kind === 'STAFF') return { staff: id };
  return kind === 'STAKEHOLDER' ? { stakeholder: id } : { locality: id };
}

/** Names a message of an entry. */
export const messageId = ({ id }: Pick<OutboxEntry, 'id'>, { n }: Pick<PendingMessage, 'n'>) =>
  n === undefined ? id : `${id}.${n}`;

/** One mail, by the key of its entry and its place in it. */
export interface MailKey {
  key: OutboxKey;
  n?: number;
}

/** A user name in the characters that SES allows in tags. */
const codeOf = (user: string) => Buffer.from(user).toString('base64url');
const userOf = (code: string) => Buffer.from(code, 'base64url').toString();

/**
 * Names a mail in the characters that SES allows in tags: `locality_<id>_12_0`, `stakeholder_<id>_digest_<day>`,
 * `staff_<user, encoded>_staff-digest_<day>`. Those of localities end with the mail's place in its entry.
 */
export function tagOf({ key: { pk, sk }, n }: MailKey): string {
  const owner = ownerOf({ pk, sk });
  return [
    ...('staff' in owner ? ['staff', codeOf(owner.staff)] : pk.toLowerCase().split('#')),
    ...sk.slice(prefix.length).split('.'),
    ...(n === undefined ? [] : [n]),
  ].join('_');
}

/** The mail that a tag names, if it is one of ours. */
export function mailOfTag(tag: string): MailKey | undefined {
  const [, code, on] = /^staff_([\w-]+)_staff-digest_(\d{4}-\d\d-\d\d)$/.exec(tag) ?? [];
  if (code && on) return { key: staffDigestKey(userOf(code), on) };
  const [, kind, owner, id] = /^(locality|stakeholder)_([0-9a-z-]+)_(\w[\w-]*)$/.exec(tag) ?? [];
  if (!kind || !owner || !id) return undefined;
  const pk = `${kind.toUpperCase()}#${owner}`;
  const [, revision, n] = (kind === 'locality' && /^(\d+)_(\d+)$/.exec(id)) || [];
  return n === undefined
    ? { key: { pk, sk: `${prefix}${id.replaceAll('_', '.')}` } }
    : { key: { pk, sk: `${prefix}${revision}` }, n: Number(n) };
}

/** Messages as they are stored: those that are the same mail to several people share its text. */
export function stored(
  messages: readonly (Pick<PendingMessage, 'n' | 'message'> & Partial<PendingMessage>)[],
) {
  const mails = [
    ...new Set(messages.flatMap(({ message }) => (message.kind === 'mail' ? [message.mail] : []))),
  ];
  return {
    messages: messages.map(({ message, ...one }) => ({
      ...one,
      message:
        message.kind === 'mail' ? { kind: 'copy', to: message.to, of: mails.indexOf(message.mail) } : message,
    })),
    mails,
  };
}

/** A new entry, queued. */
export function queued(
  key: OutboxKey,
  messages: readonly Pick<PendingMessage, 'n' | 'message'>[],
  queuedAt: Instant,
) {
  const { pendingIndex } = schema;
  return {
    ...key,
    entity: 'outbox',
    id: `${key.pk.slice(key.pk.indexOf('#') + 1)}.${key.sk.slice(prefix.length)}`,
    state: 'queued',
    ...stored(messages),
    queuedAt,
    [pendingIndex.partitionKey]: 'pending',
    [pendingIndex.sortKey]: queuedAt,
  };
}
