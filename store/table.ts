/**
 * The one table of a municipality, as data: the data stack creates it, tests create it on an emulator.
 * `pending` is sparse: only outbox entries that still have something to do appear in it.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  pendingIndex: { name: 'pending', partitionKey: 'pending', sortKey: 'pendingAt' },
} as const;
