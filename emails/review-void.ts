import { gatePath } from './app-links.ts';
import { factsOf, placeOf, type StaffMailModule } from './staff-message.ts';

/** What a review was asked for has changed meanwhile: there is nothing to decide until it is asked for again. */
export const reviewVoid: StaffMailModule<'review-void'> = {
  path: ({ locality, gate }) => gatePath(locality.id, gate),
  message(mail, translator) {
    const { messages } = translator;
    const place = placeOf(mail, translator);
    const { heading, summary, void: isVoid, next, button } = messages.reviewVoid;
    return {
      heading: heading(place),
      opening: [summary(place, mail.changedBy), isVoid],
      next: [next],
      button,
      facts: [
        ...factsOf(place, messages),
        { label: messages.labels.requestedBy, value: mail.requestedBy },
        { label: messages.labels.changedBy, value: mail.changedBy },
      ],
    };
  },
};
