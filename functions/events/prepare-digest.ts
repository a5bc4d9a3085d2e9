import type { Moment, OutboxMessage } from '../../domain/change.ts';
import { isWrittenTo } from '../../domain/commands/sweep.ts';
import { type Commitment, commitmentId, commitmentOf, isOpen } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { renderDigest } from '../../emails/digest.ts';
import type { Promised } from '../../emails/promised.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import type { Links } from '../runtime/links.ts';
import type { EmailMessage } from './compose.ts';

export interface DigestDependencies {
  commitments: CommitmentStore;
  stakeholders: StakeholderStore;
  localities: LocalityStore;
  municipality: Municipality;
  links: Links;
}

/** A mail ready to go. */
export interface PreparedEmail {
  to: string;
  letter: EmailMessage;
  /** The commitments it tells of, by id. */
  about?: string[];
}

/** Whether somebody is still to be told of a commitment: it may have been kept, given away or escalated meanwhile. */
const stillToTell = (stakeholder: string) => (one: Commitment) =>
  isOpen(one) && one.responsible === stakeholder && one.remindOn !== undefined;

const promisedIn =
  (places: Map<string, Locality>) =>
  (one: Commitment): Promised[] => {
    const locality = places.get(one.locality);
    if (locality?.status !== 'active' || !one.dueOn) return [];
    const { action, dueOn, writes } = one;
    return [{ id: commitmentId(one), locality, action, dueOn, version: writes }];
  };

/**
 * The mail of a digest, made from how things stand now; `undefined` when nothing is left to tell, or nobody to write to.
 */
export async function prepareDigest(
  { stakeholder: id, commitments: ids }: Extract<OutboxMessage, { kind: 'digest' }>,
  { now, today }: Moment,
  { commitments, stakeholders, localities, municipality, links }: DigestDependencies,
): Promise<PreparedEmail | undefined> {
  const [stakeholder, contact] = await Promise.all([stakeholders.find(id), stakeholders.contact(id)]);
  if (!isWrittenTo(stakeholder) || !contact?.email) return undefined;
  const open = (await commitments.many(ids.map(commitmentOf))).filter(stillToTell(id));
  const found = await Promise.all([...new Set(open.map(({ locality }) => locality))].map(localities.find));
  const places = new Map(found.flatMap((locality) => (locality ? [[locality.id, locality]] : [])));
  const promised = open.flatMap(promisedIn(places));
  if (promised.length === 0) return undefined;
  const urls = {
    commitments: await links.urlFor('commitments', stakeholder),
    unsubscribe: await links.urlFor('unsubscribe', stakeholder),
  };
  const rendered = renderDigest({
    on: today,
    now: new Date(now),
    name: contact.name,
    language: stakeholder.language,
    promised,
    municipality,
    links: urls,
  });
  return {
    to: contact.email,
    letter: { ...rendered, unsubscribeUrl: urls.unsubscribe },
    about: promised.map((one) => one.id),
  };
}
