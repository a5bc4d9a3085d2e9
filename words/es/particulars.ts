/** What the particulars of a locality are called in its dossier, on screen and on paper. */
export const particulars = {
  municipality: 'Municipio',
  programme: 'Programa',
  version: (name: string, version: string | number) => `${name} (versión ${version})`,
  status: 'Estado',
  stage: 'Etapa actual',
  code: 'Clave',
  population: 'Población',
  coordinators: 'Coordinación',
  continues: 'Continúa a',
  continuedBy: 'Continúa en',
};
