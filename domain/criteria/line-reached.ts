import * as z from 'zod';
import { Key } from '../key.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';
import type { LineStanding } from './facts.ts';

/** How much of its target a line has reached, in whole per cent; of `at-most`, all of it until it is exceeded. */
function reached({ bound, done }: LineStanding, target: number): number {
  if (bound === 'at-most') return done <= target ? 100 : 0;
  return target === 0 ? 100 : Math.floor((done / target) * 100);
}

/** A line of the locality's plan has reached so many per cent of its target, by the sum of its entries. */
export const lineReached = defineCriterion(
  z.strictObject({
    type: z.literal('line-reached'),
    ...ownKey,
    line: Key,
    minimumPercent: z.int().min(1).max(100),
  }),
  {
    about: ({ line }) => line,
    threshold: ({ minimumPercent }) => minimumPercent,
    needs: ['lines'],
    judge: ({ line: key, minimumPercent: needed }, { lines }) => {
      const line = lines.get(key);
      const name = line?.name ?? key;
      const subject = { name: { es: name, en: name } };
      const have = line?.target === undefined ? 0 : reached(line, line.target);
      if (have >= needed) return { ...subject, met: true, have, needed, missing: [] };
      const code = !line
        ? 'line-absent'
        : line.target === undefined
          ? 'line-without-target'
          : 'too-little-done';
      return { ...subject, met: false, have, needed, missing: [{ ...subject, code, have, needed }] };
    },
  },
);
