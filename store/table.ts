/**
 * The one table of a municipality, as data: the data stack creates it, tests create it on an emulator.
 * Both indexes are sparse and hold keys only: `pending` the outbox entries that still have something to do, `due` the
 * commitments that somebody is to be reminded of, by the day.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  pendingIndex: { name: 'pending', partitionKey: 'pending', sortKey: 'pendingAt' },
  dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'remindOn' },
} as const;
