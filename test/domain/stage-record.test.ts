import { expect, it } from 'vitest';
import { decideGate } from '../../domain/commands/decide-gate.ts';
import { requestReview } from '../../domain/commands/request-review.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import { stageRecords } from '../../domain/stage-record.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import {
  administrator,
  applied,
  caller,
  created,
  done,
  moment,
  opened,
  type Standing,
  twoStages,
} from '../support/factories.ts';

const municipality = { approvers: [], staffMailDomain: 'juarez.example', fourEyes: true };

/** The first open visit of a standing is decided on a day. */
function decided(standing: Standing, outcome: 'advance' | 'return' | 'close', on: string): Standing {
  const ready = done(standing);
  const visit = ready.visits.find(({ endedOn }) => endedOn === undefined);
  if (!visit) throw new Error('no visit is open');
  const at = moment(on);
  const { locality } = ready;
  const settled = { facts: noFacts, programme: twoStages, municipality };
  const asked = applied(ready, requestReview({ ...settled, locality, visit, others: [] }, {}, caller(), at));
  const [own, ...others] = asked.visits
    .filter(({ endedOn }) => endedOn === undefined)
    .sort((one) => (one.track === visit.track ? -1 : 1));
  if (!own) throw new Error('no visit is open');
  const inReview = { ...settled, locality: asked.locality, visit: own, others };
  return applied(asked, decideGate(inReview, { outcome, reason: 'Listo' }, administrator(), at));
}

const told = ({ locality, visits }: Standing, today = '2026-03-02') =>
  stageRecords(twoStages, locality, visits, today, officialCalendar).map(
    ({ stage, state, openedOn, endedOn, plan, visits }) => [
      stage.key,
      state,
      openedOn,
      endedOn,
      plan !== undefined,
      visits.length,
    ],
  );

it('a stage is behind, current or ahead, with the days on which it was entered and left', () => {
  const begun = opened(created());
  expect(told(begun)).toEqual([
    ['prepare', 'current', '2026-01-12', undefined, true, 1],
    ['act', 'ahead', undefined, undefined, true, 0],
  ]);
  const second = opened(decided(begun, 'advance', '2026-01-20'), twoStages, moment('2026-01-21'));
  expect(told(second)).toEqual([
    ['prepare', 'behind', '2026-01-12', '2026-01-20', false, 1],
    ['act', 'current', '2026-01-21', undefined, true, 2],
  ]);
});

it('a stage that was returned to counts from its first visit', () => {
  const again = opened(decided(opened(created()), 'return', '2026-01-20'), twoStages, moment('2026-01-21'));
  expect(told(again)[0]).toEqual(['prepare', 'current', '2026-01-12', undefined, true, 2]);
});

it('a closed locality has left the stage it stood in, and reaches no other', () => {
  expect(told(decided(opened(created()), 'close', '2026-01-20'))).toEqual([
    ['prepare', 'behind', '2026-01-12', '2026-01-20', false, 1],
    ['act', 'ahead', undefined, undefined, false, 0],
  ]);
});
