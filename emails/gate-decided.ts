import { factsOf, type MailOf, type Message, placeOf, quoted, type Translator } from './message.ts';

/** A gate was decided: the locality advances, returns, is put on hold or is closed. */
export function gateDecided(mail: MailOf<'gate-decided'>, translator: Translator): Message {
  const { messages, name } = translator;
  const place = placeOf(mail, translator);
  const nextStage = mail.next && name(mail.next);
  const { heading, summary, follows, next } = messages.gateDecided[mail.outcome];
  return {
    heading: heading(place, nextStage),
    opening: [summary(place, mail.decidedBy), follows(place, nextStage)],
    next: [next(nextStage)],
    facts: [...factsOf(place, messages), { label: messages.labels.decidedBy, value: mail.decidedBy }],
    more: quoted(messages.labels.reason, mail.reason, messages),
  };
}
