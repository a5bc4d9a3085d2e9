import { gatePath } from './app-links.ts';
import { factsOf, placeOf, type StaffMailModule } from './staff-message.ts';

/** A locality entered a stage, or one track of it. */
export const stageOpened: StaffMailModule<'stage-opened'> = {
  path: ({ locality, gate }) => gatePath(locality.id, gate),
  message(mail, translator) {
    const { messages, date } = translator;
    const place = placeOf(mail, translator);
    const { heading, summary, laterVisit, next, thenReview, button } = messages.stageOpened;
    return {
      heading: heading(place),
      opening: [summary(place), ...(mail.visit > 1 ? [laterVisit] : [])],
      next: [next(mail.requiredActivities, date(mail.targetOn)), thenReview],
      button,
      facts: [...factsOf(place, messages), { label: messages.labels.targetOn, value: date(mail.targetOn) }],
    };
  },
};
