import { signs } from '../../domain/evaluation/dumbbell.ts';
import { heightOf, type Line, type Style } from './set-lines.ts';
import { alarm, type Element, ink, key, rule, type Sheet, soft } from './sheet.ts';

export const plain: Style = { size: 9.5, weight: 'regular', colour: ink };
export const strong: Style = { ...plain, weight: 'strong' };
export const small: Style = { size: 8.5, weight: 'regular', colour: soft };
export const warning: Style = { size: 9.5, weight: 'strong', colour: alarm };

const headings = {
  H1: { size: 24, weight: 'strong', colour: ink, before: 0, after: 4, keeps: 100 },
  H2: { size: 15, weight: 'strong', colour: key, before: 20, after: 6, keeps: 110 },
  H3: { size: 11.5, weight: 'strong', colour: ink, before: 12, after: 3, keeps: 70 },
  H4: { size: 9.5, weight: 'strong', colour: soft, before: 6, after: 1, keeps: 60 },
} as const satisfies Record<string, Style & { before: number; after: number; keeps: number }>;

/** A heading; `keeps` says how much of what follows stays on its own page, in points. */
export function heading(
  sheet: Sheet,
  level: keyof typeof headings,
  text: string,
  keeps: number = headings[level].keeps,
): void {
  const { before, after, size, weight, colour } = headings[level];
  const style = { size, weight, colour };
  const lines = sheet.lines(text, style);
  sheet.need(before + heightOf(lines) + after + keeps);
  if (!sheet.fresh) sheet.y += before;
  sheet.mark(sheet.part(level), () => sheet.put(lines, sheet.left, sheet.y));
  sheet.y += heightOf(lines) + after;
  if (level !== 'H2') return;
  const y = sheet.y - 3;
  sheet.adorn(() =>
    sheet.pdf
      .moveTo(sheet.left, y)
      .lineTo(sheet.left + sheet.width, y)
      .lineWidth(0.75)
      .stroke(rule),
  );
  sheet.y += 4;
}

interface Placed {
  style?: Style;
  /** Points to the right of the margin. */
  indent?: number;
  after?: number;
  parent?: Element;
}

/** Lines of any number: where the page ends, they go on overleaf. `x` is where they begin. */
function flow(sheet: Sheet, lines: readonly Line[], x: number, part: Element): void {
  for (let from = 0; from < lines.length; ) {
    const fits = Math.max(1, Math.floor(sheet.room / (lines[from]?.height ?? 1)));
    const here = lines.slice(from, from + fits);
    sheet.mark(part, () => sheet.put(here, x, sheet.y));
    sheet.y += heightOf(here);
    from += here.length;
    if (from < lines.length) sheet.turn();
  }
}

/** Text below what is there already. */
export function paragraph(sheet: Sheet, text: string, placed: Placed = {}): void {
  const { style = plain, indent = 0, after = 4, parent } = placed;
  const lines = sheet.lines(text, style, sheet.width - indent);
  // One line by itself is not left behind.
  sheet.need(heightOf(lines.slice(0, 2)));
  flow(sheet, lines, sheet.left + indent, sheet.part('P', parent));
  sheet.y += after;
}

/** A sign within 9 × 9 points, before a text: done, or left out. */
export function sign(sheet: Sheet, path: keyof typeof signs, x: number, y: number, colour: string): void {
  sheet.adorn(() =>
    sheet.pdf
      .translate(x, y)
      .scale(9 / 14)
      .path(signs[path])
      .lineWidth(2.5)
      .stroke(colour),
  );
}

/** What is said of something: names at the left, values beside them. */
export function particulars(sheet: Sheet, items: readonly (readonly [name: string, value: string])[]): void {
  const names = 118;
  const list = sheet.part('L');
  for (const [name, value] of items) {
    const label = sheet.lines(name, { ...small, size: 9.5 }, names - 8);
    const lines = sheet.lines(value, plain, sheet.width - names);
    sheet.need(Math.max(heightOf(label), heightOf(lines.slice(0, 2))));
    const item = sheet.part('LI', list);
    const [page, bottom] = [sheet.page, sheet.y + heightOf(label)];
    sheet.mark(sheet.part('Lbl', item), () => sheet.put(label, sheet.left, sheet.y));
    flow(sheet, lines, sheet.left + names, sheet.part('LBody', item));
    if (sheet.page === page) sheet.y = Math.max(sheet.y, bottom);
    sheet.y += 2;
  }
  sheet.y += 4;
}
