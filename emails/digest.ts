import { isWrittenTo } from '../domain/commands/sweep.ts';
import { type Commitment, commitmentId, commitmentOf, isOpen } from '../domain/commitment.ts';
import type { Locality } from '../domain/locality.ts';
import { lateAfter } from '../domain/reminders.ts';
import { calendarOf } from '../domain/work-calendar.ts';
import { answeredBy } from './answered-by.ts';
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

/** The one mail of a day to somebody who promised something: what is overdue and what falls due. */
export const digest: StakeholderMailModule<'digest'> = {
  reaches: isWrittenTo,
  async email({ stakeholder: id, commitments: ids }, reader, { moment, municipality, publicUrl, ...facts }) {
    const open = facts.commitments(ids.map(commitmentOf)).filter(stillToTell(id));
    const promised = open.flatMap(promisedIn(facts.localities));
    if (promised.length === 0) return undefined;
    const { stakeholder, name, links } = await reader();
    const calendar = calendarOf(municipality);
    const rendered = renderDigest({
      on: moment.today,
      now: new Date(moment.now),
      name,
      language: stakeholder.language,
      promised,
      isLate: (dueOn) => lateAfter(dueOn, calendar) < moment.today,
      municipality,
      links,
      publicUrl,
    });
    return {
      ...rendered,
      unsubscribeUrl: links.unsubscribe,
      replyTo: answeredBy(
        promised.map(({ locality }) => locality),
        municipality,
      ),
      about: promised.map((one) => one.id),
    };
  },
};
