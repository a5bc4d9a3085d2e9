import * as z from 'zod';
import { type LocalDate, lastDay } from '../../domain/calendar.ts';
import { handReport } from '../../domain/commands/hand-report.ts';
import {
  askedOn,
  handToCoordinator,
  isSweepDay,
  isWrittenTo,
  unreminded,
} from '../../domain/commands/sweep.ts';
import { type Commitment, commitmentId } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { municipal } from '../../domain/work/board.ts';
import type { Line } from '../../domain/work/line.ts';
import { reportStep } from '../../domain/work/report-ladder.ts';
import { type AddressRegister, addressRegister, asRegistered } from '../../store/address-register.ts';
import { armedByStore, settingsDigest } from '../../store/armed-by.ts';
import { commit } from '../../store/commit.ts';
import {
  type CommitmentKey,
  type CommitmentStore,
  commitmentItem,
  commitmentStore,
} from '../../store/commitments.ts';
import { type LocalityStore, localityStore } from '../../store/localities.ts';
import { type OutboxStore, outboxStore } from '../../store/outbox.ts';
import { type StaffStore, staffStore } from '../../store/staff.ts';
import { type StakeholderStore, stakeholderStore } from '../../store/stakeholders.ts';
import { type TaskStore, taskStore } from '../../store/tasks.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { type VisitStore, visitStore } from '../../store/visits.ts';
import { lineItem, workStore } from '../../store/work.ts';
import { type Clock, clock, momentOf } from '../runtime/clock.ts';
import { deployedMunicipality, deployedProgrammes, deployedTable } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { together } from '../runtime/together.ts';
import { digestStaff } from './digest-staff.ts';
import { rearm } from './rearm.ts';
import { type Reminded, remind, type ToTell } from './remind.ts';

export interface SweepDependencies {
  table: Table;
  municipality: Municipality;
  programmes: ProgrammeCatalogue;
  localities: LocalityStore;
  visits: VisitStore;
  stakeholders: StakeholderStore;
  addresses: AddressRegister;
  commitments: CommitmentStore;
  tasks: TaskStore;
  staff: StaffStore;
  outbox: OutboxStore;
  clock: Clock;
}

/** The dependencies on a table, for a municipality. */
export const sweepDependencies = (
  table: Table,
  municipality: Municipality,
  programmes: ProgrammeCatalogue,
  time: Clock,
): SweepDependencies => ({
  table,
  municipality,
  programmes,
  clock: time,
  localities: localityStore(table),
  visits: visitStore(table),
  stakeholders: stakeholderStore(table),
  addresses: addressRegister(table),
  commitments: commitmentStore(table),
  tasks: taskStore(table),
  staff: staffStore(table),
  outbox: outboxStore(table),
});

/** Somebody who is written to, and of what. */
interface Addressee {
  reminded: Reminded;
  told: ToTell;
}

/** What a sweep did: digests written to stakeholders and to staff, and how many commitments went which way. */
export const Swept = z.object({
  on: z.iso.date(),
  digests: z.int(),
  reminded: z.int(),
  /** Plan lines whose numbers of a period were asked for. */
  asked: z.int(),
  /** Those that nobody reported, and that are a task of the coordinators now. */
  unreported: z.int(),
  toldInPerson: z.int(),
  escalated: z.int(),
  stopped: z.int(),
  staffDigests: z.int(),
});
export type Swept = z.infer<typeof Swept>;

/**
 * Does what a day asks for with every commitment that is due by it, and reads no other unless the settings have changed,
 * when it first moves all that wait to where the new ones have them: at most one digest to each stakeholder, a task for the
 * coordinator where a ladder has ended or nobody can be written to, and then the digests to staff. It finds done what was
 * done before, so it may be called at any time and again. Each piece stands alone; those that fail are thrown together
 * at the end. A dry run reads the same and writes nothing: it answers what the day would ask for, as things stand now.
 */
export function sweep(dependencies: SweepDependencies) {
  const { table, municipality, localities, commitments, stakeholders, addresses, clock: time } = dependencies;
  const settings = remindersOf(municipality);
  const armedBy = armedByStore(table);
  const work = workStore(table);

  /**
   * All that is due, by what it asks for; what is to be told, by whom it is to be told to. What cannot be read keeps
   * nothing else from being found: `failures` tell of it, and whoever has a digest by then is told of it the next day.
   */
  async function found(on: LocalDate, { dryRun }: { dryRun: boolean }) {
    const places = new Map<string, Locality | undefined>();
    const people = new Map<string, ToTell>();
    const toTell = (who: string): ToTell => {
      const theirs = people.get(who) ?? { due: [], asks: [] };
      people.set(who, theirs);
      return theirs;
    };
    const placeOf = async (id: string) => {
      if (!places.has(id)) places.set(id, await localities.find(id));
      return places.get(id);
    };
    const asked: Record<'escalate' | 'stop', Commitment[]> = { escalate: [], stop: [] };
    const failures: unknown[] = [];
    const digest = settingsDigest(municipality.reminders, municipality.calendar);
    const isChanged = (await armedBy.find()) !== digest;
    // An index in which things move may show one twice.
    const seen = new Set<string>();
    const dueOf = async (keys: CommitmentKey[]) => {
      if (!isChanged) return commitments.due(keys, on);
      const armed = await rearm(keys, on, settings, dependencies, { dryRun });
      return armed.filter(({ remindOn }) => remindOn !== undefined && remindOn <= on);
    };
    const sort = async (keys: CommitmentKey[]) => {
      for (const one of await dueOf(keys)) {
        if (seen.has(commitmentId(one))) continue;
        seen.add(commitmentId(one));
        const what = askedOn(on, one, await placeOf(one.locality), settings);
        if (what === 'escalate' || what === 'stop') asked[what].push(one);
        if (what === 'remind' && one.responsible) toTell(one.responsible).due.push(one);
      }
    };
    try {
      for await (const keys of commitments.dueKeys(isChanged ? lastDay : on))
        await sort(keys).catch((error: unknown) => failures.push(error));
    } catch (error) {
      failures.push(error);
    }
    if (isChanged && failures.length === 0 && !dryRun) await armedBy.keep(digest);
    const settled: Line[] = [];
    const unreported: Line[] = [];
    const lookAt = async (line: Line) => {
      const place = line.board === municipal ? undefined : await placeOf(line.board);
      // A line whose locality is gone is of no use to anybody.
      const step = reportStep(
        line,
        on,
        line.board === municipal ? undefined : (place ?? { status: 'closed' }),
      );
      if (step.what === 'ask' && line.responsible) toTell(line.responsible).asks.push({ line, place });
      else if (step.what === 'hand') unreported.push(line);
      else if (step.line !== line) settled.push(step.line);
    };
    try {
      for (const line of await work.linesDue(on))
        await lookAt(line).catch((error: unknown) => failures.push(error));
    } catch (error) {
      failures.push(error);
    }
    return { people, settled, unreported, ...asked, failures };
  }

  /** Looks at a commitment and its locality anew, and makes it a task if the day still asks for that. */
  const hand = (kind: 'escalated' | 'tell-in-person', one: Commitment, on: LocalDate): Promise<number> =>
    untilCommitted(async () => {
      const locality = await localities.get(one.locality);
      const current = await commitments.get(one);
      const wanted = kind === 'escalated' ? 'escalate' : 'remind';
      if (askedOn(on, current, locality, settings) !== wanted) return 0;
      const now = time();
      const moment = { now: now.toISOString(), today: on };
      await commit(table, handToCoordinator(kind, { locality, commitment: current, settings }, moment), now);
      return 1;
    });

  /** Looks at a line and its locality anew, and makes it a task if the day still asks for that. */
  const handLine = (line: Line, on: LocalDate, isReached: boolean): Promise<number> =>
    untilCommitted(async () => {
      const locality = line.board === municipal ? undefined : await localities.get(line.board);
      const current = await work.line(line);
      const step = reportStep(current, on, locality, isReached);
      if (step.what !== 'hand' || !locality) {
        if (step.what === 'nothing' && step.line !== current)
          await writeAll(table, [lineItem(table, step.line)]);
        return 0;
      }
      const now = time();
      await commit(table, handReport(step.line, locality, { now: now.toISOString(), today: on }), now);
      return 1;
    });

  const writing = {
    hand,
    remind: (reminded: Reminded, told: ToTell, on: LocalDate) => remind(reminded, told, on, dependencies),
    settle: (line: Line) => writeAll(table, [lineItem(table, line)]),
    handReport: handLine,
    stop: (one: Commitment) => writeAll(table, [commitmentItem(table, unreminded(one))]),
  };
  const counting: typeof writing = {
    hand: async () => 1,
    remind: async (_, { due, asks }) => ({ digests: 1, reminded: due.length, asked: asks.length }),
    settle: async () => {},
    handReport: async () => 1,
    stop: async () => {},
  };

  return async (on: LocalDate, { dryRun = false } = {}): Promise<Swept> => {
    const does = dryRun ? counting : writing;
    const swept: Swept = {
      on,
      digests: 0,
      reminded: 0,
      asked: 0,
      unreported: 0,
      toldInPerson: 0,
      escalated: 0,
      stopped: 0,
      staffDigests: 0,
    };
    if (!isSweepDay(on, settings)) return swept;
    const { people, settled, unreported, escalate, stop, failures } = await found(on, { dryRun });

    /** Those who are written to, by the address they have; the others are a task at once. */
    const byAddress = new Map<string, Addressee[]>();
    const look = (id: string, told: ToTell) => async () => {
      const known = await stakeholders.find(id);
      const record = known && (await addresses.recordOf(known));
      if (!record || !isWrittenTo(asRegistered(known, record))) {
        for (const { line } of told.asks) swept.unreported += await does.handReport(line, on, false);
        for (const one of told.due) swept.toldInPerson += await does.hand('tell-in-person', one, on);
        return;
      }
      const { addressKey } = known;
      const reminded = { id, addressKey, others: record.holders.filter((holder) => holder !== id) };
      const shared = byAddress.get(addressKey ?? id) ?? [];
      byAddress.set(addressKey ?? id, [...shared, { reminded, told }]);
    };
    /** One digest an address: whoever has waited longest comes first, the others on the days that follow. */
    const tell = (all: Addressee[]) => async () => {
      const since = ({ due, asks }: ToTell) =>
        [...due.map(({ remindOn = on }) => remindOn), ...asks.map(({ line: { reportOn = on } }) => reportOn)]
          .sort()
          .at(0) ?? on;
      const inTurn = all.toSorted((a, b) => since(a.told).localeCompare(since(b.told)));
      for (const { reminded, told } of dryRun ? inTurn.slice(0, 1) : inTurn) {
        const done = await does.remind(reminded, told, on);
        swept.digests += done.digests;
        swept.reminded += done.reminded;
        swept.asked += done.asked;
      }
    };
    const unseen = await together([...people].map(([id, told]) => look(id, told)));
    const failed = await together([
      ...[...byAddress.values()].map(tell),
      ...escalate.map((one) => async () => {
        swept.escalated += await does.hand('escalated', one, on);
      }),
      ...settled.map((line) => () => does.settle(line)),
      ...unreported.map((line) => async () => {
        swept.unreported += await does.handReport(line, on, true);
      }),
      ...stop.map((one) => async () => {
        await does.stop(one);
        swept.stopped += 1;
      }),
    ]);
    failures.push(...unseen);
    failures.push(...failed);
    // The last, so that it tells of what has become a task by now.
    const toStaff = await digestStaff(dependencies, on, { dryRun }).catch((error: unknown) => ({
      digests: 0,
      failures: [error],
    }));
    swept.staffDigests = toStaff.digests;
    failures.push(...toStaff.failures);
    logger.info('swept', { ...swept, dryRun, failures: failures.length });
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} parts of a sweep failed`);
    return swept;
  };
}

export const handler = eventHandler(z.unknown(), () => {
  const municipality = deployedMunicipality();
  const run = sweep(sweepDependencies(deployedTable(), municipality, deployedProgrammes(), clock));
  return () => run(momentOf(clock(), municipality).today);
});
