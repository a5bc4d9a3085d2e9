import { addDays, type LocalDate } from '../calendar.ts';
import type { Locality } from '../locality.ts';
import type { Line } from './line.ts';
import { periodAt } from './line-periods.ts';
import { missingReport } from './reports.ts';

/** Days after which somebody is asked again. */
const askedAgainAfter = 7;
/** So often somebody is asked for the numbers of one period. */
const mostAsked = 2;

/** How often somebody counts as asked of whose line the coordinators have a task. */
const handedOver = mostAsked + 1;

/** Whether the task that a line is has gone: something was entered for the period that was missing. */
export const isReportSettled = (before: Line, after: Line, today: LocalDate): boolean =>
  before.asked?.times === handedOver && missingReport(after, today)?.to !== before.asked.to;

/** The day after the period of a line that a day is in: then somebody is asked for it. None once the line is over. */
function dayAfterPeriod(line: Pick<Line, 'from' | 'to' | 'rhythm'>, on: LocalDate): LocalDate | undefined {
  return on > line.to ? undefined : addDays(periodAt(line, on).to, 1);
}

/** When a line that begins, or goes otherwise from now on, is looked at first; never where it is closed. */
export const firstAsked = (line: Pick<Line, 'from' | 'to' | 'rhythm' | 'status'>): LocalDate | undefined =>
  line.status === 'open' ? dayAfterPeriod(line, line.from) : undefined;

/** A member of staff is named by their address, a stakeholder by their id. */
const isStakeholder = (responsible: string | undefined): responsible is string =>
  responsible !== undefined && !responsible.includes('@');

/** What a day asks for with a line, and the line after it; the very same line where nothing is to be written. */
export interface ReportStep {
  /** `ask` whoever is responsible, or `hand` it to the coordinators of the locality. */
  what: 'ask' | 'hand' | 'nothing';
  line: Line;
}

/**
 * What is to be done on a day about a line that waits for it: whoever is responsible is asked for the numbers of the last
 * period that is over without any, and once more a week later; a week after that, or at once where nobody can be asked, it is a task
 * of the coordinators; then it waits for the next period to end.
 * @param isReached whether whoever is responsible is written to at all
 */
export function reportStep(
  line: Line,
  on: LocalDate,
  place?: Pick<Locality, 'status'>,
  isReached = true,
): ReportStep {
  const { reportOn, responsible } = line;
  if (reportOn === undefined || reportOn > on || place?.status === 'on-hold')
    return { what: 'nothing', line };
  const moved = (some: Partial<Line>): Line => ({ ...line, ...some, writes: line.writes + 1 });
  const isOver = line.status === 'closed' || (place !== undefined && place.status !== 'active');
  if (isOver) return { what: 'nothing', line: moved({ reportOn: undefined }) };
  const period = missingReport(line, on);
  const later = dayAfterPeriod(line, on);
  const asked = period && line.asked?.to === period.to ? line.asked : undefined;
  const times = asked?.times ?? 0;
  if (!period || times > mostAsked) return { what: 'nothing', line: moved({ reportOn: later }) };
  const again = asked && addDays(asked.on, askedAgainAfter);
  if (again && again > on) return { what: 'nothing', line: moved({ reportOn: again }) };
  if (!isStakeholder(responsible) || !isReached || times === mostAsked) {
    const handed = moved({ asked: { to: period.to, on, times: handedOver }, reportOn: later });
    // The municipality has no coordinators.
    return { what: place ? 'hand' : 'nothing', line: handed };
  }
  return {
    what: 'ask',
    line: moved({
      asked: { to: period.to, on, times: times + 1 },
      reportOn: addDays(on, askedAgainAfter),
    }),
  };
}

/** A line as it was before somebody was to be asked on a day, when that mail never left: it is asked for again from then on. */
export function unaskedOn(line: Line, on: LocalDate): Line | undefined {
  const { asked } = line;
  if (asked?.on !== on || line.status === 'closed') return undefined;
  const before =
    asked.times > 1 ? { ...asked, times: asked.times - 1, on: addDays(on, -askedAgainAfter) } : undefined;
  return { ...line, asked: before, reportOn: on, writes: line.writes + 1 };
}
