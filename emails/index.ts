import type { Language } from '../domain/language.ts';
import type { GateMail } from '../domain/mail.ts';
import type { Municipality } from '../domain/municipality.ts';
import type { Block } from './content.ts';
import { gateDecided } from './gate-decided.ts';
import { type Rendered, render } from './layout.ts';
import { type Message, type Translator, translatorFor } from './message.ts';
import { overrideUsed } from './override-used.ts';
import { programmeCompleted } from './programme-completed.ts';
import { reviewRequested } from './review-requested.ts';
import { stageOpened } from './stage-opened.ts';

export type { Rendered } from './layout.ts';

/** Whom a mail is for: their language, and the municipality that writes to them. */
export interface Reader {
  language: Language;
  municipality: Pick<Municipality, 'name' | 'timeZone'>;
  /** Where the app is; without it the mail holds no link. */
  appUrl?: string;
}

function messageOf(mail: GateMail, to: Translator): Message {
  switch (mail.message) {
    case 'stage-opened':
      return stageOpened(mail, to);
    case 'review-requested':
      return reviewRequested(mail, to);
    case 'gate-decided':
      return gateDecided(mail, to);
    case 'override-used':
      return overrideUsed(mail, to);
    case 'programme-completed':
      return programmeCompleted(mail, to);
  }
}

const paragraphs = (texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));

/**
 * A message at a gate as the mail to one reader. Dates are local dates and stay the day they are.
 * The subject is one line, not yet encoded for a header; HTML and text say the same.
 */
export function renderGateMail(mail: GateMail, { language, municipality, appUrl }: Reader): Rendered {
  const full = translatorFor(language, 300);
  const { messages } = full;
  const message = messageOf(mail, full);
  // In the subject, long names are cut one by one, so that none pushes the others out.
  const brief = translatorFor(language, 40);
  const url = appUrl && `${appUrl.replace(/\/+$/, '')}/localities/${encodeURIComponent(mail.locality.id)}`;
  const link: Block[] = url ? [{ kind: 'link', label: messages.openLocality, url }] : [];
  return render({
    language,
    subject: `${messageOf(mail, brief).heading} · ${brief.name(mail.locality.name)}`,
    sender: messages.sender(municipality.name),
    heading: message.heading,
    blocks: [
      ...paragraphs(message.opening),
      { kind: 'title', text: messages.next },
      ...paragraphs(message.next),
      ...link,
      ...(message.more ?? []),
      { kind: 'title', text: messages.details },
      { kind: 'facts', facts: message.facts },
    ],
    footer: messages.why,
  });
}
