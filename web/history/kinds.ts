/** What an entry of a history can be about, in the order in which they are offered. */
export const kinds = ['stages', 'decisions', 'commitments', 'work', 'findings', 'mail', 'locality'] as const;
export type Kind = (typeof kinds)[number];
