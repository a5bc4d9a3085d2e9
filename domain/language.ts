import * as z from 'zod';
import { byLanguage, inEveryLanguage, languageList } from './language-list.ts';

/** One of the languages Etapas speaks. */
export const Language = z.enum(languageList);
export type Language = z.infer<typeof Language>;

/** A name or sentence in every language, of 300 characters at most. */
export const Text = z.strictObject(byLanguage(() => z.string().min(1).max(300)));
export type Text = z.infer<typeof Text>;

const Kept = z.partialRecord(Language, z.string());

/** A text that was written down, perhaps before there was one of the languages. */
export const KeptText = z.preprocess(
  (value) => inEveryLanguage(Kept.safeParse(value).data ?? {}) ?? value,
  Text,
);
