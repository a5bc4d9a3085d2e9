/**
 * The programmes a commitment can rest on: 3 anchor and 17 complementary ones, by the ministry that runs them.
 * Source: National Strategy for Community Development and Violence Prevention, Gobierno Federal, 27 April 2011.
 */
export const supportingProgrammes = [
  { key: 'safe-schools', anchor: true },
  { key: 'new-life-centers', anchor: true },
  { key: 'public-spaces', anchor: true },
  { key: 'habitat', ministry: 'SEDESOL', anchor: false },
  { key: 'oportunidades', ministry: 'SEDESOL', anchor: false },
  { key: 'estancias-infantiles', ministry: 'SEDESOL', anchor: false },
  { key: 'empleo-temporal', ministry: 'SEDESOL', anchor: false },
  { key: 'jornada-ampliada', ministry: 'SEP', anchor: false },
  { key: 'mejora-del-logro-educativo', ministry: 'SEP', anchor: false },
  { key: 'habilidades-digitales', ministry: 'SEP', anchor: false },
  { key: 'comunidades-saludables', ministry: 'SALUD', anchor: false },
  { key: 'prevencion-violencia-familiar', ministry: 'SALUD', anchor: false },
  { key: 'microempresas', ministry: 'SE', anchor: false },
  { key: 'mexico-emprende', ministry: 'SE', anchor: false },
  { key: 'emprendedores', ministry: 'SE', anchor: false },
  { key: 'franquicias', ministry: 'SE', anchor: false },
  { key: 'policia-de-proximidad', ministry: 'SSP', anchor: false },
  { key: 'capacitacion-de-maestros', ministry: 'SSP', anchor: false },
  { key: 'seguridad-comunitaria', ministry: 'SSP', anchor: false },
  { key: 'derechos-humanos', ministry: 'SSP', anchor: false },
] as const satisfies { key: string; ministry?: string; anchor: boolean }[];
