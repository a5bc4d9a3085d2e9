import type { Formats } from '../words/format.ts';

/** A size of so many bytes in megabytes, `4.2`; what is not nothing never looks like it. */
export const megabytes = (bytes: number, formats: Formats): string =>
  formats.number(Math.max(0.1, Math.round((bytes / 1024 / 1024) * 10) / 10));
