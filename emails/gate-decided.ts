import { gatePath } from './app-links.ts';
import { factsOf, placeOf, quoted, type StaffMailModule } from './staff-message.ts';

/** A gate was decided: the locality advances, returns, is put on hold or is closed. */
export const gateDecided: StaffMailModule<'gate-decided'> = {
  // To where the work goes on; where it does not, to the decision.
  path: ({ locality, gate, nextGate }) => gatePath(locality.id, nextGate ?? gate),
  message(mail, translator) {
    const { messages, name } = translator;
    const place = placeOf(mail, translator);
    const nextStage = mail.next && name(mail.next);
    const { button, outcomes } = messages.gateDecided;
    const { heading, summary, follows, next } = outcomes[mail.outcome];
    return {
      heading: heading(place, nextStage),
      opening: [summary(place, mail.decidedBy), follows(place, nextStage)],
      next: [next(nextStage)],
      button: button(nextStage),
      facts: [...factsOf(place, messages), { label: messages.labels.decidedBy, value: mail.decidedBy }],
      more: quoted(messages.labels.reason, mail.reason, messages),
    };
  },
};
