import * as z from 'zod';
import { Suppression } from './address.ts';
import { Instant, LocalDate } from './calendar.ts';
import { Language } from './language.ts';
import { LocalityId } from './locality-id.ts';
import { line } from './plain-text.ts';

/** The sectors a community's promises come from. Source: Red Conéctate por tu Seguridad, first stage. */
export const Sector = z.enum(['social', 'school', 'government', 'business', 'religious', 'community']);
export type Sector = z.infer<typeof Sector>;

export const Level = z.enum(['federal', 'state', 'municipal', 'community']);
export type Level = z.infer<typeof Level>;

export const StakeholderId = z.string().regex(/^[0-9a-z-]{1,60}$/, 'is not the id of a stakeholder');

/** How somebody agreed to be written to. */
export const Consent = z.strictObject({ givenOn: LocalDate, how: line(200) });

/** A person or organisation that promises something. What identifies a person is kept apart, to be erased alone. */
export const Stakeholder = z.object({
  id: StakeholderId,
  sector: Sector,
  level: Level.optional(),
  language: Language,
  localities: z.array(LocalityId),
  /** Whether there is an address to write to. */
  reachable: z.boolean(),
  /** The key by which the register of addresses knows theirs; absent where they have none, or an older table is read. */
  addressKey: z.string().optional(),
  /** Why their address is not written to any more, as the register has it. */
  suppressed: Suppression.optional(),
  /** Links carry it: raising it makes all earlier ones dead. */
  linkVersion: z.int().min(1),
  /** Set when what identifies the person was erased on request. */
  erasedOn: LocalDate.optional(),
  createdAt: Instant,
  createdBy: z.string(),
  revision: z.int().min(1),
  /** The hash of the last entry of their own history. */
  headHash: z.string(),
});
export type Stakeholder = z.infer<typeof Stakeholder> & {
  /** How they stood when they were read; absent where they are new, or where no list knows of them yet. */
  asRead?: z.infer<typeof Stakeholder>;
};

/** What identifies a stakeholder. */
export const Contact = z.object({
  name: z.string(),
  organization: z.string().optional(),
  email: z.string().optional(),
  consent: Consent.optional(),
});
export type Contact = z.infer<typeof Contact>;
