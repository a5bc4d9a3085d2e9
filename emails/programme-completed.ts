import type { MailOf, Message, Translator } from './message.ts';

/** A locality passed the last gate of its programme. */
export function programmeCompleted(
  mail: MailOf<'programme-completed'>,
  { messages, name, date }: Translator,
): Message {
  const { labels } = messages;
  const [locality, programme, on] = [name(mail.locality.name), name(mail.programme), date(mail.completedOn)];
  const { heading, summary, thanks, next } = messages.programmeCompleted;
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
