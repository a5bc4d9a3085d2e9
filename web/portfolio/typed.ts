import type { Body, LocalityDetail } from '../api/types.ts';
import { comparing } from '../parts/comparing.ts';

type New = Body<'POST /api/localities'>;
type Edit = Body<'PATCH /api/localities/{id}'>;
export type Territory = NonNullable<New['geometry']>;

/** A locality as it is typed: blank where nothing is said. */
export interface Typed {
  name: string;
  programme: string;
  code: string;
  population: string;
  coordinators: string[];
  territory?: Territory;
}

export const blank: Typed = { name: '', programme: '', code: '', population: '', coordinators: [] };

export const typedOf = ({ geometry, population, code = '', ...known }: LocalityDetail): Typed => ({
  ...{ name: known.name, programme: known.programme, coordinators: known.coordinators, code },
  population: population?.toString() ?? '',
  territory: geometry,
});

/** Figures as people write them: with blanks or commas between the thousands. */
const figureIn = (text: string): number | undefined => {
  const plain = text.replace(/[\s,]/g, '');
  return /^\d{1,8}$/.test(plain) ? Number(plain) : undefined;
};

/** The fields that cannot be saved as they are typed; what was said before can be corrected, not taken back. */
export const wrongIn = (typed: Typed, base: Typed = blank) => ({
  name: typed.name.trim() === '',
  programme: typed.programme === '',
  code: typed.code.trim() === '' && base.code !== '',
  population:
    typed.population.trim() === '' ? base.population !== '' : figureIn(typed.population) === undefined,
  coordinators: typed.coordinators.length === 0,
});
export type Wrong = ReturnType<typeof wrongIn>;

const keys = ['name', 'code', 'population', 'coordinators', 'territory'] as const;
export type Field = (typeof keys)[number];
export const { changedBetween, rebased } = comparing<Pick<Typed, Field>>(keys);

/** What is to be changed so that a locality that stood as `base` is as typed; empty where nothing is. */
export function editOf(base: Typed, typed: Typed): Edit {
  const changed = new Set(changedBetween(base, typed));
  const [code, population] = [typed.code.trim(), figureIn(typed.population)];
  return {
    ...(changed.has('name') && { name: typed.name.trim() }),
    ...(changed.has('code') && code && { code }),
    ...(changed.has('population') && population !== undefined && { population }),
    ...(changed.has('coordinators') && { coordinators: typed.coordinators }),
    ...(changed.has('territory') && typed.territory && { geometry: typed.territory }),
  };
}

export const newOf = (typed: Typed): New => ({
  name: typed.name.trim(),
  programme: typed.programme,
  code: typed.code.trim() || undefined,
  population: figureIn(typed.population),
  coordinators: typed.coordinators,
  geometry: typed.territory,
});
