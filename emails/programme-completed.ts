import type { MailOf, Message, Speech } from './message.ts';

/** A locality passed the last gate of its programme. */
export function programmeCompleted(
  mail: MailOf<'programme-completed'>,
  { words, name, date }: Speech,
): Message {
  const { labels } = words;
  const [locality, programme, on] = [name(mail.locality.name), name(mail.programme), date(mail.completedOn)];
  const { heading, summary, thanks, next } = words.programmeCompleted;
  return {
    heading: heading(programme),
    opening: [summary(locality, programme, on), thanks],
    next: [next],
    facts: [
      { label: labels.locality, value: locality },
      { label: labels.programme, value: programme },
      { label: labels.completedOn, value: on },
    ],
  };
}
