import { gatePath } from './app-links.ts';
import { factsOf, placeOf, quoted, type StaffMailModule } from './staff-message.ts';

/** Somebody asked for a gate to be reviewed. */
export const reviewRequested: StaffMailModule<'review-requested'> = {
  path: ({ locality, gate }) => gatePath(locality.id, gate),
  message(mail, translator) {
    const { messages } = translator;
    const place = placeOf(mail, translator);
    const { heading, summary, fourEyes, twoEyes, next, button } = messages.reviewRequested;
    return {
      heading: heading(place),
      opening: [summary(place, mail.requestedBy), mail.fourEyes ? fourEyes : twoEyes],
      next: [next(mail.fourEyes)],
      button,
      facts: [...factsOf(place, messages), { label: messages.labels.requestedBy, value: mail.requestedBy }],
      more: quoted(messages.labels.note, mail.note, messages),
    };
  },
};
