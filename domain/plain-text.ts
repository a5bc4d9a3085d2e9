import * as z from 'zod';

/** Signs that no workbook, mail header or XML file can hold. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/u;
const breaks = /[\t\n\r\u2028\u2029]/;

/** Text of one line, such as a name: it may stand in a header of a mail. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !unwritable.test(text) && !breaks.test(text), 'control-signs');

/** Text of several lines. */
export const lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !unwritable.test(text), 'control-signs');
