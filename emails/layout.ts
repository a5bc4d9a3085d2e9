import type { Language } from '../domain/language.ts';
import { htmlOf } from './html.ts';
import { textOf } from './text.ts';
import { clip, oneLine } from './values.ts';

/** What a mail is built from. Both renderings walk these blocks, so neither can say what the other does not. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; items: string[] }
  /** What a person wrote, line by line as they wrote it. */
  | { kind: 'quote'; text: string }
  | { kind: 'link'; label: string; url: string };

/** One mail, before it is HTML or plain text. */
export interface EmailContent {
  language: Language;
  subject: string;
  sender: string;
  heading: string;
  blocks: Block[];
  footer: string;
  /** A way out at the very end, less prominent than what the mail is for. */
  footerLink?: { label: string; url: string };
}

/** A mail as it is sent. */
export interface Rendered {
  /** One line of at most 120 characters, not yet encoded as a header. */
  subject: string;
  text: string;
  html: string;
}

/** A mail as HTML and as plain text that say the same. */
export function render(content: EmailContent): Rendered {
  const subject = clip(oneLine(content.subject), 120);
  return { subject, text: textOf(content), html: htmlOf({ ...content, subject }) };
}
