import * as z from 'zod/mini';

const Text = z.optional(z.string());
const Count = z.optional(z.number());

/** What entries of a history carry, whatever they are of; what an action does not say is absent. */
export const Detail = z.looseObject({
  stage: Text,
  track: Text,
  visit: Count,
  targetOn: Text,
  activity: Text,
  status: Text,
  was: Text,
  note: Text,
  evidence: z.optional(z.array(z.unknown())),
  figures: z.optional(z.looseObject({ meetingsHeld: Count, peopleTrained: Count })),
  outcome: z.optional(z.enum(['advance', 'return', 'hold', 'close'])),
  reason: Text,
  toStage: Text,
  override: z.optional(z.looseObject({ reason: z.string(), expiresOn: z.string() })),
  commitment: Count,
  commitments: z.optional(z.array(z.unknown())),
  action: Text,
  answer: z.optional(z.enum(['fulfilled', 'in-progress', 'cannot'])),
  kind: Text,
  wave: z.optional(z.enum(['baseline', 'follow-up'])),
  respondents: Count,
  rank: Count,
  message: Text,
  to: Text,
  error: Text,
  programme: z.optional(z.looseObject({ id: z.string() })),
});
export type Detail = z.infer<typeof Detail>;
