import type { StaffMail, StaffMailKind, StaffMailOf } from '../domain/mail.ts';
import type { Place, Words } from '../words/es/mails.ts';
import type { AppPath } from './app-links.ts';
import type { Block } from './content.ts';
import type { Translator } from './translator.ts';
import { clip } from './values.ts';

/** What one mail to staff says; the frame around it is the same for all. */
export interface StaffMessage {
  heading: string;
  /** What happened, where, and what follows from it. */
  opening: string[];
  /** What the reader does next. */
  next: string[];
  /** What is written on the button that leads to the place in the app. */
  button: string;
  /** What else the reader should see before the plain facts. */
  more?: Block[];
  facts: { label: string; value: string }[];
}

/**
 * One kind of mail to the staff of a locality. It goes to the member of staff that the command named, whatever happened
 * since: it tells of what was, so that it never ends on its own.
 */
export interface StaffMailModule<Kind extends StaffMailKind> {
  /** Where its button leads in the app. */
  path(mail: StaffMailOf<Kind>): AppPath;
  /** What it says, named as `translator` names things. */
  message(mail: StaffMailOf<Kind>, translator: Translator): StaffMessage;
}

type AtGate = Exclude<StaffMail, { message: 'programme-completed' }>;

/** The gate that a mail speaks of. */
export const placeOf = (mail: AtGate, { name }: Translator): Place => ({
  locality: name(mail.locality.name),
  programme: name(mail.programme),
  stage: name(mail.stage),
  track: mail.track && name(mail.track),
  visit: mail.visit,
});

/** The gate as labelled facts; the visit is told from the second on. */
export const factsOf = ({ locality, programme, stage, track, visit }: Place, { labels }: Words) => [
  { label: labels.locality, value: locality },
  { label: labels.programme, value: programme },
  { label: labels.stage, value: stage },
  ...(track ? [{ label: labels.track, value: track }] : []),
  ...(visit > 1 ? [{ label: labels.visit, value: String(visit) }] : []),
];

/** A person's own words under a title; nothing where they wrote nothing. */
export const quoted = (title: string, text: string | undefined, { continues }: Words): Block[] =>
  text?.trim()
    ? [
        { kind: 'title', text: title },
        { kind: 'quote', text: clip(text.trim(), 4_000, continues) },
      ]
    : [];
