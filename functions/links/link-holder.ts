import type { Language } from '../../domain/language.ts';
import type { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { pageWords } from '../../words/languages.ts';
import type { Audience } from '../runtime/links.ts';
import type { PageDependencies } from './dependencies.ts';
import type { Reader } from './page.ts';

/** Whoever holds a link: the stakeholder it was sent to, or somebody they gave it to. */
export interface LinkHolder {
  /** `expired` when the link was theirs and is too old. */
  state: 'valid' | 'expired';
  stakeholder: Stakeholder;
  contact?: Contact;
  reader: Reader;
}

/** For whom nothing is known of: the language that the address or the browser asks for. */
export const readerOf = (chosen: Language | undefined, otherwise: Language): Reader => {
  const language = chosen ?? otherwise;
  return { language, chosen, messages: pageWords[language] };
};

/** The stakeholder a link stands for; `undefined` when it is not one of ours, or was revoked since. */
export async function linkHolderOf(
  audience: Audience,
  token: string,
  chosen: Language | undefined,
  { links, stakeholders }: PageDependencies,
): Promise<LinkHolder | undefined> {
  const reading = await links.read(audience, token);
  if (reading.state === 'refused') return undefined;
  const { id, linkVersion } = reading.holder;
  const stakeholder = await stakeholders.find(id);
  if (!stakeholder || stakeholder.erasedOn || stakeholder.linkVersion !== linkVersion) return undefined;
  const { state } = reading;
  const reader = readerOf(chosen, stakeholder.language);
  return { state, stakeholder, reader, contact: await stakeholders.contact(id) };
}
