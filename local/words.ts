import { type Language, languageList } from '../domain/language-list.ts';

/** The language that somebody prefers by their `Accept-Language`, of those there are; the first unless they say otherwise. */
export function languageOf(accepted: string | undefined): Language {
  const ranges = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return {
        language: languageList.find((one) => one === tag.split('-')[0]),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .sort((a, b) => b.quality - a.quality);
  return ranges.find(({ language }) => language !== undefined)?.language ?? languageList[0];
}
