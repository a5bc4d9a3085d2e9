import * as z from 'zod';
import type { Text } from '../language.ts';

/**
 * The indicators of community dynamics and perception that a baseline survey and its follow-up measure.
 * Source: Convivir Mejor, "indicators of community dynamics and perception". Units are given there for the third,
 * fourth and twelfth only, directions for none: both are settings of a questionnaire.
 */
export const indicators = {
  IDC01: { es: 'Percepción de inseguridad', en: 'Perception of insecurity' },
  IDC02: {
    es: 'Confianza para caminar por el barrio a ciertas horas',
    en: 'Confidence to walk in the neighbourhood at certain times',
  },
  IDC03: {
    es: 'Disposición a participar en procesos comunitarios',
    en: 'Willingness to participate in community processes',
  },
  IDC04: {
    es: 'Número de conocidos y amigos en el barrio',
    en: 'Number of acquaintances and friends in the neighbourhood',
  },
  IDC05: {
    es: 'Frecuencia de visitas a un vecino o familiar',
    en: 'Frequency of visits to a neighbour or family member',
  },
  IDC06: { es: 'Arraigo comunitario', en: 'Community roots' },
  IDC07: {
    es: 'Tiempo libre y frecuencia de visitas al espacio público',
    en: 'Leisure time and frequency of public space visits',
  },
  IDC08: {
    es: 'Pertenencia a una asociación vecinal o comunitaria',
    en: 'Belonging to a neighbour or community association',
  },
  IDC09: {
    es: 'Inclusión en las decisiones de la comunidad',
    en: 'Inclusion in decisions made in the community',
  },
  IDC10: { es: 'Sentimiento de solidaridad', en: 'Feeling of solidarity' },
  IDC11: { es: 'Confianza entre vecinos', en: 'Confidence among neighbours' },
  IDC12: {
    es: 'Horas semanales de convivencia familiar',
    en: 'Hours per week of family interaction',
  },
  IDC13: { es: 'Percepción de deterioro físico', en: 'Perception of physical deterioration' },
} satisfies Record<string, Text>;

export const IndicatorCode = z.enum([
  'IDC01',
  'IDC02',
  'IDC03',
  'IDC04',
  'IDC05',
  'IDC06',
  'IDC07',
  'IDC08',
  'IDC09',
  'IDC10',
  'IDC11',
  'IDC12',
  'IDC13',
] satisfies (keyof typeof indicators)[]);
export type IndicatorCode = z.infer<typeof IndicatorCode>;
