import * as z from 'zod';

/**
 * The indicators of community dynamics and perception that a baseline survey and its follow-up measure.
 * Source: Convivir Mejor, "indicators of community dynamics and perception". Units are given there for the third,
 * fourth and twelfth only, directions for none: both are settings of a questionnaire.
 */
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
]);
export type IndicatorCode = z.infer<typeof IndicatorCode>;
