import { describe, expect, it } from 'vitest';
import { catalogued } from '../../words/catalogued.ts';
import { nameOf } from '../../words/criteria.ts';

describe('the name of a key of a catalogue', () => {
  const catalogue = { training: 'capacitación' };
  it.each([
    ['training', 'capacitación'],
    ['open-house', 'open house'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['toString', 'toString'],
  ])('%s is %s', (key, name) => expect(catalogued(catalogue, key)).toBe(name));

  it.each(['constructor', 'toString', 'valueOf'])(
    'what is missing of the kind %s is told by its key',
    (kind) => expect(nameOf({ kind }, 'es')).toBe(kind),
  );
});
