import * as z from 'zod';

/** The follow-up compared with the baseline, in the unit of the question. */
export const Comparison = z.object({
  /** Follow-up minus baseline. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Two-sided, before any adjustment for several comparisons. */
  p: z.number().min(0).max(1),
  method: z.enum(['newcombe', 'welch', 'linearised']),
  /**
   * The smallest change, up or down, that samples like these show with a power of 80 % at 5 % (for one comparison
   * alone). Absent where they could show none: too few answers, or answers that do not vary.
   */
  detectable: z.number().positive().optional(),
});
export type Comparison = z.infer<typeof Comparison>;
