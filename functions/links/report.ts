import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { entriesOf, recordEntries, toldOf } from '../../domain/commands/record-entries.ts';
import { Problem } from '../../domain/errors.ts';
import { isOver } from '../../domain/locality.ts';
import { type Board, LineId, municipal, partsOf } from '../../domain/work/board.ts';
import { type Entry, NewEntry } from '../../domain/work/entry.ts';
import { type Line, lineId } from '../../domain/work/line.ts';
import { missingReport, reportCells } from '../../domain/work/reports.ts';
import { monthOf } from '../../domain/work/sums.ts';
import { workChange } from '../../domain/work/work-change.ts';
import { commitAll } from '../../store/commit.ts';
import { workStore } from '../../store/work.ts';
import { html } from '../runtime/html.ts';
import { untilCommitted } from '../runtime/retry.ts';
import type { PageDependencies } from './dependencies.ts';
import type { LinkHolder } from './link-holder.ts';
import { hrefOf, type Page } from './page.ts';
import { type AskedReport, numberField, periodText } from './report-form.ts';

/** Whose work a line is: its locality as it stands now, or the municipality. */
async function boardOf({ board }: Line, { table, localities }: PageDependencies): Promise<Board> {
  if (board === municipal) return { id: municipal, head: await workStore(table).head() };
  return { id: board, locality: await localities.get(board) };
}

/** The lines whose last period is over without an entry, of those that somebody is responsible for where work goes on. */
export async function askedReports(
  stakeholder: string,
  dependencies: PageDependencies,
): Promise<AskedReport[]> {
  const { table, localities, moment } = dependencies;
  const { today } = moment();
  const missing = (await workStore(table).linesOf(stakeholder)).flatMap((line) => {
    const period = missingReport(line, today);
    return period ? [{ line, period }] : [];
  });
  const places = new Map(
    await Promise.all(
      [...new Set(missing.map(({ line }) => line.board))]
        .filter((board) => board !== municipal)
        .map(async (board) => [board, await localities.find(board)] as const),
    ),
  );
  return missing.flatMap(({ line, period }): AskedReport[] => {
    if (line.board === municipal) return [{ line, period }];
    const place = places.get(line.board);
    return place && !isOver(place) ? [{ line, period, place: place.name }] : [];
  });
}

const Form = z.looseObject({ line: LineId, periodTo: LocalDate });

/** A number as people write it, blank where it is not known. */
const Quantity = z
  .string()
  .default('')
  .transform((text) => text.trim().replace(',', '.'))
  .pipe(
    z.union([
      z.literal('').transform(() => undefined),
      z
        .string()
        .regex(/^\d{1,9}(\.\d{1,2})?$/)
        .transform(Number),
    ]),
  );

/** What a form says of each cell of a line that it has a number for. @throws Problem `invalid-request` */
function numbersIn(form: Record<string, string>, line: Line) {
  const numbers = reportCells(line).flatMap((cells, at) => {
    const { success, data: quantity } = Quantity.safeParse(form[numberField(at)]);
    if (!success) throw new Problem('invalid-request');
    return quantity === undefined ? [] : [{ cells, quantity }];
  });
  if (numbers.length === 0) throw new Problem('invalid-request');
  return numbers;
}

/** What became of the numbers that somebody sent. */
interface Reported extends AskedReport {
  /** None where there was an entry for the period already. */
  entries: Entry[];
}

/**
 * Enters the numbers of a period by somebody who is responsible for the line, once: what was entered for the period already
 * stays as it is.
 * @throws Problem `invalid-request`, `not-found`, `not-active`
 */
async function recordReport(
  stakeholder: string,
  form: Record<string, string>,
  dependencies: PageDependencies,
): Promise<Reported> {
  const { success, data } = Form.safeParse(form);
  if (!success) throw new Problem('invalid-request');
  const { table, clock, moment } = dependencies;
  const store = workStore(table);
  return untilCommitted(async () => {
    const line = await store.line(partsOf(data.line));
    if (line.responsible !== stakeholder) throw new Problem('not-found');
    const board = await boardOf(line, dependencies);
    const place = board.locality?.name;
    const now = moment();
    const period = missingReport(line, now.today);
    // Sent once more, or meanwhile by somebody else.
    if (period?.to !== data.periodTo)
      return { line, place, period: { from: data.periodTo, to: data.periodTo }, entries: [] };
    const months = [{ board: line.board, line: line.key, month: monthOf(period.to) }];
    const rows = numbersIn(form, line).map(({ cells, quantity }) => ({
      line: lineId(line),
      entry: NewEntry.parse({ on: period.to, quantity, cells }),
      path: '',
    }));
    const actor = `stakeholder:${stakeholder}`;
    const recorded = recordEntries(rows, {
      lines: new Map([[lineId(line), line]]),
      cells: await store.cells(months),
      caller: { user: actor },
      moment: now,
    });
    const event = { actor, action: 'entries-recorded', detail: toldOf(recorded.entries) } as const;
    await commitAll(table, [workChange(board, entriesOf(board, recorded), event)], clock());
    return { line, place, period, entries: recorded.entries };
  });
}

/** POST /c/{token} with the numbers of a line: what was entered, or that there was something already. */
export async function reportPage(
  { stakeholder, reader }: LinkHolder,
  form: Record<string, string>,
  dependencies: PageDependencies,
): Promise<Page> {
  const { reports: words } = reader.messages;
  const back = html`<p><a href="${hrefOf({}, reader.chosen)}">${words.all}</a></p>`;
  let reported: Reported;
  try {
    reported = await recordReport(stakeholder.id, form, dependencies);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'invalid-request')) throw error;
    return {
      status: 400,
      title: words.unreadTitle,
      content: html`<p role="alert">${words.unread}</p>${back}`,
    };
  }
  const { line, period, place, entries } = reported;
  const rows = entries.map(
    ({ cells, quantity }) =>
      html`<li><bdi>${Object.values(cells).join(' · ') || line.unit}</bdi>: ${quantity}</li>`,
  );
  const content =
    entries.length === 0
      ? html`<p role="status">${words.already}</p>`
      : html`<p role="status"><strong>${words.recorded}</strong></p>
<article class="card" aria-labelledby="r1">
<h2 id="r1"><bdi>${line.name}</bdi></h2>
<p class="soft">${place ? html`<bdi>${place}</bdi> · ` : ''}${periodText(period, reader)}</p>
<ul>${rows}</ul>
</article>
<p>${words.mistaken}</p>`;
  return { status: 200, title: words.title, content: html`${content}${back}` };
}
