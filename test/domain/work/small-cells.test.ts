import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownAttendance, shownParts } from '../../../domain/work/small-cells.ts';

/** Parts in whole people. */
const shown = (...people: number[]) =>
  shownParts(people.map((count) => count * 100)).map((part) => part && part / 100);

describe('parts of a whole', () => {
  it('are shown where none is small', () => {
    expect(shown(5, 8, 0)).toEqual([5, 8, 0]);
    expect(shown(0, 0)).toEqual([0, 0]);
    expect(shown()).toEqual([]);
  });

  it('under five are hidden with as many others that no difference tells them', () => {
    expect(shown(4, 12, 30)).toEqual([null, null, 30]);
    expect(shown(1, 2, 30, 9)).toEqual([null, null, 30, null]);
    expect(shown(4, 4, 30)).toEqual([null, null, 30]);
  });

  it('of which some are none do not tell that the others are what is left', () => {
    expect(shown(3, 0, 20, 9)).toEqual([null, null, 20, null]);
    expect(shown(1, 1, 1, 1, 1, 0, 40)).toEqual([null, null, null, null, null, null, 40]);
  });

  it('are all hidden where the whole itself is small, or is one part', () => {
    expect(shown(3, 0)).toEqual([null, null]);
    expect(shown(1, 1, 1)).toEqual([null, null, null]);
    expect(shown(2)).toEqual([null]);
  });

  it('that are hidden are never one alone, and never under five together, unless all are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 }), (people) => {
        const told = shown(...people);
        const hidden = people.filter((_, at) => told[at] === null);
        expect(told.every((part) => part === null || part === 0 || part >= 5)).toBe(true);
        if (hidden.length === 0 || hidden.length === people.length) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((all, one) => all + one, 0)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

describe('an attendance', () => {
  it('leaves out the ways in which few people are told apart, and says how many came', () => {
    const attendance = {
      total: 20,
      bySex: { female: 12, male: 8 },
      byAge: { '0-17': 2, '18+': 18 },
      bySector: { school: 20 },
      named: [],
    };
    expect(shownAttendance(attendance)).toEqual({
      total: 20,
      bySex: { female: 12, male: 8 },
      bySector: { school: 20 },
      named: [],
    });
  });
});
