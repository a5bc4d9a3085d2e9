import type { ValidationError } from '../../domain/errors.ts';
import { faultOfText } from '../../domain/plain-text.ts';

/** So many fields are named; who sends more has not typed them. */
const mostNamed = 100;

/**
 * Every text within a request, and every name of a field, that holds what no field takes, whatever its schema says of it: each
 * by its path. Goes down without recursion, since nesting has no bound.
 */
export function faultyTexts(value: unknown): ValidationError[] {
  const errors: ValidationError[] = [];
  const left: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = left.pop(); next !== undefined && errors.length < mostNamed; next = left.pop()) {
    const { path } = next;
    if (typeof next.value === 'string') {
      const message = faultOfText(next.value);
      if (message) errors.push({ path: path || 'body', message });
    } else if (isPlain(next.value))
      for (const [key, part] of Object.entries(next.value).reverse()) {
        const message = faultOfText(key);
        const at = path === '' ? toldName(key) : `${path}.${toldName(key)}`;
        if (message) errors.push({ path: at, message });
        left.push({ path: at, value: part });
      }
  }
  return errors;
}

/** The name of a field as it can be told: without signs that nobody can write down. */
export const toldName = (key: string): string => key.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '\uFFFD');

/** Lists and objects as JSON has them; files have nothing in them to look at here. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
