import { createHash } from 'node:crypto';
import { addDays, type LocalDate, localDate } from '../../domain/calendar.ts';
import { isOpen } from '../../domain/commitment.ts';
import {
  type DerivedTask,
  tasksOfGates,
  tasksOfOverrides,
  tasksOfReview,
} from '../../domain/derived-tasks.ts';
import { Conflict } from '../../domain/errors.ts';
import { type Locality, partOf, stageOf } from '../../domain/locality.ts';
import { type Matter, type MatterPart, matterParts, type StaffDigest } from '../../domain/mail.ts';
import { usualMails } from '../../domain/mail-choice.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { reminderAhead } from '../../domain/reminders.ts';
import { digestSince, hasToSay, readersOf, sayingOf, soonDays } from '../../domain/staff-digest.ts';
import { usersIn } from '../../domain/user.ts';
import { calendarOf, type WorkCalendar } from '../../domain/work-calendar.ts';
import type { CommitmentKey, CommitmentStore } from '../../store/commitments.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { hadStaffDigest, staffDigestItem } from '../../store/outbox.ts';
import { batches, batchSize } from '../../store/read.ts';
import type { StaffStore } from '../../store/staff.ts';
import { lastTold, newsOf } from '../../store/staff-news.ts';
import type { TaskStore } from '../../store/tasks.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import type { VisitStore } from '../../store/visits.ts';
import type { Clock } from '../runtime/clock.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import { together } from '../runtime/together.ts';

export interface StaffDigestDependencies {
  table: Table;
  municipality: Municipality;
  programmes: ProgrammeCatalogue;
  localities: LocalityStore;
  visits: VisitStore;
  commitments: CommitmentStore;
  tasks: TaskStore;
  staff: StaffStore;
  clock: Clock;
}

/** The rest stand in the app: a mail beyond some 100 kB is cut off by mail programs. */
const mostListed = 10;
/** What happened is taken away in the transaction that says that it was told. */
const mostNews = 60;
/** Of each part so many are compared with what the last digest told; beyond, there is enough to do. */
const mostCompared = 100;

/** The first of some things, and how many more there are. */
const someOf = <Item>(items: readonly Item[], countOf: (item: Item) => number = () => 1) => ({
  items: items.slice(0, mostListed),
  more: items.slice(mostListed).reduce((sum, item) => sum + countOf(item), 0),
});

/** What somebody reads on a day, by part. */
type Read = Partial<Record<MatterPart, Matter[]>>;

/**
 * Writes the digests of a day to members of staff: all that they need not act on at once, of the localities that they
 * coordinate, and what has climbed to them. One a day to each at most, whoever else does the same; none where the last one
 * has said it all and none was sent before in the week, where they chose none, or on a day off. Answers how many were
 * written and what failed. A dry run writes nothing.
 */
export async function digestStaff(
  dependencies: StaffDigestDependencies,
  on: LocalDate,
  { dryRun = false } = {},
): Promise<{ digests: number; failures: unknown[] }> {
  const { table, staff, municipality, clock } = dependencies;
  const calendar = calendarOf(municipality);
  if (digestSince(on, usualMails, calendar) === undefined) return { digests: 0, failures: [] };
  const { people, failures } = await mattersByReader(dependencies, on);
  let digests = 0;
  const write = (to: string, read: Read) => async () => {
    const { mails } = (await staff.find(to)) ?? { mails: usualMails };
    const since = digestSince(on, mails, calendar);
    if (since === undefined || (await hadStaffDigest(table, to, since, on))) return;
    const news = await newsOf(table, to, mostNews);
    const told = sayingsOf(read, on, calendar);
    if (news.length === 0 && !hasToSay(on, told, await lastTold(table, to))) return;
    const digest = digestOf(to, on, read, news, told);
    if (!dryRun) {
      try {
        await writeAll(table, [staffDigestItem(table, digest, clock().toISOString())]);
      } catch (error) {
        // Another sweep of the day has written it a moment ago.
        if (error instanceof Conflict) return;
        throw error;
      }
    }
    digests += 1;
  };
  failures.push(...(await together([...people].map(([to, read]) => write(to, read)))));
  return { digests, failures };
}

/** The matters of a part, what is late longest or due soonest first. */
const inOrder = (matters: readonly Matter[] = []): Matter[] =>
  matters.toSorted((a, b) => a.since.localeCompare(b.since) || a.locality.id.localeCompare(b.locality.id));

/** All that somebody is told of, by a short digest of each, since none is read again. */
const sayingsOf = (read: Read, on: LocalDate, calendar: WorkCalendar): string[] =>
  matterParts
    .flatMap((part) =>
      inOrder(read[part])
        .slice(0, mostCompared)
        .map((one) => sayingOf(part, one, on, calendar)),
    )
    .map((saying) => createHash('sha256').update(saying).digest('base64url').slice(0, 12));

/** A digest as it is queued. */
function digestOf(
  to: string,
  on: LocalDate,
  read: Read,
  news: Awaited<ReturnType<typeof newsOf>>,
  told: string[],
): StaffDigest {
  const matters: StaffDigest['matters'] = {};
  for (const part of matterParts)
    if (read[part]) matters[part] = someOf(inOrder(read[part]), ({ count }) => count);
  return {
    kind: 'staff-digest',
    to,
    on,
    matters,
    news: news.length > 0 ? someOf(news.map(({ mail }) => mail)) : undefined,
    newsKeys: news.map(({ key }) => key),
    told,
  };
}

/**
 * What a day has for everybody whom the localities and the settings name, also for those for whom it has nothing. All
 * localities and tasks are read once, of commitments only those that a reminder is near of; some that cannot be read keep
 * nothing else from being told.
 */
async function mattersByReader(
  { municipality, programmes, localities, visits, commitments, tasks }: StaffDigestDependencies,
  on: LocalDate,
): Promise<{ people: Map<string, Read>; failures: unknown[] }> {
  const known = new Map<string, Pick<Locality, 'id' | 'name' | 'coordinators' | 'status'>>();
  const people = new Map<string, Read>();
  const readerOf = (user: string): Read => {
    const read = people.get(user) ?? {};
    people.set(user, read);
    return read;
  };
  for (const user of [...municipality.approvers, ...municipality.administrators]) readerOf(user);

  const tell = (matter: Matter, coordinators: readonly string[]) => {
    for (const [user, part] of readersOf(matter, coordinators, municipality, on)) {
      const read = readerOf(user);
      const told =
        part === 'climbed' ? { ...matter, coordinators: usersIn(municipality, coordinators) } : matter;
      const before = read[part];
      if (before) before.push(told);
      else read[part] = [told];
    }
  };
  const tellDerived = (locality: Locality, { kind, stage, track, since, requestedBy }: DerivedTask) => {
    const programme = programmes.exact(locality.programme);
    tell(
      {
        kind,
        locality: { id: locality.id, name: locality.name },
        gate: { stage, track },
        stage: stageOf(programme, stage).name,
        track: track ? partOf(programme, stage, track).name : undefined,
        since: since.includes('T') ? localDate(new Date(since), municipality.timeZone) : since,
        count: 1,
        requestedBy,
      },
      locality.coordinators,
    );
  };

  for await (const some of batches(localities.all(), batchSize)) {
    const reviewed = Map.groupBy(await visits.inReview(some), ({ locality }) => locality);
    for (const locality of some) {
      const { id, name, coordinators, status } = locality;
      known.set(id, { id, name, coordinators, status });
      for (const user of usersIn(municipality, coordinators)) readerOf(user);
      // As long as it is on hold, nobody is reminded of anything in it.
      if (status === 'on-hold') continue;
      const waiting = status === 'active' ? (reviewed.get(id) ?? []) : [];
      for (const task of [
        ...tasksOfGates(locality, on),
        ...tasksOfOverrides(locality, on),
        ...waiting.flatMap((visit) => tasksOfReview(visit, on)),
      ])
        tellDerived(locality, task);
    }
  }

  const kept = new Map<string, Matter>();
  for await (const { kind, locality: id, since } of tasks.all()) {
    const locality = known.get(id);
    if (!locality || locality.status === 'closed' || locality.status === 'on-hold') continue;
    const key = `${id} ${kind}`;
    const day = localDate(new Date(since), municipality.timeZone);
    const same = kept.get(key);
    kept.set(key, {
      kind,
      locality: { id, name: locality.name },
      since: same && same.since < day ? same.since : day,
      count: (same?.count ?? 0) + 1,
      newest: same?.newest && same.newest > since ? same.newest : since,
    });
  }
  for (const matter of kept.values()) tell(matter, known.get(matter.locality.id)?.coordinators ?? []);

  const until = addDays(on, reminderAhead(remindersOf(municipality), soonDays, on));
  const near = async (keys: CommitmentKey[]) => {
    for (const one of await commitments.many(keys)) {
      const locality = known.get(one.locality);
      const { dueOn, action } = one;
      if (locality?.status !== 'active' || !isOpen(one) || one.escalatedOn) continue;
      if (!dueOn || dueOn > addDays(on, soonDays)) continue;
      tell(
        {
          kind: 'commitment-due',
          locality: { id: locality.id, name: locality.name },
          since: dueOn,
          count: 1,
          action,
        },
        locality.coordinators,
      );
    }
  };
  const failures: unknown[] = [];
  for await (const keys of commitments.dueKeys(until))
    await near(keys).catch((error: unknown) => failures.push(error));
  return { people, failures };
}
