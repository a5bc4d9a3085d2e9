import * as z from 'zod';

/** A staff member's user name in the user pool: their work e-mail address, or the part before `@`. */
export const User = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\s"<>\\]+$/, 'user-name');
export type User = z.infer<typeof User>;
