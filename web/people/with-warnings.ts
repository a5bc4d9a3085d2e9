import type { Stakeholder } from '../api/types.ts';

/** Somebody as the answer to what was entered has them. */
export type Entered = Stakeholder & { warnings?: { message: string }[] };

/** That somebody was written down, and what is to be known of what was entered. */
export const withWarnings = (text: string, { warnings = [] }: Pick<Entered, 'warnings'>): string =>
  [text, ...warnings.map(({ message }) => message)].join(' ');
