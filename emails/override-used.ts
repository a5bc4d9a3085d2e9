import { sayUnmet } from '../words/criteria.ts';
import { gatePath } from './app-links.ts';
import type { Block } from './content.ts';
import { factsOf, placeOf, quoted, type StaffMailModule } from './staff-message.ts';

/** A gate was passed although criteria were unmet. */
export const overrideUsed: StaffMailModule<'override-used'> = {
  path: ({ locality, gate }) => gatePath(locality.id, gate),
  message(mail, translator) {
    const { messages, date } = translator;
    const { labels } = messages;
    const place = placeOf(mail, translator);
    const { heading, summary, people, next, reports, button } = messages.overrideUsed;
    const items = sayUnmet(translator.criteria, mail.unmet, 'toDo');
    const unmet: Block[] = [
      { kind: 'title', text: labels.unmet },
      { kind: 'list', items },
    ];
    return {
      heading: heading(place),
      opening: [summary(place), people(mail.overriddenBy, mail.decidedBy)],
      next: [next(date(mail.expiresOn)), reports],
      button,
      facts: [
        ...factsOf(place, messages),
        { label: labels.overriddenBy, value: mail.overriddenBy },
        { label: labels.decidedBy, value: mail.decidedBy },
        { label: labels.expiresOn, value: date(mail.expiresOn) },
      ],
      more: [...(items.length > 0 ? unmet : []), ...quoted(labels.overrideReason, mail.reason, messages)],
    };
  },
};
