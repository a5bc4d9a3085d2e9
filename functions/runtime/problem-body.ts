import * as z from 'zod';
import { CriterionType } from '../../domain/criteria/index.ts';

/** What is to be said of a field that was sent. */
export const FieldMessage = z.object({ path: z.string(), message: z.string() });

/** What is to be known of what was sent, and carried out all the same. */
export const Warnings = z.object({ warnings: z.array(FieldMessage).optional() });

/** One thing that is missing before a gate, as it is told to people. */
export const MissingItem = z.object({
  criterion: CriterionType,
  /** Names the criterion within its gate. */
  key: z.string(),
  what: z.string(),
  /** The key of the activity it is about, where it is about one. */
  activity: z.string().optional(),
});

/** The body of a problem, as RFC 9457 has it. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The fields, headers or parts of the address that were rejected, and why. */
  errors: z.array(FieldMessage).optional(),
  missing: z.array(MissingItem).optional(),
});
