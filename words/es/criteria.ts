import type { CriteriaMessages } from '../criteria-messages.ts';

/** Todo lo que se dice de los criterios de una revisión: en la aplicación, los correos y el expediente. */
export const criteria: CriteriaMessages = {
  'required-activities': {
    name: 'actividades obligatorias',
    toDo: 'Completar las actividades obligatorias',
    standing: ({ have, needed }) => `Actividades requeridas completas: ${have} de ${needed}`,
    missing: {
      'activity-open': ({ name }) => `Falta completar «${name}»`,
      'evidence-missing': ({ name }) => `Falta adjuntar evidencia de «${name}»`,
    },
  },
  'meeting-held': {
    name: 'reuniones',
    toDo: 'Celebrar las reuniones previstas',
    standing: ({ name, have, needed }) => `Reuniones realizadas en «${name}»: ${have} (al menos ${needed})`,
    missing: {
      'too-few-meetings': ({ name, have, needed }) =>
        `Faltan reuniones en «${name}»: van ${have} de ${needed} (anote la cifra o adjunte la minuta)`,
    },
  },
  'people-trained': {
    name: 'personas capacitadas',
    toDo: 'Capacitar al número previsto de personas',
    standing: ({ name, have, needed }) => `Personas capacitadas en «${name}»: ${have} (al menos ${needed})`,
    missing: {
      'too-few-people': ({ name, have, needed }) =>
        `Faltan personas capacitadas en «${name}»: van ${have} de ${needed} (anote la cifra o adjunte la lista)`,
    },
  },
  sessions: {
    name: 'sesiones celebradas',
    toDo: 'Celebrar las sesiones previstas',
    standing: ({ name, have, needed }) => `Sesiones celebradas (${name}): ${have} (al menos ${needed})`,
    missing: {
      'too-few-sessions': ({ name, have, needed }) => `Faltan sesiones (${name}): van ${have} de ${needed}`,
    },
  },
  'group-formed': {
    name: 'grupo formado',
    toDo: 'Formar el grupo previsto',
    standing: ({ name, have, needed }) => `Integrantes (${name}): ${have} (al menos ${needed})`,
    missing: {
      'group-absent': ({ name }) => `Falta formar un grupo (${name})`,
      'not-formalised': ({ name }) => `Falta formalizar el grupo (${name})`,
      'too-few-members': ({ name, have, needed }) =>
        `Faltan integrantes del grupo (${name}): van ${have} de ${needed}`,
    },
  },
  'line-reached': {
    name: 'avance de una línea de acción',
    toDo: 'Alcanzar lo previsto de la línea de acción',
    standing: ({ name, have, needed }) => `Avance de «${name}»: ${have} % de la meta (al menos ${needed} %)`,
    missing: {
      'line-absent': ({ name }) => `El plan de la localidad no tiene la línea «${name}»`,
      'line-without-target': ({ name }) => `La línea «${name}» no tiene meta`,
      'too-little-done': ({ name, have, needed }) => `Falta avance en «${name}»: va ${have} % de ${needed} %`,
    },
  },
  commitments: {
    name: 'compromisos con responsable y fecha',
    toDo: 'Reunir los compromisos necesarios, con responsable y fecha',
    standing: ({ have, needed }) => `Compromisos en la matriz: ${have} (al menos ${needed})`,
    missing: {
      'too-few-commitments': ({ have, needed }) => `Faltan compromisos: van ${have} de ${needed}`,
      'commitments-blank': ({ have, needed }) => `${needed - have} compromisos no tienen responsable o fecha`,
      'sector-missing': ({ name }) => `Falta un compromiso del sector ${name}`,
    },
  },
  'commitments-fulfilled': {
    name: 'compromisos cumplidos',
    toDo: 'Cumplir la proporción prevista de los compromisos',
    standing: ({ have, needed }) => `Compromisos cumplidos: ${have} % (al menos ${needed} %)`,
    missing: {
      'too-few-fulfilled': ({ have, needed }) => `Compromisos cumplidos: ${have} % de ${needed} %`,
    },
  },
  'targeting-decided': {
    name: 'focalización',
    toDo: 'Decidir la focalización territorial',
    standing: ({ have }) =>
      `Focalización: ${have ? 'priorización congelada' : 'aún sin priorización congelada'}`,
    missing: {
      'targeting-undecided': () => 'Falta congelar una priorización en la que esté esta localidad',
    },
  },
  'survey-wave': {
    name: 'encuesta',
    toDo: 'Completar el levantamiento de la encuesta',
    standing: ({ name, have, needed }) => `Personas encuestadas (${name}): ${have} (al menos ${needed})`,
    missing: {
      'too-few-respondents': ({ name, have, needed }) =>
        have === 0
          ? `Falta cargar la encuesta de ${name} en esta visita (al menos ${needed} personas)`
          : `Faltan personas encuestadas (${name}): van ${have} de ${needed}`,
    },
  },
  'baseline-compared': {
    name: 'comparación con la línea base',
    toDo: 'Comparar los resultados con la línea base',
    standing: ({ have }) =>
      have ? `Comparado con la línea base en ${have} preguntas` : 'Aún sin comparar con la línea base',
    missing: {
      'not-compared': () =>
        'Falta cargar una encuesta de seguimiento con las preguntas de la línea base para poder comparar',
    },
  },
};
