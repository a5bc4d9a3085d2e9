import { levelNames, sectorNames } from '../catalogue.ts';
import { folded } from '../folded.ts';
import { NewStakeholder } from '../stakeholder.ts';
import { dayIn, keyIn, partsOf } from './columns.ts';
import type { Finder } from './finder.ts';
import type { Kind } from './kind.ts';

const languageNames = { es: { es: 'Español', en: 'Spanish' }, en: { es: 'Inglés', en: 'English' } };

/** Stakeholders as a table: one row each. */
export const stakeholderTable: Kind<NewStakeholder, { locality: Finder }> = {
  columns: [
    { name: 'id' },
    { name: 'name', also: ['nombre'], required: true },
    { name: 'organization', also: ['organización', 'institución', 'organisation'] },
    { name: 'sector', required: true, refusal: 'unknown-choice' },
    { name: 'level', refusal: 'unknown-choice', also: ['nivel', 'orden de gobierno'] },
    { name: 'email', refusal: 'not-an-address', also: ['correo', 'correo electrónico', 'mail'] },
    { name: 'language', refusal: 'unknown-choice', also: ['idioma', 'lengua'] },
    { name: 'localities', also: ['localidades', 'localidad', 'locality', 'colonia', 'colonias'] },
    { name: 'consentGivenOn', refusal: 'not-a-day', also: ['fecha de consentimiento', 'consent given on'] },
    { name: 'consentHow', also: ['forma de consentimiento', 'consent how'] },
  ],
  schema: NewStakeholder,
  read(cells, { locality }) {
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
      ...{ name, organization, email, ...consent },
      sector: keyIn(cells.sector, sectorNames),
      level: keyIn(cells.level, levelNames),
      language: keyIn(cells.language, languageNames),
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
  identity: ({ name, organization = '', email = '' }) => [email, name, organization].map(folded).join('\n'),
};
