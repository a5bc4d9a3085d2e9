import * as z from 'zod';
import { EmailAddress } from './address.ts';
import { EnteredDate } from './calendar.ts';
import { Language } from './language.ts';
import { LocalityId } from './locality-id.ts';
import { line } from './plain-text.ts';
import { properName } from './proper-name.ts';
import { Consent, Level, Sector } from './stakeholder.ts';

/** How somebody agreed to be written to, as it is entered. */
export const EnteredConsent = Consent.extend({ givenOn: EnteredDate });

const details = {
  name: properName(200),
  organization: line(200),
  sector: Sector,
  level: Level,
  /** Who has none is told in person. */
  email: EmailAddress,
  language: Language,
  localities: z.array(LocalityId).max(200),
  consent: EnteredConsent,
};

/** What is written down of a stakeholder at first. */
export const NewStakeholder = z.strictObject({
  ...details,
  organization: details.organization.optional(),
  level: details.level.optional(),
  email: details.email.optional(),
  language: details.language.default('es'),
  localities: details.localities.default([]),
  consent: details.consent.optional(),
});
export type NewStakeholder = z.infer<typeof NewStakeholder>;

/** `null` takes away what was written down; an address that is taken away is not written to any more. */
export const StakeholderEdit = z
  .strictObject({
    ...details,
    organization: details.organization.nullable(),
    level: details.level.nullable(),
    email: details.email.nullable(),
    consent: details.consent.nullable(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing-to-change');
export type StakeholderEdit = z.infer<typeof StakeholderEdit>;
