import { factsOf, type MailOf, type Message, placeOf, quoted, type Speech } from './message.ts';

/** Somebody asked for a gate to be reviewed. */
export function reviewRequested(mail: MailOf<'review-requested'>, speech: Speech): Message {
  const { words } = speech;
  const place = placeOf(mail, speech);
  const { heading, summary, fourEyes, twoEyes, next } = words.reviewRequested;
  return {
    heading: heading(place),
    opening: [summary(place, mail.requestedBy), mail.fourEyes ? fourEyes : twoEyes],
    next: [next(mail.fourEyes)],
    facts: [...factsOf(place, words), { label: words.labels.requestedBy, value: mail.requestedBy }],
    more: quoted(words.labels.note, mail.note, words),
  };
}
