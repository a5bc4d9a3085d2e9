/** What is said of surveys and of how two of them compare, on screens, pages, paper and pictures. */
export const es = {
  /** What became of an indicator between baseline and follow-up. */
  verdicts: {
    improved: 'mejoró',
    worsened: 'empeoró',
    'no-detectable-change': 'sin cambio detectable',
    'not-comparable': 'no comparable',
  },
  evaluation: {
    title: (place: string) => `${place}: seguimiento frente a línea base`,
    description: 'Cada pregunta con sus intervalos de 95 %.',
    baseline: 'Línea base',
    followUp: 'Seguimiento',
    interval: 'Intervalo de 95 %',
  },
  incomparable: {
    'missing-item': 'la pregunta falta en una de las encuestas',
    'question-differs': 'la pregunta no es la misma',
    'version-differs': 'la pregunta se hizo de otra manera',
    'scale-differs': 'la escala de respuestas no es la misma',
    'too-few-answers': 'hay muy pocas respuestas',
  },
  questionnaire: {
    privacy:
      'Esta encuesta es anónima. No anote nombres, domicilios, teléfonos ni ningún otro dato que identifique a una persona.',
    howTo:
      'Lea cada pregunta tal como está escrita, marque una sola respuesta y capture en la columna indicada el código que está junto a ella.',
    form: 'Folio',
    locality: 'Localidad',
    date: 'Fecha',
    sex: 'Sexo',
    sexes: { female: 'Mujer', male: 'Hombre', other: 'Otro' },
    age: 'Edad',
    years: 'años cumplidos',
    noAnswer: 'No sabe o no contesta',
    column: 'Columna',
    range: ({ minimum, maximum }: Range) => `de ${minimum} a ${maximum}`,
    thanks: 'Gracias por su tiempo.',
  },
};

/** The least and the most that can be answered. */
interface Range {
  minimum: number;
  maximum: number;
}

export type Words = typeof es;
