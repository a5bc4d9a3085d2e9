import { type Missing, type Problem, problems } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/functions.ts';
import { functionWords, nameWords } from '../../words/languages.ts';

/** What a criterion or something missing is about, in a sentence; empty where it is about all. */
export function nameOf(
  { name, sector, wave }: Pick<Missing, 'name' | 'sector' | 'wave'>,
  language: Language,
): string {
  if (name) return name[language];
  if (sector) return nameWords[language].sectorsInText[sector];
  return wave ? nameWords[language].surveyWaves[wave] : '';
}

/** Says in words what is missing before a gate. */
export function formatMissing(missing: Missing[], language: Language) {
  const words = functionWords[language];
  return missing.map(({ criterion, code, activity, have, needed, ...about }) => ({
    criterion,
    what: words.missing[code]({ name: nameOf(about, language), have, needed }),
    activity,
  }));
}

/** A message that is the key of a refusal becomes words; the schema library's own messages are words already. */
export function validationMessage(message: string, { refusals }: Words): string {
  const known: Record<string, string> = refusals;
  return known[message] ?? message;
}

/** The response to a request that met a problem, as RFC 9457 has it, in the caller's language. */
export function problemResponse({ code, errors, missing }: Problem, language: Language) {
  const words = functionWords[language];
  const [title, detail] = words.problems[code];
  const status = problems[code];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(code === 'unavailable' ? { 'retry-after': '2' } : {}),
    },
    body: JSON.stringify({
      ...{ type: `/problems/${code}`, title, status, detail },
      errors: errors?.map(({ path, message }) => ({ path, message: validationMessage(message, words) })),
      missing: missing && formatMissing(missing, language),
    }),
  };
}
