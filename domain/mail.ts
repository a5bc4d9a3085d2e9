import * as z from 'zod';
import { Instant, LocalDate } from './calendar.ts';
import { CommitmentId } from './commitment.ts';
import { taskKinds } from './derived-tasks.ts';
import { KeptText } from './language.ts';
import { LocalityId } from './locality-id.ts';
import { StakeholderId } from './stakeholder.ts';
import { User } from './user.ts';
import { LineId } from './work/board.ts';
import { SessionId } from './work/session.ts';

/**
 * The data of each kind of mail: what a command queues and the outbox keeps until the mail is made. Whom a kind is for,
 * what it says and where its link leads is in its module of `emails/`, which the compiler asks for when a kind is added
 * here. Kinds and fields are stored: a name that was ever queued stays.
 */

/** A gate by its keys in the programme. */
export const GateKeys = z.strictObject({ stage: z.string(), track: z.string().optional() });
export type GateKeys = z.infer<typeof GateKeys>;

const Place = z.strictObject({ id: z.string(), name: z.string() });

const atGate = {
  locality: Place,
  programme: KeptText,
  stage: KeptText,
  track: KeptText.optional(),
  visit: z.int().min(1),
  /** Where the link leads; absent from mails that an earlier version queued, which lead to the locality. */
  gate: GateKeys.optional(),
};

/** Mail to the staff of a locality, by kind: everything it says, and nothing else. */
export const StaffMail = z.discriminatedUnion('message', [
  z.strictObject({
    message: z.literal('stage-opened'),
    ...atGate,
    targetOn: LocalDate,
    requiredActivities: z.int().min(0),
  }),
  z.strictObject({
    message: z.literal('review-requested'),
    ...atGate,
    requestedBy: User,
    note: z.string().optional(),
    fourEyes: z.boolean(),
  }),
  z.strictObject({
    message: z.literal('review-void'),
    ...atGate,
    requestedBy: User,
    changedBy: User,
  }),
  z.strictObject({
    message: z.literal('gate-decided'),
    ...atGate,
    outcome: z.enum(['advance', 'return', 'hold', 'close']),
    decidedBy: User,
    /** Who had asked for the reviews that it ends; absent where none waited. */
    askedBy: z.array(User).optional(),
    reason: z.string(),
    /** The stage that opens next, after `advance` or `return`; absent where none does. */
    next: KeptText.optional(),
    nextGate: GateKeys.optional(),
  }),
  z.strictObject({
    message: z.literal('override-used'),
    ...atGate,
    decidedBy: User,
    overriddenBy: User,
    reason: z.string(),
    expiresOn: LocalDate,
    /** The criteria that were let pass, by key; each key begins with the type. */
    unmet: z.array(z.string()),
  }),
  z.strictObject({
    message: z.literal('programme-completed'),
    locality: Place,
    programme: KeptText,
    completedOn: LocalDate,
  }),
]);
export type StaffMail = z.infer<typeof StaffMail>;
export type StaffMailKind = StaffMail['message'];
/** The data of the mail to staff of that kind. */
export type StaffMailOf<Kind extends StaffMailKind> = Extract<StaffMail, { message: Kind }>;

/**
 * What somebody of the staff may have to see to: the tasks of the app about localities, and commitments that fall due or are
 * late.
 */
export const MatterKind = z.enum([...taskKinds, 'commitment-due']).exclude(['privacy-request']);
export type MatterKind = z.infer<typeof MatterKind>;

/** One thing to see to, or several of a kind in one locality. */
export const Matter = z.object({
  kind: MatterKind,
  locality: Place,
  /** The gate that it is about, with the names of its stage and track. */
  gate: GateKeys.optional(),
  stage: KeptText.optional(),
  track: KeptText.optional(),
  /** Since when it is late or waits; of a commitment, the day on which it is due. */
  since: LocalDate,
  count: z.int().min(1),
  /** Of several, when the latest of them came. */
  newest: Instant.optional(),
  /** What was promised. */
  action: z.string().optional(),
  /** Who asked for the review that waits. */
  requestedBy: User.optional(),
  /** Who coordinates the locality, where the matter has climbed from them. */
  coordinators: z.array(User).optional(),
});
export type Matter = z.infer<typeof Matter>;

/** The parts of a digest to staff, in the order in which they stand in it. */
export const matterParts = ['climbed', 'reviews', 'late', 'promises', 'tasks'] as const;
export type MatterPart = (typeof matterParts)[number];

/** Some of a part of a digest, and how many more there are. */
const some = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), more: z.int().min(0) });

/** The one mail of a day to a member of staff of all that they need not act on at once, as it stood when it was queued. */
export const StaffDigest = z.object({
  kind: z.literal('staff-digest'),
  to: User,
  on: LocalDate,
  /** A part without anything is left out. */
  matters: z.partialRecord(z.enum(matterParts), some(Matter)),
  /** What happened since the digest before, oldest first. */
  news: some(StaffMail).optional(),
  /** By which the store knows what happened, until it was told. */
  newsKeys: z.array(z.string()),
  /** By what is compared whether the next one has anything to say that this one has not. */
  told: z.array(z.string()),
});
export type StaffDigest = z.infer<typeof StaffDigest>;

/** Mail to somebody who promised something, by kind. Little is kept: it is made from how things stand when it is sent. */
export const StakeholderMail = z.discriminatedUnion('kind', [
  /** The one mail of a day to somebody, about what they promised and the numbers that they are to report. */
  z.object({
    kind: z.literal('digest'),
    stakeholder: StakeholderId,
    /** By which the register knew their address then, so that it is read together with all else; absent from older mails. */
    addressKey: z.string().optional(),
    on: LocalDate,
    commitments: z.array(CommitmentId),
    /** The plan lines whose numbers are asked for; absent where none are. */
    reports: z.array(LineId).optional(),
  }),
  /** A new link for somebody whose old one has expired, to the address that is known. */
  z.object({ kind: z.literal('fresh-link'), stakeholder: StakeholderId }),
  /** To the address that somebody had, so that its owner hears of it who did not ask for another. */
  z.object({
    kind: z.literal('address-changed'),
    stakeholder: StakeholderId,
    formerly: z.string(),
    /** Some of theirs, whose coordinators read what is answered. */
    localities: z.array(LocalityId),
    /** By which the register knows it; absent where an older table never entered it. */
    addressKey: z.string().optional(),
  }),
  /** To somebody who is to come to a session, as an event for their calendar: that they are convened, or are no longer. */
  z.object({
    kind: z.literal('convocation'),
    stakeholder: StakeholderId,
    session: SessionId,
    /** Of the session when it was queued: a later one has a mail of its own. */
    sequence: z.int().min(0),
    method: z.enum(['request', 'cancel']),
  }),
]);
export type StakeholderMail = z.infer<typeof StakeholderMail>;
export const StakeholderMailKind = z.enum(StakeholderMail.options.map(({ shape }) => shape.kind.value));
export type StakeholderMailKind = StakeholderMail['kind'];
/** The data of the mail to a stakeholder of that kind. */
export type StakeholderMailOf<Kind extends StakeholderMailKind> = Extract<StakeholderMail, { kind: Kind }>;

/** Every kind of mail. */
export const MailKind = z.enum([
  ...StaffMail.options.map(({ shape }) => shape.message.value),
  StaffDigest.shape.kind.value,
  ...StakeholderMailKind.options,
]);
export type MailKind = z.infer<typeof MailKind>;

/** A mail as it waits in the outbox: to one member of staff, or to one stakeholder. */
export const MailMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), to: User, mail: StaffMail }),
  StaffDigest,
  StakeholderMail,
]);
export type MailMessage = z.infer<typeof MailMessage>;
/** What the outbox knows kinds of mail by: those to staff are one to it. */
export const MailMessageKind = z.enum(['mail', StaffDigest.shape.kind.value, ...StakeholderMailKind.options]);
export type MailMessageKind = MailMessage['kind'];

/** Whether an outbox message is a mail. */
export const isMail = <T extends { kind: string }>(message: T): message is Extract<T, MailMessage> =>
  MailMessageKind.safeParse(message.kind).success;

export const mailKindOf = (message: MailMessage): MailKind =>
  message.kind === 'mail' ? message.mail.message : message.kind;

/** Whether a mail is to a member of staff. */
export const isToStaff = <Message extends MailMessage>(
  message: Message,
): message is Extract<Message, { to: User }> => 'to' in message;

/** Whom a mail is for, as histories and the log name them: a user, or `stakeholder:<id>`; never an address. */
export const recipientOf = (message: MailMessage): string =>
  isToStaff(message) ? message.to : `stakeholder:${message.stakeholder}`;

/**
 * The commitments that a mail to a stakeholder was queued for, by id. The histories of their localities tell of the mail
 * when it is finalised; a kind that is about none is told of in the log of the day only.
 */
const aboutCommitments: { [Kind in StakeholderMailKind]: (mail: StakeholderMailOf<Kind>) => string[] } = {
  digest: ({ commitments }) => commitments,
  'fresh-link': () => [],
  'address-changed': () => [],
  convocation: () => [],
};
const aboutOf = <Kind extends StakeholderMailKind>(
  kind: Kind,
  mail: { [Each in StakeholderMailKind]: StakeholderMailOf<Each> }[Kind],
) => aboutCommitments[kind](mail);

/** The commitments that a mail was queued for, by id; none where its kind is about none. */
export const commitmentsOf = (message: MailMessage): string[] =>
  isToStaff(message) ? [] : aboutOf(message.kind, message);
