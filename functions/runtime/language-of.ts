import { type Language, languageList } from '../../domain/language-list.ts';

/** The first language of `Accept-Language` that Etapas speaks, by weight; else the municipality's. */
export function languageOf(header: string | undefined, otherwise: Language): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = Number(
      parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1,
    );
    return { language: languageList.find((one) => one === tag.split('-')[0]), weight };
  });
  return wanted.sort((a, b) => b.weight - a.weight).find(({ language }) => language)?.language ?? otherwise;
}
