/** What the criteria of a gate ask for, by their types. */
export const criteria = {
  'required-activities': 'actividades obligatorias',
  'meeting-held': 'reuniones',
  'people-trained': 'personas capacitadas',
  'survey-wave': 'encuesta',
  'targeting-decided': 'focalización',
  commitments: 'compromisos con responsable y fecha',
  'commitments-fulfilled': 'compromisos cumplidos',
  'baseline-compared': 'comparación con la línea base',
};
