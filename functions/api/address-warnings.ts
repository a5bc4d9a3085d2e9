import * as z from 'zod';
import { type AddressRecord, suppressionOf } from '../../domain/address.ts';
import type { Language } from '../../domain/language.ts';
import { functionWords } from '../../words/languages.ts';
import { FieldMessage } from '../runtime/problem-body.ts';
import { StakeholderView } from './stakeholder-view.ts';

/** A stakeholder who was just written down, with what to know of what was entered and written all the same. */
export const EnteredStakeholder = StakeholderView.extend({ warnings: z.array(FieldMessage) });

/** What to know of an address that somebody is given: another has it too, or it is not written to. Names nobody. */
export function addressMessages(record: AddressRecord, id: string | undefined, language: Language): string[] {
  const words = functionWords[language].addressWarnings;
  const suppressed = suppressionOf(record);
  return [
    ...(record.holders.some((holder) => holder !== id) ? [words.shared] : []),
    ...(suppressed ? [words[suppressed.reason]] : []),
  ];
}

export const addressWarnings = (
  record: AddressRecord,
  id: string,
  language: Language,
): z.infer<typeof FieldMessage>[] =>
  addressMessages(record, id, language).map((message) => ({ path: 'email', message }));
