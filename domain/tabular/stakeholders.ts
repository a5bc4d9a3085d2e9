import { applyPatch } from '../patch.ts';
import { NewStakeholder, StakeholderEdit } from '../stakeholder-input.ts';
import { type KnownNames, keyIn, partsOf } from './columns.ts';
import { dayIn } from './day.ts';
import type { Finder } from './finder.ts';
import type { Kind } from './kind.ts';
import { nameKey } from './name-key.ts';

/** What rows of stakeholders are understood by: places, and the names of what is chosen from lists. */
interface KnownOfStakeholders {
  locality: Finder;
  names: Record<'sectors' | 'levels' | 'languages', KnownNames>;
}

/** Stakeholders as a table: one row each. */
export const stakeholderTable: Kind<NewStakeholder, StakeholderEdit, KnownOfStakeholders> = {
  columns: [
    { name: 'id' },
    { name: 'name', also: ['nombre'], required: true },
    { name: 'organization', also: ['organización', 'institución', 'organisation'] },
    { name: 'sector', required: true, choices: 'sectors' },
    { name: 'level', choices: 'levels', also: ['nivel', 'orden de gobierno'] },
    { name: 'email', also: ['correo', 'correo electrónico', 'mail'] },
    { name: 'language', choices: 'languages', also: ['idioma', 'lengua'] },
    {
      name: 'localities',
      names: true,
      also: ['localidades', 'localidad', 'locality', 'colonia', 'colonias'],
    },
    {
      name: 'consentGivenOn',
      field: 'consent',
      error: 'not-a-day',
      also: ['fecha de consentimiento', 'consent given on'],
    },
    { name: 'consentHow', field: 'consent', also: ['forma de consentimiento', 'consent how'] },
    { name: 'suppressed', also: ['no se le escribe'], readOnly: true },
  ],
  schema: NewStakeholder,
  edit: StakeholderEdit,
  read(cells, { locality, names }) {
    const { name, organization, email, consentGivenOn, consentHow } = cells;
    const found = partsOf(cells.localities).map(locality);
    const refused = found.flatMap((one) =>
      one.refused ? [{ column: 'localities', message: one.refused }] : [],
    );
    const consent =
      consentGivenOn || consentHow
        ? { consent: { givenOn: dayIn(consentGivenOn), how: consentHow } }
        : undefined;
    const value = {
      name,
      organization,
      email,
      ...consent,
      sector: keyIn(cells.sector, names.sectors),
      level: keyIn(cells.level, names.levels),
      language: keyIn(cells.language, names.languages),
      localities: found.flatMap((one) => one.id ?? []),
    };
    return { value, refused };
  },
  columnOf: (path) => {
    if (path.startsWith('consent')) return path.endsWith('how') ? 'consentHow' : 'consentGivenOn';
    return path.split('.')[0] ?? path;
  },
  write: ({ localities, consent, ...cells }) => ({
    ...cells,
    localities: [...localities].sort().join(' | '),
    consentGivenOn: consent?.givenOn,
    consentHow: consent?.how,
  }),
  patched: (command, { organization, level, email, consent, ...edit }) => ({
    ...command,
    ...edit,
    organization: applyPatch(organization, command.organization),
    level: applyPatch(level, command.level),
    email: applyPatch(email, command.email),
    consent: applyPatch(consent, command.consent),
  }),
  called: ({ name }) => name,
  identity: ({ name, organization = '', email = '' }) => [
    nameKey(name),
    nameKey(email),
    nameKey(organization),
  ],
};
