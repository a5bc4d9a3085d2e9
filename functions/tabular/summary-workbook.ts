import type { Language } from '../../domain/language.ts';
import { inert } from '../../domain/tabular/formulas.ts';
import { dossierWords } from '../../words/languages.ts';
import type { SummaryView } from '../api/summary-asked.ts';
import { findable } from './write-file.ts';

type Value = string | number | undefined;

/** A text that no spreadsheet takes for a formula, or a number that it can count with. */
const cell = (value: Value) =>
  value === undefined || value === ''
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: findable(inert(value)), type: String };
const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
const sheetOf = (sheet: string, head: readonly string[], rows: readonly (readonly Value[])[]) => ({
  sheet,
  stickyRowsCount: 1,
  data: [head.map(heading), ...rows.map((row) => row.map(cell))],
});

/** A summary as a workbook of three sheets: targets with their money, sources of funds, policy areas. Figures are numbers. */
export async function summaryWorkbook(summary: SummaryView, language: Language): Promise<Uint8Array> {
  const said = dossierWords[language].summary;
  const { default: write } = await import('write-excel-file/universal');
  const places = new Map(summary.localities.map(({ id, name }) => [id, name]));
  const objectives = new Map(summary.objectives.map(({ id, name }) => [id, name]));
  const money = [said.authorised, said.committed, said.spent];
  const blob = await write([
    sheetOf(
      said.sheets.lines,
      [
        said.objective,
        said.line,
        said.place,
        said.unit,
        said.target,
        ...summary.quarters.flatMap((quarter) =>
          [said.done, said.soFar, said.percent].map((what) => `${quarter} ${what}`),
        ),
        ...money,
        said.currency,
        said.source,
      ],
      summary.lines.map((line) => [
        line.objective && objectives.get(line.objective),
        line.name,
        line.locality ? places.get(line.locality) : said.ofMunicipality,
        line.unit,
        line.target,
        ...line.quarters.flatMap(({ done, soFar, percent }) => [done, soFar, percent]),
        line.budget?.authorised,
        line.budget?.committed,
        line.budget?.spent,
        line.budget?.currency,
        line.budget?.source,
      ]),
    ),
    sheetOf(
      said.sheets.sources,
      [said.source, ...money, said.currency],
      [
        ...summary.money.bySource.map((one) => [
          one.source ?? said.noSource,
          one.authorised,
          one.committed,
          one.spent,
          one.currency,
        ]),
        ...summary.money.total.map((one) => [
          said.total,
          one.authorised,
          one.committed,
          one.spent,
          one.currency,
        ]),
      ],
    ),
    sheetOf(
      said.sheets.areas,
      [said.area, said.actions, `${said.budget} MXN`, `${said.budget} USD`],
      summary.policyAreas.map(({ name, actions, budget }) => [
        name?.[language] ?? said.noArea,
        actions,
        budget.MXN,
        budget.USD,
      ]),
    ),
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
