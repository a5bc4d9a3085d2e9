import { type Commitment, CommitmentStatus } from '../../domain/commitment.ts';
import { missingSectors } from '../../domain/criteria.ts';
import { rollUp } from '../../domain/roll-up.ts';
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
function nameOf(one: Named, { messages, language }: Translator): string {
  const names = [one.person, one.organization].filter((name) => name !== undefined);
  return names.join(', ') || messages.matrix.sector(nameWords[language].sectorsInText[one.sector]);
}

function responsible(
  { responsible: id, coResponsible }: Commitment,
  { people }: Facts,
  translator: Translator,
): Cell {
  const { matrix } = translator.messages;
  const first = id === undefined ? undefined : people.get(id);
  const others = coResponsible
    .flatMap((other) => people.get(other) ?? [])
    .map((one) => nameOf(one, translator));
  const sector = first && matrix.sector(nameWords[translator.language].sectorsInText[first.sector]);
  const name = first ? nameOf(first, translator) : matrix.nobody;
  return {
    texts: [
      name,
      ...(sector && sector !== name ? [[sector, aside] as const] : []),
      ...(others.length > 0 ? [[matrix.together(others.join('; ')), aside] as const] : []),
    ],
  };
}

function action(
  { action, supportingProgramme, policyArea }: Commitment,
  { messages, language }: Translator,
): Cell {
  const { matrix } = messages;
  const programme = supportingProgramme && nameWords[language].supportingProgrammes[supportingProgramme];
  return {
    texts: [
      action,
      ...(programme ? [[matrix.supported(programme), aside] as const] : []),
      ...(policyArea ? [[matrix.area(nameWords[language].policyAreas[policyArea]), aside] as const] : []),
    ],
  };
}

const budgetsOf = (matrix: readonly Commitment[], { money }: Translator): string[] => {
  const sums = rollUp();
  for (const commitment of matrix) sums.add(commitment);
  return Object.entries(sums.total().budget).map(
    ([currency, amount]) => `${money({ amount, currency })} ${currency}`,
  );
};

/** What was promised, by whom, until when and how it stands; who is missing; and all of it by status. */
export function matrixOf(sheet: Sheet, facts: Facts, translator: Translator): void {
  const { messages, language, shortDate, percent, money, number, list } = translator;
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
        { heading: said.responsible, width: 116 },
        { heading: said.due, width: 58 },
        { heading: said.budget, width: 70, align: 'right' },
        { heading: said.status, width: 58 },
      ],
      matrix.map((one) => [
        { texts: [number(one.number)] },
        action(one, translator),
        responsible(one, facts, translator),
        { texts: [one.dueOn ? shortDate(one.dueOn) : said.undated] },
        { texts: one.budget ? [money(one.budget), [one.budget.currency, aside]] : [messages.none] },
        {
          texts: [
            names.commitmentStatuses[one.status],
            ...(one.status === 'in-progress'
              ? [[said.progress(percent(one.progress / 100)), aside] as const]
              : []),
          ],
        },
      ]),
    );
  }
  const missing = missingSectors(matrix).map((sector) => names.sectorsInText[sector]);
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
      { heading: said.status, width: 252 },
      { heading: said.count, width: 126, align: 'right' },
      { heading: said.budget, width: 126, align: 'right' },
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
