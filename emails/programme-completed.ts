import { localityPath } from './app-links.ts';
import type { StaffMailModule } from './staff-message.ts';

/** A locality passed the last gate of its programme. */
export const programmeCompleted: StaffMailModule<'programme-completed'> = {
  path: ({ locality }) => localityPath(locality.id),
  message(mail, { messages, name, date }) {
    const { labels } = messages;
    const [locality, programme, on] = [
      name(mail.locality.name),
      name(mail.programme),
      date(mail.completedOn),
    ];
    const { heading, summary, thanks, next, button } = messages.programmeCompleted;
    return {
      heading: heading(programme),
      opening: [summary(locality, programme, on), thanks],
      next: [next],
      button,
      facts: [
        { label: labels.locality, value: locality },
        { label: labels.programme, value: programme },
        { label: labels.completedOn, value: on },
      ],
    };
  },
};
