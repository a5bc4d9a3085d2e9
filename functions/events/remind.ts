import type { LocalDate } from '../../domain/calendar.ts';
import { reminded } from '../../domain/commands/sweep.ts';
import { type Commitment, commitmentId, isOpen } from '../../domain/commitment.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { type Line, lineId } from '../../domain/work/line.ts';
import { reportStep } from '../../domain/work/report-ladder.ts';
import { type CommitmentStore, commitmentItem } from '../../store/commitments.ts';
import { isOthersTurn, turnItem } from '../../store/digest-turns.ts';
import { digestItem, type OutboxStore } from '../../store/outbox.ts';
import { digestKey } from '../../store/outbox-entry.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { lineItem, workStore } from '../../store/work.ts';
import type { Clock } from '../runtime/clock.ts';

interface RemindDependencies {
  table: Table;
  municipality: Municipality;
  commitments: CommitmentStore;
  outbox: OutboxStore;
  clock: Clock;
}

/** Beside the digest, in one transaction of a hundred items. */
const mostTogether = 90;
const attempts = 10;

/** Somebody who is reminded, by what key their address is known, and who else has it. */
export interface Reminded {
  id: string;
  addressKey?: string;
  others: string[];
}

/** A line that its responsible is to be asked for, as it was read, and whose it is, if it is one locality's. */
export interface ReportAsk {
  line: Line;
  place?: Pick<Locality, 'status'>;
}

/** What somebody is to be told of on a day. */
export interface ToTell {
  due: Commitment[];
  asks: ReportAsk[];
}

/** Beside the commitments in the transaction of a digest; more wait for the next one. */
const mostAsked = 20;

/**
 * Writes somebody's digest of a day, once, whoever else does the same, and moves each commitment and each line it names to
 * its next rung. The digest stands with the first of them, so that none is moved without being told of. What is due only after
 * a digest was written waits for the next day; so does all of it where another who has the same address has the one of
 * this day. Answers how many
 * commitments and lines were moved, and whether the digest is new.
 */
export async function remind(
  { id: stakeholder, addressKey, others }: Reminded,
  { due, asks }: ToTell,
  on: LocalDate,
  { table, municipality, commitments, outbox, clock }: RemindDependencies,
): Promise<{ digests: number; reminded: number; asked: number }> {
  const reminders = remindersOf(municipality);
  const done = { digests: 0, reminded: 0, asked: 0 };
  const isLeft = (one: Commitment) =>
    isOpen(one) && one.responsible === stakeholder && one.remindOn !== undefined && one.remindOn <= on;
  const isShared = addressKey !== undefined && others.length > 0;
  const waits = async () => isShared && (await isOthersTurn(table, addressKey, on, stakeholder, others));
  if (await waits()) return done;
  const work = workStore(table);
  /** The lines as they are once they were asked for; those alone for which the day still asks. */
  const askedLines = (all: readonly ReportAsk[]): Line[] =>
    all.flatMap(({ line, place }) => {
      const step = reportStep(line, on, place);
      return step.what === 'ask' && line.responsible === stakeholder ? [step.line] : [];
    });
  let left = due;
  let lines = askedLines(asks.slice(0, mostAsked));
  let told: string[] | undefined;
  for (let attempt = 1; left.length + lines.length > 0; ) {
    const ids = left.map(commitmentId);
    const reports = lines.length > 0 ? lines.map(lineId) : undefined;
    const digest = { kind: 'digest', stakeholder, addressKey, on, commitments: ids, reports } as const;
    const some = left.slice(0, mostTogether - lines.length);
    try {
      await writeAll(table, [
        ...(told ? [] : [digestItem(table, digest, clock().toISOString())]),
        ...(isShared && !told ? [turnItem(table, { addressKey, stakeholder, on }, clock())] : []),
        ...lines.map((one) => lineItem(table, one)),
        ...some.map((one) => commitmentItem(table, reminded(one, on, reminders))),
      ]);
      if (!told) done.digests = 1;
      told ??= digest.commitments;
      done.reminded += some.length;
      done.asked += lines.length;
      left = left.slice(some.length);
      lines = [];
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error;
      attempt += 1;
      if (await waits()) return done;
      told ??= await outbox.commitmentsIn(digestKey(stakeholder, on));
      const named = told;
      left = (await commitments.many(left)).filter(
        (one) => isLeft(one) && (!named || named.includes(commitmentId(one))),
      );
      // What the digest of the day did not ask for waits for the next one.
      const anew = named ? new Map<string, Line>() : await work.lines(lines);
      lines = askedLines(
        asks.flatMap(({ line, place }) => {
          const current = anew.get(lineId(line));
          return current ? [{ line: current, place }] : [];
        }),
      );
    }
  }
  return done;
}
