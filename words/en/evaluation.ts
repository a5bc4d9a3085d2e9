import type { Words } from '../es/evaluation.ts';

/** The same in English. */
export const en: Words = {
  verdicts: {
    improved: 'improved',
    worsened: 'worsened',
    'no-detectable-change': 'no detectable change',
    'not-comparable': 'not comparable',
  },
  evaluation: {
    title: (place) => `${place}: follow-up against baseline`,
    description: 'Each question with its 95 % intervals.',
    baseline: 'Baseline',
    followUp: 'Follow-up',
    interval: '95 % interval',
  },
  incomparable: {
    'missing-item': 'one of the surveys lacks the question',
    'question-differs': 'the question is not the same',
    'version-differs': 'the question was asked in another way',
    'scale-differs': 'the scale of answers is not the same',
    'too-few-answers': 'there are too few answers',
  },
  questionnaire: {
    privacy:
      'This survey is anonymous. Write down no names, addresses, telephone numbers or anything else that tells who somebody is.',
    howTo:
      'Read each question as it is written, mark one answer only, and enter the code beside it in the column that is named.',
    form: 'Form number',
    locality: 'Locality',
    date: 'Date',
    sex: 'Sex',
    sexes: { female: 'Woman', male: 'Man', other: 'Other' },
    age: 'Age',
    years: 'years of age',
    noAnswer: 'Does not know or does not answer',
    column: 'Column',
    range: ({ minimum, maximum }) => `from ${minimum} to ${maximum}`,
    thanks: 'Thank you for your time.',
  },
};
