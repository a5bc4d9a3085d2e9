import { suppressionOf } from '../domain/address.ts';
import { answeredBy } from './answered-by.ts';
import { render } from './layout.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';
import { translatorFor } from './translator.ts';

/**
 * To the address that somebody had: whoever reads it may not be who asked for another, or may not have been asked. It
 * names no other address and has no link, since those of that address are dead.
 */
export const addressChanged: StakeholderMailModule<'address-changed'> = {
  to: ({ formerly }) => formerly,
  reaches: (stakeholder, { addressKey }, { address }) =>
    !stakeholder.erasedOn && (addressKey === undefined || suppressionOf(address(addressKey)) === undefined),
  async email({ localities: ids }, reader, { municipality, localities, publicUrl }) {
    const { stakeholder, name: who } = await reader();
    const { language } = stakeholder;
    const { messages, name } = translatorFor(language, 200);
    const { addressChanged, digest } = messages;
    const rendered = render({
      language,
      subject: addressChanged.heading,
      sender: messages.sender(municipality.name),
      preview: addressChanged.opening(municipality.name),
      heading: addressChanged.heading,
      blocks: [
        { kind: 'paragraph', text: digest.greeting(name(who)) },
        { kind: 'paragraph', text: addressChanged.opening(municipality.name) },
        { kind: 'paragraph', text: addressChanged.next },
      ],
      footer: addressChanged.why(municipality.name),
      publicUrl,
    });
    const theirs = ids.flatMap((id) => localities.get(id) ?? []);
    return { ...rendered, replyTo: answeredBy(theirs, municipality) };
  },
};
