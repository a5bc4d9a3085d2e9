import * as z from 'zod';
import type { Municipality } from '../../domain/municipality.ts';
import { Role } from '../../domain/policies.ts';
import { User } from '../../domain/user.ts';

/** Somebody who may sign in here, with what their token says of them. */
export const Person = z.strictObject({
  user: User,
  role: Role,
  /** The localities they coordinate, where that is not settled by the localities themselves. */
  localities: z.array(z.string().min(1)).max(500).optional(),
});
export type Person = z.infer<typeof Person>;

/** As many coordinators as a page shows at a glance; anybody else's name can be typed. */
const mostOffered = 12;

/** Coordinators by the localities they have, most first, then by name: the first of them surely sees something. */
function byLocalities(localities: Iterable<{ coordinators: readonly string[] }>): string[] {
  const counts = new Map<string, number>();
  for (const { coordinators } of localities)
    for (const user of coordinators) counts.set(user, (counts.get(user) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .map(([user]) => user)
    .slice(0, mostOffered);
}

/**
 * People to sign in as on one machine: those whom the municipality names, the coordinators of the localities that there
 * are, and somebody of each role. As long as nobody coordinates anything, two coordinators are made up.
 */
export function peopleOf(
  { staffMailDomain, approvers, administrators }: Municipality,
  localities: Iterable<{ coordinators: readonly string[] }>,
): Person[] {
  const at = (name: string) => `${name}@${staffMailDomain}`;
  const known = byLocalities(localities);
  const coordinators = known.length > 0 ? known : [at('coordinacion'), at('coordinacion.norte')];
  const people: Person[] = [
    ...[...approvers, ...administrators].map((user): Person => ({ user, role: 'administrator' })),
    { user: at('direccion'), role: 'administrator' },
    ...coordinators.map((user): Person => ({ user, role: 'coordinator' })),
    { user: at('consulta'), role: 'viewer' },
  ];
  return people.filter(({ user, role }, place) => {
    const first = people.findIndex((other) => other.user === user && other.role === role);
    return first === place;
  });
}
