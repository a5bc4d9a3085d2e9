import type { MoneySums } from '../../domain/work/money.ts';
import type { SummaryView } from '../api/summary-asked.ts';
import { heading, paragraph, small } from './blocks.ts';
import type { Style } from './set-lines.ts';
import type { Sheet } from './sheet.ts';
import { type Cell, table } from './table.ts';
import type { Translator } from './translator.ts';

const aside: Style = { ...small, size: 7.5 };
type Amounts = Partial<Pick<MoneySums, 'authorised' | 'committed' | 'spent'>> & Pick<MoneySums, 'currency'>;

/** Money of each line, and of all of them by the fund it comes from. */
export function moneyIn(
  sheet: Sheet,
  { lines, money, localities }: SummaryView,
  translator: Translator,
): void {
  const { messages } = translator;
  const said = messages.summary;
  const places = new Map(localities.map(({ id, name }) => [id, name]));
  const amounts = ({ authorised, committed, spent, currency }: Amounts): Cell[] =>
    [authorised, committed, spent].map((amount) => ({
      texts: [amount === undefined ? messages.none : `${translator.money({ amount, currency })} ${currency}`],
    }));
  const columns = (first: string) => [
    { heading: first, width: 204 },
    ...[said.authorised, said.committed, said.spent].map((one) => ({
      heading: one,
      width: 100,
      align: 'right' as const,
    })),
  ];
  heading(sheet, 'H2', said.money);
  const own = lines.filter(({ budget }) => budget !== undefined);
  if (own.length === 0) {
    paragraph(sheet, said.noMoney);
    return;
  }
  table(
    sheet,
    columns(said.line),
    own.values().flatMap(({ name, locality, budget }) => {
      if (!budget) return [];
      const place = locality ? (places.get(locality) ?? locality) : said.ofMunicipality;
      return [
        [{ texts: [name, [[place, budget.source].filter(Boolean).join(' · '), aside]] }, ...amounts(budget)],
      ];
    }),
  );
  heading(sheet, 'H2', said.bySource);
  table(sheet, columns(said.source), [
    ...money.bySource.map((one) => [{ texts: [one.source ?? said.noSource] }, ...amounts(one)]),
    ...money.total.map((one) => [{ texts: [said.total] }, ...amounts(one)]),
  ]);
}

/** Actions and budget of commitments, by policy area. */
export function areasIn(sheet: Sheet, { policyAreas }: SummaryView, translator: Translator): void {
  const { messages, language, number, money } = translator;
  const said = messages.summary;
  heading(sheet, 'H2', said.areas);
  if (policyAreas.length === 0) {
    paragraph(sheet, said.noAreas);
    return;
  }
  table(
    sheet,
    [
      { heading: said.area, width: 252 },
      { heading: said.actions, width: 102, align: 'right' },
      { heading: said.budget, width: 150, align: 'right' },
    ],
    policyAreas.map(({ name, actions, budget }) => {
      const sums = Object.entries(budget).map(
        ([currency, amount]) => `${money({ amount, currency })} ${currency}`,
      );
      return [
        { texts: [name?.[language] ?? said.noArea] },
        { texts: [number(actions)] },
        { texts: sums.length > 0 ? sums : [messages.none] },
      ];
    }),
  );
}
