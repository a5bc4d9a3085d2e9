import * as z from 'zod';
import { Estimate } from './estimate.ts';

/** Whom the answers of a wave are told apart by. */
export const Grouping = z.enum(['sex', 'age']);
export type Grouping = z.infer<typeof Grouping>;

/** What each group of a wave says; a cell of too few answers says nothing. */
export const Groups = z.object({
  cells: z.record(z.string(), z.object({ estimate: Estimate.optional(), suppressed: z.boolean() })),
  /** Of the difference between the groups shown, by analysis of variance; simple random samples only. */
  p: z.number().optional(),
});
export type Groups = z.infer<typeof Groups>;
