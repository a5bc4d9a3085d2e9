import { describe, expect, it } from 'vitest';
import { mayIn, maySee, permitted } from '../../domain/caller.ts';
import { policies } from '../../domain/policies.ts';
import { administrator, caller, outcomeOf } from '../support/factories.ts';

const { read, edit } = policies.locality;
const anapra = { id: 'anapra', coordinators: ['ana@juarez.example'] };
const luis = caller({ user: 'luis@juarez.example' });
const viewer = caller({ user: 'vera@juarez.example', roles: ['viewer'] });

describe('who may see and change a locality', () => {
  it.each([
    ['an administrator', administrator(), true, true],
    ['its coordinator', caller(), true, true],
    ['a coordinator of another', luis, false, false],
    ['a coordinator whose token opens it', { ...luis, localities: ['anapra'] }, true, true],
    ['a viewer', viewer, true, false],
    ['a viewer whose token opens it', { ...viewer, localities: ['anapra'] }, true, false],
    ['a viewer whose token opens others only', { ...viewer, localities: ['riberas'] }, false, false],
    ['somebody it names who is a coordinator no more', { ...caller(), roles: [] }, false, false],
    ['somebody it names who is a viewer now', caller({ roles: ['viewer'] }), true, false],
    [
      'a viewer who coordinates another',
      { ...luis, roles: ['coordinator' as const, 'viewer' as const] },
      true,
      false,
    ],
  ])('%s', (_, who, sees, changes) => {
    expect([maySee(who, anapra), mayIn(edit, who, anapra)]).toEqual([sees, changes]);
  });

  it('is told nothing of a locality that is not theirs to see, and no more than that of one they may look at', () => {
    expect(outcomeOf(() => permitted(read, luis, anapra))).toBe('not-found');
    expect(outcomeOf(() => permitted(edit, luis, anapra))).toBe('not-found');
    expect(outcomeOf(() => permitted(edit, viewer, anapra))).toBe('forbidden');
    expect(permitted(edit, caller(), anapra)).toBe(anapra);
  });
});
