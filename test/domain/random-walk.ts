import fc from 'fast-check';
import { bumpRevision, type Change } from '../../domain/change.ts';
import { decideGate } from '../../domain/commands/decide-gate.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import type { GateSituation } from '../../domain/commands/gate-situation.ts';
import { handOver, resume } from '../../domain/commands/generations.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { recordActivity } from '../../domain/commands/record-activity.ts';
import { mailEvent } from '../../domain/commands/record-mail.ts';
import { requestReview } from '../../domain/commands/request-review.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import { DaysOff } from '../../domain/days-off.ts';
import { Problem } from '../../domain/errors.ts';
import { partOf } from '../../domain/locality.ts';
import type { Programme } from '../../domain/programme.ts';
import type { Visit } from '../../domain/visit.ts';
import { administrator, allDone, caller, moment, record, type Standing } from '../support/factories.ts';

const settings = {
  calendar: DaysOff.parse({}),
  approvers: ['direccion@juarez.example'],
  staffMailDomain: 'juarez.example',
  fourEyes: true,
};
const track = fc.nat(1);
const who = fc.constantFrom(caller(), caller({ user: 'luis@juarez.example' }), administrator());

/** What may happen next; a track is meant by its place among the gates of the current stage. */
export const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('open' as const), track }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('complete' as const), track }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), track }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('review' as const), track, who, override: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      track,
      who,
      outcome: fc.constantFrom('advance', 'advance', 'advance', 'return', 'return', 'hold', 'close'),
      toStage: fc.constantFrom(undefined, undefined, 'prepare', 'act'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resume' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('hand-over' as const), from: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mail' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The change a step makes; nothing where the rules refuse it, or there is nothing it could be about. */
export function taken(next: Step, at: Standing, programme: Programme): Change | undefined {
  try {
    return command(next, at, programme);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function command(next: Step, { locality, visits }: Standing, programme: Programme): Change | undefined {
  switch (next.kind) {
    case 'resume':
      return resume(locality, next.who, moment());
    case 'hand-over':
      return handOver(locality, next.from, 'renewed', moment());
    case 'edit':
      return editLocality(locality, { population: locality.revision }, caller());
    case 'mail':
      return {
        locality: bumpRevision(locality, {}),
        visits: [],
        event: mailEvent({ outbox: 'x', message: 'stage-opened', to: 'ana', attempts: 1 }),
        outbox: [],
      };
  }
  const { position } = locality;
  const gate = position?.gates[next.track];
  if (!position || !gate) return undefined;
  const at = { stage: position.stage, track: gate.track };
  if (next.kind === 'open') return openVisit({ locality, programme, municipality: settings }, at, moment());
  const open = visits.filter((visit) => visit.endedOn === undefined);
  const visit = open.find((one) => one.track === gate.track);
  if (!visit) return undefined;
  const others = open.filter((other) => other !== visit).map(waiting);
  const situation = (seen: Visit): GateSituation => ({
    locality,
    visit: seen,
    others,
    facts: noFacts,
    programme,
    municipality: settings,
  });
  switch (next.kind) {
    case 'complete':
    case 'reopen': {
      const keys = partOf(programme, visit.stage, visit.track).activities.map((activity) => activity.key);
      const isOpen = (one: string) => (visit.activities[one]?.status ?? 'open') === 'open';
      const key = keys.find((one) => isOpen(one)) ?? keys[0] ?? '';
      const entry = next.kind === 'complete' ? allDone[key] : record({ status: 'open', evidence: [] });
      return (
        entry &&
        recordActivity(
          { locality, visit, activity: key, programme, municipality: settings },
          entry,
          caller(),
          moment(),
        )
      );
    }
    case 'review': {
      const override = next.override ? { reason: 'Lluvia', expiresOn: '2026-02-01' } : undefined;
      return requestReview(situation(visit), { override }, next.who, moment());
    }
    case 'decide': {
      const { outcome, toStage } = next;
      return decideGate(situation(waiting(visit)), { outcome, toStage, reason: 'Así' }, next.who, moment());
    }
  }
}

const waiting = (visit: Visit): Visit => ({
  ...visit,
  token: `${visit.stage} ${visit.track} ${visit.number}`,
});
