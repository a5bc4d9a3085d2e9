import { factsOf, type MailOf, type Message, placeOf, type Speech } from './message.ts';

/** A locality entered a stage, or one track of it. */
export function stageOpened(mail: MailOf<'stage-opened'>, speech: Speech): Message {
  const { words, date } = speech;
  const place = placeOf(mail, speech);
  const { heading, summary, laterVisit, next, thenReview } = words.stageOpened;
  return {
    heading: heading(place),
    opening: [summary(place), ...(mail.visit > 1 ? [laterVisit] : [])],
    next: [next(mail.requiredActivities, date(mail.targetOn)), thenReview],
    facts: [...factsOf(place, words), { label: words.labels.targetOn, value: date(mail.targetOn) }],
  };
}
