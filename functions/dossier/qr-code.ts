import { encodeQR } from 'qr';
import { ink, type Sheet } from './sheet.ts';

/** Light modules on each side, by which a reader finds the code (ISO/IEC 18004, 5.3.8). */
const quiet = 4;

/** Dark modules of a row that lie side by side: where they begin, and how many they are. */
function runsOf(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === at) last[1] += 1;
    else if (dark) runs.push([at, 1]);
  }
  return runs;
}

/** Draws a text as a QR code into a square of `size` points, its quiet zone within. A sixth of it may be stained or torn. */
export function drawnQrCode({ pdf }: Sheet, text: string, x: number, y: number, size: number): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const module = size / rows.length;
  // A little taller than its row: no light may be seen between two.
  for (const [at, row] of rows.entries())
    for (const [from, length] of runsOf(row))
      pdf.rect(x + from * module, y + at * module, length * module, module * 1.02);
  pdf.fill(ink);
}
