import * as z from 'zod';
import { Key } from './key.ts';
import { Text } from './language.ts';

/** A part of an activity, ticked off for the coordinator's own overview; gates look at activities only. */
export const Step = z.strictObject({ key: Key, name: Text });

/** A sub-step of a stage. `evidence`: it counts as complete only with a document attached. */
export const Activity = z.strictObject({
  key: Key,
  name: Text,
  required: z.boolean().default(true),
  evidence: z.boolean().default(false),
  steps: z.array(Step).optional(),
});
export type Activity = z.infer<typeof Activity>;
