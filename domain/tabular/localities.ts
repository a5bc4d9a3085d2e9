import { LocalityEdit, NewLocality } from '../commands/create-locality.ts';
import { applyPatch } from '../patch.ts';
import { partsOf } from './columns.ts';
import type { Finder } from './finder.ts';
import { codeIn } from './inegi-code.ts';
import type { ColumnReason, Kind } from './kind.ts';
import { quantityIn } from './money.ts';
import { nameKey } from './name-key.ts';

/** What rows of localities are understood by. */
interface KnownOfLocalities {
  programme: Finder;
  /** What the programmes are called: told to whoever names another. */
  programmeNames: readonly string[];
  /** The programme of rows that name none. */
  otherwise?: string;
  /** INEGI's five digits of the municipality. */
  inegiCode: string;
  /** Members of staff as they are known, by what they were called. */
  users: (names: readonly string[]) => string[];
  /** Whether somebody, by the name that they are known by, is a member of staff. */
  isStaff: (user: string) => boolean;
}

/** Localities as a table, or as features of a map: one row each. */
export const localityTable: Kind<NewLocality, LocalityEdit, KnownOfLocalities> = {
  columns: [
    { name: 'id' },
    { name: 'name', also: ['nombre', 'localidad', 'colonia', 'nomgeo', 'nom_loc'], required: true },
    // May be said once for the whole file, in the address of the request.
    { name: 'programme', also: ['programa', 'program'], fixed: true },
    { name: 'code', also: ['clave', 'código', 'cvegeo', 'cve_loc'] },
    { name: 'population', also: ['población', 'habitantes', 'pobtot'] },
    { name: 'coordinators', also: ['coordinadores', 'coordinador', 'coordinator', 'coordinación'] },
    { name: 'status', also: ['estado', 'estatus'], readOnly: true },
    { name: 'stage', also: ['etapa'], readOnly: true },
  ],
  schema: NewLocality,
  edit: LocalityEdit,
  read({ name, code, population, coordinators, programme }, known) {
    const asked = programme ?? known.otherwise;
    const found = asked === undefined ? undefined : known.programme(asked);
    const named = known.users(partsOf(coordinators));
    const refused: ColumnReason[] = [];
    for (const user of named.filter((one) => !known.isStaff(one)))
      refused.push({ column: 'coordinators', message: 'unknown-staff', about: [user] });
    const meant = code === undefined ? undefined : codeIn(code, known.inegiCode);
    if (found?.refused)
      refused.push({
        column: 'programme',
        message: found.refused === 'unknown-programme' ? 'not-a-programme' : found.refused,
        about: [known.programmeNames.join(', ')],
      });
    if (meant?.refused) refused.push({ column: 'code', message: meant.refused });
    const padded = meant?.code !== undefined && meant.padded;
    const value = {
      name,
      code: meant?.code,
      programme: found?.id ?? asked,
      population: population && (quantityIn(population) ?? population),
      ...(named.length > 0 ? { coordinators: named } : {}),
    };
    return {
      value,
      refused,
      told: padded ? [{ column: 'code', message: 'zero-added', about: [code ?? '', meant.code] }] : [],
    };
  },
  columnOf: (path) => path.split('.')[0] ?? path,
  write: ({ name, programme, code, population, coordinators = [] }) => ({
    name,
    programme,
    code,
    population: population?.toString(),
    coordinators: [...coordinators].sort().join(' | '),
  }),
  patched: (command, { name = command.name, coordinators = command.coordinators, code, population }) => ({
    ...command,
    name,
    coordinators,
    code: applyPatch(code, command.code),
    population: applyPatch(population, command.population),
  }),
  territory: ({ geometry }) => geometry,
  called: ({ name }) => name,
  identity: ({ name, programme, code = '' }) => [nameKey(name), nameKey(programme), nameKey(code)],
  code: ({ code }) => (code === undefined ? undefined : { column: 'code', code }),
};
