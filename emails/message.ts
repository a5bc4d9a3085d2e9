import type { Language, Text } from '../domain/language.ts';
import type { GateMail } from '../domain/mail.ts';
import { criteriaMessages } from '../words/criteria.ts';
import type { CriteriaMessages } from '../words/criteria-messages.ts';
import type { Place, Words } from '../words/es/mails.ts';
import { languages, mailWords } from '../words/languages.ts';
import type { Block } from './content.ts';
import { clip, longDate } from './values.ts';

/** What one message says; the frame around it is the same for all. */
export interface Message {
  heading: string;
  /** What happened, where, and what follows from it. */
  opening: string[];
  /** What the reader does next. */
  next: string[];
  /** What else the reader should see before the plain facts. */
  more?: Block[];
  facts: { label: string; value: string }[];
}

/** The data of the message of that name. */
export type MailOf<Name extends GateMail['message']> = Extract<GateMail, { message: Name }>;

/** How things are named for one reader. */
export interface Translator {
  messages: Words;
  criteria: CriteriaMessages;
  language: Language;
  name(value: Text | string): string;
  date(localDate: string): string;
}

/** Speech in a language, with names of at most `longest` characters. */
export function translatorFor(language: Language, longest: number): Translator {
  const messages = mailWords[language];
  return {
    messages,
    criteria: criteriaMessages[language],
    language,
    name: (value) => clip(typeof value === 'string' ? value : value[language], longest),
    date: (localDate) => longDate(localDate, languages[language].letterLocale),
  };
}

type AtGate = Exclude<GateMail, { message: 'programme-completed' }>;

/** The place a message speaks of. */
export const placeOf = (mail: AtGate, { name }: Translator): Place => ({
  locality: name(mail.locality.name),
  programme: name(mail.programme),
  stage: name(mail.stage),
  track: mail.track && name(mail.track),
  visit: mail.visit,
});

/** The place as labelled facts; the visit is told from the second on. */
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
