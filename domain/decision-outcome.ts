import * as z from 'zod';

/** What may be decided at a gate. */
export const DecisionOutcome = z.enum(['advance', 'return', 'hold', 'close']);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;
