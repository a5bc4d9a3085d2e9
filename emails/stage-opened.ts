import { factsOf, type MailOf, type Message, placeOf, type Translator } from './message.ts';

/** A locality entered a stage, or one track of it. */
export function stageOpened(mail: MailOf<'stage-opened'>, translator: Translator): Message {
  const { messages, date } = translator;
  const place = placeOf(mail, translator);
  const { heading, summary, laterVisit, next, thenReview } = messages.stageOpened;
  return {
    heading: heading(place),
    opening: [summary(place), ...(mail.visit > 1 ? [laterVisit] : [])],
    next: [next(mail.requiredActivities, date(mail.targetOn)), thenReview],
    facts: [...factsOf(place, messages), { label: messages.labels.targetOn, value: date(mail.targetOn) }],
  };
}
