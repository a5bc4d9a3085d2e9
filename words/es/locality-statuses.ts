import type { LocalityStatus } from '../../domain/locality.ts';

/** How a locality stands, on paper and on the public page. */
export const localityStatuses: Record<LocalityStatus, string> = {
  active: 'En curso',
  'on-hold': 'En pausa',
  completed: 'Programa concluido',
  closed: 'Cerrada',
};
