import type { Language } from '../domain/language.ts';
import { en } from '../words/en/local.ts';
import { es, type Words } from '../words/es/local.ts';

export type { Words } from '../words/es/local.ts';

const catalogues: Record<Language, Words> = { es, en };
export const messagesFor = (language: Language) => catalogues[language];

/** The language of the two that somebody prefers by their `Accept-Language`; Spanish unless they say otherwise. */
export function languageOf(accepted: string | undefined): Language {
  const ranges = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return ranges.find(({ language }) => language === 'es' || language === 'en')?.language === 'en'
    ? 'en'
    : 'es';
}
