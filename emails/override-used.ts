import { gatePath } from './app-links.ts';
import type { Block } from './layout.ts';
import { factsOf, placeOf, quoted, type StaffMailModule } from './staff-message.ts';
import type { Translator } from './translator.ts';

/** What is left to do for each type of criterion, once. */
function criteriaLeft(types: string[], { messages, name }: Translator): string[] {
  // A newer programme may hold types this catalogue has no words for: then the type itself is said.
  const criteria = new Map(Object.entries(messages.criteria));
  return [...new Set(types)].map((type) => criteria.get(type) ?? name(type));
}

/** A gate was passed although criteria were unmet. */
export const overrideUsed: StaffMailModule<'override-used'> = {
  path: ({ locality, gate }) => gatePath(locality.id, gate),
  message(mail, translator) {
    const { messages, date } = translator;
    const { labels } = messages;
    const place = placeOf(mail, translator);
    const { heading, summary, people, next, reports, button } = messages.overrideUsed;
    const items = criteriaLeft(mail.unmet, translator);
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
