import type { Caller } from '../caller.ts';
import { type Change, revised } from '../change.ts';
import type { Locality } from '../locality.ts';
import type { LocalityEdit } from './create-locality.ts';

/** Name, code, population, territory or coordinators of a locality are corrected. */
export function editLocality(locality: Locality, edit: LocalityEdit, caller: Caller): Change {
  const { geometry, ...fields } = edit;
  return {
    locality: revised(locality, { ...fields, detailsRevision: locality.revision + 1 }),
    visits: [],
    geometry,
    deed: {
      actor: caller.user,
      action: 'locality-edited',
      detail: { ...fields, ...(geometry ? { geometry: true } : {}) },
    },
    errands: [],
  };
}
