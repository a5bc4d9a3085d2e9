import { factsOf, type MailOf, type Message, placeOf, quoted, type Speech } from './message.ts';

/** A gate was decided: the locality advances, returns, is put on hold or is closed. */
export function gateDecided(mail: MailOf<'gate-decided'>, speech: Speech): Message {
  const { words, name } = speech;
  const place = placeOf(mail, speech);
  const nextStage = mail.next && name(mail.next);
  const { heading, summary, follows, next } = words.gateDecided[mail.outcome];
  return {
    heading: heading(place, nextStage),
    opening: [summary(place, mail.decidedBy), follows(place, nextStage)],
    next: [next(nextStage)],
    facts: [...factsOf(place, words), { label: words.labels.decidedBy, value: mail.decidedBy }],
    more: quoted(words.labels.reason, mail.reason, words),
  };
}
