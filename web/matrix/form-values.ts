import type { CommitmentField, EveryField } from '../../domain/commitment.ts';
import { keysOf } from '../../domain/keys.ts';
import { standingOf } from '../../domain/standing.ts';
import type { Commitment, RequestBody } from '../api/types.ts';
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
  fulfilledOn: string;
  note: string;
}

export const blank: FormValues = {
  action: '',
  responsible: '',
  coResponsible: [],
  supportingProgramme: '',
  policyArea: '',
  dueOn: '',
  amount: '',
  currency: 'MXN',
  status: 'pending',
  progress: 0,
  fulfilledOn: '',
  note: '',
  evidence: [],
  link: noLink,
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
  fulfilledOn: commitment.fulfilledOn ?? '',
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

/** Only what is fulfilled has a day. */
const fulfilledOnOf = ({ status, fulfilledOn }: FormValues) =>
  status === 'fulfilled' && fulfilledOn ? fulfilledOn : undefined;

/** What is said of how it stands, with what follows from it. */
export function withStanding(
  typed: FormValues,
  said: Partial<Pick<FormValues, 'status' | 'progress'>>,
  today: string,
): Pick<FormValues, 'status' | 'progress' | 'fulfilledOn'> {
  const before = { ...typed, fulfilledOn: typed.fulfilledOn || undefined };
  const { status, progress, fulfilledOn = '' } = standingOf(said, before, today);
  return { status, progress, fulfilledOn };
}

/** The parts of a form in which each field is typed: a budget is a sum and its currency. */
const typedIn: Record<CommitmentField, (keyof FormValues)[]> = {
  action: ['action'],
  responsible: ['responsible'],
  coResponsible: ['coResponsible'],
  supportingProgramme: ['supportingProgramme'],
  policyArea: ['policyArea'],
  dueOn: ['dueOn'],
  budget: ['amount', 'currency'],
  status: ['status'],
  progress: ['progress'],
  fulfilledOn: ['fulfilledOn'],
  note: ['note'],
  evidence: ['evidence', 'link'],
};

/** What each field says as it is typed; `null` where it is blank. */
const meant = (typed: FormValues): EveryField<Edit> => ({
  action: typed.action.trim(),
  responsible: typed.responsible || null,
  coResponsible: typed.coResponsible,
  supportingProgramme: typed.supportingProgramme || null,
  policyArea: typed.policyArea || null,
  dueOn: typed.dueOn || null,
  budget: budgetOf(typed) ?? null,
  status: typed.status,
  progress: typed.progress,
  fulfilledOn: fulfilledOnOf(typed) ?? null,
  note: typed.note.trim() || null,
  evidence: evidenceMeant(typed),
});

/** The fields in which one form says something else than the other. */
export function changedBetween(one: FormValues, other: FormValues): CommitmentField[] {
  const [before, after] = [meant(one), meant(other)];
  return keysOf(typedIn).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** What was typed over `base`, over what somebody else made of it: what was not touched stays as they left it. */
export function merge(base: FormValues, typed: FormValues, now: FormValues): FormValues {
  // A document that is being written down is one of the others from here on.
  const whole: FormValues = { ...typed, evidence: evidenceMeant(typed), link: noLink };
  const touched = changedBetween(base, typed).flatMap((field) => typedIn[field]);
  return { ...now, ...Object.fromEntries(touched.map((part) => [part, whole[part]])) };
}

/** What is to be changed so that a commitment that stood as `base` says what is typed; empty where nothing is. */
export function toPatch(base: FormValues, typed: FormValues): Edit {
  const changed = new Set<CommitmentField>(changedBetween(base, typed));
  const patch: Edit = { ...meant(typed) };
  for (const field of keysOf(typedIn)) if (!changed.has(field)) delete patch[field];
  return patch;
}

/** A commitment that is to be made of what is typed. */
export const toCreate = (typed: FormValues): EveryField<New> => ({
  action: typed.action.trim(),
  responsible: typed.responsible || undefined,
  coResponsible: typed.coResponsible,
  supportingProgramme: typed.supportingProgramme || undefined,
  policyArea: typed.policyArea || undefined,
  dueOn: typed.dueOn || undefined,
  budget: budgetOf(typed),
  status: typed.status,
  progress: typed.progress,
  fulfilledOn: fulfilledOnOf(typed),
  note: typed.note.trim() || undefined,
  evidence: evidenceMeant(typed),
});
