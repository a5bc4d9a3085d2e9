/** What an answer tells of what was entered and written down all the same. */
export interface Warned {
  warnings?: { message: string }[];
}

/** That something was written down, and what is to be known of what was entered. */
export const withWarnings = (text: string, { warnings = [] }: Warned): string =>
  [text, ...warnings.map(({ message }) => message)].join(' ');
