import { factsOf, type MailOf, type Message, placeOf, quoted, type Translator } from './message.ts';

/** Somebody asked for a gate to be reviewed. */
export function reviewRequested(mail: MailOf<'review-requested'>, translator: Translator): Message {
  const { messages } = translator;
  const place = placeOf(mail, translator);
  const { heading, summary, fourEyes, twoEyes, next } = messages.reviewRequested;
  return {
    heading: heading(place),
    opening: [summary(place, mail.requestedBy), mail.fourEyes ? fourEyes : twoEyes],
    next: [next(mail.fourEyes)],
    facts: [...factsOf(place, messages), { label: messages.labels.requestedBy, value: mail.requestedBy }],
    more: quoted(messages.labels.note, mail.note, messages),
  };
}
