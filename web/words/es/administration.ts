import type { Finding } from '../../administration/audit.ts';
import type { WaitingMail } from '../../administration/waiting-mails.tsx';
import { counted } from '../plural.ts';

const mails = counted('es-MX', { one: '# correo', other: '# correos' });
const reminders = counted('es-MX', { one: '# recordatorio', other: '# recordatorios' });

export const administration = {
  title: 'Gestión',
  parts: 'Partes de la gestión',
  forAdministrators: 'Esta parte es de la administración',
  forAdministratorsText:
    'Su cuenta no la incluye. Si le hace falta, pídalo a quien administra Etapas en el municipio.',
  tabs: {
    mail: 'Correo',
    reminders: 'Recordatorios',
    overrides: 'Excepciones',
    staff: 'Personal',
    records: 'Registros',
    settings: 'Ajustes',
  },
  somebody: 'una persona',

  mail: {
    title: 'Salida de correos',
    leaves: 'El correo está saliendo',
    stopped: 'El correo está detenido',
    from: (address: string) => `Quienes lo reciben ven como remitente a ${address}.`,
    stoppedText:
      'Estos datos vienen de un respaldo. Mientras nadie los revise, no sale ningún correo, para que nadie reciba dos veces lo mismo.',
    before: (count: number) =>
      count === 0 ? 'No hay correos en espera.' : `${mails(count)} en espera saldrían en menos de una hora.`,
    beforeMany: (count: number) => `Más de ${mails(count)} en espera saldrían en menos de una hora.`,
    check: 'Comprobar antes los registros',
    release: 'Permitir que salga el correo',
    releaseTitle: '¿Permitir que salga el correo?',
    releaseWill: [
      'Los correos en espera salen en menos de una hora, y los nuevos en cuanto se escriben.',
      'Algunos pudieron haberse enviado antes del respaldo: esas personas los recibirán otra vez.',
      'No se puede volver a detener desde aquí.',
    ],
    released: 'El correo vuelve a salir.',
    sandboxText: 'Solo se escribe a estas direcciones; los demás correos se guardan sin enviarse.',
    sandboxNobody: 'No hay ninguna dirección permitida: ningún correo se envía.',
    everybody: 'Se escribe a todas las direcciones.',
    today: 'Enviados hoy',
    ofCap: (sent: string, cap: string) => `${sent} de ${cap}`,
    capReached: 'Ya se enviaron los correos de hoy. Los demás esperan a mañana.',
    capText: 'Es el límite de correos al día, de todas las clases.',
    waiting: 'Correos en espera',
    waitingNone: 'No hay correos en espera',
    waitingNoneText: 'Todo lo que se escribió ya salió.',
    more: 'Se muestran los 200 que llevan más tiempo esperando; hay más.',
    kinds: {
      mail: 'Aviso de una localidad',
      digest: 'Recordatorio de compromisos',
      'fresh-link': 'Enlace nuevo',
    } satisfies Record<WaitingMail['kind'], string>,
    states: {
      queued: 'En la fila',
      leased: 'Saliendo',
      waiting: 'Se intentará de nuevo',
      held: 'En duda',
    } satisfies Record<WaitingMail['state'], string>,
    columns: { mail: 'Correo', about: 'Para o sobre', state: 'Estado', since: 'Desde', attempts: 'Intentos' },
    heldUntil: (moment: string) =>
      `No se sabe si salió. Si nadie lo confirma, se repite después del ${moment}.`,
    waitsFor: (date: string) => `Espera al ${date}: el límite de ese día ya se había alcanzado.`,
    suppressed: 'Direcciones a las que no se escribe',
    suppressedText:
      'Sus recordatorios se vuelven tareas para avisarles en persona. Una dirección nueva, escrita en los datos de la persona, se vuelve a usar.',
    suppressedNone: 'Se escribe a todas las direcciones',
    suppressedNoneText: 'Ningún correo ha rebotado y nadie ha pedido dejar de recibirlos.',
    reasons: {
      bounce: 'Su correo no llega',
      complaint: 'Marcó los correos como no deseados',
      unsubscribed: 'Pidió no recibir correos',
    },
    addresses: counted('es-MX', { one: '# dirección', other: '# direcciones' }),
    addressesSoFar: counted('es-MX', { one: '# dirección hasta ahora', other: '# direcciones hasta ahora' }),
    showMore: 'Ver más',
  },

  overrides: {
    title: 'Excepciones vigentes',
    text: 'Etapas que se pasaron sin cumplir todos sus criterios, hasta que alguien diga que lo pendiente quedó atendido.',
    none: 'No hay excepciones vigentes',
    noneText: 'Todas las etapas se pasaron cumpliendo sus criterios, o lo pendiente ya quedó atendido.',
    count: counted('es-MX', { one: '# excepción vigente', other: '# excepciones vigentes' }),
    expired: counted('es-MX', { one: '# ya venció', other: '# ya vencieron' }),
    visit: (stage: string, visit: string) => `${stage}, visita ${visit}`,
    by: (person: string) => `La autorizó ${person}:`,
    unmet: 'Lo que faltaba:',
    settle: 'Cuando vence, vuelve como tarea en Hoy. Ahí se marca como atendida.',
  },

  staff: {
    coordinators: 'Quién coordina',
    coordinatorsText: 'Se cambia en los datos de cada localidad.',
    localities: counted('es-MX', { one: '# localidad', other: '# localidades' }),
    without: 'Sin quien coordine',
    withoutText: 'Nadie recibe los avisos de estas localidades. Escriba en sus datos quién las coordina.',
    none: 'Todavía no hay localidades',
    noneText: 'Al crear una localidad se elige quién la coordina.',
    approvers: 'Quién aprueba',
    approversText: 'Reciben los avisos de todas las revisiones, además de quien coordina.',
    approversNone: 'Los ajustes no nombran a nadie: solo se avisa a quien coordina.',
    fourEyes: 'Quien pide una revisión no la decide.',
    noFourEyes: 'Quien pide una revisión también puede decidirla.',
    roles: 'Qué puede cada función',
    roleTexts: {
      administrator: 'Ve y cambia todo, decide revisiones, autoriza excepciones y entra a esta parte.',
      coordinator: 'Ve y cambia las localidades que coordina, y decide las revisiones que no pidió.',
      viewer:
        'Ve todo, o solo las localidades que diga su cuenta, y no cambia nada. No ve direcciones de correo.',
    },
    accounts: 'Dónde se hacen las cuentas',
    accountsText: [
      'En el grupo de usuarios (Amazon Cognito) de esta instalación; nadie puede registrarse por su cuenta.',
      'El nombre de usuario es la dirección de trabajo, y el grupo es la función:',
      'Para quitar a alguien, deshabilite ahí su cuenta; lo que hizo se conserva en los historiales.',
    ],
  },

  records: {
    title: 'Comprobación de registros',
    text: 'Lee cada historial de principio a fin, comprueba que nadie lo haya cambiado y que los registros concuerden entre sí. Solo lee: no cambia nada.',
    start: 'Comprobar todo',
    again: 'Comprobar de nuevo',
    stop: 'Detener',
    goOn: 'Seguir',
    running: 'Comprobando…',
    checked: counted('es-MX', { one: '# historial comprobado', other: '# historiales comprobados' }),
    stopped: 'La comprobación se detuvo antes de terminar.',
    sound: 'Todo concuerda',
    soundText: (count: string) =>
      `Se comprobaron ${count} historiales de localidades y personas, y ninguno tiene fallas.`,
    found: counted('es-MX', { one: '# falla', other: '# fallas' }),
    foundText:
      'Ninguna acción en Etapas deja los registros así: alguien escribió en la base de datos por otro lado, o un respaldo quedó incompleto. No borre nada, y avise a quien se encarga de la instalación.',
    findings: {
      unreadable: (about: string) => `El registro «${about}» no se puede leer.`,
      'history-altered': (about: string) =>
        `El registro ${about} del historial se cambió después de escribirse.`,
      'history-incomplete': (about: string) => `Falta el registro ${about} del historial.`,
      'visit-missing': (about: string) => `Falta la visita «${about}».`,
      'visit-astray': (about: string) => `La visita «${about}» está abierta o cerrada cuando no debía.`,
      'review-differs': (about: string) =>
        `La revisión de «${about}» no concuerda con el estado de la localidad.`,
      'commitments-differ': (about: string) =>
        `La cuenta de compromisos no concuerda con la matriz («${about}»).`,
      'contact-differs': () => 'Sus datos de contacto faltan, o siguen ahí después de borrarse.',
    } satisfies Record<Finding['code'], (about: string) => string>,
  },

  reminders: {
    title: 'Recordatorios',
    when: (hour: string) => `Salen cada mañana a las ${hour}, y nadie recibe más de un correo al día.`,
    workingDays: 'Solo en días hábiles: lo que cae en otro día sale en el siguiente hábil.',
    everyDay: 'Salen también en fines de semana y días festivos.',
    ladder: 'Cuándo se recuerda cada compromiso',
    before: (days: string) => `${days} días antes de su fecha`,
    dayBefore: 'un día antes',
    onDay: 'el mismo día',
    after: (days: string) => `${days} días después`,
    dayAfter: 'un día después',
    weekly: counted('es-MX', { one: 'una vez más a la semana siguiente', other: 'cada semana, # veces más' }),
    afterwards: 'Después ya no se recuerda: pasa como tarea a la coordinación.',
    now: 'Enviar ahora los de hoy',
    nowText:
      'Hace lo mismo que cada mañana. Sirve cuando algo falló: lo que ya se hizo hoy no se repite, y lo que se quedó sin hacer se pone al día.',
    dayOff: 'Hoy no es día hábil: no saldrá ningún recordatorio.',
    nowTitle: '¿Enviar ahora los recordatorios de hoy?',
    nowWill: [
      'Cada persona con compromisos por recordar recibe un solo correo.',
      'A quien no se le puede escribir, la coordinación le avisa en persona: se crea la tarea.',
      'Los correos no se pueden retirar.',
    ],
    send: 'Enviar los de hoy',
    done: (date: string) => `Recordatorios del ${date}`,
    nothing: 'No había nada pendiente: todo lo de hoy ya estaba hecho.',
    counts: {
      digests: 'Correos escritos',
      reminded: 'Compromisos recordados',
      toldInPerson: 'Por avisar en persona',
      escalated: 'Pasaron a la coordinación',
      stopped: 'Dejaron de recordarse',
    },
    sent: (count: number) => `Listo: ${reminders(count)}.`,
  },

  settings: {
    title: 'Ajustes del municipio',
    where: (id: string) =>
      `Aquí solo se ven. Se cambian en el archivo municipalities/${id}.yaml, y valen desde que se despliega de nuevo:`,
    yes: 'Sí',
    no: 'No',
    none: '—',
    languages: { es: 'Español', en: 'Inglés' },
    profiles: { standard: 'Estándar', hardened: 'Reforzado: llave propia y segundo factor para entrar' },
    minutes: counted('es-MX', { one: '# minuto', other: '# minutos' }),
    perDay: (count: number) => `${mails(count)} al día`,
    groups: {
      municipality: 'Municipio',
      staff: 'Personal y revisiones',
      mail: 'Correo',
      publication: 'Página pública',
      operation: 'Operación',
    },
    names: {
      name: 'Nombre',
      state: 'Estado',
      inegiCode: 'Clave del INEGI',
      id: 'Identificador',
      timeZone: 'Zona horaria',
      language: 'Idioma',
      staffMailDomain: 'Dominio del correo de trabajo',
      approvers: 'Quién aprueba',
      fourEyes: 'Decide una persona distinta de quien pide',
      mailFrom: 'Dirección de la que sale',
      'mail.sandbox': 'Modo de prueba',
      'mail.allowed': 'Direcciones permitidas en modo de prueba',
      'mail.dailyCap': 'Límite al día',
      'mail.heldMinutes': 'Espera antes de repetir un correo en duda',
      publish: 'Cada localidad tiene una página que todos pueden leer',
      publicUrl: 'Dirección de las páginas sin cuenta',
      region: 'Región de AWS',
      mailRegion: 'Región de AWS del correo',
      account: 'Cuenta de AWS',
      profile: 'Perfil de seguridad',
      alarmEmail: 'A quién llegan las alarmas',
    },
  },
};
