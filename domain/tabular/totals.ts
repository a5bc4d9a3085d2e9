import { bare } from './columns.ts';
import { moneyIn } from './money.ts';

const words = new Set(
  [
    ...[
      'total',
      'totales',
      'subtotal',
      'subtotales',
      'gran total',
      'total general',
      'suma',
      'sumas',
      'suma total',
    ],
    ...['sumatoria', 'totals', 'subtotals', 'grand total', 'sum', 'sum total', 'overall total'],
  ].map(bare),
);
/** «Total Zona Norte», «Subtotal 2», «Total de acciones:». */
const beginning = /^\s*(gran |grand |sub-?)?(totales|total|suma)\b/iu;
const isFigure = (text: string) => moneyIn(text.replace(/%$/, '')) !== undefined;

/**
 * Whether a row sums up others, as people write below their tables: one of its cells says so, and no other says anything
 * but figures; or the cell says so that must name something, in `needed`, whatever else was merged into its row.
 */
export function isTotals(cells: readonly string[], needed: readonly string[]): boolean {
  const filled = cells.map((text) => text.trim()).filter(Boolean);
  const label = filled.find((text) => words.has(bare(text)) || beginning.test(text));
  if (label === undefined) return false;
  const isExact = words.has(bare(label));
  const named = needed.map((text) => text.trim()).filter(Boolean);
  if (isExact && (named.length === 0 || named.includes(label))) return true;
  const others = filled.toSpliced(filled.indexOf(label), 1);
  return others.every(isFigure) && (isExact || others.length > 0 || /[:\d]\s*$/.test(label));
}
