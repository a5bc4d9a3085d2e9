import type { Line } from '../../domain/work/line.ts';
import { lineId } from '../../domain/work/line.ts';
import type { LinePeriod } from '../../domain/work/line-periods.ts';
import { reportCells } from '../../domain/work/reports.ts';
import { longDate } from '../../emails/values.ts';
import { languages } from '../../words/languages.ts';
import { type Html, html } from '../runtime/html.ts';
import type { Reader } from './page.ts';

/** A line whose numbers of a period are asked for, with the name of the place where it is done, if it is one's. */
export interface AskedReport {
  line: Line;
  period: LinePeriod;
  place?: string;
}

/** The name of the field of the cell with this number. */
export const numberField = (at: number): string => `n${at}`;

/** What the numbers of a cell are called: its values, or the line's unit where it is told apart by nothing. */
const labelOf = (cell: Record<string, string>, { unit }: Line): string =>
  Object.values(cell).join(' · ') || unit;

/** The days of a period, as people write them. */
export const periodText = ({ from, to }: LinePeriod, { language, messages: { reports } }: Reader): string => {
  const locale = languages[language].letterLocale;
  return reports.period(longDate(from, locale), longDate(to, locale));
};

/** A card with the numbers that are asked of a line for a period that is over; `heading` is the id of what names it. */
export function reportForm(asked: AskedReport, heading: string, reader: Reader): Html {
  const { line, period, place } = asked;
  const { reports: words } = reader.messages;
  const step = line.decimals === 0 ? '1' : String(10 ** -line.decimals);
  const fields = reportCells(line).map((cell, at) => {
    const id = `${heading}-${at}`;
    return html`<label for="${id}"><bdi>${labelOf(cell, line)}</bdi></label>
<input id="${id}" type="number" name="${numberField(at)}" min="0" step="${step}" inputmode="${line.decimals === 0 ? 'numeric' : 'decimal'}">
`;
  });
  return html`<article class="card" aria-labelledby="${heading}">
<h2 id="${heading}"><bdi>${line.name}</bdi></h2>
<p class="soft">${place ? html`<bdi>${place}</bdi> · ` : ''}${periodText(period, reader)}</p>
<form method="post" aria-labelledby="${heading}">
<input type="hidden" name="line" value="${lineId(line)}">
<input type="hidden" name="periodTo" value="${period.to}">
<p>${words.howMany(line.unit)}</p>
${fields}<div class="answers"><button type="submit" class="main" aria-describedby="${heading}">${words.send}</button></div>
</form>
</article>
`;
}
