import { describe, expect, it } from 'vitest';
import { mayIn } from '../../domain/caller.ts';
import {
  may,
  mayEverywhere,
  type Policy,
  policies,
  type Reach,
  Role,
  rolesOf,
} from '../../domain/policies.ts';
import { routes } from '../../functions/api/routes.ts';
import { caller } from '../support/factories.ts';

const rows = Object.entries(policies).flatMap(([entity, actions]) =>
  Object.entries(actions).map(([action, policy]: [string, Policy]) => ({
    name: `${entity}.${action}`,
    policy,
  })),
);

describe('the table of policies', () => {
  it.each(rows)('says of $name what each role may do, and lets an administrator do it', ({ policy }) => {
    expect(Object.keys(policy)).toEqual(Role.options);
    expect(policy.administrator).toBe('all');
  });

  it.each(rows)('refuses $name to whoever has no role, whatever their token opens to them', ({ policy }) => {
    const nobody = caller({ roles: [], localities: ['anapra'] });
    expect(may(policy, nobody)).toBe(false);
    expect(mayEverywhere(policy, nobody)).toBe(false);
    expect(mayIn(policy, nobody, { id: 'anapra', coordinators: [nobody.user] })).toBe(false);
  });

  it('holds the policy of every route', () => {
    const known = new Set(rows.map(({ policy }) => policy));
    expect(routes.filter(({ policy }) => !known.has(policy))).toEqual([]);
  });
});

describe('how far a role reaches', () => {
  const reaching = (viewer: Reach): Policy => ({ ...policies.audit.read, administrator: 'none', viewer });
  const viewer = caller({ roles: ['viewer'] });
  const named = { id: 'anapra', coordinators: [viewer.user] };
  const opened = { ...viewer, localities: ['anapra'] };
  const elsewhere = { id: 'riberas', coordinators: [] };

  it.each([
    // reach, in a locality that names them, by a token that opens it, elsewhere, elsewhere with that token
    ['all' as const, [true, true, true, true]],
    ['own' as const, [true, true, false, false]],
    ['assigned' as const, [true, true, true, false]],
    ['none' as const, [false, false, false, false]],
  ])('%s', (reach, expected) => {
    const policy = reaching(reach);
    expect([
      mayIn(policy, viewer, named),
      mayIn(policy, opened, { ...named, coordinators: [] }),
      mayIn(policy, viewer, elsewhere),
      mayIn(policy, opened, elsewhere),
    ]).toEqual(expected);
    expect(may(policy, viewer)).toBe(reach !== 'none');
    expect(rolesOf(policy)).toEqual(reach === 'none' ? [] : ['viewer']);
  });

  it('is the farthest of the roles somebody has', () => {
    const both = caller({ user: 'luis@juarez.example', roles: ['coordinator', 'viewer'] });
    expect(mayIn(policies.locality.read, both, elsewhere)).toBe(true);
    expect(mayIn(policies.locality.edit, both, elsewhere)).toBe(false);
    expect(mayEverywhere(policies.locality.edit, both)).toBe(false);
  });
});
