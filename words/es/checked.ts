import type { LocalityEvent } from '../../domain/audit-events.ts';
import { counted } from '../plural.ts';

/** What an entry of a history is about, for everybody: without persons, names and what anybody wrote. */
const kinds = {
  'locality-created': 'Alta de la localidad',
  'locality-edited': 'Cambio de los datos de la localidad',
  'locality-continues': 'Continuación de una localidad que se cerró',
  'coordinator-replaced': 'Cambio de coordinación',
  'stage-opened': 'Apertura de una etapa',
  'activity-recorded': 'Registro de una actividad',
  'review-requested': 'Solicitud de revisión',
  'gate-decided': 'Decisión sobre una etapa',
  resumed: 'Reanudación después de una pausa',
  'handed-over': 'Renovación del seguimiento automático',
  repaired: 'Reposición del seguimiento automático',
  'commitment-created': 'Alta de un compromiso',
  'commitments-imported': 'Importación de compromisos',
  'commitment-edited': 'Cambio de un compromiso',
  'commitment-answered': 'Respuesta sobre un compromiso',
  'commitment-escalated': 'Compromiso que pasó a la coordinación',
  'commitment-to-tell-in-person': 'Compromiso por recordar en persona',
  'task-done': 'Pendiente atendido',
  'survey-imported': 'Carga de una encuesta',
  'targeting-decided': 'Priorización congelada',
  'texts-erased': 'Borrado de datos a solicitud de una persona',
  'mail-sent': 'Envío de un correo',
  'mail-failed': 'Correo que no se pudo enviar',
  'mail-kept': 'Correo retenido en modo de prueba',
  'objective-created': 'Alta de un objetivo',
  'line-created': 'Alta de una línea de acción',
  'line-edited': 'Cambio de una línea de acción',
  'entries-recorded': 'Registro de avances',
  'session-planned': 'Programación de una sesión',
  'session-edited': 'Cambio de una sesión',
  'session-convened': 'Convocatoria a una sesión',
  'session-cancelled': 'Cancelación de una sesión',
  'session-held': 'Registro de una sesión',
} satisfies Record<LocalityEvent['action'], string>;

/** The page that tells whether the hash on a printed record stands in the history. */
export const checked = {
  kinds,
  otherKind: 'Otro registro',
  stands: 'La huella está en el historial',
  standsText: (entry: number) =>
    `La entrada número ${entry} del historial de esta localidad tiene la huella que se consultó.`,
  doesNot: 'La huella no está en el historial',
  differs: {
    altered: (entry: number) =>
      `La entrada número ${entry} del historial de esta localidad no tiene la huella que se consultó.`,
    beyond: (entry: number) => `El historial de esta localidad no llega a la entrada número ${entry}.`,
  },
  asked: 'Lo que se consultó',
  locality: 'Localidad',
  identifier: 'Identificador de la localidad',
  entry: 'Entrada',
  hash: 'Huella abreviada',
  whole: 'Huella completa (SHA-256)',
  since: 'Está en el historial desde el',
  event: 'Qué se registró',
  stage: 'Etapa',
  following: 'Entradas posteriores',
  entries: counted('es-MX', { one: '# entrada', other: '# entradas' }),
  meaning: 'Qué significa',
  means: [
    'Compare el número y la huella con los del papel. Si son los mismos, el historial hasta esa entrada es el que había al emitir el expediente.',
    'Que haya entradas posteriores es normal: el trabajo siguió. No cambian las anteriores.',
    'Aquí se comprueba el historial, no cada renglón del papel. Si algo de él le parece alterado, pida al municipio un ejemplar nuevo y compárelos.',
    'Vea que la dirección de esta página sea la del municipio: un papel falso puede llevar a otra.',
  ],
  whatToDo: 'Qué puede hacer',
  steps: [
    'Vea que la dirección esté completa y sea igual a la impresa: basta un signo distinto para que la huella sea otra.',
    'Si lo es, conserve el papel y muéstrelo a la coordinación del municipio. O el papel no salió así de Etapas, o el historial ya no es el que era.',
    'Quien administra Etapas puede revisar los historiales, que señala lo que se haya alterado. Después de restaurar un respaldo faltan entradas recientes, y se sabe cuáles.',
  ],
  about: 'Comprobación abierta a todas las personas. No contiene datos personales.',
  notThere: 'No encontramos lo que se consulta',
  notThereText:
    'La dirección está incompleta o no es la impresa. Escríbala de nuevo como está en el papel, o pregunte a la coordinación del municipio.',
};
