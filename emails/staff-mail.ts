import type { Language } from '../domain/language.ts';
import type { StaffMail, StaffMailKind, StaffMailOf } from '../domain/mail.ts';
import type { Municipality } from '../domain/municipality.ts';
import { appLink } from './app-links.ts';
import type { Block } from './content.ts';
import { staffMails } from './kinds.ts';
import { type Rendered, render } from './layout.ts';
import { type Translator, translatorFor } from './translator.ts';

/** Whom a mail is for: their language, and the municipality that writes to them. */
export interface StaffReader {
  language: Language;
  municipality: Pick<Municipality, 'name'>;
  /** Where the outside reaches the app. */
  publicUrl: string;
}

type ByKind = { [Kind in StaffMailKind]: StaffMailOf<Kind> };

export const messageOf = <Kind extends StaffMailKind>(kind: Kind, mail: ByKind[Kind], to: Translator) =>
  staffMails[kind].message(mail, to);
export const pathOf = <Kind extends StaffMailKind>(kind: Kind, mail: ByKind[Kind]) =>
  staffMails[kind].path(mail);

const paragraphs = (texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));

/**
 * The mail to one member of staff. Dates are local dates and stay the day they are.
 * The subject is one line, not yet encoded for a header; HTML and text say the same.
 */
export function renderStaffMail(
  mail: StaffMail,
  { language, municipality, publicUrl }: StaffReader,
): Rendered {
  const full = translatorFor(language, 300);
  const { messages } = full;
  const message = messageOf(mail.message, mail, full);
  // In the subject, long names are cut one by one, so that none pushes the others out.
  const brief = translatorFor(language, 40);
  const { heading } = messageOf(mail.message, mail, brief);
  return render({
    language,
    subject: `${heading} · ${brief.name(mail.locality.name)}`,
    sender: messages.sender(municipality.name),
    preview: message.opening.join(' '),
    heading: message.heading,
    blocks: [
      ...paragraphs(message.opening),
      { kind: 'title', text: messages.next },
      ...paragraphs(message.next),
      { kind: 'link', label: message.button, url: appLink(publicUrl, pathOf(mail.message, mail)) },
      ...(message.more ?? []),
      { kind: 'title', text: messages.details },
      { kind: 'facts', facts: message.facts },
    ],
    footer: messages.why,
    publicUrl,
  });
}
