import type { Contact } from '../../domain/personal-text.ts';

export const contactQuestions: Record<Contact, string> = {
  'names-telephone':
    'holds a telephone number. Is it of an office? If it is of a person, take it out: many read this, and it stays in the history.',
  'names-email':
    'holds an e-mail address. Is it of an office? If it is of a person, take it out: many read this, and it stays in the history.',
};
