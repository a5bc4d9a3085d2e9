import { heading, paragraph, plain, small } from './blocks.ts';
import type { Facts } from './facts.ts';
import { ink, type Sheet } from './sheet.ts';
import type { Translator } from './translator.ts';

/** By what a printed record can be checked: how long the history was, and the hash of its last entry. */
export function authenticity(sheet: Sheet, { locality }: Facts, { messages }: Translator): void {
  const said = messages.authenticity;
  // Signatures stand on the page that says what is signed.
  heading(sheet, 'H2', said.title, 260);
  paragraph(sheet, said.text(locality.revision));
  paragraph(sheet, locality.headHash, { style: { ...plain, weight: 'strong' } });
  paragraph(sheet, said.check);
  paragraph(sheet, said.identifier(locality.id), { style: small });
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
