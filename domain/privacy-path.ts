import type { Language } from './language-list.ts';

/** The address of the notice from the root of wherever the pages are, in a language. */
export const privacyPath = (language: Language): `/${string}` => `/privacy?lang=${language}`;
