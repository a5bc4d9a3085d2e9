import type { Body, Commitment } from '../api/types.ts';
import { areRight, type Documents, evidenceMeant, noLink } from '../evidence/meant.ts';
import { comparing } from '../parts/comparing.ts';

type Edit = Body<'PATCH /api/commitments/{id}'>;
type New = Body<'POST /api/localities/{id}/commitments'>;

/** A commitment as it is typed: blank where nothing is said, sums as people write them. */
export interface Typed extends Documents {
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

export const blank: Typed = {
  ...{ action: '', responsible: '', coResponsible: [], supportingProgramme: '', policyArea: '' },
  ...{ dueOn: '', amount: '', currency: 'MXN', status: 'pending', progress: 0, note: '' },
  ...{ evidence: [], link: noLink },
};

export const typedOf = (commitment: Commitment): Typed => ({
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
export const wrongIn = (typed: Typed) => ({
  action: typed.action.trim() === '',
  amount: typed.amount.trim() !== '' && amountIn(typed.amount) === undefined,
  evidence: !areRight(typed),
});

const budgetOf = ({ amount, currency }: Typed) => {
  const meant = amountIn(amount);
  return meant === undefined ? undefined : { amount: meant, currency };
};

const keys = [
  ...(['action', 'responsible', 'coResponsible', 'dueOn', 'status', 'progress'] as const),
  ...(['supportingProgramme', 'policyArea', 'amount', 'currency', 'note', 'evidence'] as const),
];
export type Field = (typeof keys)[number];

type Meant = Omit<Typed, 'link'>;
const compared = comparing<Meant>(keys);
/** What is typed, with a document that is being written down as one of the others. */
const meant = (typed: Typed): Meant => ({ ...typed, evidence: evidenceMeant(typed) });

export const changedBetween = (one: Typed, other: Typed) => compared.changedBetween(meant(one), meant(other));
export const rebased = (base: Typed, typed: Typed, now: Typed): Typed => ({
  ...compared.rebased(meant(base), meant(typed), meant(now)),
  link: noLink,
});

/** What is to be changed so that a commitment that stood as `base` says what is typed; empty where nothing is. */
export function editOf(base: Typed, typed: Typed): Edit {
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
export const newOf = (typed: Typed): New => ({
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
