import type * as z from 'zod';
import type { Missing } from '../../domain/criteria/index.ts';
import { type Problem, problems } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { sayMissing } from '../../words/criteria.ts';
import type { Words } from '../../words/es/functions.ts';
import { criteriaMessages, functionWords } from '../../words/languages.ts';
import type { MissingItem, ProblemBody } from './problem-body.ts';

/** Says in words what is missing before a gate. */
export function formatMissing(missing: Missing[], language: Language): z.output<typeof MissingItem>[] {
  const messages = criteriaMessages[language];
  return missing.map((lack) => ({
    criterion: lack.criterion,
    key: lack.key,
    what: sayMissing(messages, lack.criterion, lack, language),
    activity: lack.activity,
  }));
}

/**
 * The words for the message of a validation error: ours are keys of the catalogue, the schema library's own are words
 * already. What the message is about stands in the places `{0}`, `{1}` of its sentence.
 */
export function validationMessage(
  message: string,
  { validationErrors }: Words,
  about: readonly string[] = [],
): string {
  const known: Record<string, string> = validationErrors;
  return (known[message] ?? message).replace(/\{(\d)\}/g, (place, at) => about[Number(at)] ?? place);
}

/** The response to a request that met a problem, as RFC 9457 has it, in the caller's language. */
export function problemResponse({ code, errors, missing, retryAfter }: Problem, language: Language) {
  const words = functionWords[language];
  const [title, detail] = words.problems[code];
  const status = problems[code];
  const body: z.output<typeof ProblemBody> = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    errors: errors?.map(({ path, message, about }) => ({
      path,
      message: validationMessage(message, words, about),
    })),
    missing: missing && formatMissing(missing, language),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify(body),
  };
}
