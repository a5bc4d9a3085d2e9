import type * as z from 'zod';
import { TerritoryIssue } from '../../domain/territory/fault.ts';
import { sayTerritory } from '../territory.ts';
import { territory } from './territory.ts';

const numbers = new Intl.NumberFormat('en');

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no (true or false)',
  array: 'a list',
  object: 'a group of named values',
};

const formats: Record<string, string> = {
  email: 'is not a whole e-mail address, such as name@example.mx',
  url: 'is not a whole web address, such as https://example.mx',
  date: 'is not a date; write it as 2026-12-05',
  datetime: 'is not a moment; write it as 2026-12-05T15:00:00Z',
};

/** A bound as people count what it bounds. */
function bounded(most: boolean, origin: string, bound: number | bigint): string {
  const count = numbers.format(bound);
  const words = most ? 'at most' : 'at least';
  if (origin === 'string')
    return !most && bound === 1 ? 'this is missing' : `must have ${words} ${count} characters`;
  if (origin === 'array' || origin === 'set') return `must have ${words} ${count} entries`;
  return `must be ${count} or ${most ? 'less' : 'more'}`;
}

/** What is said of a value that is not as a schema has it, in English. */
export const schemaErrors: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'this is missing';
      return types[issue.expected] ? `must be ${types[issue.expected]}` : 'is not a valid value';
    case 'invalid_value':
      return issue.input === undefined
        ? 'this is missing'
        : `must be one of these: ${issue.values.join(', ')}`;
    case 'too_big':
      return bounded(true, issue.origin, issue.maximum);
    case 'too_small':
      return bounded(false, issue.origin, issue.minimum);
    case 'invalid_format':
      return formats[issue.format] ?? 'is not written as expected';
    case 'not_multiple_of':
      return `must be a multiple of ${numbers.format(issue.divisor)}`;
    case 'unrecognized_keys':
      return 'has fields that are not known';
    case 'custom':
      if (issue.params instanceof TerritoryIssue) return sayTerritory(territory, issue.params.fault);
      return 'is not a valid value';
    default:
      return 'is not a valid value';
  }
};
