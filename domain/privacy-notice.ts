import * as z from 'zod';
import { byLanguage } from './language-list.ts';

/** What a municipality says itself, in every language. */
export const NoticeText = z.strictObject(byLanguage(() => z.string().min(1).max(1_000)));

/**
 * What the privacy notice says of this municipality (LGPDPPSO, DOF 20-03-2025). Whatever is not told here the notice says
 * in general words made from the municipality's name, so that a notice stands from the first day.
 */
export const PrivacySettings = z.strictObject({
  /** The public body that answers for the data, by its full name; the municipal government unless told. */
  responsible: z.string().min(1).max(200).optional(),
  /** The unit that takes requests of access, rectification, cancellation and opposition. */
  office: z.string().min(1).max(200).optional(),
  /** Where that unit is, on one line. */
  address: z.string().min(1).max(300).optional(),
  email: z.email().optional(),
  telephone: z
    .string()
    .regex(/^[+\d][\d ()-]{6,29}$/, 'must be a telephone number')
    .optional(),
  /** What the data are used for, in the place of what Etapas is used for anywhere. */
  purposes: z.array(NoticeText).min(1).max(12).optional(),
  /** To whom data are handed on, in the place of the sentence that they are not. */
  transfers: NoticeText.optional(),
  /** How to ask for one's rights, in the place of the general way. */
  requests: NoticeText.optional(),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** How many working days there are to answer somebody who asks for access, rectification, cancellation or opposition (LGPDPPSO). */
export const workingDaysToAnswer = 20;
