import type { LocalityStatus } from '../../domain/locality.ts';

/** How a locality stands, on paper and on the public page. */
export const localityStatuses: Record<LocalityStatus, string> = {
  active: 'Under way',
  'on-hold': 'On hold',
  completed: 'Programme completed',
  closed: 'Closed',
};
