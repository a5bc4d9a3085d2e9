import { folded } from '../../domain/folded.ts';
import type { Asked, Sort } from './asked.ts';
import { type Entry, standings } from './entry.ts';

/** The entries that are looked for, in the order they come in. */
export function found(
  entries: readonly Entry[],
  {
    q,
    programme,
    stage,
    standing,
    coordinator,
  }: Pick<Asked, 'q' | 'programme' | 'stage' | 'standing' | 'coordinator'>,
): Entry[] {
  const words = folded(q).split(' ').filter(Boolean);
  return entries.filter(
    (entry) =>
      (!programme || entry.locality.programme === programme) &&
      (!stage || entry.stage?.key === stage) &&
      (!standing || entry.standing === standing) &&
      (!coordinator || entry.locality.coordinators.includes(coordinator)) &&
      words.every((word) => entry.searched.includes(word)),
  );
}

/** By what each column is sorted; nothing to sort by comes last, whichever way. */
const figures = {
  stage: ({ stage }: Entry) => stage?.at,
  standing: ({ standing }: Entry) => standings.indexOf(standing),
  due: ({ days }: Entry) => days,
  population: ({ locality }: Entry) => locality.population,
} satisfies Partial<Record<Sort['by'], (entry: Entry) => number | undefined>>;

const texts = {
  name: ({ locality }: Entry) => locality.name,
  coordinators: ({ locality }: Entry) => locality.coordinators[0] ?? '',
};

/** The entries in another order; those that are alike stay by name. */
export function sorted(entries: readonly Entry[], { by, descending }: Sort, locale: string): Entry[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const way = descending ? -1 : 1;
  const byName = (a: Entry, b: Entry) => compare(a.locality.name, b.locality.name);
  if (by === 'name' || by === 'coordinators') {
    const text = texts[by];
    return entries.toSorted((a, b) => way * compare(text(a), text(b)) || byName(a, b));
  }
  const figure = figures[by];
  return entries.toSorted((a, b) => {
    const [left, right] = [figure(a), figure(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || byName(a, b);
    return way * (left - right) || byName(a, b);
  });
}
