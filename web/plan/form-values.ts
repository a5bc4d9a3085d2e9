import type { PlanLine, RequestBody } from '../api/types.ts';

/** A line as it is typed. */
export interface LineValues {
  name: string;
  unit: string;
  target: string;
  from: string;
  to: string;
  rhythm: PlanLine['rhythm'];
}

/** A number as people write it in Mexico, `1,200.5`; `undefined` where it is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export const blankLine = (today: string): LineValues => ({
  name: '',
  unit: '',
  target: '',
  from: today,
  to: `${today.slice(0, 4)}-12-31`,
  rhythm: 'month',
});

/** The fields of a line that cannot be saved as they are typed. */
export const wrongInLine = ({ name, unit, target, from, to }: LineValues) => ({
  name: name.trim() === '',
  unit: unit.trim() === '',
  target: target.trim() !== '' && numberOf(target) === undefined,
  period: from === '' || to === '' || to < from,
});

export const toNewLine = (
  { name, unit, target, from, to, rhythm }: LineValues,
  locality: string | undefined,
): RequestBody<'POST /api/plan/lines'> => ({
  name: name.trim(),
  unit: unit.trim(),
  target: numberOf(target),
  from,
  to,
  rhythm,
  locality,
});

/** What is entered for a line, as it is typed; of `cells`, the value of each dimension, blank where it is not said. */
export interface EntryValues {
  on: string;
  quantity: string;
  cells: Record<string, string>;
  note: string;
}

/** Today, or the last day of a line that is over. */
export const blankEntry = ({ from, to }: Pick<PlanLine, 'from' | 'to'>, today: string): EntryValues => ({
  on: today > to ? to : today < from ? from : today,
  quantity: '',
  cells: {},
  note: '',
});

export const wrongInEntry = (
  { on, quantity }: EntryValues,
  { from, to }: Pick<PlanLine, 'from' | 'to'>,
  today: string,
) => ({
  on: on === '' || on < from || on > to || on > today,
  quantity: numberOf(quantity) === undefined,
});

export const toNewEntry = ({
  on,
  quantity,
  cells,
  note,
}: EntryValues): RequestBody<'POST /api/plan/lines/{id}/entries'> => ({
  on,
  quantity: numberOf(quantity) ?? 0,
  cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')),
  note: note.trim() || undefined,
});
