import type { Language } from '../domain/language.ts';

/** What a mail is built from. Both renderings walk these blocks, so neither can say what the other does not. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; items: string[] }
  /** A list of which each item leads to its own place. */
  | { kind: 'places'; items: { text: string; url: string }[] }
  /** What a person wrote, line by line as they wrote it. */
  | { kind: 'quote'; text: string }
  | { kind: 'link'; label: string; url: string };

/** One mail, before it is HTML or plain text. */
export interface EmailContent {
  language: Language;
  subject: string;
  sender: string;
  /** What a mailbox shows beside the subject: something that the mail says, hidden in it where it is read. */
  preview: string;
  heading: string;
  blocks: Block[];
  footer: string;
  /** A way out at the very end, less prominent than what the mail is for. */
  footerLink?: FooterLink;
  /** Where the outside reaches the municipality's pages; every mail ends with a link to its privacy notice there. */
  publicUrl: string;
}

export interface FooterLink {
  label: string;
  url: string;
}
