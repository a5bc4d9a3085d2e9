import { describe, expect, it } from 'vitest';
import { decided, inReview } from '../support/decisions.ts';
import { applied, created, done, opened, outcomeOf, type Standing } from '../support/factories.ts';

/** In the second stage: both tracks open, all done, their workflow waiting. */
function acting(): Standing {
  const reviewed = inReview(done(opened(created())));
  const { locality, visits } = done(opened(applied(reviewed, decided(reviewed))));
  return { locality, visits: visits.map((visit) => ({ ...visit, token: `of ${visit.track}` })) };
}
const gates = ({ locality }: Pick<Standing, 'locality'>) =>
  locality.position?.gates.map(({ track, visit, state }) => `${track} ${visit} ${state}`);
const answered = (change: ReturnType<typeof decided>) =>
  change.outbox.flatMap((message) => (message.kind === 'answer-gate' ? [message.token] : []));
const left = { track: 'left' };
const passedLeft = () => applied(acting(), decided(inReview(acting(), left), left));

describe('a stage with tracks', () => {
  it('goes on only when each track has passed its own gate', () => {
    const change = decided(inReview(acting(), left), left);
    expect(gates(change)).toEqual(['left 1 passed', 'right 1 open']);
    expect(answered(change)).toEqual(['of left']);
    expect(change.visits.map(({ track }) => track)).toEqual(['left']);
  });

  it('opens a new visit of one track, and leaves the other under way', () => {
    const change = decided(inReview(acting(), left), { ...left, outcome: 'return' });
    expect(gates(change)).toEqual(['left 2 opening', 'right 1 open']);
    expect(answered(change)).toEqual(['of left']);
  });

  it('is left as a whole by a return to an earlier stage: the other track’s visit ends undecided', () => {
    const change = decided(inReview(acting(), left), { ...left, outcome: 'return', toStage: 'prepare' });
    expect(gates(change)).toEqual(['undefined 2 opening']);
    expect(answered(change)).toEqual(['of left', 'of right']);
    expect(change.visits).toMatchObject([
      { track: 'left', endedOn: '2026-01-12', decisions: [{ outcome: 'return' }] },
      { track: 'right', endedOn: '2026-01-12', decisions: [] },
    ]);
  });

  it('opens both tracks anew when it is entered again, also the one that was passed', () => {
    const at = inReview(passedLeft(), { track: 'right' });
    const back = done(
      opened(applied(at, decided(at, { track: 'right', outcome: 'return', toStage: 'prepare' }))),
    );
    const again = inReview(back);
    expect(gates(decided(again))).toEqual(['left 2 opening', 'right 2 opening']);
  });

  it.each(['hold', 'close'] as const)('tells the workflow of every track to %s', (outcome) => {
    expect(answered(decided(acting(), { ...left, outcome }))).toEqual(['of left', 'of right']);
  });

  it('does not decide a passed track again', () => {
    const { locality, visits } = passedLeft();
    const reopened = visits.map((visit) => ({ ...visit, endedOn: undefined }));
    expect(outcomeOf(() => decided({ locality, visits: reopened }, left))).toBe('already-decided');
  });
});
