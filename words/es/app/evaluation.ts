import type { Grouping } from '../../../domain/evaluation/grouping.ts';
import type { SurveyWave } from '../../../domain/survey-wave.ts';
import { counted } from '../../plural.ts';

export const evaluation = {
  waves: { baseline: 'Línea base', 'follow-up': 'Seguimiento' } satisfies Record<SurveyWave, string>,
  waveTexts: {
    baseline: 'La encuesta de antes de empezar, con la que se compara todo lo demás.',
    'follow-up': 'La misma encuesta, cuando el programa ya trabajó en la localidad.',
  } satisfies Record<SurveyWave, string>,
  surveys: 'Encuestas',
  notYet: 'Todavía no se importa',
  imported: 'Importada',
  respondents: counted('es-MX', { one: '# persona encuestada', other: '# personas encuestadas' }),
  importedBy: (person: string, when: string) => `La importó ${person}, ${when}`,
  readBy: (questionnaire: string) => `Cuestionario: ${questionnaire}`,
  import: { baseline: 'Importar la línea base', 'follow-up': 'Importar el seguimiento' } satisfies Record<
    SurveyWave,
    string
  >,
  replace: 'Importar otro archivo',
  download: 'Descargar respuestas (CSV)',
  downloadOf: (wave: string) => `Descargar respuestas (CSV): ${wave}`,
  over: 'La localidad ya terminó su programa: sus encuestas se consultan, pero no se cambian.',
  prepare: 'Preparar la encuesta',
  prepareText:
    'Imprima el cuestionario para aplicarlo casa por casa, y capture las respuestas en la plantilla: una fila por persona, sin nombres ni direcciones.',
  questionnaire: 'Cuestionario',
  form: 'Cuestionario para imprimir',
  template: 'Plantilla para capturar (CSV)',
  preparing: 'Preparando…',

  results: 'Qué cambió',
  resultsOne: 'Lo que dijo la encuesta',
  none: 'Todavía no hay encuestas',
  noneText: 'Cuando se importe la línea base, aquí se verá cada indicador; con el seguimiento, qué cambió.',
  onlyOne:
    'Falta la otra encuesta: cuando se importe, cada indicador se compara y se dice si cambió de verdad.',
  /** How many questions went which way. */
  improved: counted('es-MX', { one: '# mejoró', other: '# mejoraron' }),
  worsened: counted('es-MX', { one: '# empeoró', other: '# empeoraron' }),
  'no-detectable-change': counted('es-MX', {
    one: '# sin cambio detectable',
    other: '# sin cambio detectable',
  }),
  'not-comparable': counted('es-MX', { one: '# no comparable', other: '# no comparables' }),
  noise:
    'Solo se dice que algo mejoró o empeoró cuando es muy poco probable que sea azar, tomando en cuenta que se preguntan varias cosas a la vez.',
  groupBy: 'Ver',
  groupings: { all: 'En conjunto', sex: 'Por sexo', age: 'Por edad' } satisfies Record<
    Grouping | 'all',
    string
  >,
  figures: 'Cifras',
  columns: {
    indicator: 'Indicador',
    baseline: 'Línea base',
    followUp: 'Seguimiento',
    difference: 'Diferencia',
    adjustedP: 'p ajustada',
    detectable: 'Cambio mínimo detectable',
    verdict: 'Resultado',
    group: 'Grupo',
  },
  columnHelp: 'Cómo leer estas cifras',
  help: [
    'Bajo cada cifra está su intervalo de 95 %: entre qué valores está, casi con seguridad, la cifra de toda la localidad.',
    'La p ajustada dice qué tan fácil sería ver esa diferencia por azar (ajuste de Holm). Por debajo de 0.05, y con un intervalo que no incluye el cero, se dice que cambió.',
    'El cambio mínimo detectable es el menor que estas encuestas habrían mostrado; uno más pequeño pudo ocurrir sin verse.',
  ],
  interval: (low: string, high: string) => `${low} a ${high}`,
  n: (count: string) => `n = ${count}`,
  designEffect: (effect: string) => `efecto de diseño ${effect}`,
  points: (value: string) => `${value} puntos`,
  noFigure: 'sin dato',
  direction: {
    'higher-is-better': 'más alto es mejor',
    'lower-is-better': 'más bajo es mejor',
  },
  below: (value: string) => `menos de ${value}`,
  years: (band: string) => `${band} años`,
  suppressed: 'Menos de 10 respuestas: no se muestra',
  noGroups: 'Esta encuesta no distingue estos grupos.',
  groupsText:
    'Cada grupo se muestra por separado; los que tienen menos de 10 respuestas no se muestran, para que nadie pueda reconocerse.',
  groupsP: (wave: string, p: string) =>
    `${wave}: diferencia entre grupos, p = ${p} (análisis de varianza, sin ajustar)`,
  saveSvg: 'Descargar la gráfica (SVG)',
  saveCsv: 'Descargar las cifras (CSV)',
  csv: {
    code: 'indicador',
    name: 'nombre',
    unit: 'unidad',
    direction: 'sentido',
    baseline: 'línea base',
    followUp: 'seguimiento',
    low: 'límite inferior',
    high: 'límite superior',
    n: 'n',
    difference: 'diferencia',
    p: 'p',
    adjustedP: 'p ajustada',
    detectable: 'cambio mínimo detectable',
    verdict: 'resultado',
    reason: 'motivo',
    share: 'proporción de 0 a 1',
  },
};

export const surveyImport = {
  title: {
    baseline: 'Importar la línea base',
    'follow-up': 'Importar el seguimiento',
  } satisfies Record<SurveyWave, string>,
  back: 'Volver a los indicadores',
  counts: 'Si la etapa en curso pide esta encuesta, cuenta como su evidencia en cuanto se importe.',
  replaces: (respondents: string, when: string) =>
    `Sustituye a la que se importó el ${when} (${respondents}). La comparación se hace de nuevo.`,
  file: 'Archivo de respuestas, de Excel (.xlsx) o CSV',
  fileHint: 'Primero se revisa; nada se guarda hasta que usted lo confirme. Hasta 4 MB.',
  checking: (name: string) => `Revisando «${name}»…`,
  writing: 'Importando las respuestas…',
  chosen: (name: string) => `Archivo: ${name}`,
  inOrder: counted('es-MX', { one: '# respuesta en orden', other: '# respuestas en orden' }),
  refused: counted('es-MX', { one: '# fila rechazada', other: '# filas rechazadas' }),
  refusedText: 'Corríjalas en su archivo y vuelva a elegirlo, o importe solo las que están en orden.',
  refusedAll: 'Ninguna fila se puede importar: corrija el archivo y vuelva a elegirlo.',
  confirm: counted('es-MX', { one: 'Importar # respuesta', other: 'Importar # respuestas' }),
  confirmPartial: counted('es-MX', {
    one: 'Importar solo la respuesta en orden (#)',
    other: 'Importar solo las # respuestas en orden',
  }),
  done: counted('es-MX', {
    one: 'Se importó # respuesta.',
    other: 'Se importaron # respuestas.',
  }),
};
