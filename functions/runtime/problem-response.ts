import type { Missing } from '../../domain/criteria/index.ts';
import { type Problem, problems } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { criteriaMessages, sayMissing } from '../../words/criteria.ts';
import type { Words } from '../../words/es/functions.ts';
import { functionWords } from '../../words/languages.ts';

/** Says in words what is missing before a gate. */
export function formatMissing(missing: Missing[], language: Language) {
  const messages = criteriaMessages[language];
  return missing.map((lack) => ({
    criterion: lack.criterion,
    key: lack.key,
    what: sayMissing(messages, lack.criterion, lack, language),
    activity: lack.activity,
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
      type: `/problems/${code}`,
      title,
      status,
      detail,
      errors: errors?.map(({ path, message }) => ({ path, message: validationMessage(message, words) })),
      missing: missing && formatMissing(missing, language),
    }),
  };
}
