import type { DecisionOutcome } from '../../domain/decision-outcome.ts';
import { commitmentFields } from './commitment-fields.ts';
import { localityStatuses } from './locality-statuses.ts';
import { waitingMailNames } from './mails.ts';
import { particulars } from './particulars.ts';
import { privacyRequestKinds } from './privacy-requests.ts';

/** Every Spanish word of the dossier. Its type is the list of what each other language must say. */
export const es = {
  kind: 'Expediente de localidad',
  title: (locality: string) => `Expediente de ${locality}`,
  page: (page: number, pages: number) => `Página ${page} de ${pages}`,
  made: (date: string, entries: number) => `Emitido el ${date} · ${entries} entradas en el historial`,
  hash: (hash: string) => `Huella ${hash}`,
  none: '—',

  particulars: {
    ...particulars,
    people: (count: string) => `${count} habitantes`,
    begun: 'Inicio',
    made: 'Fecha de emisión',
  },
  statuses: localityStatuses,

  stages: {
    title: 'Etapas',
    state: { behind: 'Concluida', current: 'En curso', ahead: 'Por venir' },
    left: 'Se cerró aquí',
    drawing: (stages: string) => `Las etapas del programa en su orden: ${stages}.`,
    stage: 'Etapa',
    planned: 'Plan inicial',
    now: 'Plan vigente',
    opened: 'Apertura',
    ended: 'Cierre',
    visits: 'Visitas',
    from: (start: string, end: string) => `${start} a ${end}`,
  },

  record: {
    title: 'Actividades y decisiones',
    none: 'Todavía no se abre ninguna etapa.',
    stage: (number: number, name: string) => `${number}. ${name}`,
    visit: (number: number, opened: string, target: string) =>
      `Visita ${number}: abierta el ${opened}, prevista para el ${target}`,
    ended: (date: string) => `, cerrada el ${date}`,
    activities: 'Actividades',
    done: (by: string, date: string) => `Registró ${by} el ${date}`,
    notApplicable: 'no aplica',
    meetings: (count: number) => (count === 1 ? '1 reunión' : `${count} reuniones`),
    trained: (count: number) => (count === 1 ? '1 persona capacitada' : `${count} personas capacitadas`),
    evidence: (titles: string) => `Evidencia: ${titles}`,
    open: (names: string) => `Sin completar: ${names}.`,
    nothing: 'No hay actividades registradas en esta visita.',
    decisions: 'Decisiones',
    undecided: 'Sin decisiones.',
    asked: (by: string, date: string) => `Pidió la revisión ${by} el ${date}`,
    note: (note: string) => `Nota: ${note}`,
    waiting: 'La revisión espera una decisión.',
    decided: (by: string, date: string) => `Decidió ${by} el ${date}`,
    reason: (reason: string) => `Motivo: ${reason}`,
    override: 'Con excepción: se pasó sin cumplir todos los criterios',
    overrideAsked: 'Se pidió con excepción: no se cumplen todos los criterios',
    overrideBy: (by: string, date: string) => `Excepción de ${by}, vigente hasta el ${date}`,
    unmet: (criteria: string) => `Lo que faltaba: ${criteria}`,
  },
  outcomes: {
    advance: () => 'Avanza',
    return: (stage?: string) => (stage ? `Regresa a «${stage}»` : 'Regresa'),
    hold: () => 'Queda en pausa',
    close: () => 'Se cierra',
  } satisfies Record<DecisionOutcome, (stage?: string) => string>,

  commitmentFields,
  matrix: {
    title: 'Matriz de compromisos',
    none: 'No hay compromisos registrados.',
    names:
      'Los nombres de personas aparecen solo en el ejemplar de quien puede escribirles; en los demás, su organización o su sector.',
    number: 'N.º',
    action: 'Acción',
    due: 'Fecha',
    sector: (name: string) => `Sector ${name}`,
    nobody: 'Sin responsable',
    undated: 'Sin fecha',
    missing: (sectors: string) => `Sectores sin compromiso vigente: ${sectors}.`,
    covered: 'Los seis sectores tienen al menos un compromiso vigente.',
    rollUp: 'Resumen por estado',
    count: 'Compromisos',
    total: 'Total sin cancelados',
  },

  surveys: {
    title: 'Encuestas e indicadores',
    none: 'No se ha cargado ninguna encuesta.',
    baseline: 'Línea base',
    followUp: 'Seguimiento',
    survey: (people: string, date: string, by: string, questionnaire: string) =>
      `${people} personas; cuestionario ${questionnaire}; cargada el ${date} por ${by}`,
    notYet: 'Aún no se carga',
    howTo:
      'Debajo de cada cifra está su intervalo de confianza de 95 %. Un cambio se afirma solo cuando no se explica por el azar de la muestra, con el ajuste de Holm por comparar varias preguntas a la vez.',
    indicator: 'Indicador',
    picture: 'Antes y después',
    difference: (difference: string) => `Diferencia: ${difference}`,
    result: 'Resultado',
    interval: (low: string, high: string) => `de ${low} a ${high}`,
    answers: (count: string) => `${count} respuestas`,
    /** What follows a difference between two shares. */
    points: 'puntos',
  },

  ranking: {
    title: 'Focalización',
    none: 'No hay una priorización congelada que incluya a esta localidad.',
    name: 'Priorización',
    place: 'Lugar de esta localidad',
    placed: (rank: string, places: string) => `${rank} de ${places}`,
    unranked: 'Sin lugar: le faltan cifras',
    method: 'Método',
    methods: { weighted: 'Índice ponderado', 'cases-attended': 'Casos atendidos' },
    chosen: 'Alcance',
    first: (count: number) => (count === 1 ? 'El primer lugar' : `Los primeros ${count} lugares`),
    rationale: 'Razón',
    frozen: 'Congelada',
    frozenBy: (by: string, date: string) => `por ${by} el ${date}`,
    hash: 'Huella',
    indicator: 'Indicador',
    weight: 'Peso',
    reason: 'Razón del peso',
  },

  /** The answer to somebody who asked about their data. */
  privacyRequestKinds,
  mailKinds: waitingMailNames,
  privacyAnswer: {
    title: 'Respuesta a una solicitud de derechos ARCO',
    asked: 'Se solicita',
    by: 'Solicitante',
    received: 'Recibida el',
    dueOn: 'Plazo de respuesta',
    answered: 'Respondida el',
    notYet: 'Todavía no',
    folio: 'Folio',
    answer: 'Respuesta',
    held: 'Datos que se conservan',
    nothingHeld: 'No hay en Etapas un registro de esta persona que se haya señalado en la solicitud.',
    erased: 'Sus datos de contacto se borraron',
    name: 'Nombre',
    organization: 'Organización',
    email: 'Correo electrónico',
    sector: 'Sector',
    consent: 'Consentimiento',
    given: (on: string, how: string) => `${on}: ${how}`,
    recorded: 'Registro',
    commitments: 'Compromisos',
    noCommitments: 'No tiene compromisos a su cargo ni en los que participe.',
    place: 'Localidad',
    action: 'Compromiso',
    due: 'Fecha límite',
    status: 'Estado',
    mails: 'Correos',
    noMails: 'No se le ha escrito.',
    mail: (on: string, kind: string) => `${on}: ${kind}`,
    history: 'Historial de su registro',
    entries: (count: number) =>
      count === 1 ? 'Una entrada, sin datos de contacto.' : `${count} entradas, sin datos de contacto.`,
    sign: 'Nombre, cargo y firma de quien responde: ______________________________________',
    made: (date: string) => `Emitido el ${date}`,
  },

  authenticity: {
    title: 'Historial y autenticidad',
    text: (entries: number) =>
      `Este expediente se hizo del registro en su entrada número ${entries}. Cada entrada del historial se encadena a la anterior por su huella (SHA-256); la de la última es:`,
    head: (entry: number, hash: string) => `Entrada ${entry} · ${hash}`,
    check:
      'Para comprobarlo, abra con la cámara de un teléfono el código, o escriba la dirección que está a su lado. La página dice si esa entrada sigue en el historial con esa huella y qué hacer si no.',
    code: (entry: number, hash: string) =>
      `Código QR que lleva a la página donde se comprueba la entrada ${entry}, de huella ${hash}. La dirección está escrita a su lado.`,
    identifier: (id: string) => `Identificador de la localidad: ${id}`,
  },
  signatures: {
    title: 'Firmas',
    municipality: 'Por el municipio',
    coordination: 'Por la coordinación de la localidad',
    name: 'Nombre, cargo y firma',
    when: 'Lugar y fecha',
  },
};

export type Words = typeof es;
