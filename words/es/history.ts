import type { DecisionOutcome } from '../../domain/decision-outcome.ts';
import type { StoredTaskKind } from '../../domain/task.ts';
import { counted } from '../plural.ts';
import { commitmentFields } from './commitment-fields.ts';
import { mailNames } from './mails.ts';

const commitments = counted('es-MX', { one: '# compromiso', other: '# compromisos' });
const entries = counted('es-MX', { one: '# registro', other: '# registros' });
const people = counted('es-MX', { one: '# persona', other: '# personas' });

export const history = {
  title: 'Historial',
  text: 'Todo lo que ha pasado en la localidad, de lo más reciente a lo más antiguo.',
  filter: 'Mostrar',
  kinds: {
    all: 'Todo',
    stages: 'Etapas y actividades',
    decisions: 'Revisiones y decisiones',
    commitments: 'Compromisos',
    work: 'Plan y registros',
    findings: 'Encuestas y focalización',
    mail: 'Correos',
    locality: 'Datos y seguimiento',
  },
  none: 'Todavía no hay nada de esto',
  noneText: 'Elija otra cosa que mostrar.',
  more: 'Ver lo anterior',
  looked: counted('es-MX', { one: '# renglón revisado', other: '# renglones revisados' }),
  end: 'Aquí empieza el historial.',
  /** Who does what nobody did by hand. */
  etapas: 'Etapas (automático)',
  somebody: 'Una persona con datos borrados',
  reason: (text: string) => `Motivo: ${text}`,
  note: (text: string) => `Nota: ${text}`,
  underOverride: (reason: string, date: string) => `Con una excepción hasta el ${date}: ${reason}`,
  documents: counted('es-MX', { one: '# documento', other: '# documentos' }),
  meetings: counted('es-MX', { one: '# reunión', other: '# reuniones' }),
  trained: counted('es-MX', { one: '# persona capacitada', other: '# personas capacitadas' }),
  proof: 'Huella y registro completo',
  entry: (seq: string) => `Registro ${seq}`,
  hash: 'Huella (SHA-256)',
  previousHash: 'Huella del registro anterior',
  first: 'ninguna: es el primero',
  kept: 'Lo que se registró',
  created: (programme: string) => `Dio de alta la localidad en el programa «${programme}».`,
  edited: (fields: string) => `Cambió ${fields} de la localidad.`,
  localityFields: {
    name: 'el nombre',
    code: 'la clave',
    population: 'la población',
    geometry: 'el territorio',
    coordinators: 'quién coordina',
  },
  opened: (stage: string, date: string) => `Se abrió «${stage}», prevista para el ${date}.`,
  openedAgain: (stage: string, visit: string, date: string) =>
    `Se volvió a abrir «${stage}» (visita ${visit}), prevista para el ${date}.`,
  activity: {
    done: (name: string) => `Completó «${name}».`,
    open: (name: string) => `Dejó pendiente «${name}».`,
    'not-applicable': (name: string) => `Marcó que «${name}» no aplica.`,
    same: (name: string) => `Anotó en «${name}».`,
  },
  reviewVoided: (stage: string, by: string) => `Quedó sin efecto la revisión de «${stage}» que pidió ${by}.`,
  reviewed: (stage: string) => `Pidió la revisión de «${stage}».`,
  decided: {
    advance: (stage: string) => `Decidió avanzar: «${stage}» quedó aprobada.`,
    return: (stage: string, to: string) => `Decidió regresar de «${stage}» a «${to}».`,
    hold: () => 'Puso la localidad en pausa.',
    close: () => 'Cerró la localidad.',
  } satisfies Record<DecisionOutcome, (stage: string, to: string) => string>,
  continues: (name: string) => `Continúa la localidad «${name}», que se cerró.`,
  coordinatorReplaced: (from: string, to: string) => `Pasó la coordinación de ${from} a ${to}.`,
  resumed: 'Reanudó la localidad.',
  handedOver: 'El seguimiento automático se renovó; el trabajo sigue igual.',
  repaired: 'El seguimiento automático se repuso tras una interrupción; el trabajo sigue igual.',
  committed: (action: string) => `Agregó el compromiso «${action}».`,
  imported: (count: number) => `Importó ${commitments(count)}.`,
  commitmentEdited: (fields: string, action: string) => `Cambió ${fields} de «${action}».`,
  commitmentStatus: (action: string, status: string) => `Cambió «${action}» a «${status}».`,
  commitmentFields,
  answered: {
    fulfilled: (action: string) => `Respondió que ya cumplió «${action}».`,
    'in-progress': (action: string) => `Respondió que «${action}» está en proceso.`,
    cannot: (action: string) => `Respondió que no puede cumplir «${action}».`,
  },
  objectiveCreated: (name: string) => `Agregó el objetivo «${name}».`,
  lineCreated: (name: string) => `Agregó la línea de acción «${name}».`,
  linesImported: (count: number) =>
    count === 1 ? 'Importó 1 línea de acción.' : `Importó ${count} líneas de acción.`,
  quoted: (name: string) => `«${name}»`,
  lineEdited: (line: string) => `Cambió la línea de acción «${line}».`,
  lineRetargeted: (line: string, was: string, target: string) =>
    `Cambió la meta de «${line}» de ${was} a ${target}.`,
  recorded: (count: number, lines: string) => `Anotó ${entries(count)} en ${lines}.`,
  corrected: (count: number) => `Corrige ${entries(count)}.`,
  groupCreated: (name: string, day: string) => `Registró el grupo «${name}», formado el ${day}.`,
  groupEdited: (name: string) => `Cambió el grupo «${name}».`,
  reportMissing: (name: string, day: string) =>
    `Pasó a la coordinación que faltan los números de «${name}» hasta el ${day}.`,
  sessionPlanned: (day: string) => `Programó una sesión para el ${day}.`,
  sessionEdited: (day: string) => `Cambió la sesión del ${day}.`,
  sessionConvened: (count: number, day: string) => `Convocó a ${people(count)} a la sesión del ${day}.`,
  sessionAnswered: (comes: boolean, day: string) =>
    comes
      ? `Respondió que asistirá a la sesión del ${day}.`
      : `Respondió que no podrá asistir a la sesión del ${day}.`,
  sessionCancelled: (day: string) => `Canceló la sesión del ${day}.`,
  sessionHeld: (day: string, count: number) => `Registró la sesión del ${day}, con ${people(count)}.`,
  agreement: (action: string) => `Acuerdo: ${action}`,
  /** A figure that is not known. */
  noFigure: 'ninguna',
  escalated: (action: string) => `Se dejó de recordar «${action}» y pasó a la coordinación.`,
  toTellInPerson: (action: string) => `Pidió a la coordinación recordar en persona «${action}».`,
  taskDone: {
    cannot: 'Marcó como atendido que alguien no podía cumplir.',
    'report-missing': 'Marcó como atendidos los números que faltaban de una línea.',
    escalated: 'Marcó como atendido un compromiso que ya no se recordaba.',
    bounced: 'Marcó como atendida una dirección que no funcionaba.',
    complained: 'Marcó como atendido que alguien no quiere recibir correos.',
    'tell-in-person': 'Marcó que avisó en persona.',
    'responsible-erased': 'Marcó como atendido un compromiso que se quedó sin responsable.',
    'override-expired': 'Marcó como atendida una excepción vencida.',
  } satisfies Record<StoredTaskKind | 'override-expired', string>,
  surveyed: {
    baseline: (count: number) => `Cargó la encuesta de línea base (${people(count)}).`,
    'follow-up': (count: number) => `Cargó la encuesta de seguimiento (${people(count)}).`,
  },
  targeted: (rank: string) => `Quedó en el lugar ${rank} de una priorización congelada.`,
  targetedUnranked: 'Entró en una priorización congelada, sin lugar por falta de datos.',
  textsErased: 'Se borraron los datos de una persona que lo pidió: lo que la identificaba y lo que escribió.',
  documentRemoved: 'Quitó un documento; lo que decía ya no se guarda.',
  withoutResponsible: (count: number) => `Sin responsable desde entonces: ${commitments(count)}.`,
  mails: mailNames,
  mailSent: (mail: string, to: string) => `Se envió ${mail} a ${to}.`,
  mailFailed: (mail: string, to: string) => `No se pudo enviar ${mail} a ${to}.`,
  mailKept: (mail: string, to: string) => `Modo de prueba: ${mail} a ${to} no se envió.`,
  about: (count: number) => `Sobre ${commitments(count)}.`,
  commitmentNumber: (number: string) => `compromiso ${number}`,
  /** An action this version of the app has no sentence for. */
  other: (action: string) => `Registró «${action}».`,
};
