import type { LocalityDetail, RequestBody } from '../api/types.ts';
import { diffFields } from '../components/diff-fields.ts';

type New = RequestBody<'POST /api/localities'>;
type Edit = RequestBody<'PATCH /api/localities/{id}'>;
export type Territory = NonNullable<LocalityDetail['geometry']>;

/** A locality as it is typed: blank where nothing is said. */
export interface FormValues {
  name: string;
  programme: string;
  code: string;
  population: string;
  coordinators: string[];
  /** `null` where there is none, or it is to be taken away. */
  territory: Territory | null;
}

export const blank: FormValues = {
  name: '',
  programme: '',
  code: '',
  population: '',
  coordinators: [],
  territory: null,
};

export const toFormValues = ({ geometry, population, code = '', ...known }: LocalityDetail): FormValues => ({
  name: known.name,
  programme: known.programme,
  coordinators: known.coordinators,
  code,
  population: population?.toString() ?? '',
  territory: geometry ?? null,
});

/** Figures as people write them: with blanks or commas between the thousands. */
const figureIn = (text: string): number | undefined => {
  const plain = text.replace(/[\s,]/g, '');
  return /^\d{1,8}$/.test(plain) ? Number(plain) : undefined;
};

/** The fields that cannot be saved as they are typed. */
export const validate = (typed: FormValues) => ({
  name: typed.name.trim() === '',
  programme: typed.programme === '',
  population: typed.population.trim() !== '' && figureIn(typed.population) === undefined,
  coordinators: typed.coordinators.length === 0,
});
export type Wrong = ReturnType<typeof validate>;

const keys = ['name', 'code', 'population', 'coordinators', 'territory'] as const;
export type Field = (typeof keys)[number];
export const { changedBetween, merge } = diffFields<Pick<FormValues, Field>>(keys);

/** What is to be changed so that a locality that stood as `base` is as typed; empty where nothing is. */
export function toPatch(base: FormValues, typed: FormValues): Edit {
  const changed = new Set(changedBetween(base, typed));
  return {
    ...(changed.has('name') && { name: typed.name.trim() }),
    ...(changed.has('code') && { code: typed.code.trim() || null }),
    ...(changed.has('population') && { population: figureIn(typed.population) ?? null }),
    ...(changed.has('coordinators') && { coordinators: typed.coordinators }),
    ...(changed.has('territory') && { geometry: typed.territory }),
  };
}

export const toCreate = (typed: FormValues): New => ({
  name: typed.name.trim(),
  programme: typed.programme,
  code: typed.code.trim() || undefined,
  population: figureIn(typed.population),
  coordinators: typed.coordinators,
  geometry: typed.territory ?? undefined,
});
