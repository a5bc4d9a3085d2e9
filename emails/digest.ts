import type { LocalDate } from '../domain/calendar.ts';
import { isWrittenTo } from '../domain/commands/sweep.ts';
import { type Commitment, commitmentId, commitmentOf, isOpen } from '../domain/commitment.ts';
import type { Locality } from '../domain/locality.ts';
import { lateAfter } from '../domain/reminders.ts';
import { municipal } from '../domain/work/board.ts';
import type { Line } from '../domain/work/line.ts';
import type { LinePeriod } from '../domain/work/line-periods.ts';
import { missingReport } from '../domain/work/reports.ts';
import { calendarOf } from '../domain/work-calendar.ts';
import { answeredBy } from './answered-by.ts';
import { renderDigest } from './digest-content.ts';
import type { Promised } from './promised.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';

/** A line whose numbers of a period are asked for, and where it is done, if it is one locality's. */
interface AskedReport {
  name: string;
  period: LinePeriod;
  locality?: Locality;
}

/** Whether somebody is still to be told of a commitment: it may have been kept, given away or escalated meanwhile. */
const stillToTell = (stakeholder: string) => (one: Commitment) =>
  isOpen(one) && one.responsible === stakeholder && one.remindOn !== undefined;

const promisedIn =
  (places: ReadonlyMap<string, Locality>) =>
  (one: Commitment): (Promised & { locality: Locality })[] => {
    const locality = places.get(one.locality);
    if (locality?.status !== 'active' || !one.dueOn) return [];
    const { action, dueOn, writes } = one;
    return [{ id: commitmentId(one), locality, action, dueOn, version: writes }];
  };

/** The numbers that somebody is still to report of lines where work goes on. */
const reportsIn = (
  lines: readonly Line[],
  stakeholder: string,
  places: ReadonlyMap<string, Locality>,
  today: LocalDate,
): AskedReport[] =>
  lines.flatMap((line) => {
    const period = line.responsible === stakeholder ? missingReport(line, today) : undefined;
    if (!period) return [];
    if (line.board === municipal) return [{ name: line.name, period }];
    const locality = places.get(line.board);
    return locality?.status === 'active' ? [{ name: line.name, period, locality }] : [];
  });

/** Who reads what is answered: the coordinators of the localities it is about. */
const placesOf = (
  promised: readonly { locality: Locality }[],
  reports: readonly AskedReport[],
): Locality[] => [
  ...promised.map(({ locality }) => locality),
  ...reports.flatMap(({ locality }) => locality ?? []),
];

/**
 * The one mail of a day to somebody who promised something or reports a plan line: what is overdue, what falls due, and the
 * numbers that are missing.
 */
export const digest: StakeholderMailModule<'digest'> = {
  reaches: isWrittenTo,
  async email(
    { stakeholder: id, commitments: ids, reports: lines = [] },
    reader,
    { moment, municipality, publicUrl, ...facts },
  ) {
    const open = facts.commitments(ids.map(commitmentOf)).filter(stillToTell(id));
    const promised = open.flatMap(promisedIn(facts.localities));
    const reports = reportsIn(facts.lines(lines), id, facts.localities, moment.today);
    if (promised.length === 0 && reports.length === 0) return undefined;
    const { stakeholder, name, links } = await reader();
    const calendar = calendarOf(municipality);
    const rendered = renderDigest({
      on: moment.today,
      now: new Date(moment.now),
      name,
      language: stakeholder.language,
      promised,
      reports,
      isLate: (dueOn) => lateAfter(dueOn, calendar) < moment.today,
      municipality,
      links,
      publicUrl,
    });
    return {
      ...rendered,
      unsubscribeUrl: links.unsubscribe,
      replyTo: answeredBy(placesOf(promised, reports), municipality),
      about: promised.map((one) => one.id),
    };
  },
};
