import { inert } from '../../domain/tabular/formulas.ts';
import type { Translation } from '../words/use-translation.ts';
import type { FrozenAnswer } from './frozen-answer.ts';

/** A ranking as comma-separated values: rank, place, figures and what each adds. Shares are from 0 to 1. */
export async function writtenRanking(
  { ranking, request, sensitivity }: FrozenAnswer,
  { messages }: Translation,
): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const { columns, csvHeader, contributions, withheld } = messages.targeting;
  const indicators = request.weights.map(({ indicator }) => indicator);
  const known = new Map(request.candidates.map((candidate) => [candidate.key, candidate]));
  const firm = new Map(sensitivity?.places.map(({ key, inTop }) => [key, inTop]));
  const header = [
    columns.rank,
    csvHeader.key,
    columns.place,
    columns.score,
    csvHeader.inTop,
    columns.population,
    columns.covered,
    columns.firmness(ranking.topK),
    ...indicators.flatMap((indicator): (string | number | null | undefined)[] => [
      indicator,
      `${indicator}: ${contributions}`,
    ]),
  ];
  const lines = ranking.places.map(
    ({ key, name, rank, score, inTop, covered, contributions: parts, hidden }) => [
      rank,
      key,
      name,
      hidden ? withheld : score,
      inTop ? csvHeader.yes : csvHeader.no,
      known.get(key)?.population,
      covered,
      firm.get(key),
      ...indicators.flatMap((indicator): (string | number | null | undefined)[] =>
        hidden ? [withheld, withheld] : [known.get(key)?.indicators[indicator], parts[indicator]],
      ),
    ],
  );
  const safe = [header, ...lines].map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? inert(cell) : cell)),
  );
  // Excel takes a file without a byte-order mark for one in the Windows code page.
  return new Blob([stringify(safe, { bom: true, record_delimiter: 'windows' })], {
    type: 'text/csv;charset=utf-8',
  });
}
