import type { Block } from './content.ts';
import { factsOf, type MailOf, type Message, placeOf, quoted, type Translator } from './message.ts';

/** A gate was passed although criteria were unmet. */
export function overrideUsed(mail: MailOf<'override-used'>, translator: Translator): Message {
  const { messages, name, date } = translator;
  const { labels } = messages;
  const place = placeOf(mail, translator);
  const { heading, summary, people, next, reports } = messages.overrideUsed;
  // A newer programme may hold types this catalogue has no words for: then the type itself is said.
  const criteria = new Map(Object.entries(messages.criteria));
  const items = [...new Set(mail.unmet)].map((type) => criteria.get(type) ?? name(type));
  const unmet: Block[] = [
    { kind: 'title', text: labels.unmet },
    { kind: 'list', items },
  ];
  return {
    heading: heading(place),
    opening: [summary(place), people(mail.overriddenBy, mail.decidedBy)],
    next: [next(date(mail.expiresOn)), reports],
    facts: [
      ...factsOf(place, messages),
      { label: labels.overriddenBy, value: mail.overriddenBy },
      { label: labels.decidedBy, value: mail.decidedBy },
      { label: labels.expiresOn, value: date(mail.expiresOn) },
    ],
    more: [...(items.length > 0 ? unmet : []), ...quoted(labels.overrideReason, mail.reason, messages)],
  };
}
