import type { LocalDate } from '../../domain/calendar.ts';
import { breakdownOf, type DimensionSums } from '../../domain/work/breakdown.ts';
import { doneOf, type Line, percentOf } from '../../domain/work/line.ts';
import { quarterOf, quartersBetween } from '../../domain/work/quarters.ts';
import { smallest } from '../../domain/work/small-cells.ts';
import { workStore } from '../../store/work.ts';
import { languages } from '../../words/languages.ts';
import { type Html, html } from '../runtime/html.ts';
import type { PageDependencies } from './dependencies.ts';
import type { Reader } from './page.ts';

/** A page stays under 30 kB: so many lines, and values of each dimension, are told of. */
const mostLines = 15;
const mostValues = 8;

/** What everybody may know of a line. */
interface PublishedLine {
  line: Line;
  /** The last whole quarter; what is under way would be told apart by asking twice. */
  quarter: string;
  dimensions: DimensionSums[];
}

/** The quarter before the one that a day lies in. */
const lastWhole = (today: LocalDate): string =>
  quartersBetween(`${Number(today.slice(0, 4)) - 1}-01-01`, today).at(-2) ?? quarterOf(today);

/** The lines of a locality that are published, with the breakdown of the last whole quarter; small cells are not in it. */
export async function publishedWork(
  { table }: Pick<PageDependencies, 'table'>,
  locality: string,
  today: LocalDate,
): Promise<PublishedLine[]> {
  const store = workStore(table);
  const lines = (await store.plan(locality)).lines.filter(({ published }) => published).slice(0, mostLines);
  const quarter = lastWhole(today);
  return Promise.all(
    lines.map(async (line) => ({
      line,
      quarter,
      dimensions: breakdownOf(line, await store.cellsOf(line), [quarter], false),
    })),
  );
}

/** What was done of each line, of its target, and by its breakdown; nothing of persons. */
export function publicWork(
  work: readonly PublishedLine[],
  { language, messages: { published } }: Reader,
): Html {
  const number = new Intl.NumberFormat(languages[language].locale, { maximumFractionDigits: 2 });
  const figures = ({ unit, target, sums, bound }: Line): string => {
    const done = doneOf({ sums });
    if (done > 0 && done * 100 < smallest) return published.fewerThan(number.format(smallest / 100), unit);
    const percent = percentOf({ target, sums });
    if (target === undefined || percent === undefined) return `${number.format(done)} ${unit}`;
    const whole = bound === 'at-most' ? published.ofAtMost : published.ofTarget;
    return whole(number.format(done), number.format(target), unit, number.format(percent));
  };
  const told = ({ values }: DimensionSums, quarter: string): string | undefined => {
    const shown = values.flatMap(({ value, quarters: [quantity = null] }) =>
      value === undefined || !quantity ? [] : `${value}: ${number.format(quantity)}`,
    );
    return shown.length > 0
      ? published.inQuarter(quarter.slice(0, 4), quarter.slice(6), shown.slice(0, mostValues).join(' · '))
      : undefined;
  };
  const items = work.map(({ line, quarter, dimensions }) => {
    const parts = dimensions.flatMap((one) => told(one, quarter) ?? []);
    return html`<li><p><strong>${line.name}</strong></p>
<p>${figures(line)}</p>
${parts.map(
  (part) => html`<p class="soft">${part}</p>
`,
)}</li>
`;
  });
  return html`<ul>
${items}</ul>`;
}
