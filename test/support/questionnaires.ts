import { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { questionnairesOf } from '../../functions/runtime/questionnaire-catalogue.ts';
import { readQuestionnaires } from '../../workflows/questionnaires.ts';

/** The released questionnaires, as a deployed function has them. */
export const questionnaires = questionnairesOf(readQuestionnaires());

const standard = questionnaires.exact({ id: 'convivencia', version: 1 });
if (!standard) throw new Error('the standard questionnaire is not there');
/** The standard questionnaire. */
export const convivencia = standard;

const text = (es: string) => ({ es, en: es });

/** A question that is answered yes (1) or no (2); 9 is no answer. */
export const yesOrNo = (some: object = {}) => ({
  key: 'belongs',
  indicator: 'IDC08',
  column: 'asociacion',
  question: text('¿Pertenece a una asociación?'),
  type: 'share',
  answers: [
    { codes: ['1'], value: 1, label: text('Sí') },
    { codes: ['2'], value: 0, label: text('No') },
  ],
  unit: text('%'),
  direction: 'higher-is-better',
  ...some,
});

/** A question that is answered with a number of people from 0 to 50. */
export const howMany = (some: object = {}) => ({
  key: 'acquaintances',
  indicator: 'IDC04',
  column: 'conocidos',
  question: text('¿A cuántas personas conoce?'),
  type: 'count',
  maximum: 50,
  missing: ['99'],
  unit: text('personas'),
  direction: 'higher-is-better',
  ...some,
});

/** What a questionnaire's file would say. */
export const questionnaireText = (some: object = {}) => ({
  id: 'prueba',
  version: 1,
  name: text('Prueba'),
  source: 'made up for a test',
  missing: ['9'],
  sex: { column: 'sexo', codes: { 1: 'female', 2: 'male' } },
  age: {
    column: 'edad',
    bands: [
      { label: '18-39', from: 18, to: 39 },
      { label: '40+', from: 40, to: 98 },
    ],
  },
  items: [yesOrNo(), howMany()],
  ...some,
});

export const questionnaire = (some: object = {}) => Questionnaire.parse(questionnaireText(some));
