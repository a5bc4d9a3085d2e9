import { Problem } from '../../domain/errors.ts';
import { type User, userIn, usersIn } from '../../domain/user.ts';
import { staffRegister } from '../../store/staff-register.ts';
import type { ApiDependencies } from './dependencies.ts';

type Office = Pick<ApiDependencies, 'table' | 'municipality'>;

/** Somebody a body names, at which path. */
interface Named {
  path: string;
  name: string;
}

/** @throws Problem `invalid-request` by path for each who is no known member of staff; `standing` may stay */
export async function refuseStrangers(
  { table, municipality }: Office,
  named: readonly Named[],
  standing: readonly string[] = [],
): Promise<void> {
  const isStaff = await staffRegister(table).knows(municipality);
  const stand = new Set(usersIn(municipality, standing));
  const errors = named.flatMap(({ path, name }) => {
    const user = userIn(municipality, name);
    return stand.has(user) || isStaff(user) ? [] : [{ path, message: 'unknown-staff', about: [user] }];
  });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/**
 * The coordinators that a body names, each once, by the one form of their names.
 * @throws Problem `invalid-request` for those who are no known members of staff, but for those who are `standing` there
 */
export async function knownCoordinators(
  office: Office,
  named: readonly string[],
  standing: readonly string[] = [],
): Promise<User[]> {
  await refuseStrangers(
    office,
    named.map((name, at) => ({ path: `coordinators.${at}`, name })),
    standing,
  );
  return usersIn(office.municipality, named);
}
