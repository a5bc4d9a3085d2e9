import type { Commitment, CommitmentField } from '../commitment.ts';

/** The columns of a dossier's matrix, in their order. */
export const matrixColumns = ['action', 'responsible', 'dueOn', 'budget', 'status'] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

type Told = Pick<Commitment, Exclude<CommitmentField, 'note' | 'evidence'>>;

/** How whoever prints or shows a dossier says what a commitment says. */
export interface MatrixTeller {
  /** What each field is called where there is little room. */
  fields: Record<CommitmentField, { short: string }>;
  /** What is said where nothing is known. */
  blank: { responsible: string; dueOn: string; budget: string };
  /** A person as this copy may name them; `undefined` where nothing is known of them. */
  person(id: string): string | undefined;
  /** The person's sector, where it is said beside the name. */
  sector(id: string): string | undefined;
  list(names: string[]): string;
  date(day: string): string;
  money(budget: NonNullable<Told['budget']>): string;
  /** The currency, where `money` does not say it. */
  currency(budget: NonNullable<Told['budget']>): string | undefined;
  /** Of a progress from 0 to 100. */
  percent(progress: number): string;
  programme(key: NonNullable<Told['supportingProgramme']>): string;
  area(key: NonNullable<Told['policyArea']>): string;
  status(key: Told['status']): string;
}

interface ToldField {
  column: MatrixColumn;
  /** What is said of it; `undefined` is left out. */
  lines(one: Told, teller: MatrixTeller): (string | undefined)[];
}

/**
 * Where a dossier tells each field. The first line of a column is its text, and the others stand below it in small
 * print. What is left out says why: notes are for those who work on it, and documents are opened, not printed.
 */
const fields: Record<CommitmentField, ToldField | 'working-note' | 'opened'> = {
  action: { column: 'action', lines: ({ action }) => [action] },
  responsible: {
    column: 'responsible',
    lines: ({ responsible: id }, { person, sector, blank }) =>
      id === undefined ? [blank.responsible] : [person(id) ?? blank.responsible, sector(id)],
  },
  coResponsible: {
    column: 'responsible',
    lines: ({ coResponsible }, { person, list, fields }) => {
      const named = coResponsible.flatMap((id) => person(id) ?? []);
      return [named.length > 0 ? `${fields.coResponsible.short}: ${list(named)}` : undefined];
    },
  },
  supportingProgramme: {
    column: 'action',
    lines: ({ supportingProgramme: key }, { programme, fields }) => [
      key && `${fields.supportingProgramme.short}: ${programme(key)}`,
    ],
  },
  policyArea: {
    column: 'action',
    lines: ({ policyArea: key }, { area, fields }) => [key && `${fields.policyArea.short}: ${area(key)}`],
  },
  dueOn: { column: 'dueOn', lines: ({ dueOn }, { date, blank }) => [dueOn ? date(dueOn) : blank.dueOn] },
  budget: {
    column: 'budget',
    lines: ({ budget }, { money, currency, blank }) =>
      budget ? [money(budget), currency(budget)] : [blank.budget],
  },
  status: { column: 'status', lines: ({ status }, teller) => [teller.status(status)] },
  progress: {
    column: 'status',
    // Whatever is not under way is all done, or not begun.
    lines: ({ status, progress }, { percent, fields }) => [
      status === 'in-progress' ? `${fields.progress.short}: ${percent(progress)}` : undefined,
    ],
  },
  fulfilledOn: {
    column: 'status',
    lines: ({ fulfilledOn }, { date }) => [fulfilledOn && date(fulfilledOn)],
  },
  note: 'working-note',
  evidence: 'opened',
};

/** One commitment of a dossier's matrix: the lines of each column, its text first. */
export function matrixRow(one: Told, teller: MatrixTeller): Record<MatrixColumn, string[]> {
  const row: Record<MatrixColumn, string[]> = {
    action: [],
    responsible: [],
    dueOn: [],
    budget: [],
    status: [],
  };
  for (const field of Object.values(fields))
    if (typeof field === 'object')
      row[field.column].push(...field.lines(one, teller).filter((line) => line !== undefined));
  return row;
}

/** Person and organization, as far as a copy names them; `undefined` where it names neither. */
export const namesIn = ({ person, organization }: { person?: string; organization?: string }) =>
  [person, organization].filter(Boolean).join(', ') || undefined;
