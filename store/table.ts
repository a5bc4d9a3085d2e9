/**
 * The one table of a municipality, as data: the data stack creates it, tests create it on an emulator.
 * Its indexes are sparse and hold keys only:
 * `pending` the outbox entries that still have something to do, and plan lines whose numbers may be missing from a day on (`REPORTS`);
 * `due` what falls on a day, the soonest first, by kind: the commitments that somebody is to be reminded of (`due`), gates and
 * those of which something is to be done (`gate`, `waiting`), overrides that expire (`override`), tasks (`task`), requests of people that are open (`privacy-request`),
 * sessions about which something is to be done and others (`session`, `session-over`), open plan lines by their last day (`line`);
 * `responsible` the commitments of each stakeholder, and the plan lines of whoever is responsible for them;
 * `standing` the localities of each status, by stage, and commitments that are to be kept, by their day (`commitment`).
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  pendingIndex: { name: 'pending', partitionKey: 'pending', sortKey: 'pendingAt' },
  dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'remindOn' },
  responsibleIndex: { name: 'responsible', partitionKey: 'responsible', sortKey: 'pk' },
  standingIndex: { name: 'standing', partitionKey: 'standing', sortKey: 'place' },
} as const;

/** All indexes. One that is added to a table in use goes last, since DynamoDB makes one in a deployment. */
export const indexes = [table.pendingIndex, table.dueIndex, table.responsibleIndex, table.standingIndex];
