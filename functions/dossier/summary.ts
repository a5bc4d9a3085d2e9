import type { Moment } from '../../domain/change.ts';
import type { Language } from '../../domain/language.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { SummaryLine } from '../../domain/work/summary.ts';
import type { SummaryView } from '../api/summary-asked.ts';
import { heading, paragraph, particulars, small } from './blocks.ts';
import type { Style } from './set-lines.ts';
import { key, Sheet, soft } from './sheet.ts';
import { areasIn, moneyIn } from './summary-money.ts';
import { type Cell, table } from './table.ts';
import { type Translator, translatorFor } from './translator.ts';
import type { FontFiles } from './typeface.ts';

/** What a summary is printed from. */
export interface SummaryFacts extends Moment {
  municipality: Municipality;
  summary: SummaryView;
}

const aside: Style = { ...small, size: 7.5 };
/** A page is as wide as the quarters of one year. */
const quartersAbreast = 4;

const quarterName = (quarter: string, { messages }: Translator): string =>
  messages.summary.quarter(quarter.slice(0, 4), quarter.slice(6));

/** Lines under one objective: target, and by quarter what was done, so far and per cent. */
function targetsOf(
  sheet: Sheet,
  summary: SummaryView,
  lines: readonly SummaryLine[],
  translator: Translator,
): void {
  const { messages, number, percent } = translator;
  const said = messages.summary;
  const places = new Map(summary.localities.map(({ id, name }) => [id, name]));
  const target = ({ target: some, unit, bound }: SummaryLine): Cell => ({
    texts: [
      some === undefined ? messages.none : number(some),
      [bound === 'at-most' ? `${said.atMost}, ${unit}` : unit, aside],
    ],
  });
  for (let from = 0; from < summary.quarters.length; from += quartersAbreast) {
    const quarters = summary.quarters.slice(from, from + quartersAbreast);
    const wide = 324 / quarters.length;
    table(
      sheet,
      [
        { heading: said.line, width: 120 },
        { heading: said.target, width: 60, align: 'right' },
        ...quarters.map((quarter) => ({
          heading: quarterName(quarter, translator),
          width: wide,
          align: 'right' as const,
        })),
      ],
      lines.values().map((line) => [
        {
          texts: [
            line.name,
            [line.locality ? (places.get(line.locality) ?? line.locality) : said.ofMunicipality, aside],
          ],
        },
        target(line),
        ...line.quarters.slice(from, from + quartersAbreast).map(
          ({ done, soFar, percent: part }): Cell => ({
            texts: [
              number(done),
              [said.accumulated(number(soFar)), aside],
              ...(part === undefined ? [] : [[percent(part / 100), aside] as const]),
            ],
          }),
        ),
      ]),
    );
  }
}

/** The summary (*informe*) as a document to print: PDF, tagged, with its fonts within. */
export function printedSummary(
  { municipality, summary, now, today }: SummaryFacts,
  language: Language,
  fonts: FontFiles,
): Buffer {
  const translator = translatorFor(language, municipality.timeZone);
  const { messages, date } = translator;
  const said = messages.summary;
  const { quarters, localities, objectives, lines } = summary;
  const place = `${municipality.name}, ${municipality.state}`;
  const sheet = new Sheet(fonts, {
    title: said.title,
    author: municipality.name,
    language,
    madeAt: new Date(now),
  });
  sheet.adorn(() => sheet.pdf.rect(sheet.left, sheet.y - 14, sheet.width, 4).fill(key));
  paragraph(sheet, place, { style: { ...small, size: 10, weight: 'strong' }, after: 2 });
  heading(sheet, 'H1', said.title);
  const names = quarters.map((quarter) => quarterName(quarter, translator));
  particulars(sheet, [
    [said.period, said.quartersOf(names[0] ?? '', names.at(-1) ?? '')],
    [localities.length === 1 ? said.place : said.places, placesIn(summary, translator)],
    [said.made, date(today)],
  ]);

  heading(sheet, 'H2', said.lines);
  if (lines.length === 0) paragraph(sheet, said.noLines);
  else paragraph(sheet, said.howTo, { style: small });
  const byObjective = Map.groupBy(lines, ({ objective = '' }) => objective);
  for (const { id, name, plan } of objectives) {
    const own = byObjective.get(id);
    if (!own) continue;
    heading(sheet, 'H3', name);
    if (plan) paragraph(sheet, said.plan(plan), { style: small });
    targetsOf(sheet, summary, own, translator);
  }
  const without = byObjective.get('');
  if (without) {
    heading(sheet, 'H3', said.noObjective);
    targetsOf(sheet, summary, without, translator);
  }
  moneyIn(sheet, summary, translator);
  areasIn(sheet, summary, translator);
  sheet.foot((page, pages, y) => {
    const style = { ...small, size: 7.5, colour: soft };
    sheet.put(sheet.lines(`${place} · ${said.title}`, style), sheet.left, y);
    sheet.put(sheet.lines(messages.page(page, pages), style), sheet.left, y, 'right', sheet.width);
  });
  return sheet.bytes();
}

/** Named where they are few, counted where they are many. */
function placesIn({ localities }: SummaryView, { number, list, messages }: Translator): string {
  if (localities.length === 0) return messages.summary.ofMunicipality;
  return localities.length > 12 ? number(localities.length) : list(localities.map(({ name }) => name));
}
