import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { HistoryEntry, type MailEntry } from '../../store/history.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { readAhead } from '../../store/read.ts';
import { CommitmentView, commitmentView } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { MailView, mailsTo, type ToldOfMail } from './mails-to-stakeholder.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** All that is kept of a person; where there are more localities to look into, as much of it as one answer holds. */
export const Kept = z.object({
  stakeholder: StakeholderView,
  /** What they are responsible for, by locality. */
  commitments: z.array(
    z.object({ locality: z.string(), name: z.string(), commitments: z.array(CommitmentView) }),
  ),
  /** What they were mailed, oldest first. */
  mails: z.array(MailView),
  history: z.array(HistoryEntry),
  /** Where there are more localities to look into: what they tell follows this cursor. */
  nextCursor: z.string().optional(),
});
export type Kept = z.infer<typeof Kept>;

/** So many localities, and commitments of them, are looked into for one answer. */
const most = { localities: 500, commitments: 20_000 };

/** The localities after one that have had commitments, as many as one answer looks into; and where the next begins. */
async function lookedInto(localities: LocalityStore, after?: string) {
  const some: Locality[] = [];
  let commitments = 0;
  for await (const locality of localities.all(after)) {
    if (locality.commitments === 0) continue;
    if (some.length === most.localities || commitments > most.commitments)
      return { some, next: some.at(-1)?.id };
    some.push(locality);
    commitments += locality.commitments;
  }
  return { some };
}

/**
 * What is kept of a person, of as many localities after one as one answer looks into. They may have been written to about
 * what is somebody else's by now, so that every locality is looked into, in the table, since an index may lag behind it.
 * @throws Problem `not-found` when there is no such person, or the caller may not see them
 */
export async function keptAfter(
  dependencies: ApiDependencies,
  id: string,
  caller: Caller,
  cursor?: string,
): Promise<Kept> {
  const { localities, commitments, history, outbox, municipality } = dependencies;
  const calendar = calendarOf(municipality);
  const known = await stakeholderAsked(dependencies, id, caller, policies.stakeholder.exportKept);
  const { some, next } = await lookedInto(localities, cursor);
  const theirs = new Map<string, Commitment[]>();
  for await (const one of commitments.ofLocalities(some)) {
    if (one.responsible !== id && !one.coResponsible.includes(id)) continue;
    const before = theirs.get(one.locality);
    if (before) before.push(one);
    else theirs.set(one.locality, [one]);
  }
  const queued = await outbox.mailsTo(id);
  const told: ToldOfMail[] = [];
  const entriesOf = async ({ id: locality }: Locality): Promise<ToldOfMail> => {
    const entries: MailEntry[] = [];
    for await (const entry of history.mailsTo(`LOCALITY#${locality}`, `stakeholder:${id}`))
      entries.push(entry);
    return { locality, entries };
  };
  for await (const one of readAhead(some, entriesOf)) told.push(one);
  const isFirst = cursor === undefined;
  return {
    stakeholder: stakeholderView(known, caller),
    commitments: some.flatMap(({ id: locality, name }) => {
      const matrix = theirs.get(locality) ?? [];
      return matrix.length > 0
        ? [{ locality, name, commitments: matrix.map((one) => commitmentView(one, calendar)) }]
        : [];
    }),
    // What the outbox still knows is told of in the first answer, and not again.
    mails: isFirst ? mailsTo(queued, told) : mailsTo([], withoutThose(told, queued)),
    history: isFirst ? await history.all(`STAKEHOLDER#${id}`) : [],
    nextCursor: next,
  };
}

/** All that is kept of a person, whichever localities it belongs to. */
export async function keptOf(dependencies: ApiDependencies, id: string, caller: Caller): Promise<Kept> {
  const { nextCursor, ...all } = await keptAfter(dependencies, id, caller);
  for (let cursor = nextCursor; cursor !== undefined; ) {
    const more = await keptAfter(dependencies, id, caller, cursor);
    all.commitments.push(...more.commitments);
    all.mails.push(...more.mails);
    cursor = more.nextCursor;
  }
  return all;
}

function withoutThose(told: ToldOfMail[], queued: { id: string }[]): ToldOfMail[] {
  const ids = new Set(queued.map(({ id }) => id));
  return told.map(({ locality, entries }) => ({
    locality,
    entries: entries.filter(({ detail }) => !ids.has(detail.outbox)),
  }));
}
