import { wireAddress } from '../domain/address.ts';
import type { Locality } from '../domain/locality.ts';
import type { Municipality } from '../domain/municipality.ts';
import { usersIn } from '../domain/user.ts';

/**
 * Who reads what is answered to a mail to a stakeholder, as addresses on the wire: whom the settings name, or else the
 * coordinators of the localities that it is about; `undefined` where there are none.
 */
export function answeredBy(
  localities: readonly Pick<Locality, 'coordinators'>[],
  municipality: Pick<Municipality, 'mail' | 'staffMailDomain'>,
): string[] | undefined {
  const { replyTo } = municipality.mail;
  const coordinators = localities.flatMap((locality) => locality.coordinators);
  const addresses = replyTo ? [replyTo] : usersIn(municipality, [...new Set(coordinators)]);
  return addresses.length > 0 ? addresses.map(wireAddress) : undefined;
}
