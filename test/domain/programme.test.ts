import { describe, expect, it } from 'vitest';
import { InvalidProgramme, parseProgramme } from '../../workflows/programmes.ts';

const named = (name: string) => ({ es: name, en: name });
const activity = (some: object = {}) => ({ key: 'meet', name: named('Meet'), ...some });
const stage = (some: object = {}) => ({
  key: 'prepare',
  name: named('Prepare'),
  workingDays: 5,
  activities: [activity()],
  criteria: [{ type: 'required-activities' }],
  ...some,
});
const track = (key: string, some: object = {}) => ({
  key,
  name: named(`Side ${key}`),
  activities: [activity({ key: `walk-${key}` })],
  criteria: [{ type: 'required-activities' }],
  ...some,
});
const programme = (some: object = {}) => ({
  id: 'model',
  version: 1,
  name: named('Model'),
  stages: [stage()],
  ...some,
});
const tracked = (tracks: object[]) => stage({ activities: undefined, criteria: undefined, tracks });

const read = (content: object | string, file = 'model.v1.yaml') =>
  parseProgramme(file, typeof content === 'string' ? content : JSON.stringify(content));

/** What is said of a programme file that is refused. */
function refusal(content: object | string, file?: string): string[] {
  try {
    read(content, file);
  } catch (error) {
    if (error instanceof InvalidProgramme) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a programme file', () => {
  it('is read with its defaults: activities are required and need no document', () => {
    expect(read(programme()).stages[0]?.activities).toEqual([
      { key: 'meet', name: named('Meet'), required: true, evidence: false },
    ]);
  });

  it('must be named by the id and version it holds', () => {
    expect(refusal(programme({ version: 2 }))).toEqual([
      'model.v1.yaml: id: the file of this programme must be named model.v2.yaml',
    ]);
  });

  it('that is no YAML is refused by its name', () => {
    expect(refusal('stages: [')[0]).toMatch(/^model\.v1\.yaml: /);
  });
});

describe('a programme file is refused, with the place and the reason, when it', () => {
  it.each([
    ['has an unknown field', programme({ owner: 'x' }), /^model\.v1\.yaml: the file: .*owner/],
    ['lacks a language', programme({ name: { es: 'Modelo' } }), /^model\.v1\.yaml: name\.en: /],
    ['has a key with blanks', programme({ stages: [stage({ key: 'To do' })] }), /stages\.0\.key: must be/],
    ['has no stage', programme({ stages: [] }), /stages: /],
    [
      'has a stage of no length',
      programme({ stages: [stage({ workingDays: 0 })] }),
      /stages\.0\.workingDays/,
    ],
    [
      'has an unknown criterion',
      programme({ stages: [stage({ criteria: [{ type: 'luck' }] })] }),
      /stages\.0\.criteria\.0\.type/,
    ],
    [
      'has a criterion about an unknown activity',
      programme({ stages: [stage({ criteria: [{ type: 'meeting-held', activity: 'sing', minimum: 1 }] })] }),
      /stages\.0\.criteria: "meeting-held" names the unknown activity "sing"/,
    ],
    [
      'has a criterion about an activity of another track',
      programme({
        stages: [
          tracked([
            track('left', { criteria: [{ type: 'people-trained', activity: 'walk-right', minimum: 1 }] }),
            track('right'),
          ]),
        ],
      }),
      /stages\.0\.criteria: "people-trained" names the unknown activity "walk-right"/,
    ],
    [
      'repeats a stage key',
      programme({ stages: [stage(), stage({ name: named('Again') })] }),
      /stages: stage "prepare" appears twice/,
    ],
    [
      'repeats an activity key',
      programme({ stages: [stage({ activities: [activity(), activity()] })] }),
      /stages\.0\.activities: activity "meet" appears twice/,
    ],
    [
      'uses the key of an activity for a step',
      programme({ stages: [stage({ activities: [activity({ steps: [activity()] })] })] }),
      /stages\.0\.activities: activity "meet" appears twice/,
    ],
    [
      'uses an activity key in two tracks',
      programme({ stages: [tracked([track('left'), track('right', track('left', { key: 'right' }))])] }),
      /stages\.0\.activities: activity "walk-left" appears twice/,
    ],
    [
      'repeats a track key',
      programme({ stages: [tracked([track('left'), track('left', { activities: [activity()] })])] }),
      /stages\.0\.tracks: track "left" appears twice/,
    ],
    ['has a single track', programme({ stages: [tracked([track('left')])] }), /stages\.0\.tracks/],
    [
      'has a stage with neither tracks nor activities',
      programme({ stages: [stage({ activities: undefined, criteria: undefined })] }),
      /stages\.0: needs either activities and criteria, or tracks/,
    ],
    [
      'has a stage with both',
      programme({ stages: [stage({ tracks: [track('left'), track('right')] })] }),
      /stages\.0: needs either activities and criteria, or tracks/,
    ],
    [
      'has activities without criteria',
      programme({ stages: [stage({ criteria: undefined })] }),
      /stages\.0: needs either activities and criteria/,
    ],
  ])('%s', (_, content, reason) => {
    expect(refusal(content).join('\n')).toMatch(reason);
  });
});

describe('names that the workflow’s states are made from', () => {
  it('must differ: two stages of one English name would be one state', () => {
    const twice = programme({ stages: [stage(), stage({ key: 'again' })] });
    expect(refusal(twice).join('\n')).toMatch(/stages.*"Prepare"/);
  });

  it('must differ from those every workflow has', () => {
    expect(refusal(programme({ stages: [stage({ name: named('Closed') })] })).join('\n')).toMatch(/"Closed"/);
  });

  it('must fit the 80 characters a state’s name may have', () => {
    const long = stage({ name: named('A stage with a very long name, '.repeat(4)) });
    expect(refusal(programme({ stages: [long] })).join('\n')).toMatch(/stages\.0\.name/);
  });
});
