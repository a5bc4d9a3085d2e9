import * as z from 'zod';
import { type Municipality, User } from '../../domain/municipality.ts';
import { Role } from '../../domain/policies.ts';

/** Somebody who may sign in here, with what their token says of them. */
export const Person = z.strictObject({
  user: User,
  role: Role,
  /** The localities they coordinate, where that is not settled by the localities themselves. */
  localities: z.array(z.string().min(1)).max(500).optional(),
});
export type Person = z.infer<typeof Person>;

/** People to sign in as on one machine: one per role, and those whom the municipality names itself. */
export function examplePeople({ staffMailDomain, approvers }: Municipality): Person[] {
  const at = (name: string) => `${name}@${staffMailDomain}`;
  const people: Person[] = [
    ...approvers.map((user): Person => ({ user, role: 'administrator' })),
    { user: at('direccion'), role: 'administrator' },
    { user: at('coordinacion'), role: 'coordinator' },
    { user: at('coordinacion.norte'), role: 'coordinator' },
    { user: at('consulta'), role: 'viewer' },
  ];
  return people.filter(({ user }, at) => people.findIndex((other) => other.user === user) === at);
}
