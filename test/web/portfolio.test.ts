import { describe, expect, it } from 'vitest';
import type { Locality } from '../../web/api/types.ts';
import { type Asked, addressOf, askedIn, everything } from '../../web/portfolio/asked.ts';
import { type Entry, entryMaker, type Programmes } from '../../web/portfolio/entry.ts';
import { found, sorted } from '../../web/portfolio/find.ts';
import { mainProgramme } from '../../web/portfolio/main-programme.ts';

const name = (es: string) => ({ es, en: es });
const programmes: Programmes = [
  {
    id: 'short',
    version: 2,
    name: name('Corto'),
    stages: [
      { key: 'first', name: name('Primera'), workingDays: 20 },
      {
        key: 'second',
        name: name('Segunda'),
        workingDays: 20,
        tracks: [{ key: 'a', name: name('Proceso A'), activities: [], criteria: [] }],
      },
    ],
  },
  { id: 'other', version: 1, name: name('Otro'), stages: [] },
];

const visit = (stage: string, targetOn: string, some: Partial<Locality['current'][number]> = {}) => ({
  stage,
  visit: 1,
  openedOn: '2026-01-12',
  targetOn,
  gate: 'open' as const,
  ...some,
});
const locality = (id: string, some: Partial<Locality> = {}): Locality => ({
  id,
  name: id,
  coordinators: ['ana@juarez.example'],
  programme: 'short',
  programmeVersion: 2,
  status: 'active',
  health: 'on-track',
  current: [visit('first', '2026-02-10')],
  overrides: [],
  generation: 1,
  createdOn: '2026-01-12',
  version: 1,
  ...some,
});
const entriesOf = (...localities: Locality[]): Entry[] =>
  localities.map(entryMaker(programmes, 'es', '2026-02-05'));
const ids = (entries: Entry[]) => entries.map((entry) => entry.locality.id);

describe('an entry of the portfolio', () => {
  it('tells the stage, the days to the soonest gate, and each gate by its track', () => {
    const [entry] = entriesOf(
      locality('x', {
        current: [
          visit('second', '2026-02-20', { track: 'a', gate: 'in-review' }),
          visit('second', '2026-02-03'),
        ],
      }),
    );
    expect(entry).toMatchObject({
      stage: { key: 'second', at: 1, name: 'Segunda' },
      targetOn: '2026-02-03',
      days: -2,
      gates: [
        { track: 'Proceso A', targetOn: '2026-02-20', inReview: true },
        { targetOn: '2026-02-03', inReview: false },
      ],
    });
  });

  it('has no days to a gate while it is paused, and no stage while none is open', () => {
    const [paused, opening] = entriesOf(
      locality('x', { status: 'on-hold' }),
      locality('y', { status: 'active', current: [] }),
    );
    expect(paused).toMatchObject({ standing: 'on-hold', days: undefined, stage: { at: 0 } });
    expect(opening).toMatchObject({ standing: 'on-track', stage: undefined, gates: [] });
  });

  it('comes after all stages where its programme has its stage no more', () => {
    const [entry] = entriesOf(locality('x', { current: [visit('former', '2026-02-10')] }));
    expect(entry?.stage).toEqual({ key: 'former', at: 2, name: 'former' });
  });

  it('is the same one for the same locality', () => {
    const make = entryMaker(programmes, 'es', '2026-02-05');
    const one = locality('x');
    expect(make(one)).toBe(make(one));
  });
});

describe('what is looked for', () => {
  const entries = entriesOf(
    locality('a', { name: 'Ángeles del Norte', code: 'J-01' }),
    locality('b', { name: 'Anapra', health: 'overdue', coordinators: ['luis@juarez.example'] }),
    locality('c', { name: 'Zaragoza', programme: 'other', current: [] }),
    locality('d', { name: 'Riberas', status: 'on-hold', current: [visit('second', '2026-02-10')] }),
  );
  it.each([
    [{}, 'abcd'],
    [{ q: 'angeles' }, 'a'],
    [{ q: ' NORTE ángeles ' }, 'a'],
    [{ q: 'j-01' }, 'a'],
    [{ q: 'norte anapra' }, ''],
    [{ programme: 'other' }, 'c'],
    [{ stage: 'second' }, 'd'],
    [{ standing: 'overdue' as const }, 'b'],
    [{ standing: 'on-hold' as const }, 'd'],
    [{ coordinator: 'luis@juarez.example' }, 'b'],
    [{ coordinator: 'luis@juarez.example', q: 'ang' }, ''],
  ])('by %j is %s', (asked, expected) => {
    expect(ids(found(entries, { ...everything, ...asked })).join('')).toBe(expected);
  });
});

describe('the order', () => {
  const entries = entriesOf(
    locality('late', { name: 'Colonia 10', current: [visit('first', '2026-01-30')], population: 5 }),
    locality('paused', { name: 'Águila', status: 'on-hold', population: 100 }),
    locality('soon', { name: 'Colonia 2', current: [visit('second', '2026-02-06')] }),
  );
  it.each([
    ['due', false, 'late soon paused'],
    ['due', true, 'soon late paused'],
    ['name', false, 'paused soon late'],
    ['name', true, 'late soon paused'],
    ['population', true, 'paused late soon'],
    ['stage', false, 'paused late soon'],
  ] as const)('by %s, descending %s, is %s: nothing to sort by comes last', (by, descending, expected) => {
    expect(ids(sorted(entries, { by, descending }, 'es-MX')).join(' ')).toBe(expected);
  });
});

describe('the address', () => {
  it('of what goes without saying says nothing', () => {
    expect(addressOf(everything)).toBe('/localities');
    expect(askedIn('')).toEqual(everything);
  });

  it('tells all that is asked for, and is read as it was written', () => {
    const asked: Asked = {
      ...everything,
      view: 'map',
      colours: 'standing',
      q: 'Peña & Cía',
      programme: 'short',
      stage: 'first',
      standing: 'overdue',
      coordinator: 'ana@juarez.example',
      sort: { by: 'name', descending: true },
    };
    expect(askedIn(new URL(addressOf(asked), 'http://etapas.example').search)).toEqual(asked);
  });

  it('that says something amiss counts as not said', () => {
    expect(askedIn('?view=list&sort=-colour&standing=lost&colours=red')).toEqual(everything);
  });
});

it('the programme that most localities walk is the one that is looked at', () => {
  const entries = entriesOf(locality('a', { programme: 'other' }), locality('b', { programme: 'other' }));
  expect(mainProgramme(entries, programmes)).toBe('other');
  expect(mainProgramme([], programmes)).toBe('short');
  expect(mainProgramme(undefined, [])).toBeUndefined();
});
