const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Text without signs that nobody sees, its letters composed: two that look the same are the same. */
export const visible = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();

/**
 * By what a name is recognised: without accents, case, doubled blanks and signs that nobody sees. An ñ is a letter of
 * its own, so that *La Peña* and *La Pena* are two.
 */
export const nameKey = (text: string): string =>
  visible(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/n\u0303/g, 'ñ')
    .replace(/\p{M}/gu, '');
