import { Problem } from '../../domain/errors.ts';

/** A file that cannot be read at all, or is larger than what is read. */
export const rejectedFile = (message: string, cause?: unknown, about?: readonly string[]) =>
  new Problem('invalid-request', { errors: [{ path: 'body', message, about }], cause });
