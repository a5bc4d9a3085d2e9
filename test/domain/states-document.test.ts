import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawStates } from '../../docs/draw-states.ts';

it('docs/states.md shows the legal moves as they are; `npm run docs` draws it anew', () => {
  const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'states.md'), 'utf8');
  expect(document).toBe(drawStates());
});
