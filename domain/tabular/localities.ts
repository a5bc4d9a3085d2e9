import { NewLocality } from '../commands/create-locality.ts';
import { folded } from '../folded.ts';
import { numberIn, partsOf } from './columns.ts';
import type { Finder } from './finder.ts';
import type { Kind } from './kind.ts';

/** Localities as a table, or as features of a map: one row each. */
export const localityTable: Kind<
  NewLocality,
  { programme: Finder; otherwise?: string; users: (names: readonly string[]) => string[] }
> = {
  columns: [
    { name: 'id' },
    { name: 'name', also: ['nombre', 'localidad', 'colonia', 'nomgeo', 'nom_loc'], required: true },
    // May be said once for the whole file, in the address of the request.
    { name: 'programme', also: ['programa', 'program'] },
    { name: 'code', also: ['clave', 'código', 'cvegeo', 'cve_loc'] },
    { name: 'population', also: ['población', 'habitantes', 'pobtot'] },
    { name: 'coordinators', also: ['coordinadores', 'coordinador', 'coordinator', 'coordinación'] },
    { name: 'status', also: ['estado', 'estatus'], readOnly: true },
    { name: 'stage', also: ['etapa'], readOnly: true },
  ],
  schema: NewLocality,
  read({ name, code, population, coordinators, programme }, known) {
    const asked = programme ?? known.otherwise;
    const found = asked === undefined ? undefined : known.programme(asked);
    const named = known.users(partsOf(coordinators));
    const value = {
      name,
      code,
      programme: found?.id ?? asked,
      population: numberIn(population),
      ...(named.length > 0 ? { coordinators: named } : {}),
    };
    return { value, refused: found?.refused ? [{ column: 'programme', message: found.refused }] : [] };
  },
  columnOf: (path) => path.split('.')[0] ?? path,
  write: ({ name, programme, code, population, coordinators = [] }) => ({
    name,
    programme,
    code,
    population: population?.toString(),
    coordinators: [...coordinators].sort().join(' | '),
  }),
  identity: ({ name, programme, code = '' }) => [programme, code, name].map(folded).join('\n'),
};
