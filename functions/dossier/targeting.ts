import { placeIn } from '../../domain/dossier/ranking.ts';
import { heading, paragraph, particulars } from './blocks.ts';
import type { Facts } from './facts.ts';
import type { Sheet } from './sheet.ts';
import { table } from './table.ts';
import type { Translator } from './translator.ts';

/** The frozen ranking by which the locality was chosen, and by what it was made. */
export function targetingOf(sheet: Sheet, { ranking, locality }: Facts, translator: Translator): void {
  const { messages, number, percent, day } = translator;
  const said = messages.ranking;
  heading(sheet, 'H2', said.title);
  if (!ranking) {
    paragraph(sheet, said.none);
    return;
  }
  const { places } = ranking.ranking;
  const place = placeIn(places, locality.id);
  particulars(sheet, [
    [said.name, ranking.name ?? ranking.id],
    [said.place, place ? said.placed(number(place.rank), number(places.length)) : said.unranked],
    [said.chosen, said.first(ranking.topK)],
    [said.method, said.methods[ranking.method]],
    [said.rationale, ranking.rationale],
    [said.frozen, said.frozenBy(ranking.frozenBy, day(ranking.frozenAt))],
    ...(ranking.hash === undefined ? [] : [[said.hash, ranking.hash] as const]),
  ]);
  table(
    sheet,
    [
      { heading: said.indicator, width: 150 },
      { heading: said.weight, width: 60, align: 'right' },
      { heading: said.reason, width: 294 },
    ],
    ranking.request.weights.map(({ indicator, reason }) => [
      { texts: [indicator] },
      { texts: [percent(ranking.ranking.weights[indicator] ?? 0)] },
      { texts: [reason] },
    ]),
  );
}
