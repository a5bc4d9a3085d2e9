import * as z from 'zod';
import { StartupError } from '../startup-error.ts';

type Test = (value: unknown) => boolean;
const absent: Test = (value) => value === undefined;

/** One of the alternatives of a field: a value it equals, or a rule. */
function alternative(place: string, rule: unknown): Test {
  if (rule === null || ['string', 'number', 'boolean'].includes(typeof rule))
    return (value) => value === rule;
  const known = z
    .union([
      z.strictObject({ prefix: z.string() }),
      z.strictObject({ exists: z.boolean() }),
      z.strictObject({ 'anything-but': z.array(z.union([z.string(), z.number()])) }),
    ])
    .safeParse(rule);
  if (!known.success)
    throw new StartupError(`${place}: the local runner has no filter ${JSON.stringify(rule)}`);
  if ('prefix' in known.data) {
    const { prefix } = known.data;
    return (value) => typeof value === 'string' && value.startsWith(prefix);
  }
  if ('exists' in known.data) {
    const { exists } = known.data;
    return (value) => absent(value) !== exists;
  }
  const others: unknown[] = known.data['anything-but'];
  return (value) => !absent(value) && !others.includes(value);
}

const Fields = z.record(z.string(), z.unknown());

/** A field of a record or of a part of one; every record of the table comes this way, most of them to be left out. */
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

function compile(place: string, pattern: unknown): Test {
  if (Array.isArray(pattern)) {
    const tests = pattern.map((rule) => alternative(place, rule));
    return (value) => tests.some((test) => test(value));
  }
  const parsed = Fields.safeParse(pattern);
  if (!parsed.success) throw new StartupError(`${place}: ${JSON.stringify(pattern)} is no filter`);
  const fields = Object.entries(parsed.data).map(([name, rule]): [string, Test] => [
    name,
    compile(`${place}.${name}`, rule),
  ]);
  return (value) => fields.every(([name, test]) => test(fieldOf(value, name)));
}

/**
 * Makes the test that a record must pass to reach the function: one of the patterns (JSON texts), or none at all.
 * @throws Refusal naming a rule that is not known here
 */
export function filterOf(patterns: string[]): Test {
  const tests = patterns.map((pattern) => compile('filter', JSON.parse(pattern)));
  return tests.length === 0 ? () => true : (record) => tests.some((test) => test(record));
}
