import type { Caller } from '../caller.ts';
import { bumpRevision, type Change } from '../change.ts';
import type { Locality } from '../locality.ts';
import { applyPatch } from '../patch.ts';
import type { LocalityEdit } from './create-locality.ts';

/** Name, code, population, territory or coordinators of a locality are corrected; all but name and coordinators may be taken away. */
export function editLocality(locality: Locality, edit: LocalityEdit, caller: Pick<Caller, 'user'>): Change {
  const { geometry, ...fields } = edit;
  return {
    locality: bumpRevision(locality, {
      ...fields,
      code: applyPatch(fields.code, locality.code),
      population: applyPatch(fields.population, locality.population),
      detailsRevision: locality.revision + 1,
    }),
    visits: [],
    geometry,
    event: {
      actor: caller.user,
      action: 'locality-edited',
      detail: geometry === undefined ? fields : { ...fields, geometry: geometry ? true : null },
    },
    outbox: [],
  };
}
