import * as z from 'zod';
import { Instant, LocalDate } from './calendar.ts';
import { freeText } from './free-text.ts';
import { line } from './plain-text.ts';
import { StakeholderId } from './stakeholder.ts';
import { User } from './user.ts';

/** What somebody may ask for by law: access, rectification, cancellation, opposition (ARCO). Source: LGPDPPSO (DOF 20-03-2025). */
export const PrivacyRequestKind = z.enum(['access', 'rectification', 'cancellation', 'opposition']);
export type PrivacyRequestKind = z.infer<typeof PrivacyRequestKind>;

export const PrivacyRequestId = z.string().regex(/^[0-9a-z-]{1,60}$/, 'is not the id of a request');

const longestNote = 2_000;

/** A request of a person about the data that are kept of them, from the day it came in until it is answered. */
export const PrivacyRequest = z.object({
  id: PrivacyRequestId,
  kind: PrivacyRequestKind,
  /** Who asks, where they are recorded; `name` where they are not. */
  stakeholder: StakeholderId.optional(),
  name: z.string().optional(),
  receivedOn: LocalDate,
  /** The last day to answer: so many working days after it came in. */
  dueOn: LocalDate,
  status: z.enum(['open', 'answered']),
  note: z.string().optional(),
  recordedBy: User,
  recordedAt: Instant,
  answeredOn: LocalDate.optional(),
  answeredBy: User.optional(),
  answer: z.string().optional(),
  revision: z.int().min(1),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

/** A request as it is recorded: by somebody who is known, or by a name alone. */
export const NewPrivacyRequest = z
  .strictObject({
    kind: PrivacyRequestKind,
    stakeholder: StakeholderId.optional(),
    name: line(200).optional(),
    receivedOn: LocalDate,
    note: freeText(longestNote).optional(),
  })
  .refine(({ stakeholder, name }) => (stakeholder === undefined) !== (name === undefined), {
    path: ['stakeholder'],
    message: 'one-of-stakeholder-and-name',
  });
export type NewPrivacyRequest = z.infer<typeof NewPrivacyRequest>;

/** What was answered, and when the person was told; today unless said. */
export const PrivacyAnswer = z.strictObject({
  answeredOn: LocalDate.optional(),
  answer: freeText(longestNote),
});
export type PrivacyAnswer = z.infer<typeof PrivacyAnswer>;
