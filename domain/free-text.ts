import * as z from 'zod';
import { identifierIn } from './personal-text.ts';
import { lines } from './plain-text.ts';

/** The schemas of free text, and all that is made of them. */
export const freeTexts = z.registry<{ asksAboutContacts: true }>();

/**
 * What people write about the work, as it is sent: several lines, without the keys of persons. What is stored may be older
 * than this rule, and is read as it is. Source: LGPDPPSO (DOF 20-03-2025), the principle of proportionality.
 */
export const freeText = (most: number) =>
  lines(most)
    .superRefine((text, context) => {
      const message = identifierIn(text);
      if (message) context.addIssue({ code: 'custom', message });
    })
    .register(freeTexts, { asksAboutContacts: true });
