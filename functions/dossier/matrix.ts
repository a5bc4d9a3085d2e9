import { type Commitment, CommitmentStatus } from '../../domain/commitment.ts';
import { type MatrixTeller, matrixColumns, matrixRow, namesIn } from '../../domain/dossier/matrix.ts';
import { countMatrix, missingSectors } from '../../domain/matrix-counts.ts';
import { rolledUp, sumsOf } from '../../domain/roll-up.ts';
import { sumOf } from '../../domain/tally.ts';
import { nameWords } from '../../words/languages.ts';
import { heading, paragraph, small } from './blocks.ts';
import type { Facts } from './facts.ts';
import type { Named } from './people.ts';
import type { Style } from './set-lines.ts';
import type { Sheet } from './sheet.ts';
import { type Cell, table } from './table.ts';
import type { Translator } from './translator.ts';

const aside: Style = { ...small, size: 7.5 };

/** Person and organization as far as this copy names them; else the sector. */
const nameOf = (one: Named, sector: string): string => namesIn(one) ?? sector;

/** How a printed matrix says what its commitments say. */
function tellerOf({ people }: Facts, translator: Translator): MatrixTeller {
  const { messages, language, shortDate, money, percent } = translator;
  const { matrix } = messages;
  const sectorOf = ({ sector }: Named) => matrix.sector(nameWords[language].sectorsInText[sector]);
  const named = (one: Named) => nameOf(one, sectorOf(one));
  return {
    fields: messages.commitmentFields,
    blank: { responsible: matrix.nobody, dueOn: matrix.undated, budget: messages.none },
    person: (id) => {
      const one = people.get(id);
      return one && named(one);
    },
    sector: (id) => {
      const one = people.get(id);
      // Whoever is known by their sector alone is not named by it twice.
      return one && sectorOf(one) !== named(one) ? sectorOf(one) : undefined;
    },
    list: (names) => names.join('; '),
    date: shortDate,
    money,
    currency: ({ currency }) => currency,
    percent: (progress) => percent(progress / 100),
    programme: (key) => nameWords[language].supportingProgrammes[key],
    area: (key) => nameWords[language].policyAreas[key],
    status: (key) => nameWords[language].commitmentStatuses[key],
  };
}

const asCell = ([text = '', ...below]: string[]): Cell => ({
  texts: [text, ...below.map((line) => [line, aside] as const)],
});

const budgetsOf = (matrix: readonly Commitment[], { money }: Translator): string[] =>
  Object.entries(rolledUp(sumOf(matrix.map(sumsOf))).budget).map(
    ([currency, amount]) => `${money({ amount, currency })} ${currency}`,
  );

/** What was promised, by whom, until when and how it stands; who is missing; and all of it by status. */
export function matrixOf(sheet: Sheet, facts: Facts, translator: Translator): void {
  const { messages, language, number, list } = translator;
  const teller = tellerOf(facts, translator);
  const { commitmentFields: fields } = messages;
  const { matrix } = facts;
  const said = messages.matrix;
  const names = nameWords[language];
  heading(sheet, 'H2', said.title);
  if (matrix.length === 0) paragraph(sheet, said.none);
  else {
    paragraph(sheet, said.names, { style: small });
    table(
      sheet,
      [
        { heading: said.number, width: 28, align: 'right' },
        { heading: said.action, width: 174 },
        { heading: fields.responsible.short, width: 116 },
        { heading: said.due, width: 58 },
        { heading: fields.budget.short, width: 70, align: 'right' },
        { heading: fields.status.short, width: 58 },
      ],
      matrix.values().map((one) => {
        const row = matrixRow(one, teller);
        return [{ texts: [number(one.number)] }, ...matrixColumns.map((column) => asCell(row[column]))];
      }),
    );
  }
  const missing = missingSectors(countMatrix(matrix)).map(
    (sector) => nameWords[language].sectorsInText[sector],
  );
  paragraph(sheet, missing.length > 0 ? said.missing(list(missing)) : said.covered, { after: 8 });
  if (matrix.length === 0) return;

  heading(sheet, 'H3', said.rollUp, 150);
  const row = (name: string, some: readonly Commitment[]): Cell[] => {
    const budgets = budgetsOf(some, translator);
    return [
      { texts: [name] },
      { texts: [number(some.length)] },
      { texts: budgets.length > 0 ? budgets : [messages.none] },
    ];
  };
  table(
    sheet,
    [
      { heading: fields.status.short, width: 252 },
      { heading: said.count, width: 126, align: 'right' },
      { heading: fields.budget.short, width: 126, align: 'right' },
    ],
    [
      ...CommitmentStatus.options.map((status) =>
        row(
          names.commitmentStatuses[status],
          matrix.filter((one) => one.status === status),
        ),
      ),
      row(
        said.total,
        matrix.filter(({ status }) => status !== 'cancelled'),
      ),
    ],
  );
}
