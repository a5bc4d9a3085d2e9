import type { CodedRow } from './coding.ts';
import type { Tally } from './estimate.ts';
import type { Item, Questionnaire, Sex } from './questionnaire.ts';
import { tallyOf } from './tally.ts';
import { type Cell, type ItemSummary, smallestCell, type WaveSummary } from './wave-summary.ts';

/** A tally that knows how many answers it holds, which an estimate may not be there to tell. */
function countedTally(item: Item, designed: boolean) {
  const tally: Tally = tallyOf(item.type === 'share' ? 'share' : 'mean', designed);
  let n = 0;
  return {
    add(value: number, design: CodedRow['design']) {
      n += 1;
      tally.add(value, design);
    },
    get n() {
      return n;
    },
    /** Absent with too few answers to show. */
    estimate: () => (n >= smallestCell ? tally.estimate() : undefined),
  };
}
type CountedTally = ReturnType<typeof countedTally>;

/**
 * The cells of a breakdown. Where one of them has too few answers, the smallest of the others goes too: what is left
 * out could otherwise be reckoned from the whole.
 */
function cellsOf<Group extends string>(groups: ReadonlyMap<Group, CountedTally>) {
  const cells = [...groups].map(([group, tally]) => ({ group, n: tally.n, estimate: tally.estimate() }));
  const shown = cells.filter(({ estimate }) => estimate).sort((a, b) => a.n - b.n);
  const [smallest] = shown;
  if (smallest && shown.length === cells.length - 1) smallest.estimate = undefined;
  return cells.map(({ group, estimate }): [Group, Cell] => [
    group,
    estimate ? { estimate } : { suppressed: true },
  ]);
}

/** Puts an answer into the tally of its group, which is made when first needed. */
function addTo<Group extends string>(
  groups: Map<Group, CountedTally>,
  group: Group,
  make: () => CountedTally,
  value: number,
  design: CodedRow['design'],
) {
  let tally = groups.get(group);
  if (!tally) {
    tally = make();
    groups.set(group, tally);
  }
  tally.add(value, design);
}

/**
 * Takes the coded rows of a wave one at a time. Memory grows with items, groups and the clusters of the sample, never
 * with rows.
 */
export function newWave(questionnaire: Questionnaire, designed: boolean) {
  const tallies = questionnaire.items.map((item) => ({
    item,
    make: () => countedTally(item, designed),
    all: countedTally(item, designed),
    bySex: new Map<Sex, CountedTally>(),
    byAge: new Map<string, CountedTally>(),
  }));
  let rows = 0;

  function add({ answers, sex, age, design }: CodedRow): void {
    rows += 1;
    tallies.forEach(({ all, bySex, byAge, make }, at) => {
      const value = answers[at];
      if (value === undefined) return;
      all.add(value, design);
      if (sex !== undefined) addTo(bySex, sex, make, value, design);
      if (age !== undefined) addTo(byAge, age, make, value, design);
    });
  }

  function summary(): WaveSummary {
    const { id, version, minimumAnswers, sex, age } = questionnaire;
    const items = tallies.map(({ item, all, bySex, byAge }): [string, ItemSummary] => [
      item.key,
      {
        estimate: all.estimate(),
        missing: rows - all.n,
        tooFew: all.n < minimumAnswers,
        ...(sex && { bySex: Object.fromEntries(cellsOf(bySex)) }),
        ...(age && { byAge: Object.fromEntries(cellsOf(byAge).sort(([a], [b]) => (a < b ? -1 : 1))) }),
      },
    ]);
    return { questionnaire: { id, version }, rows, designed, items: Object.fromEntries(items) };
  }

  return { add, summary };
}
