import { render } from './layout.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';
import { translatorFor } from './translator.ts';

/**
 * A new link to a person's commitments, which also says what to do who did not ask for it. Whoever holds an old link can ask,
 * and need not be that person: so nobody is written to who asked not to be, nor an address that came back.
 */
export const freshLink: StakeholderMailModule<'fresh-link'> = {
  reaches: ({ suppressed }) => !suppressed,
  async email(_mail, reader, { municipality, publicUrl }) {
    const { stakeholder, name: who, links } = await reader();
    const { language } = stakeholder;
    const { messages, name } = translatorFor(language, 200);
    const { freshLink, digest } = messages;
    const rendered = render({
      language,
      subject: freshLink.heading,
      sender: messages.sender(municipality.name),
      preview: freshLink.opening,
      heading: freshLink.heading,
      blocks: [
        { kind: 'paragraph', text: digest.greeting(name(who)) },
        { kind: 'paragraph', text: freshLink.opening },
        { kind: 'link', label: freshLink.button, url: links.commitments },
        { kind: 'paragraph', text: freshLink.personal },
      ],
      footer: digest.why(municipality.name),
      footerLink: { label: digest.unsubscribe, url: links.unsubscribe },
      publicUrl,
    });
    return { ...rendered, unsubscribeUrl: links.unsubscribe };
  },
};
