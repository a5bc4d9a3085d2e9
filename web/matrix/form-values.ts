import type { Commitment, RequestBody } from '../api/types.ts';
import { diffFields } from '../components/diff-fields.ts';
import { areRight, type Documents, evidenceMeant, noLink } from '../evidence/meant.ts';

type Edit = RequestBody<'PATCH /api/commitments/{id}'>;
type New = RequestBody<'POST /api/localities/{id}/commitments'>;

/** A commitment as it is typed: blank where nothing is said, sums as people write them. */
export interface FormValues extends Documents {
  action: string;
  responsible: string;
  coResponsible: string[];
  supportingProgramme: NonNullable<Commitment['supportingProgramme']> | '';
  policyArea: NonNullable<Commitment['policyArea']> | '';
  dueOn: string;
  amount: string;
  currency: NonNullable<Commitment['budget']>['currency'];
  status: Commitment['status'];
  progress: number;
  note: string;
}

export const blank: FormValues = {
  ...{ action: '', responsible: '', coResponsible: [], supportingProgramme: '', policyArea: '' },
  ...{ dueOn: '', amount: '', currency: 'MXN', status: 'pending', progress: 0, note: '' },
  ...{ evidence: [], link: noLink },
};

export const toFormValues = (commitment: Commitment): FormValues => ({
  action: commitment.action,
  responsible: commitment.responsible ?? '',
  coResponsible: commitment.coResponsible,
  supportingProgramme: commitment.supportingProgramme ?? '',
  policyArea: commitment.policyArea ?? '',
  dueOn: commitment.dueOn ?? '',
  amount: commitment.budget?.amount.toString() ?? '',
  currency: commitment.budget?.currency ?? 'MXN',
  status: commitment.status,
  progress: commitment.progress,
  note: commitment.note ?? '',
  evidence: commitment.evidence,
  link: noLink,
});

/** The amount that is meant by `12,500.50` or `$ 800`; `undefined` for what is blank or no amount. */
export function amountIn(text: string): number | undefined {
  const digits = text.replace(/[$\s]/g, '');
  const isAmount = /^(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(digits);
  return isAmount ? Number(digits.replaceAll(',', '')) : undefined;
}

/** The fields that cannot be saved as they are typed. */
export const validate = (typed: FormValues) => ({
  action: typed.action.trim() === '',
  amount: typed.amount.trim() !== '' && amountIn(typed.amount) === undefined,
  evidence: !areRight(typed),
});

const budgetOf = ({ amount, currency }: FormValues) => {
  const meant = amountIn(amount);
  return meant === undefined ? undefined : { amount: meant, currency };
};

const keys = [
  ...(['action', 'responsible', 'coResponsible', 'dueOn', 'status', 'progress'] as const),
  ...(['supportingProgramme', 'policyArea', 'amount', 'currency', 'note', 'evidence'] as const),
];
export type Field = (typeof keys)[number];

type Normalised = Omit<FormValues, 'link'>;
const compared = diffFields<Normalised>(keys);
/** What is typed, with a document that is being written down as one of the others. */
const normalised = (typed: FormValues): Normalised => ({ ...typed, evidence: evidenceMeant(typed) });

export const changedBetween = (one: FormValues, other: FormValues) =>
  compared.changedBetween(normalised(one), normalised(other));
export const merge = (base: FormValues, typed: FormValues, now: FormValues): FormValues => ({
  ...compared.merge(normalised(base), normalised(typed), normalised(now)),
  link: noLink,
});

/** What is to be changed so that a commitment that stood as `base` says what is typed; empty where nothing is. */
export function toPatch(base: FormValues, typed: FormValues): Edit {
  const changed = new Set(changedBetween(base, typed));
  const isBudget = changed.has('amount') || (changed.has('currency') && typed.amount !== '');
  return {
    ...(changed.has('action') && { action: typed.action.trim() }),
    ...(changed.has('responsible') && { responsible: typed.responsible || null }),
    ...(changed.has('coResponsible') && { coResponsible: typed.coResponsible }),
    ...(changed.has('supportingProgramme') && { supportingProgramme: typed.supportingProgramme || null }),
    ...(changed.has('policyArea') && { policyArea: typed.policyArea || null }),
    ...(changed.has('dueOn') && { dueOn: typed.dueOn || null }),
    ...(isBudget && { budget: budgetOf(typed) ?? null }),
    ...(changed.has('status') && { status: typed.status }),
    ...(changed.has('progress') && { progress: typed.progress }),
    ...(changed.has('note') && { note: typed.note.trim() || null }),
    ...(changed.has('evidence') && { evidence: evidenceMeant(typed) }),
  };
}

/** A commitment that is to be made of what is typed. */
export const toCreate = (typed: FormValues): New => ({
  action: typed.action.trim(),
  responsible: typed.responsible || undefined,
  coResponsible: typed.coResponsible,
  supportingProgramme: typed.supportingProgramme || undefined,
  policyArea: typed.policyArea || undefined,
  dueOn: typed.dueOn || undefined,
  budget: budgetOf(typed),
  status: typed.status,
  progress: typed.progress,
  note: typed.note.trim() || undefined,
  evidence: evidenceMeant(typed),
});
