/**
 * The one table of a municipality, as data: the data stack creates it, tests create it on an emulator.
 * Its indexes are sparse and hold keys only: `pending` the outbox entries that still have something to do, `due` the
 * commitments that somebody is to be reminded of, by the day, `responsible` the commitments of each stakeholder.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  pendingIndex: { name: 'pending', partitionKey: 'pending', sortKey: 'pendingAt' },
  dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'remindOn' },
  responsibleIndex: { name: 'responsible', partitionKey: 'responsible', sortKey: 'pk' },
} as const;
