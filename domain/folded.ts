/** Text without what does not matter when names are compared: accents, case, doubled blanks and signs that nobody sees. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
