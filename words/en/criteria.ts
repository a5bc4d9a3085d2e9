import type { criteria as es } from '../es/criteria.ts';

export const criteria: typeof es = {
  'required-activities': 'required activities',
  'meeting-held': 'meetings',
  'people-trained': 'people trained',
  'survey-wave': 'survey',
  'targeting-decided': 'targeting',
  commitments: 'commitments with somebody responsible and a date',
  'commitments-fulfilled': 'commitments fulfilled',
  'baseline-compared': 'comparison with the baseline',
};
