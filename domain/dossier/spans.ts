interface Spent {
  openedOn: string;
  endedOn?: string;
}

/** When a stage was first entered, by its visits. */
export const firstOpened = (visits: readonly Spent[]): string | undefined =>
  visits.map(({ openedOn }) => openedOn).sort()[0];

/** When a stage was last left, by its visits. */
export const lastEnded = (visits: readonly Spent[]): string | undefined =>
  visits
    .flatMap(({ endedOn }) => endedOn ?? [])
    .sort()
    .at(-1);
