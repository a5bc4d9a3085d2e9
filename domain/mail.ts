import * as z from 'zod';
import { KeptText } from './language.ts';
import { User } from './municipality.ts';

const LocalDate = z.iso.date();

const gate = {
  locality: z.strictObject({ id: z.string(), name: z.string() }),
  programme: KeptText,
  stage: KeptText,
  track: KeptText.optional(),
  visit: z.int().min(1),
};

/** What the messages at a gate are made from: everything they say, and nothing else. */
export const GateMail = z.discriminatedUnion('message', [
  z.strictObject({
    message: z.literal('stage-opened'),
    ...gate,
    targetOn: LocalDate,
    requiredActivities: z.int().min(0),
  }),
  z.strictObject({
    message: z.literal('review-requested'),
    ...gate,
    requestedBy: User,
    note: z.string().optional(),
    fourEyes: z.boolean(),
  }),
  z.strictObject({
    message: z.literal('gate-decided'),
    ...gate,
    outcome: z.enum(['advance', 'return', 'hold', 'close']),
    decidedBy: User,
    reason: z.string(),
    /** The stage that opens next, after `advance` or `return`; absent where none does. */
    next: KeptText.optional(),
  }),
  z.strictObject({
    message: z.literal('override-used'),
    ...gate,
    decidedBy: User,
    overriddenBy: User,
    reason: z.string(),
    expiresOn: LocalDate,
    /** The criteria that were let pass, by key; each key begins with the type. */
    unmet: z.array(z.string()),
  }),
  z.strictObject({
    message: z.literal('programme-completed'),
    locality: gate.locality,
    programme: KeptText,
    completedOn: LocalDate,
  }),
]);
export type GateMail = z.infer<typeof GateMail>;
