import type { CommitmentStatus, PolicyArea, SupportingProgramme } from '../../domain/commitment.ts';
import type { IndicatorCode } from '../../domain/evaluation/indicators.ts';
import type { Level, Sector } from '../../domain/stakeholder.ts';
import type { SurveyWave } from '../../domain/survey-wave.ts';
import type { FacilityType } from '../../domain/targeting/facilities.ts';

/** The names of what is chosen from lists, by key. */
export const es = {
  supportingProgrammes: {
    'safe-schools': 'Escuelas Seguras',
    'new-life-centers': 'Centros «Nueva Vida»',
    'public-spaces': 'Espacios Públicos',
    habitat: 'Hábitat',
    oportunidades: 'Oportunidades',
    'estancias-infantiles': 'Estancias Infantiles',
    'empleo-temporal': 'Empleo temporal',
    'jornada-ampliada': 'Jornada Ampliada',
    'mejora-del-logro-educativo': 'Mejora del Logro Educativo',
    'habilidades-digitales': 'Habilidades Digitales para Todos',
    'comunidades-saludables': 'Comunidades Saludables',
    'prevencion-violencia-familiar': 'Prevención y Atención de Violencia Familiar y de Género',
    microempresas: 'Microempresas',
    'mexico-emprende': 'México Emprende',
    emprendedores: 'Emprendedores',
    franquicias: 'Franquicias',
    'policia-de-proximidad': 'Policía de Proximidad Social con Enfoque de Género',
    'capacitacion-de-maestros': 'Capacitación de Maestros en Prevención de Violencia y Delito',
    'seguridad-comunitaria': 'Seguridad Comunitaria',
    'derechos-humanos': 'Derechos Humanos y Atención a Víctimas',
  } satisfies Record<SupportingProgramme, string>,
  policyAreas: {
    security: 'Seguridad',
    'economic-development': 'Desarrollo económico',
    employment: 'Empleo',
    health: 'Salud',
    'education-culture-sports': 'Educación, cultura y deporte',
    'social-development': 'Desarrollo social',
  } satisfies Record<PolicyArea, string>,
  /** As a name of its own. */
  sectors: {
    social: 'Social',
    school: 'Escolar',
    government: 'Gubernamental',
    business: 'Empresarial',
    religious: 'Religioso',
    community: 'Comunitario',
  } satisfies Record<Sector, string>,
  /** Within a sentence. */
  sectorsInText: {
    social: 'social',
    school: 'escolar',
    government: 'gubernamental',
    business: 'empresarial',
    religious: 'religioso',
    community: 'comunitario',
  } satisfies Record<Sector, string>,
  levels: {
    federal: 'Federal',
    state: 'Estatal',
    municipal: 'Municipal',
    community: 'Comunitario',
  } satisfies Record<Level, string>,
  lineBounds: { 'at-least': 'Al menos', 'at-most': 'A lo más' },
  lineRhythms: { month: 'Mensual', quarter: 'Trimestral', year: 'Anual', once: 'Única vez' },
  lineStatuses: { open: 'Abierta', closed: 'Cerrada' },
  sessionStatuses: {
    planned: 'Programada',
    convened: 'Convocada',
    held: 'Celebrada',
    cancelled: 'Cancelada',
  },
  commitmentStatuses: {
    pending: 'Pendiente',
    'in-progress': 'En proceso',
    fulfilled: 'Cumplido',
    cancelled: 'Cancelado',
  } satisfies Record<CommitmentStatus, string>,
  surveyWaves: {
    baseline: 'línea base',
    'follow-up': 'seguimiento',
  } satisfies Record<SurveyWave, string>,
  indicators: {
    IDC01: 'Percepción de inseguridad',
    IDC02: 'Confianza para caminar por el barrio a ciertas horas',
    IDC03: 'Disposición a participar en procesos comunitarios',
    IDC04: 'Número de conocidos y amigos en el barrio',
    IDC05: 'Frecuencia de visitas a un vecino o familiar',
    IDC06: 'Arraigo comunitario',
    IDC07: 'Tiempo libre y frecuencia de visitas al espacio público',
    IDC08: 'Pertenencia a una asociación vecinal o comunitaria',
    IDC09: 'Inclusión en las decisiones de la comunidad',
    IDC10: 'Sentimiento de solidaridad',
    IDC11: 'Confianza entre vecinos',
    IDC12: 'Horas semanales de convivencia familiar',
    IDC13: 'Percepción de deterioro físico',
  } satisfies Record<IndicatorCode, string>,
  facilities: {
    school: 'Escuela',
    'sports-centre': 'Unidad deportiva',
    market: 'Mercado',
    'government-palace': 'Palacio de gobierno',
    plaza: 'Plaza',
    temple: 'Templo',
    'green-area': 'Área verde',
    cemetery: 'Cementerio',
    'shopping-centre': 'Centro comercial',
    hospital: 'Hospital',
  } satisfies Record<FacilityType, string>,
};
export type Words = typeof es;
