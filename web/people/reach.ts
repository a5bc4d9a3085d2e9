import type { Stakeholder } from '../api/types.ts';

/** How somebody is told of what they promised: by mail, or in person and why. */
export const reachOf = ({ erasedOn, suppressed, reachable }: Stakeholder) => {
  if (erasedOn) return 'erased';
  if (suppressed) return suppressed.reason;
  return reachable ? 'mail' : 'inPerson';
};
