import { wireAddress } from '../domain/address.ts';
import { isWrittenTo } from '../domain/commands/sweep.ts';
import { type Commitment, commitmentId, commitmentOf, isOpen } from '../domain/commitment.ts';
import type { Locality } from '../domain/locality.ts';
import type { Municipality } from '../domain/municipality.ts';
import { usersIn } from '../domain/user.ts';
import { renderDigest } from './digest-content.ts';
import type { Promised } from './promised.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';

/** Whether somebody is still to be told of a commitment: it may have been kept, given away or escalated meanwhile. */
const stillToTell = (stakeholder: string) => (one: Commitment) =>
  isOpen(one) && one.responsible === stakeholder && one.remindOn !== undefined;

const promisedIn =
  (places: ReadonlyMap<string, Locality>) =>
  (one: Commitment): (Promised & { locality: Locality })[] => {
    const locality = places.get(one.locality);
    if (locality?.status !== 'active' || !one.dueOn) return [];
    const { action, dueOn, writes } = one;
    return [{ id: commitmentId(one), locality, action, dueOn, version: writes }];
  };

/** Who reads answers: whom the settings name, or else the coordinators of the localities that the mail tells of. */
function answeredBy(
  promised: readonly { locality: Pick<Locality, 'coordinators'> }[],
  municipality: Municipality,
): string[] | undefined {
  const { replyTo } = municipality.mail;
  const coordinators = promised.flatMap(({ locality }) => locality.coordinators);
  const addresses = replyTo ? [replyTo] : usersIn(municipality, [...new Set(coordinators)]);
  return addresses.length > 0 ? addresses.map(wireAddress) : undefined;
}

/** The one mail of a day to somebody who promised something: what is overdue and what falls due. */
export const digest: StakeholderMailModule<'digest'> = {
  reaches: isWrittenTo,
  async email({ stakeholder: id, commitments: ids }, reader, { moment, municipality, publicUrl, ...facts }) {
    const open = facts.commitments(ids.map(commitmentOf)).filter(stillToTell(id));
    const promised = open.flatMap(promisedIn(facts.localities));
    if (promised.length === 0) return undefined;
    const { stakeholder, name, links } = await reader();
    const rendered = renderDigest({
      on: moment.today,
      now: new Date(moment.now),
      name,
      language: stakeholder.language,
      promised,
      municipality,
      links,
      publicUrl,
    });
    return {
      ...rendered,
      unsubscribeUrl: links.unsubscribe,
      replyTo: answeredBy(promised, municipality),
      about: promised.map((one) => one.id),
    };
  },
};
