import * as z from 'zod';
import { type Caller, isCaller } from '../caller.ts';
import { bumpRevision, type Change, type Moment, notifyStaff } from '../change.ts';
import { evaluateGate } from '../criteria/evaluate.ts';
import { DecisionOutcome } from '../decision-outcome.ts';
import { Problem } from '../errors.ts';
import { freeText } from '../free-text.ts';
import {
  enterStage,
  type Gate,
  gateKey,
  type Locality,
  LocalityId,
  partOf,
  stageOf,
  withGate,
} from '../locality.ts';
import type { GateAnswer, OutboxMessage } from '../outbox-message.ts';
import { gateTransitions, localityTransitions, transition } from '../transitions.ts';
import type { Decision, Review, Visit } from '../visit.ts';
import { aboutGate } from './about-gate.ts';
import type { GateSituation } from './gate-situation.ts';

export const GateDecision = z.strictObject({
  track: z.string().max(60).optional(),
  outcome: DecisionOutcome,
  reason: freeText(2_000).min(1),
  /** With `return`: an earlier stage, or the same one, which is also what is meant when it is left out. */
  toStage: z.string().max(60).optional(),
  /** With `close`: the localities that go on in the place of this one, where it is split or joined to another. */
  continuedBy: z.array(LocalityId).min(1).max(10).optional(),
});
export type GateDecision = z.infer<typeof GateDecision>;

/** Where a decision leads: the locality after it, the visits it ends, and who of the workflow must hear. */
interface Consequence {
  locality: Locality;
  ended: Visit[];
  answered: Visit[];
  answer: GateAnswer;
  next?: string;
}

/**
 * A gate is decided. `advance` answers a review, and the criteria are judged once more. `return`, `hold` and `close`
 * need neither a review nor met criteria: what is missing is the very reason for them. Where a review waits and the
 * municipality keeps to four eyes, whoever asked for it decides neither to advance nor to return.
 */
export function decideGate(at: GateSituation, command: GateDecision, caller: Caller, moment: Moment): Change {
  const { locality, visit, programme, municipality } = at;
  if (locality.status !== 'active' && command.outcome !== 'close') throw new Problem('not-active');
  const review = answeredReview(at, command, caller);
  const { override } = command.outcome === 'advance' ? passable(at, moment) : {};
  const { answer, next, ...after } = consequence(at, command);
  const decision: Decision = {
    outcome: command.outcome,
    reason: command.reason,
    toStage: answer.toStage,
    decidedBy: caller.user,
    decidedAt: moment.now,
    review,
  };
  const visits = [visit, ...at.others].flatMap((candidate): Visit[] => {
    const own = candidate === visit;
    const ends = after.ended.includes(candidate);
    const hears = after.answered.includes(candidate) && candidate.token !== undefined;
    if (!own && !ends && !hears) return [];
    return [
      bumpRevision(candidate, {
        decisions: own ? [...candidate.decisions, decision] : candidate.decisions,
        review: own && review ? undefined : candidate.review,
        endedOn: ends ? moment.today : candidate.endedOn,
        token: hears ? undefined : candidate.token,
      }),
    ];
  });
  const { stage, track, number } = visit;
  const about = aboutGate({ locality, programme }, { stage, track, visit: number });
  const decidedBy = caller.user;
  const askedBy = [visit, ...after.answered].flatMap((ending) => ending.review?.requestedBy ?? []);
  const answers = after.answered.flatMap(({ token }): OutboxMessage[] =>
    token ? [{ kind: 'answer-gate', token, answer }] : [],
  );
  // Kept on the locality, so that one that expires is found without reading every visit.
  const overrides = override
    ? [...locality.overrides, { stage, track, visit: number, expiresOn: override.expiresOn }]
    : locality.overrides;
  const { continuedBy } = command;
  return {
    locality: bumpRevision(after.locality, { overrides, ...(continuedBy ? { continuedBy } : {}) }),
    visits,
    event: {
      actor: caller.user,
      action: 'gate-decided',
      detail: {
        stage,
        track,
        visit: number,
        outcome: command.outcome,
        reason: command.reason,
        toStage: answer.toStage,
        continuedBy: command.continuedBy,
        requestedBy: review?.requestedBy,
        override,
      },
    },
    outbox: [
      ...answers,
      ...notifyStaff(
        locality,
        municipality,
        {
          message: 'gate-decided',
          ...about,
          decidedBy,
          askedBy: askedBy.length > 0 ? [...new Set(askedBy)] : undefined,
          outcome: command.outcome,
          reason: command.reason,
          next: next ? stageOf(programme, next).name : undefined,
          // Another visit of this very gate is one of its track; another stage opens whole.
          nextGate: next ? { stage: next, track: next === stage ? track : undefined } : undefined,
        },
        // Whoever asked is told, also where they coordinate nothing here.
        { by: [decidedBy], others: askedBy },
      ),
      ...(override
        ? notifyStaff(
            locality,
            municipality,
            {
              message: 'override-used',
              ...about,
              decidedBy,
              overriddenBy: override.by,
              reason: override.reason,
              expiresOn: override.expiresOn,
              unmet: override.unmet,
            },
            { by: [decidedBy, override.by] },
          )
        : []),
      ...(after.locality.status === 'completed'
        ? notifyStaff(
            locality,
            municipality,
            {
              message: 'programme-completed',
              locality: about.locality,
              programme: programme.name,
              completedOn: moment.today,
            },
            { by: [decidedBy] },
          )
        : []),
    ],
  };
}

const gateOf = ({ locality, visit }: GateSituation): Gate => {
  const gate = locality.position?.gates.find(({ track }) => track === visit.track);
  if (!gate || gate.state === 'opening' || gate.state === 'passed') throw new Problem('already-decided');
  return gate;
};

/**
 * The review that a decision answers. `advance` needs one; `return` answers the one that waits, if any; `hold` and
 * `close` answer none.
 */
function answeredReview(at: GateSituation, { outcome }: GateDecision, caller: Caller): Review | undefined {
  if (outcome === 'hold' || outcome === 'close') return undefined;
  const { state } = gateOf(at);
  const review = state === 'in-review' ? at.visit.review : undefined;
  if (!review && outcome === 'advance') throw new Problem('not-in-review');
  if (at.municipality.fourEyes && review && isCaller(caller, review.requestedBy))
    throw new Problem('four-eyes');
  return review;
}

/** The override under which the gate may be passed, if one is needed; refuses where nothing lets it pass. */
function passable({ programme, visit, facts }: GateSituation, { today }: Moment) {
  const part = partOf(programme, visit.stage, visit.track);
  const { ready, criteria, missing } = evaluateGate(part, visit, facts);
  if (ready) return {};
  const override = visit.review?.override;
  const covered = criteria.every((one) => one.met || override?.unmet.includes(one.key));
  if (!override || !covered || override.expiresOn < today) throw new Problem('criteria-unmet', { missing });
  return { override };
}

function consequence(at: GateSituation, { outcome, toStage }: GateDecision): Consequence {
  const { locality, visit, others, programme } = at;
  const everybody = [visit, ...others];
  if (toStage && outcome !== 'return')
    throw new Problem('invalid-request', { errors: [{ path: 'toStage', message: 'return-only' }] });
  switch (outcome) {
    case 'hold': {
      const status = transition(localityTransitions.hold, locality.status);
      return { locality: { ...locality, status }, ended: [], answered: everybody, answer: { outcome } };
    }
    case 'close': {
      const status = transition(localityTransitions.close, locality.status);
      const closed = { ...locality, status, position: undefined };
      return { locality: closed, ended: everybody, answered: everybody, answer: { outcome } };
    }
    case 'return':
      return returning(at, toStage ?? visit.stage);
    case 'advance': {
      const passed = withGate(locality, visit.track, {
        state: transition(gateTransitions.advance, gateOf(at).state),
      });
      const own = { ended: [visit], answered: [visit], answer: { outcome } };
      if (passed.position?.gates.some(({ state }) => state !== 'passed')) return { locality: passed, ...own };
      const next = programme.stages[programme.stages.findIndex(({ key }) => key === visit.stage) + 1]?.key;
      if (next) return { locality: enterStage(passed, programme, next), ...own, next };
      const status = transition(localityTransitions.complete, locality.status);
      return { locality: { ...passed, status, position: undefined }, ...own };
    }
  }
}

/** Back to an earlier stage as a whole, or to a new visit of the same gate; other tracks of the stage then go on. */
function returning(at: GateSituation, toStage: string): Consequence {
  const { locality, visit, others, programme } = at;
  const order = programme.stages.map(({ key }) => key);
  const [from, to] = [order.indexOf(visit.stage), order.indexOf(toStage)];
  if (to < 0 || to > from)
    throw new Problem('invalid-request', {
      errors: [{ path: 'toStage', message: 'earlier-stage' }],
    });
  const answer: GateAnswer = { outcome: 'return', toStage };
  const state = transition(gateTransitions.return, gateOf(at).state);
  if (to < from) {
    const everybody = [visit, ...others];
    return {
      locality: enterStage(locality, programme, toStage),
      ended: everybody,
      answered: everybody,
      answer,
      next: toStage,
    };
  }
  const number = visit.number + 1;
  const again = withGate(locality, visit.track, {
    visit: number,
    state,
    openedOn: undefined,
    targetOn: undefined,
  });
  const visits = { ...locality.visits, [gateKey(visit.stage, visit.track)]: number };
  return { locality: { ...again, visits }, ended: [visit], answered: [visit], answer, next: toStage };
}
