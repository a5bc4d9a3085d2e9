import * as z from 'zod';

/** Signs that no workbook, mail header or XML file can hold, and halves of signs that no file can hold at all. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/u;
const breaks = /[\t\n\r\u2028\u2029]/;

/** Signs that nobody sees, such as zero-width ones, and letters that are drawn as a blank. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Z}\s\u2800]/gu;

/** Whether a text shows nothing, be it empty, blank or made of signs that nobody sees. */
const showsNothing = (text: string): boolean => text.replace(unseen, '') === '';

/**
 * What is wrong with a text wherever it may stand: signs that cannot be written down, or something that looks like nothing. A
 * text that is empty or blank is a matter of its field. Signs that nobody sees are left within words, where some scripts
 * need them; names are compared without them (`folded`).
 */
export function faultOfText(text: string): 'control-signs' | 'nothing-visible' | undefined {
  if (unwritable.test(text)) return 'control-signs';
  return text.trim() !== '' && showsNothing(text) ? 'nothing-visible' : undefined;
}

/** Text of one line, such as a name: it may stand in a header of a mail. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !unwritable.test(text) && !breaks.test(text), 'control-signs')
    .refine((text) => faultOfText(text) !== 'nothing-visible', 'nothing-visible');

/** Text of several lines. */
export const lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !unwritable.test(text), 'control-signs')
    .refine((text) => faultOfText(text) !== 'nothing-visible', 'nothing-visible');
