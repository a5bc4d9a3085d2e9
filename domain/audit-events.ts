import * as z from 'zod';
import { SuppressionReason } from './address.ts';
import { DecisionOutcome } from './decision-outcome.ts';
import { mailActions } from './mail-actions.ts';
import { Sector } from './stakeholder.ts';
import { SurveyWave } from './survey-wave.ts';
import { ActivityStatus } from './visit.ts';

/*
 * What the histories of localities and stakeholders are made of: every kind of event, what is kept with it, and how it is
 * read again. Commands make these events, the store chains them by hashes, and the app, the export of a person's data and
 * the check of records read them.
 *
 * Lines are stored for good and nothing migrates them; their hashes cover `action` and `detail` as they were written. So:
 *
 * - an action or a field is never renamed, and never gets another meaning;
 * - a field may be added, as an optional one; one that is not written any more stays here, optional;
 * - a schema tells shapes and leaves the rules of input (lengths, signs, addresses) out: those change, what is stored
 *   does not;
 * - a line that no schema fits, such as one written by a later release, is kept and shown as it is, by its action's name.
 *
 * Details hold codes, figures, ids and what staff or stakeholders wrote about the work. Where they wrote as they liked is told
 * in `domain/free-texts.ts`: such texts can be erased on request, all else cannot, and never holds what identifies a stakeholder.
 */

const gate = { stage: z.string(), track: z.string().optional(), visit: z.int() };

const evidence = z.array(
  z.object({ title: z.string(), url: z.string().optional(), fileId: z.string().optional() }),
);

const override = z.object({
  by: z.string(),
  reason: z.string(),
  /** A calendar day of the municipality. */
  expiresOn: z.string(),
  /** The criteria that were not met, by `criterionKey`. */
  unmet: z.array(z.string()),
});

/** The reviews that this made void, since it changed what they would have been decided on. */
const reviewsVoided = z
  .array(z.object({ stage: z.string(), track: z.string().optional(), requestedBy: z.string() }))
  .optional();

const generation = z.object({ stage: z.string().optional(), generation: z.int() });

/**
 * What was said of a commitment: every field that was given, whichever there are, and what of its standing followed from
 * it. Those that a reader looks into are named.
 */
const saidOfCommitment = z.looseObject({
  /** Its number within the locality. */
  commitment: z.int(),
  action: z.string().optional(),
  status: z.string().optional(),
  /** A calendar day; `null` where it is fulfilled no longer, or its day was taken away. */
  fulfilledOn: z.string().nullish(),
  note: z.string().nullish(),
  evidence: evidence.optional(),
});

const dueCommitment = z.object({
  commitment: z.int(),
  responsible: z.string().optional(),
  dueOn: z.string().optional(),
});

/** What became of one mail about a locality; its text is not kept. */
const MailRecord = z.object({
  /** The id of the outbox message. */
  outbox: z.string(),
  /** The kind of mail. */
  message: z.string(),
  /** A member of staff by user name, or `stakeholder:<id>`. */
  to: z.string(),
  /** How often it was handed to SES: more than once where the outcome of an earlier attempt is unknown. */
  attempts: z.int(),
  messageId: z.string().optional(),
  error: z.string().optional(),
  /** Set when the municipality tries its mail out: it was not sent, and never will be. */
  kept: z.literal(true).optional(),
  /** The numbers of the commitments it was about. */
  commitments: z.array(z.int()).optional(),
});
export type MailRecord = z.infer<typeof MailRecord>;

/** The schema of the events of one action. */
const event = <Action extends string, Detail extends z.ZodType>(action: Action, detail: Detail) =>
  z.object({
    /** A user name, `stakeholder:<id>` for who answers by a link, `etapas` for what nobody did by hand. */
    actor: z.string(),
    action: z.literal(action),
    detail,
  });

const session = {
  /** Its number within the board. */
  session: z.int(),
  kind: z.string(),
  on: z.string(),
};

/** What happens to the work of a locality or of the municipality: its plan, what is entered for its lines, its sessions. */
export const WorkEvent = z.discriminatedUnion('action', [
  event('objective-created', z.object({ objective: z.string(), name: z.string() })),
  event('line-created', z.looseObject({ line: z.string(), name: z.string() })),
  event(
    'lines-imported',
    z.object({
      lines: z.array(z.object({ line: z.string(), name: z.string() })),
      objectives: z.array(z.object({ objective: z.string(), name: z.string() })),
    }),
  ),
  /** Every field that was given, `null` where it was taken away. */
  event(
    'line-edited',
    z.looseObject({
      line: z.string(),
      name: z.string().optional(),
      reason: z.string().optional(),
      target: z.number().nullish(),
      /** Before another target was set. */
      targetWas: z.number().optional(),
    }),
  ),
  event(
    'entries-recorded',
    z.object({
      entries: z.array(
        z.object({
          line: z.string(),
          /** `<day>-<number>` within the line, as is that of the one it corrects. */
          entry: z.string(),
          quantity: z.number(),
          corrects: z.string().optional(),
        }),
      ),
    }),
  ),
  event(
    'group-created',
    z.object({
      group: z.string(),
      kind: z.string(),
      name: z.string(),
      formedOn: z.string(),
      members: z.int(),
    }),
  ),
  /** Every field that was given, `null` where it was taken away; of members, how many there are. */
  event('group-edited', z.looseObject({ group: z.string(), name: z.string(), members: z.int().optional() })),
  /** Nobody has reported the numbers of a period; `until` is its last day. */
  event('report-missing', z.object({ line: z.string(), name: z.string(), until: z.string() })),
  event('session-planned', z.object(session)),
  /** Every field that was given. */
  event('session-edited', z.looseObject(session)),
  event('session-convened', z.object({ ...session, convened: z.int() })),
  event('session-answered', z.object({ ...session, answer: z.enum(['will-come', 'cannot']) })),
  event('session-cancelled', z.object({ ...session, reason: z.string() })),
  event(
    'session-held',
    z.object({
      ...session,
      attendance: z.int(),
      /** With the ids of the commitments that they became. */
      agreements: z.array(z.object({ action: z.string(), commitment: z.string().optional() })),
      /** The ids of the entries that it made. */
      entries: z.array(z.string()),
    }),
  ),
]);
export type WorkEvent = z.infer<typeof WorkEvent>;

/** What happens to a locality, or to what belongs to it. */
export const LocalityEvent = z.discriminatedUnion('action', [
  event(
    'locality-created',
    z.object({
      name: z.string(),
      programme: z.object({ id: z.string(), version: z.int() }),
      coordinators: z.array(z.string()),
    }),
  ),
  event(
    'locality-edited',
    z.object({
      name: z.string().optional(),
      /** `null` where it was taken away, as the population. */
      code: z.string().nullish(),
      population: z.int().nullish(),
      coordinators: z.array(z.string()).optional(),
      /** Set when the territory was replaced, `null` where it was taken away; the outline itself is not repeated here. */
      geometry: z.literal(true).nullish(),
    }),
  ),
  event('locality-continues', z.object({ locality: z.string(), name: z.string() })),
  event('coordinator-replaced', z.object({ from: z.string(), to: z.string() })),
  event('stage-opened', z.object({ ...gate, targetOn: z.string() })),
  event(
    'activity-recorded',
    z.object({
      ...gate,
      activity: z.string(),
      status: ActivityStatus,
      was: ActivityStatus,
      note: z.string().optional(),
      evidence,
      figures: z.object({ meetingsHeld: z.int().optional(), peopleTrained: z.int().optional() }).optional(),
      reviewsVoided,
    }),
  ),
  event(
    'review-requested',
    z.object({ ...gate, note: z.string().optional(), override: override.optional() }),
  ),
  event(
    'gate-decided',
    z.object({
      ...gate,
      outcome: DecisionOutcome,
      reason: z.string(),
      /** Set with `return`. */
      toStage: z.string().optional(),
      /** Set with `close` where others go on in its place. */
      continuedBy: z.array(z.string()).optional(),
      /** Who asked for the review that this answers. */
      requestedBy: z.string().optional(),
      override: override.optional(),
    }),
  ),
  event('resumed', generation),
  event('handed-over', generation),
  event('repaired', generation),
  event('commitment-created', saidOfCommitment),
  event(
    'commitments-imported',
    z.object({ commitments: z.array(dueCommitment.extend({ action: z.string() })) }),
  ),
  event('commitment-edited', saidOfCommitment),
  event(
    'commitment-answered',
    z.object({
      commitment: z.int(),
      answer: z.enum(['fulfilled', 'in-progress', 'cannot']),
      note: z.string().optional(),
      fulfilledOn: z.string().optional(),
    }),
  ),
  event('commitment-escalated', dueCommitment),
  event('commitment-to-tell-in-person', dueCommitment),
  event('task-done', z.object({ kind: z.string(), subject: z.string(), note: z.string().optional() })),
  event(
    'survey-imported',
    z.object({
      wave: SurveyWave,
      questionnaire: z.object({ id: z.string(), version: z.int() }),
      respondents: z.int(),
      /** SHA-256 of the rows as they were coded, hexadecimal. */
      checksum: z.string(),
      reviewsVoided,
    }),
  ),
  event(
    'targeting-decided',
    z.object({
      ranking: z.string(),
      /** Of everything the ranking was made from. */
      hash: z.string(),
      /** Absent where blanks kept the locality from being ranked. */
      rank: z.int().optional(),
      reviewsVoided,
    }),
  ),
  event(
    'texts-erased',
    z.object({
      /** Who asked for it, by id, where somebody did: what identified them is gone. */
      stakeholder: z.string().optional(),
      /** The files that are evidence no more, by id. */
      files: z.array(z.string()).optional(),
      reviewsVoided,
      /** The commitments that they were responsible for and that nobody is responsible for now. */
      commitments: z.array(z.int()),
      /** The earlier lines in which texts were erased, each with a digest of what is left of it. */
      lines: z.array(z.object({ seq: z.int(), digest: z.string() })),
    }),
  ),
  event(mailActions.sent, MailRecord),
  event(mailActions.failed, MailRecord),
  event(mailActions.kept, MailRecord),
  ...WorkEvent.options,
]);
export type LocalityEvent = z.infer<typeof LocalityEvent>;

const nothing = z.object({});

/** What happens to what is known of a stakeholder. Fields are named; what is in them is not told. */
export const StakeholderEvent = z.discriminatedUnion('action', [
  event('stakeholder-created', z.object({ sector: Sector })),
  event('stakeholder-edited', z.object({ fields: z.array(z.string()) })),
  event('stakeholder-erased', nothing),
  event('stakeholder-suppressed', z.object({ reason: SuppressionReason })),
  event('stakeholder-subscribed-again', nothing),
  event('links-revoked', z.object({ linkVersion: z.int() })),
  event(
    'privacy-request-received',
    z.object({ request: z.string(), kind: z.string(), receivedOn: z.string(), dueOn: z.string() }),
  ),
  event(
    'privacy-request-answered',
    z.object({ request: z.string(), kind: z.string(), answeredOn: z.string() }),
  ),
]);
export type StakeholderEvent = z.infer<typeof StakeholderEvent>;

/** What happens to the installation as a whole, which the municipality's own history tells. */
export const InstallationEvent = z.discriminatedUnion('action', [
  event(
    'link-key-rotated',
    z.object({
      /** The number of the key that signs links from then on. */
      version: z.int(),
      /** Those that were taken away, since no good link was left of them. */
      removed: z.array(z.int()),
    }),
  ),
]);
export type InstallationEvent = z.infer<typeof InstallationEvent>;

export const AuditEvent = z.discriminatedUnion('action', [
  ...LocalityEvent.options,
  ...InstallationEvent.options,
  ...StakeholderEvent.options,
]);
export type AuditEvent = z.infer<typeof AuditEvent>;
export type AuditAction = AuditEvent['action'];

/** What is kept with an event of each action. */
export type AuditDetails = { [Event in AuditEvent as Event['action']]: Event['detail'] };

/** An event of one action; of any of several, when `Action` is a union. */
export type AuditEventOf<Action extends AuditAction> = {
  [One in Action]: { actor: string; action: One; detail: AuditDetails[One] };
}[Action];

export type MailEvent = AuditEventOf<(typeof mailActions)[keyof typeof mailActions]>;

/** Whether an event tells what became of a mail. */
export const isMailEvent = (event: LocalityEvent): event is MailEvent =>
  Object.values<string>(mailActions).includes(event.action);

/** A line of a history as it is stored: of this release, an earlier or a later one. */
export interface StoredEvent {
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/** The event that a line of a locality's history tells; `undefined` when this release does not know such a line. */
export const localityEventOf = (stored: StoredEvent): LocalityEvent | undefined =>
  LocalityEvent.safeParse(stored).data;
