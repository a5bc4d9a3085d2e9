import type { CommitmentAnswer } from '../../domain/commands/commitments.ts';
import type { ProblemCode } from '../../domain/errors.ts';
import type { Attending } from '../../domain/work/session.ts';
import { checked } from './checked.ts';
import { localityStatuses } from './locality-statuses.ts';
import { privacy } from './privacy.ts';

/** What stands in the way of a page, as its title and what to do about it. */
type Told = [title: string, text: string];

/** Every Spanish word of the pages without an account. Its type is the list of what each other language must say. */
export const es = {
  sender: (municipality: string) => `Etapas · ${municipality}`,
  /** The way from a page in another language to the same one in this. */
  inThisLanguage: 'En español',
  greeting: (name: string) => `Hola, ${name}.`,
  keepPrivate: 'Este enlace es solo para usted. No lo comparta.',
  back: 'Volver',

  commitments: {
    title: 'Sus compromisos',
    intro: 'Estos compromisos están a su cargo. Toque un botón para decirnos cómo va cada uno.',
    none: 'No tiene compromisos pendientes. ¡Gracias!',
    dueOn: (date: string) => `Vence el ${date}`,
    wasDueOn: (date: string) => `Venció el ${date}`,
    dueToday: 'Vence hoy',
    undated: 'Sin fecha acordada',
    lastAnswer: (answer: string, date: string) => `El ${date} usted respondió: ${answer}.`,
    addNote: 'Agregar una nota',
    note: 'Nota para la coordinación (opcional)',
    fulfilledOn: 'Si ya lo cumplió otro día, ¿cuándo?',
    noteHint: 'No escriba nombres ni datos de víctimas o de otras personas.',
    more: 'Ver los siguientes',
    fromStart: 'Ver desde el principio',
  },

  /** What a button says. */
  answers: {
    fulfilled: 'Ya está cumplido',
    'in-progress': 'Está en proceso',
    cannot: 'No puedo cumplirlo',
  } satisfies Record<CommitmentAnswer, string>,

  /** What stands in the calendar of a member of staff. */
  feed: {
    gate: (stage: string, locality: string) => `Meta de la etapa «${stage}»: ${locality}`,
    commitment: (action: string) => `Vence: ${action}`,
    linePeriod: (line: string) => `Cierra el periodo: ${line}`,
  },

  /** Sessions that the reader is to come to. */
  sessions: {
    title: 'Sus sesiones y compromisos',
    intro: 'Se le convoca a estas sesiones. Toque un botón para decirnos si asistirá.',
    dayAndHour: (day: string, hour: string) => `${day}, ${hour} h`,
    agenda: 'Ver el orden del día',
    labels: { 'will-come': 'Asistiré', cannot: 'No podré asistir' } satisfies Record<Attending, string>,
    next: {
      'will-come':
        'Avisamos a la coordinación que asistirá. Puede cambiar su respuesta hasta el día de la sesión.',
      cannot:
        'Avisamos a la coordinación que no podrá asistir. Puede cambiar su respuesta hasta el día de la sesión.',
    } satisfies Record<Attending, string>,
  },

  receipt: {
    title: 'Recibimos su respuesta',
    answered: (answer: string) => `Usted respondió: ${answer}.`,
    yourNote: 'Su nota',
    next: {
      fulfilled:
        'El compromiso quedó registrado como cumplido y ya no le enviaremos recordatorios de él. ¡Gracias!',
      'in-progress':
        'El compromiso quedó registrado como en proceso. Si hace falta, se lo recordaremos conforme a su fecha.',
      cannot:
        'Avisamos a la coordinación, que decidirá cómo seguir. Mientras tanto no le enviaremos recordatorios de él.',
    } satisfies Record<CommitmentAnswer, string>,
    undo: '¿Se equivocó? Elija otra respuesta:',
    all: 'Ver todos sus compromisos',
  },

  /** The numbers that are asked of whoever is responsible for a plan line. */
  reports: {
    heading: 'Números que faltan',
    intro:
      'Estas líneas están a su cargo y su periodo ya terminó. Escriba cuánto se hizo; si no se hizo nada, escriba 0.',
    period: (from: string, to: string) => `Del ${from} al ${to}`,
    howMany: (unit: string) => `¿Cuánto se hizo? Unidad: ${unit}. Deje en blanco lo que no sepa.`,
    send: 'Enviar los números',
    title: 'Recibimos sus números',
    recorded: 'Los números quedaron registrados. ¡Gracias!',
    mistaken: '¿Se equivocó? Pida a la coordinación que los corrija.',
    already: 'Ese periodo ya tiene números registrados, así que no se agregó nada.',
    unreadTitle: 'No pudimos leer sus números',
    unread:
      'No se registró nada. Regrese y escriba al menos un número, de 0 en adelante, sin letras; sin decimales donde se cuentan personas o cosas.',
    all: 'Volver a su lista',
  },

  unsubscribe: {
    title: 'Dejar de recibir correos',
    text: 'Si continúa, ya no le escribiremos sobre sus compromisos, que seguirán vigentes.',
    button: 'Dejar de recibir correos',
    doneTitle: 'Ya no le escribiremos',
    done: 'Quedó registrado que no desea recibir correos. Si fue un error, puede volver a recibirlos.',
    again: 'Volver a recibir correos',
    againTitle: 'Volverá a recibir correos',
    againDone: 'Le escribiremos de nuevo cuando haya algo que recordarle.',
    notAgain: 'A este correo no le podemos escribir. Pida a la coordinación que registre otro.',
  },

  expired: {
    title: 'Este enlace ya venció',
    text: 'Por seguridad, los enlaces dejan de servir después de un tiempo. Podemos enviar uno nuevo al correo que tenemos registrado.',
    button: 'Enviarme un enlace nuevo',
    sentTitle: 'Revise su correo',
    sent: 'Si tenemos un correo registrado, en unos minutos llegará un enlace nuevo. Se envía uno por hora como máximo.',
  },

  /** The page of a locality that everybody may read. */
  published: {
    asOf: (date: string) => `Situación al ${date}`,
    stages: 'Etapas',
    states: { behind: 'Concluida', current: 'En curso', ahead: 'Por venir' },
    statuses: localityStatuses,
    span: (from: string, to: string) => `del ${from} al ${to}`,
    since: (from: string, to: string) => `desde el ${from}, prevista hasta el ${to}`,
    planned: (from: string, to: string) => `prevista del ${from} al ${to}`,
    commitments: 'Compromisos por sector',
    noCommitments: 'Todavía no hay compromisos registrados.',
    noSector: 'Sin responsable',
    total: 'Todos los sectores',
    work: 'Lo que se ha hecho',
    fewerThan: (count: string, unit: string) => `Menos de ${count} ${unit}`,
    ofTarget: (done: string, target: string, unit: string, percent: string) =>
      `${done} de ${target} ${unit} (${percent} % de la meta)`,
    ofAtMost: (done: string, target: string, unit: string, percent: string) =>
      `${done} de ${target} ${unit} a lo más (${percent} %)`,
    inQuarter: (year: string, quarter: string, figures: string) =>
      `${quarter}.º trimestre de ${year}: ${figures}`,
    indicators: 'Indicadores',
    howTo: 'Un cambio se afirma solo cuando no se explica por el azar de las encuestas.',
    figures: (before: string, after: string) => `Antes ${before}, después ${after}`,
    notCompared: 'Todavía no hay dos encuestas que se puedan comparar.',
    more: (count: number) => (count === 1 ? 'Y un indicador más.' : `Y ${count} indicadores más.`),
    about: 'Información pública del municipio. No contiene datos personales.',
    notThere: 'No encontramos esta página',
    notThereText: 'La dirección está incompleta, o el municipio no publica esta localidad.',
  },

  checked,

  privacy,

  problems: {
    forbidden: [
      'Este enlace no sirve',
      'Puede que esté incompleto o que ya no sea válido. Abra el del mensaje más reciente que le enviamos o pregunte a la coordinación de su municipio.',
    ],
    'not-found': ['No encontramos ese compromiso', 'No está en su lista. No se registró ninguna respuesta.'],
    'not-open': [
      'Ese compromiso ya está cerrado',
      'La coordinación lo cerró, así que su respuesta no se registró.',
    ],
    'session-state': [
      'Esa sesión ya no espera su respuesta',
      'Ya se llevó a cabo, se canceló, o su asistencia ya no hace falta. No se registró ninguna respuesta.',
    ],
    'invalid-request': [
      'No pudimos leer su respuesta',
      'No se registró nada. Regrese e inténtelo de nuevo; una nota puede tener hasta 1000 caracteres, sin signos de control y sin CURP, RFC ni número de seguridad social.',
    ],
    'body-too-large': ['La nota es demasiado larga', 'No se registró nada. Regrese y escriba una más corta.'],
    unavailable: [
      'Inténtelo de nuevo en un momento',
      'Hay muchas respuestas a la vez y la suya no se registró.',
    ],
    'version-missing': [
      'Esta página no está disponible por ahora',
      'A esta instalación le falta una parte; quien la administra ya recibe el aviso.',
    ],
    internal: ['Algo falló de nuestro lado', 'Inténtelo de nuevo más tarde.'],
  } satisfies Partial<Record<ProblemCode, Told>>,
};

export type Words = {
  [Part in keyof typeof es]: Part extends 'problems'
    ? Record<keyof (typeof es)['problems'], Told>
    : (typeof es)[Part];
};
