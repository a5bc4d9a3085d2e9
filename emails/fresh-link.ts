import type { Language } from '../domain/language.ts';
import type { Municipality } from '../domain/municipality.ts';
import { type Rendered, render } from './layout.ts';
import { translatorFor } from './message.ts';

/** Somebody whose link had expired asked for a new one. */
export interface FreshLink {
  name: string;
  language: Language;
  municipality: Pick<Municipality, 'name'>;
  links: { commitments: string; unsubscribe: string };
}

/** The mail that holds a new link to a person's commitments, and says what to do who did not ask for it. */
export function renderFreshLink({ name: who, language, municipality, links }: FreshLink): Rendered {
  const { messages, name } = translatorFor(language, 200);
  const { freshLink, digest } = messages;
  return render({
    language,
    subject: freshLink.heading,
    sender: messages.sender(municipality.name),
    heading: freshLink.heading,
    blocks: [
      { kind: 'paragraph', text: digest.greeting(name(who)) },
      { kind: 'paragraph', text: freshLink.opening },
      { kind: 'link', label: freshLink.button, url: links.commitments },
      { kind: 'paragraph', text: freshLink.personal },
    ],
    footer: digest.why(municipality.name),
    footerLink: { label: digest.unsubscribe, url: links.unsubscribe },
  });
}
