import { Problem } from '../../domain/errors.ts';

/** A file that cannot be read at all, or is larger than what is read. */
export const rejectedFile = (message: string, cause?: unknown) =>
  new Problem('invalid-request', { errors: [{ path: 'body', message }], cause });
