import { measureBundles } from './bundles.ts';
import type { Group } from './group.ts';

/** What a function reads before its first event; what it imports when it is needed does not count. */
const largestKilobytes = 450;

export const coldStart: Group = {
  what: 'Every function as it is deployed against a bare bundle of the same AWS clients: size of what is read at the start, and a cold import',
  async measure() {
    return (await measureBundles()).flatMap(({ name, size, bareSize, cold, bareCold }) => [
      ...(name.includes(',')
        ? []
        : [
            {
              name: `${name}: read at the start`,
              counted: size / 1_000,
              unit: 'kB',
              wanted: { atMost: largestKilobytes },
            },
            {
              name: `${name}: read at the start, against bare`,
              counted: size / 1_000,
              unit: 'kB',
              baseline: bareSize / 1_000,
              of: 'bare bundle',
            },
          ]),
      {
        name: `${name}: cold import`,
        counted: cold,
        unit: 'ms',
        baseline: bareCold,
        of: 'bare bundle',
        wanted: { atMost: name.includes('first route') ? 2.2 : 1.5 },
      },
    ]);
  },
};
