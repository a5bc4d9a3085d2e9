import type { RequestBody, Stakeholder } from '../api/types.ts';
import { diffFields } from '../components/diff-fields.ts';

type Edit = RequestBody<'PATCH /api/stakeholders/{id}'>;
type New = RequestBody<'POST /api/stakeholders'>;

/** Somebody as they are typed: blank where nothing is said. */
export interface FormValues {
  name: string;
  organization: string;
  sector: Stakeholder['sector'] | '';
  level: NonNullable<Stakeholder['level']> | '';
  email: string;
  language: Stakeholder['language'];
  localities: string[];
  consentGivenOn: string;
  consentHow: string;
}

export const blank: FormValues = {
  name: '',
  organization: '',
  sector: '',
  level: '',
  email: '',
  language: 'es',
  localities: [],
  consentGivenOn: '',
  consentHow: '',
};

export const toFormValues = (person: Stakeholder): FormValues => ({
  name: person.name ?? '',
  organization: person.organization ?? '',
  sector: person.sector,
  level: person.level ?? '',
  email: person.email ?? '',
  language: person.language,
  localities: person.localities,
  consentGivenOn: person.consent?.givenOn ?? '',
  consentHow: person.consent?.how ?? '',
});

/** The fields that cannot be saved as they are typed. The interface looks closer at an address. */
export const validate = ({ name, sector, email, consentGivenOn, consentHow }: FormValues) => ({
  name: name.trim() === '',
  sector: sector === '',
  email: email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim()),
  consent: (consentGivenOn === '') !== (consentHow.trim() === ''),
});

const keys = [
  'name',
  'organization',
  'sector',
  'level',
  'email',
  'language',
  'localities',
  'consentGivenOn',
  'consentHow',
] as const;
export type Field = (typeof keys)[number];

export const { changedBetween, merge } = diffFields<FormValues>(keys);

const consentOf = ({ consentGivenOn, consentHow }: FormValues) =>
  consentGivenOn ? { givenOn: consentGivenOn, how: consentHow.trim() } : undefined;

/** What is to be changed so that somebody who stood as `base` is as typed; empty where nothing is. */
export function toPatch(base: FormValues, typed: FormValues): Edit {
  const changed = new Set(changedBetween(base, typed));
  const isConsent = changed.has('consentGivenOn') || changed.has('consentHow');
  return {
    ...(changed.has('name') && { name: typed.name.trim() }),
    ...(changed.has('organization') && { organization: typed.organization.trim() || null }),
    ...(changed.has('sector') && typed.sector !== '' && { sector: typed.sector }),
    ...(changed.has('level') && { level: typed.level || null }),
    ...(changed.has('email') && { email: typed.email.trim() || null }),
    ...(changed.has('language') && { language: typed.language }),
    ...(changed.has('localities') && { localities: typed.localities }),
    ...(isConsent && { consent: consentOf(typed) ?? null }),
  };
}

/** Somebody who is to be recorded; `undefined` while no sector is chosen. */
export function toCreate(typed: FormValues): New | undefined {
  if (typed.sector === '') return undefined;
  return {
    name: typed.name.trim(),
    organization: typed.organization.trim() || undefined,
    sector: typed.sector,
    level: typed.level || undefined,
    email: typed.email.trim() || undefined,
    language: typed.language,
    localities: typed.localities,
    consent: consentOf(typed),
  };
}
