import type { MailKind, MailMessageKind, MatterKind, MatterPart } from '../../domain/mail.ts';

/** A gate and where it stands, as a mail names them. */
export interface Place {
  locality: string;
  programme: string;
  stage: string;
  track?: string;
  visit: number;
}

/** One thing to see to, as a digest to staff names it. */
export interface MatterWords {
  locality: string;
  stage: string;
  track?: string;
  /** Since when it is late or waits; of a commitment, when it is due. */
  date: string;
  count: number;
  /** What was promised, and how far the day is on which it is due. */
  action: string;
  distance: string;
}

/** What a mail is called in a sentence of the app. */
export const mailNames: Record<MailKind | 'other', string> = {
  'stage-opened': 'el aviso de etapa abierta',
  'review-requested': 'el aviso de revisión pedida',
  'review-void': 'el aviso de revisión sin efecto',
  'gate-decided': 'el aviso de la decisión',
  'override-used': 'el aviso de una excepción',
  'programme-completed': 'el aviso de programa terminado',
  'staff-digest': 'el resumen del día',
  digest: 'el recordatorio de sus compromisos',
  'fresh-link': 'un enlace nuevo',
  'address-changed': 'el aviso de cambio de dirección',
  convocation: 'la convocatoria a una sesión',
  other: 'un correo',
};

/** What a mail that waits is called. */
export const waitingMailNames: Record<MailMessageKind, string> = {
  mail: 'Aviso de una localidad',
  'staff-digest': 'Resumen para el personal',
  digest: 'Recordatorio de compromisos',
  'fresh-link': 'Enlace nuevo',
  'address-changed': 'Aviso de cambio de dirección',
  convocation: 'Convocatoria a una sesión',
};

const what = ({ stage, track }: Pick<Place, 'stage' | 'track'>) =>
  track ? `el proceso «${track}»` : `la etapa «${stage}»`;

const where = ({ programme, stage, track, visit }: Place) =>
  `${track ? `el proceso «${track}» de la etapa` : 'la etapa'} «${stage}» del programa «${programme}»${visitOf(visit)}`;

const visitOf = (visit: number) => (visit > 1 ? ` (visita ${visit})` : '');

const activities = (count: number) =>
  count === 1
    ? 'la actividad obligatoria y regístrela'
    : `las ${count} actividades obligatorias y regístrelas`;

const compromisos = (count: number) => (count === 1 ? '1 compromiso' : `${count} compromisos`);
const correos = (count: number) => (count === 1 ? '1 correo' : `${count} correos`);
const personas = (count: number) => (count === 1 ? '1 persona' : `${count} personas`);

/** Every Spanish word of the mails. Its type is the list of what each other language must say. */
export const es = {
  sender: (municipality: string) => `Etapas · ${municipality}`,
  next: 'Qué sigue',
  details: 'Detalles',
  why: 'Usted recibe este mensaje porque coordina esta localidad o participa en sus decisiones.',
  privacy: 'Aviso de privacidad',
  /** Ends a text too long for a mail. */
  continues: '… (el texto completo está en Etapas)',

  labels: {
    locality: 'Localidad',
    programme: 'Programa',
    stage: 'Etapa',
    track: 'Proceso',
    visit: 'Visita',
    targetOn: 'Fecha prevista',
    requestedBy: 'Solicitó la revisión',
    changedBy: 'Hizo el cambio',
    decidedBy: 'Tomó la decisión',
    overriddenBy: 'Pidió la excepción',
    expiresOn: 'Vencimiento de la excepción',
    completedOn: 'Fecha de conclusión',
    note: 'Nota de quien solicitó la revisión',
    reason: 'Motivo de la decisión',
    overrideReason: 'Motivo de la excepción',
    unmet: 'Lo que falta por cumplir',
  },

  stageOpened: {
    button: 'Ver la etapa en Etapas',
    heading: (place: Place) => `Se abrió ${what(place)}${visitOf(place.visit)}`,
    summary: (place: Place) => `En ${place.locality} se abrió ${where(place)}.`,
    laterVisit:
      'Lo registrado en visitas anteriores se conserva, pero esa evidencia no cuenta para esta visita.',
    next: (required: number, targetOn: string) =>
      required === 0
        ? `Aquí no hay actividades obligatorias. La fecha prevista para terminar es el ${targetOn}.`
        : `Complete ${activities(required)} en Etapas a más tardar el ${targetOn}, la fecha prevista.`,
    thenReview:
      'Cuando se cumplan los criterios, solicite la revisión para que se decida si la localidad avanza.',
  },

  reviewRequested: {
    button: 'Ver la revisión en Etapas',
    heading: (place: Place) => `Se pidió revisar ${what(place)}${visitOf(place.visit)}`,
    summary: (place: Place, by: string) =>
      `${by} solicitó revisar ${where(place)} en ${place.locality}, para que se decida si la localidad avanza.`,
    fourEyes: 'Quien solicita la revisión no la decide: debe decidir otra persona.',
    twoEyes: 'En este municipio, quien solicita la revisión también puede decidirla.',
    next: (fourEyes: boolean) =>
      `Si le corresponde decidir${fourEyes ? ' y usted no solicitó la revisión' : ''}, consulte en Etapas las ` +
      'actividades, la evidencia y los criterios, y registre su decisión: avanzar, regresar a una etapa, poner en ' +
      'pausa o cerrar.',
  },

  reviewVoid: {
    button: 'Ver la etapa en Etapas',
    heading: (place: Place) => `Quedó sin efecto la revisión de ${what(place)}${visitOf(place.visit)}`,
    summary: (place: Place, by: string) =>
      `${by} cambió lo que se iba a revisar de ${where(place)} en ${place.locality}: una actividad, su evidencia, una ` +
      'encuesta o una focalización.',
    void: 'La revisión solicitada quedó sin efecto, porque lo que se iba a decidir ya no es lo mismo.',
    next: 'Cuando lo registrado esté completo, solicite de nuevo la revisión. Mientras tanto no hay nada que decidir.',
  },

  gateDecided: {
    button: (next?: string): string =>
      next ? 'Ver la etapa que sigue en Etapas' : 'Ver la decisión en Etapas',
    outcomes: {
      advance: {
        heading: (place: Place, next?: string) =>
          next ? `La localidad avanza a la etapa «${next}»` : `Se aprobó ${what(place)}`,
        summary: (place: Place, by: string) =>
          `En ${where(place)}, ${by} aprobó que ${place.locality} avance.`,
        follows: ({ track }: Place, next?: string): string => {
          if (next) return `La localidad avanza a la etapa «${next}», que se abre enseguida.`;
          return track
            ? 'Por ahora no se abre otra etapa: esta termina cuando se aprueben todos sus procesos.'
            : 'Con esta decisión no se abre ninguna otra etapa.';
        },
        next: (next?: string): string =>
          next
            ? 'Consulte en Etapas las actividades y la fecha prevista de la nueva etapa.'
            : 'No necesita hacer nada por ahora. Puede consultar en Etapas cómo va la localidad.',
      },
      return: {
        heading: (_place: Place, next?: string) =>
          next ? `La localidad regresa a la etapa «${next}»` : 'La localidad regresa para una nueva visita',
        summary: (place: Place, by: string) =>
          `En ${where(place)}, ${by} decidió que ${place.locality} todavía no avance.`,
        follows: (_place: Place, next?: string) =>
          `La localidad regresa ${next ? `a la etapa «${next}» ` : ''}para una nueva visita. Lo ya registrado se ` +
          'conserva, pero la evidencia anterior no cuenta para la nueva visita.',
        next: () =>
          'Lea el motivo, realice lo que haga falta y registre evidencia nueva. Cuando se cumplan los criterios, ' +
          'solicite otra revisión.',
      },
      hold: {
        heading: () => 'La localidad queda en pausa',
        summary: (place: Place, by: string) =>
          `En ${where(place)}, ${by} puso en pausa el seguimiento de ${place.locality}.`,
        follows: () => 'Mientras dure la pausa, no se envían recordatorios y la localidad no avanza.',
        next: () =>
          'No necesita hacer nada por ahora. Cuando se pueda continuar, el seguimiento se reanuda desde Etapas.',
      },
      close: {
        heading: () => 'Se cerró el seguimiento de la localidad',
        summary: (place: Place, by: string) =>
          `En ${where(place)}, ${by} cerró el seguimiento de ${place.locality}.`,
        follows: () =>
          'El programa termina aquí para esta localidad: no se abren más etapas ni se envían más recordatorios.',
        next: () => 'No necesita hacer nada más. El historial se conserva y puede consultarlo en Etapas.',
      },
    },
  },

  overrideUsed: {
    button: 'Ver la excepción en Etapas',
    heading: (place: Place) => `Se aprobó con excepción ${what(place)}`,
    summary: (place: Place) =>
      `En ${where(place)}, ${place.locality} avanzó sin cumplir todos los criterios.`,
    people: (overriddenBy: string, decidedBy: string) =>
      overriddenBy === decidedBy
        ? `${overriddenBy} pidió la excepción y tomó la decisión.`
        : `${overriddenBy} pidió la excepción; ${decidedBy} tomó la decisión.`,
    next: (expiresOn: string) =>
      `Cumpla lo que falta y registre la evidencia a más tardar el ${expiresOn}, cuando vence la excepción. Si para ` +
      'entonces sigue pendiente, volverá a aparecer como tarea.',
    reports: 'Mientras tanto, la excepción queda a la vista en todos los informes.',
  },

  programmeCompleted: {
    button: 'Ver la localidad en Etapas',
    heading: (programme: string) => `Concluyó el programa «${programme}»`,
    summary: (locality: string, programme: string, on: string) =>
      `${locality} concluyó el ${on} todas las etapas del programa «${programme}».`,
    thanks: 'Gracias por acompañar a la localidad en cada paso.',
    next:
      'No necesita hacer nada más. Las actividades, la evidencia y las decisiones se conservan, y puede consultarlas ' +
      'en Etapas.',
  },

  /** To staff, of all that they need not act on at once. */
  staffDigest: {
    heading: (date: string) => `Su resumen del ${date}`,
    /** What is in it, in a few words: how many of each. */
    counts: {
      climbed: (count: number) => `${count} sin atender`,
      reviews: (count: number) =>
        count === 1 ? '1 revisión por decidir' : `${count} revisiones por decidir`,
      late: (count: number) => (count === 1 ? '1 etapa atrasada' : `${count} etapas atrasadas`),
      promises: (count: number) => (count === 1 ? '1 compromiso' : `${count} compromisos`),
      tasks: (count: number) => (count === 1 ? '1 tarea' : `${count} tareas`),
      news: (count: number) => (count === 1 ? '1 novedad' : `${count} novedades`),
    } satisfies Record<MatterPart | 'news', (count: number) => string>,
    titles: {
      climbed: 'Lo que sigue sin atenderse',
      reviews: 'Revisiones que esperan su decisión',
      late: 'Etapas con la fecha vencida',
      promises: 'Compromisos vencidos o por vencer',
      tasks: 'Tareas pendientes',
      news: 'Lo que pasó desde el resumen anterior',
    } satisfies Record<MatterPart | 'news', string>,
    /** Before what has climbed. */
    climbed: 'Lleva varios días hábiles sin resolverse, y por eso se le informa también a usted.',
    from: (matter: string, names: string) => `${matter} (coordina ${names})`,
    nobody: 'nadie',
    /** One thing to see to, as a line. */
    matters: {
      'review-waiting': ({ locality, ...at }: MatterWords) =>
        `${locality}: revisar ${what(at)}, que se pidió el ${at.date}`,
      'gate-overdue': ({ locality, ...at }: MatterWords) =>
        `${locality}: ${what(at)} debía concluir el ${at.date}`,
      'override-expired': ({ locality, ...at }: MatterWords) =>
        `${locality}: la excepción de ${what(at)} venció el ${at.date}`,
      'missing-sectors': ({ locality, ...at }: MatterWords) =>
        `${locality}: en ${what(at)} hay sectores que todavía no se comprometen a nada`,
      'commitment-due': ({ locality, action, date, distance }: MatterWords) =>
        `${locality}: ${action} — ${date} (${distance})`,
      escalated: ({ locality, count, date }: MatterWords) =>
        `${locality}: ${compromisos(count)} sin cumplir después de todos los recordatorios, desde el ${date}`,
      cannot: ({ locality, count, date }: MatterWords) =>
        `${locality}: ${compromisos(count)} que su responsable no podrá cumplir, desde el ${date}`,
      'tell-in-person': ({ locality, count, date }: MatterWords) =>
        `${locality}: ${compromisos(count)} por recordar en persona, desde el ${date}`,
      'responsible-erased': ({ locality, count, date }: MatterWords) =>
        `${locality}: ${compromisos(count)} sin responsable, cuyos datos se borraron, desde el ${date}`,
      'report-missing': ({ locality, count, date }: MatterWords) =>
        count === 1
          ? `${locality}: faltan los números de una línea del plan, desde el ${date}`
          : `${locality}: faltan los números de ${count} líneas del plan, desde el ${date}`,
      bounced: ({ locality, count, date }: MatterWords) =>
        `${locality}: ${correos(count)} a donde ya no llegan los mensajes, desde el ${date}`,
      complained: ({ locality, count, date }: MatterWords) =>
        `${locality}: ${personas(count)} que no desean recibir correos, desde el ${date}`,
    } satisfies Record<MatterKind, (matter: MatterWords) => string>,
    news: (locality: string, heading: string) => `${locality}: ${heading}`,
    more: (count: number) =>
      count === 1 ? 'Y 1 más, que puede ver en Etapas.' : `Y ${count} más, que puede ver en Etapas.`,
    buttons: {
      climbed: 'Ver lo que sigue sin atenderse',
      reviews: 'Ver las revisiones',
      late: 'Ver las etapas atrasadas',
      promises: 'Ver los compromisos',
      tasks: 'Ver las tareas',
      news: 'Ver lo que pasó',
    } satisfies Record<MatterPart | 'news', string>,
    why: 'Usted recibe este resumen porque coordina localidades, participa en sus decisiones o responde por el programa.',
    choose: 'Elegir qué correos recibir',
  },

  /** To the people who promised something, who have no account. */
  digest: {
    subject: (overdue: number, due: number) =>
      [
        overdue > 0 ? `${overdue} ${overdue === 1 ? 'compromiso vencido' : 'compromisos vencidos'}` : '',
        due > 0 ? `${due} ${overdue > 0 ? '' : due === 1 ? 'compromiso ' : 'compromisos '}por cumplir` : '',
      ]
        .filter((part) => part)
        .join(' y '),
    heading: (count: number): string => (count === 1 ? 'Su compromiso' : 'Sus compromisos'),
    greeting: (name: string) => `Hola, ${name}:`,
    opening: 'Le recordamos lo que quedó a su cargo en la matriz de compromisos.',
    overdueIn: (locality: string) => `${locality}: ya venció`,
    dueIn: (locality: string) => `${locality}: por cumplir`,
    today: 'vence hoy',
    inDays: (days: number) => (days === 1 ? 'falta 1 día' : `faltan ${days} días`),
    daysAgo: (days: number) => (days === 1 ? 'venció hace 1 día' : `venció hace ${days} días`),
    more: (count: number) => `Y ${count} más, que puede ver en la página.`,
    answer:
      'Díganos cómo va: si ya está hecho, si está en camino o si no será posible. No necesita una cuenta.',
    reportsSubject: (count: number) =>
      count === 1 ? 'Faltan los números de una línea' : `Faltan los números de ${count} líneas`,
    reportsHeading: 'Números que faltan',
    reportsOpening:
      'Estas líneas del plan están a su cargo y su periodo ya terminó. Escriba en la página cuánto se hizo; si no se hizo nada, escriba 0. No necesita una cuenta.',
    reportPeriod: (from: string, to: string) => `del ${from} al ${to}`,
    reportsButton: 'Escribir los números',
    personalLink: 'Este enlace es personal; por favor no lo reenvíe.',
    button: 'Ver y responder',
    personal: 'Este enlace es personal; por favor no lo reenvíe. Las fechas van adjuntas para su calendario.',
    why: (municipality: string) =>
      `Usted recibe este mensaje porque asumió compromisos con el municipio de ${municipality}.`,
    unsubscribe: 'Dejar de recibir estos correos',
  },

  /** To whoever is to come to a session. */
  convocation: {
    subject: {
      convened: (kind: string, when: string) => `Convocatoria: ${kind}, ${when}`,
      changed: (kind: string, when: string) => `Cambio: ${kind}, ahora ${when}`,
      cancelled: (kind: string, when: string) => `Se canceló: ${kind}, ${when}`,
      notAsked: (kind: string, when: string) => `Ya no hace falta que asista: ${kind}, ${when}`,
    },
    opening: {
      convened: (municipality: string) => `El municipio de ${municipality} le convoca a esta sesión.`,
      changed: (municipality: string) =>
        `El municipio de ${municipality} cambió el día, la hora o el lugar de una sesión a la que le convocó. Así queda:`,
      cancelled: (municipality: string) =>
        `El municipio de ${municipality} canceló esta sesión, a la que le había convocado. No necesita hacer nada.`,
      notAsked: (municipality: string) =>
        `El municipio de ${municipality} le había convocado a esta sesión. Ya no hace falta que asista ni que responda.`,
    },
    what: 'Sesión',
    when: 'Cuándo',
    where: 'Lugar',
    locality: 'Localidad',
    reason: 'Motivo',
    agenda: 'Orden del día',
    dayAndHour: (day: string, hour: string) => `${day}, ${hour} h`,
    answer: 'Díganos si asistirá. No necesita una cuenta, y puede cambiar su respuesta hasta ese día.',
    button: 'Responder si asistiré',
    personal: 'Este enlace es personal; por favor no lo reenvíe. La sesión va adjunta para su calendario.',
    why: (municipality: string) =>
      `Usted recibe este mensaje porque el municipio de ${municipality} le convocó a una sesión.`,
  },
  addressChanged: {
    heading: 'Cambió la dirección de sus recordatorios',
    opening: (municipality: string) =>
      `El municipio de ${municipality} ya no enviará a esta dirección los recordatorios de sus compromisos: en su registro se anotó otra, o se quitó esta. Los enlaces que recibió aquí dejaron de servir.`,
    next: 'Si así lo pidió, no necesita hacer nada. Si no lo pidió, responda a este correo y lo corregiremos.',
    why: (municipality: string) =>
      `Recibe este aviso, una sola vez, porque esta dirección estaba en el registro del municipio de ${municipality}.`,
  },
  freshLink: {
    heading: 'Su enlace nuevo',
    opening:
      'Pidió un enlace nuevo a la página de sus compromisos. Ábrala para ver cada uno y decirnos cómo va.',
    button: 'Ver mis compromisos',
    personal: 'Este enlace es personal; por favor no lo reenvíe. Si no lo pidió, no necesita hacer nada.',
  },
};

export type Words = typeof es;
