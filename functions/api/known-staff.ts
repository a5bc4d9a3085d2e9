import { Problem } from '../../domain/errors.ts';
import { type User, userIn, usersIn } from '../../domain/user.ts';
import { staffRegister } from '../../store/staff-register.ts';
import type { ApiDependencies } from './dependencies.ts';

/**
 * The coordinators that a body names, each once, by the one form of their names. Refused by field is each who is no known
 * member of staff; `standing` are those who stand there already, and may stay.
 */
export async function knownCoordinators(
  { table, municipality }: Pick<ApiDependencies, 'table' | 'municipality'>,
  named: readonly string[],
  standing: readonly string[] = [],
): Promise<User[]> {
  const isStaff = await staffRegister(table).knows(municipality);
  const stand = new Set(usersIn(municipality, standing));
  const errors = named.flatMap((name, at) => {
    const user = userIn(municipality, name);
    if (stand.has(user) || isStaff(user)) return [];
    return [{ path: `coordinators.${at}`, message: 'unknown-staff', about: [user] }];
  });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  return usersIn(municipality, named);
}
