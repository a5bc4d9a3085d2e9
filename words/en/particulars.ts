import type { particulars as es } from '../es/particulars.ts';

/** What the particulars of a locality are called in its dossier, on screen and on paper. */
export const particulars: typeof es = {
  municipality: 'Municipality',
  programme: 'Programme',
  version: (name, version) => `${name} (version ${version})`,
  status: 'Status',
  stage: 'Current stage',
  code: 'Code',
  population: 'Population',
  continues: 'Goes on from',
  continuedBy: 'Goes on in',
  coordinators: 'Coordinators',
};
