import * as z from 'zod';

/** Keys name stages, tracks, activities and criteria in addresses, in the table and in the state machine. */
export const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(60);
