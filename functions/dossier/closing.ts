import { shortHash } from '../../domain/history-head.ts';
import { heading, paragraph, plain, small, strong } from './blocks.ts';
import type { Facts } from './facts.ts';
import { drawnQrCode } from './qr-code.ts';
import { ink, type Sheet } from './sheet.ts';
import type { Translator } from './translator.ts';

/** So wide is the code: a module of the longest address is then half a millimetre, which the camera of any telephone reads. */
const codeSize = 104;

/** By what a printed record can be checked: how long the history was, the hash of its last entry, and where to ask for it. */
export function authenticity(
  sheet: Sheet,
  { locality: { id, revision, headHash }, checkedAt }: Facts,
  { messages }: Translator,
): void {
  const said = messages.authenticity;
  // Signatures stand on the page that says what is signed.
  heading(sheet, 'H2', said.title, 260 + codeSize);
  paragraph(sheet, said.text(revision));
  sheet.need(codeSize);
  const top = sheet.y;
  const short = shortHash(headHash);
  sheet.mark(sheet.part('Figure', undefined, { alt: said.code(revision, short) }), () =>
    drawnQrCode(sheet, checkedAt, sheet.left, top, codeSize),
  );
  const indent = codeSize + 10;
  paragraph(sheet, said.head(revision, short), { style: { ...strong, size: 12 }, indent });
  for (const text of [headHash, checkedAt]) paragraph(sheet, text, { style: small, indent });
  paragraph(sheet, said.identifier(id), { style: small, indent });
  sheet.y = Math.max(sheet.y, top + codeSize) + 4;
  paragraph(sheet, said.check);
}

/** Room for two people to sign. */
export function signatures(sheet: Sheet, { messages }: Translator): void {
  const said = messages.signatures;
  const height = 96;
  sheet.need(height + 60);
  heading(sheet, 'H2', said.title);
  const width = sheet.width / 2 - 14;
  for (const [at, whom] of [said.municipality, said.coordination].entries()) {
    const x = sheet.left + at * (width + 28);
    const { y } = sheet;
    sheet.mark(sheet.part('P'), () =>
      sheet.put(sheet.lines(whom, { ...plain, weight: 'strong' }, width), x, y),
    );
    for (const [below, text] of [said.name, said.when].entries()) {
      const line = y + 50 + below * 38;
      sheet.adorn(() =>
        sheet.pdf
          .moveTo(x, line)
          .lineTo(x + width, line)
          .lineWidth(0.75)
          .stroke(ink),
      );
      sheet.mark(sheet.part('P'), () => sheet.put(sheet.lines(text, small, width), x, line + 3));
    }
  }
  sheet.y += height;
}
