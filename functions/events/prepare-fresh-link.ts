import type { OutboxMessage } from '../../domain/change.ts';
import { renderFreshLink } from '../../emails/fresh-link.ts';
import type { DigestDependencies, PreparedEmail } from './prepare-digest.ts';

/**
 * The mail with a fresh link, for whoever asked for it; `undefined` when there is no address to send it to. Who asked
 * not to be written to gets it all the same, since they have asked for it; an address that came back does not.
 */
export async function prepareFreshLink(
  { stakeholder: id }: Extract<OutboxMessage, { kind: 'fresh-link' }>,
  { stakeholders, municipality, links }: Pick<DigestDependencies, 'stakeholders' | 'municipality' | 'links'>,
): Promise<PreparedEmail | undefined> {
  const [stakeholder, contact] = await Promise.all([stakeholders.find(id), stakeholders.contact(id)]);
  const reason = stakeholder?.suppressed?.reason;
  if (!stakeholder || !contact?.email || reason === 'bounce' || reason === 'complaint') return undefined;
  const urls = {
    commitments: await links.urlFor('commitments', stakeholder),
    unsubscribe: await links.urlFor('unsubscribe', stakeholder),
  };
  const { language } = stakeholder;
  const rendered = renderFreshLink({ name: contact.name, language, municipality, links: urls });
  return { to: contact.email, letter: { ...rendered, unsubscribeUrl: urls.unsubscribe } };
}
