import * as z from 'zod';
import { Estimate } from './estimate.ts';
import { Sex } from './questionnaire.ts';

/** Groups of fewer answers are not shown: with so few, an answer can be guessed to be somebody's. */
export const smallestCell = 10;

/** An estimate, or that there are too few answers to show one: one of the two. */
const Cell = z.object({ estimate: Estimate.optional(), suppressed: z.literal(true).optional() });
export type Cell = z.infer<typeof Cell>;

const ItemSummary = z.object({
  /** Absent with too few answers to show any. */
  estimate: Estimate.optional(),
  /** Rows without an answer. */
  missing: z.int().min(0),
  /** Fewer answers than the questionnaire asks for: the item is shown, not compared. */
  tooFew: z.boolean(),
  bySex: z.partialRecord(Sex, Cell).optional(),
  /** By the label of the age band. */
  byAge: z.record(z.string(), Cell).optional(),
});
export type ItemSummary = z.infer<typeof ItemSummary>;

/** What is known of a wave once its rows are put away. */
export const WaveSummary = z.object({
  questionnaire: z.object({ id: z.string(), version: z.int() }),
  rows: z.int().min(0),
  /** Whether the file told how its rows came into the sample. */
  designed: z.boolean(),
  /** By the item's key. */
  items: z.record(z.string(), ItemSummary),
});
export type WaveSummary = z.infer<typeof WaveSummary>;
