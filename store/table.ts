/**
 * The one table of a municipality, as data: the data stack creates it, tests create it on an emulator.
 * Its indexes are sparse and hold keys only:
 * `pending` the outbox entries that still have something to do;
 * `due` what falls on a day, the soonest first, by kind: the commitments that somebody is to be reminded of (`due`), gates and
 * those of which something is to be done (`gate`, `waiting`), plan lines whose numbers of a period may be missing (`report`), overrides that expire (`override`), tasks (`task`), requests of people that are open (`privacy-request`);
 * `responsible` the commitments of each stakeholder, and the plan lines of whoever is responsible for them;
 * `standing` the localities of each status, by stage.
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
