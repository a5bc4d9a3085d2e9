import type { Text } from './language.ts';
import type { Sector } from './stakeholder.ts';

/**
 * The programmes a commitment can rest on: 3 anchor and 17 complementary ones, by the ministry that runs them.
 * Source: National Strategy for Community Development and Violence Prevention, Gobierno Federal, 27 April 2011.
 */
export const supportingProgrammes: { key: string; ministry?: string; anchor: boolean; name: Text }[] = [
  anchor('safe-schools', 'Escuelas Seguras', 'Safe Schools'),
  anchor('new-life-centers', 'Centros «Nueva Vida»', '"New Life" Centers'),
  anchor('public-spaces', 'Espacios Públicos', 'Public Spaces'),
  complementary('habitat', 'SEDESOL', 'Hábitat'),
  complementary('oportunidades', 'SEDESOL', 'Oportunidades'),
  complementary('estancias-infantiles', 'SEDESOL', 'Estancias Infantiles'),
  complementary('empleo-temporal', 'SEDESOL', 'Empleo temporal'),
  complementary('jornada-ampliada', 'SEP', 'Jornada Ampliada'),
  complementary('mejora-del-logro-educativo', 'SEP', 'Mejora del Logro Educativo'),
  complementary('habilidades-digitales', 'SEP', 'Habilidades Digitales para Todos'),
  complementary('comunidades-saludables', 'SALUD', 'Comunidades Saludables'),
  complementary(
    'prevencion-violencia-familiar',
    'SALUD',
    'Prevención y Atención de Violencia Familiar y de Género',
  ),
  complementary('microempresas', 'SE', 'Microempresas'),
  complementary('mexico-emprende', 'SE', 'México Emprende'),
  complementary('emprendedores', 'SE', 'Emprendedores'),
  complementary('franquicias', 'SE', 'Franquicias'),
  complementary('policia-de-proximidad', 'SSP', 'Policía de Proximidad Social con Enfoque de Género'),
  complementary(
    'capacitacion-de-maestros',
    'SSP',
    'Capacitación de Maestros en Prevención de Violencia y Delito',
  ),
  complementary('seguridad-comunitaria', 'SSP', 'Seguridad Comunitaria'),
  complementary('derechos-humanos', 'SSP', 'Derechos Humanos y Atención a Víctimas'),
];

/** The policy areas of Todos Somos Juárez, by which actions and budgets are rolled up. */
export const policyAreas = {
  security: { es: 'Seguridad', en: 'Security' },
  'economic-development': { es: 'Desarrollo económico', en: 'Economic Development' },
  employment: { es: 'Empleo', en: 'Employment' },
  health: { es: 'Salud', en: 'Health' },
  'education-culture-sports': { es: 'Educación, cultura y deporte', en: 'Education, culture and sports' },
  'social-development': { es: 'Desarrollo social', en: 'Social Development' },
} satisfies Record<string, Text>;

/** The names of the sectors and levels that stakeholders belong to, and of what a commitment can be, as labels. */
export const sectorNames = {
  social: { es: 'Social', en: 'Social' },
  school: { es: 'Escolar', en: 'School' },
  government: { es: 'Gubernamental', en: 'Government' },
  business: { es: 'Empresarial', en: 'Business' },
  religious: { es: 'Religioso', en: 'Religious' },
  community: { es: 'Comunitario', en: 'Community' },
} satisfies Record<Sector, Text>;

/** The name of a sector as it stands inside a sentence: "a commitment of the school sector". */
export function sectorInSentence(sector: Sector): Text {
  const { es, en } = sectorNames[sector];
  return { es: es.toLocaleLowerCase('es'), en: en.toLocaleLowerCase('en') };
}

export const levelNames = {
  federal: { es: 'Federal', en: 'Federal' },
  state: { es: 'Estatal', en: 'State' },
  municipal: { es: 'Municipal', en: 'Municipal' },
  community: { es: 'Comunitario', en: 'Community' },
} satisfies Record<string, Text>;
export const commitmentStatusNames = {
  pending: { es: 'Pendiente', en: 'Pending' },
  'in-progress': { es: 'En proceso', en: 'In progress' },
  fulfilled: { es: 'Cumplido', en: 'Fulfilled' },
  cancelled: { es: 'Cancelado', en: 'Cancelled' },
} satisfies Record<string, Text>;

function anchor(key: string, es: string, en: string) {
  return { key, anchor: true, name: { es, en } };
}

/** Complementary programmes go by their Spanish names in both languages, as in the source. */
function complementary(key: string, ministry: string, name: string) {
  return { key, ministry, anchor: false, name: { es: name, en: name } };
}
