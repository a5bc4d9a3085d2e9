import { wireAddress } from '../domain/address.ts';
import type { StakeholderMail, StakeholderMailKind, StakeholderMailOf } from '../domain/mail.ts';
import type { Stakeholder } from '../domain/stakeholder.ts';
import type { PreparedEmail } from './email-message.ts';
import { stakeholderMails } from './kinds.ts';
import type { StakeholderMailFacts, StakeholderReader } from './stakeholder-message.ts';

type ByKind = { [Kind in StakeholderMailKind]: StakeholderMailOf<Kind> };

const addressOf = <Kind extends StakeholderMailKind>(kind: Kind, mail: ByKind[Kind]) =>
  stakeholderMails[kind].to?.(mail);
const isReached = <Kind extends StakeholderMailKind>(
  kind: Kind,
  mail: ByKind[Kind],
  stakeholder: Stakeholder,
  facts: StakeholderMailFacts,
) => stakeholderMails[kind].reaches(stakeholder, mail, facts);
const emailOf = <Kind extends StakeholderMailKind>(
  kind: Kind,
  mail: ByKind[Kind],
  reader: () => Promise<StakeholderReader>,
  facts: StakeholderMailFacts,
) => stakeholderMails[kind].email(mail, reader, facts);

/** The mail to one stakeholder as things stand; `undefined` where nothing is left to say, or nobody to write to. */
export async function prepareStakeholderMail(
  mail: StakeholderMail,
  facts: StakeholderMailFacts,
): Promise<PreparedEmail | undefined> {
  const [stakeholder, contact] = [facts.stakeholder(mail.stakeholder), facts.contact(mail.stakeholder)];
  const address = addressOf(mail.kind, mail) ?? contact?.email;
  if (!stakeholder || !contact || !address || !isReached(mail.kind, mail, stakeholder, facts))
    return undefined;
  const reader = async (): Promise<StakeholderReader> => ({
    stakeholder,
    name: contact.name,
    links: {
      commitments: await facts.personalLink('commitments', stakeholder),
      unsubscribe: await facts.personalLink('unsubscribe', stakeholder),
    },
  });
  const made = await emailOf(mail.kind, mail, reader, facts);
  if (!made) return undefined;
  const { about, ...message } = made;
  return { to: wireAddress(address), email: message, about };
}
