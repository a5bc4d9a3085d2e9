import type { ProblemCode } from '../../domain/errors.ts';
import { contactQuestions } from './contact-questions.ts';
import { privacyRequestKinds } from './privacy-requests.ts';

/** What Etapas says to people in Spanish; the English catalogue has the same entries. */
export const es = {
  problems: {
    'invalid-request': ['Solicitud inválida', 'Revise los campos señalados; no se guardó nada.'],
    unauthorized: ['Inicie sesión', 'Falta una sesión válida: inicie sesión e intente de nuevo.'],
    forbidden: ['No permitido', 'Su función no permite esta acción.'],
    'not-found': ['No encontrado', 'No existe, o no le corresponde verlo.'],
    'criteria-unmet': [
      'Faltan requisitos',
      'La etapa todavía no cumple los criterios de su revisión; vea lo que falta.',
    ],
    'four-eyes': [
      'Decide otra persona',
      'Quien pidió la revisión no la decide; pida a otra persona que lo haga.',
    ],
    'not-in-review': ['Sin revisión pedida', 'Primero pida la revisión de la etapa.'],
    'already-answered': ['Ya está respondida', 'La respuesta de esta solicitud ya quedó registrada.'],
    'already-decided': ['Ya está decidido', 'Alguien más ya decidió; vuelva a cargar para ver el resultado.'],
    'already-in-review': ['Ya está en revisión', 'La revisión ya fue pedida y espera una decisión.'],
    'not-open': ['Etapa no abierta', 'La etapa todavía no está abierta; intente de nuevo en unos segundos.'],
    'not-on-hold': ['No está en pausa', 'Solo puede reanudarse una localidad en pausa.'],
    'not-active': ['Localidad no activa', 'La localidad está en pausa, terminada o cerrada.'],
    'session-state': [
      'Sesión en otro estado',
      'La sesión ya se convocó, se celebró o se canceló; vuelva a cargarla.',
    ],
    'clears-itself': [
      'Se resuelve sola',
      'Esta tarea desaparece cuando se atiende su causa; no se marca como hecha.',
    ],
    'changed-meanwhile': [
      'Cambió entretanto',
      'Otras personas cambiaron la localidad al mismo tiempo; intente de nuevo.',
    ],
    erased: ['Datos borrados', 'Los datos de esta persona se borraron a solicitud suya.'],
    'stale-version': [
      'Versión anterior',
      'Lo que quiere cambiar ya cambió; vuelva a cargarlo y repita su cambio.',
    ],
    'body-too-large': ['Demasiado grande', 'El contenido enviado es demasiado grande.'],
    'unsupported-media-type': ['Formato no admitido', 'Envíe el contenido como application/json en UTF-8.'],
    'key-reused': ['Clave repetida', 'La clave Idempotency-Key ya se usó para otra solicitud.'],
    'version-required': ['Falta la versión', 'Envíe If-Match con la versión que vio.'],
    'too-many-mails': [
      'Demasiados correos en una hora',
      'Lo que ha hecho en esta hora ya causó todos los correos que caben en ella; no se guardó nada. Intente de nuevo cuando pase la hora, o envíe menos a la vez.',
    ],
    internal: ['Error interno', 'Algo falló de nuestro lado; no se guardó nada a medias. Intente de nuevo.'],
    unavailable: ['No disponible', 'El servicio está saturado; intente de nuevo en un momento.'],
    'version-missing': [
      'Falta una versión en uso',
      'A esta instalación le falta una versión de programa o de cuestionario que está en uso; su administración debe volver a instalarla.',
    ],
  } satisfies Record<ProblemCode, [title: string, detail: string]>,
  validationErrors: {
    unknown: 'campo desconocido',
    'not-json': 'no es JSON válido',
    'not-a-version': 'debe ser la versión entre comillas',
    'reason-needed': 'hace falta: diga por qué no aplica la actividad',
    'nothing-to-change': 'no cambia nada',
    'ring-open': 'debe terminar donde empieza',
    'too-detailed': 'tiene más de 5,000 puntos; simplifique el contorno',
    'ring-points': 'cada punto debe ser [longitud, latitud] en grados',
    'web-address': 'debe ser una dirección web que empiece con http o https',
    'address-or-file': 'lleva una dirección web o un archivo, y solo uno de los dos',
    'file-type':
      'no es un tipo de archivo que se admita: fotos (JPEG, PNG, WebP, HEIC), PDF, hojas de cálculo (XLSX, ODS, CSV) o textos (DOCX, ODT)',
    'file-empty': 'el archivo está vacío',
    'file-too-large': 'el archivo pesa más de 15 MB',
    'unknown-file': 'no hay un archivo así que corresponda a esta localidad',
    'not-uploaded': 'el archivo todavía no ha llegado completo; envíelo y repita',
    'photo-unreadable':
      'la foto no se puede leer para quitarle el lugar y los datos de la cámara; guárdela como JPEG y envíela de nuevo',
    'not-as-announced': 'el archivo que llegó no es del tipo o del tamaño que se anunció; envíelo de nuevo',
    'unknown-staff':
      '{0} no es personal conocido: usa otro dominio que el del correo de trabajo y todavía no ha entrado; pídale que entre una vez, o que le den de alta',
    'holds-link':
      'lleva una dirección web o de correo: los nombres van en los asuntos y saludos de los correos, y ahí parecería un anuncio; quítela',
    'user-name': 'no puede llevar espacios, comillas ni < >',
    past: 'ya pasó',
    'beyond-century': 'debe ser un día entre los años 2000 y 2099; revise el año',
    'not-fulfilled': 'solo la lleva un compromiso cumplido',
    'not-come': 'ese día todavía no llega',
    'only-dry-run': 'no es el día de hoy: pida un ensayo (dryRun: true), que no envía nada',
    'return-only': 'solo acompaña a «return»',
    'earlier-stage': 'debe ser esta etapa o una anterior',
    'too-many-localities': 'nombra más de 20 localidades con seguimiento',
    'unknown-questionnaire': 'no existe ese cuestionario',
    'too-much-to-keep': 'es demasiado para guardarse de una sola vez',
    'unknown-programme': 'no hay un programa con ese nombre',
    'unknown-activity': 'el programa no tiene esa actividad',
    'unknown-stage': 'el programa no tiene esa etapa',
    'unknown-track': 'la etapa no tiene ese proceso',
    'track-needed': 'diga de qué proceso de la etapa se trata',
    'unknown-cursor': 'no es un cursor de esta lista',
    'unknown-locality': 'no hay una localidad así que le corresponda',
    'one-of-stakeholder-and-name':
      'indique a la persona registrada o el nombre de quien la presenta, no ambos',
    'outside-period': 'debe estar entre {0} y {1}',
    'same-coordinator': 'es quien ya coordina: escriba a otra persona',
    'not-continued-so':
      'no puede continuar así: solo al cerrar, con otras localidades abiertas y cada una una vez',
    'unknown-stakeholder': 'no hay una persona u organización así',
    'range-too-long': 'son demasiados días: pida 400 como máximo',
    'before-from': 'no puede ser anterior al principio',
    'too-many-quarters': 'son demasiados trimestres: pida {0} a lo más',
    'whole-only': 'no cabe aquí: los registros entran todos o ninguno',
    'not-pairs': 'debe ser como «sexo: female; tipo: legal»',
    'objective-made': 'no existía el objetivo «{0}»: se crea',
    'named-twice': 'está dos veces',
    'member-twice': 'esta persona ya está en el grupo en esas fechas',
    'before-formed': 'no puede ser anterior al día en que se formó',
    'unknown-group': 'no hay un grupo así que le corresponda',
    'unknown-session': 'no hay una sesión así que le corresponda',
    'trained-in-a-circle': 'un grupo no puede capacitarse a sí mismo, ni por medio de otros',
    'too-many-generations': 'la cascada tiene demasiadas generaciones',
    'too-many-cells': 'son demasiadas combinaciones; quite alguna separación',
    'key-taken': 'otra ya tiene esta clave',
    'target-reason': 'hace falta: diga por qué cambia la meta',
    'entries-outside': 'hay registros fuera de este periodo',
    'entries-need-it': 'hay registros que lo usan: puede agregar, pero no quitar',
    'line-closed': 'la línea está cerrada y no admite registros',
    'outside-line-period': 'está fuera del periodo de la línea: del {0} al {1}',
    'in-the-future': 'todavía no llega ese día',
    negative: 'no puede ser negativo',
    'too-many-decimals': 'tiene más decimales de los que lleva la unidad',
    'unknown-dimension': 'la línea no se separa por esto',
    'unknown-value': 'no es uno de los valores de la línea: {0}',
    'too-many-together':
      'tocan demasiadas líneas, meses o archivos para guardarse de una sola vez: envíe la hoja en partes',
    'adds-up-otherwise': 'suma {0} y el total es {1}',
    'more-than-total': 'nombra a más personas que las {0} del total',
    'nobody-convened': 'no hay a quién convocar',
    'time-of-day': 'debe ser una hora, como 17:30',
    'unknown-entry': 'no hay un registro así en esta línea',
    'corrects-a-correction':
      'es ya una corrección: corrija el primer registro, y esta quedará en lugar de la anterior',
    'corrected-twice': 'la hoja corrige dos veces el mismo registro',
    'too-much-in-sum': 'con esto la suma pasa de lo que se puede llevar con exactitud',
    'unknown-line': 'no hay una línea así que le corresponda',
    'unknown-objective': 'no hay un objetivo así en este plan ni en el del municipio',
    'holds-curp':
      'lleva una CURP: aquí no se escriben claves que identifiquen a una persona, porque muchos lo leen y queda en el historial; quítela',
    'holds-rfc':
      'lleva un RFC: aquí no se escriben claves que identifiquen a una persona, porque muchos lo leen y queda en el historial; quítelo',
    'holds-nss':
      'lleva 11 dígitos, como un número de seguridad social: aquí no se escriben claves que identifiquen a una persona, porque muchos lo leen y queda en el historial; quítelos',
    'nothing-visible': 'no se ve nada: solo lleva signos invisibles',
    'control-signs': 'contiene signos de control o saltos de línea',
    'unknown-column': 'no es una columna conocida',
    'column-twice': 'la columna está dos veces',
    'column-missing': 'falta esta columna',
    'cell-beyond-header': 'hay una celda más allá del encabezado',
    'personal-column': 'parece un dato personal; quite la columna: las encuestas se cargan sin ellos',
    'unknown-code': 'no es un código de esta pregunta',
    'not-whole': 'debe ser un número entero',
    'out-of-range': 'está fuera de lo posible en esta pregunta',
    'not-a-weight': 'no es un ponderador: debe ser un número mayor que cero',
    'design-missing': 'falta cómo entró esta fila en la muestra',
    'not-a-code': 'debe ser una clave corta, de letras y números',
    'too-many-clusters': 'tiene más de 5,000 conglomerados distintos; revise qué columna es',
    'mixed-encodings': 'mezcla letras en UTF-8 y en Windows-1252; guárdelo de nuevo como CSV UTF-8',
    'unknown-id': 'no hay nada con esa clave; deje la celda vacía para agregar',
    'already-there':
      'ya existe, con otro valor; cámbielo en su ficha, o pida que el archivo actualice lo que ya está',
    'row-twice': 'repite otra fila del archivo',
    'ambiguous-row': 'hay más de uno al que le queda lo que dice esta fila; agregue la columna de su clave',
    'not-changed-here': 'no se cambia con un archivo: dice a dónde pertenece',
    'person-erased': 'los datos de esta persona se borraron a solicitud suya; la fila no se lee',
    'id-adopted': 'nada tiene aquí esta clave; se agrega con ella, como venida de otra instalación',
    'standing-left-out':
      'venía en «{0}»; un archivo no trae lo recorrido, y aquí comienza por su primera etapa',
    'territories-left-out':
      'una tabla no trae territorios; si los había, importe el GeoJSON que se exporta de las localidades',
    'suppression-left-out':
      'en la otra instalación no se le escribe ({0}); un archivo no trae eso: anótelo antes de enviarle correos',
    'evidence-left-out': 'tiene evidencia adjunta; un archivo no la trae: adjúntela de nuevo',
    'person-left-out': 'aquí no está la persona {0} (quizá se borraron sus datos); queda sin ella',
    'ambiguous-name': 'hay más de uno con ese nombre; use su clave',
    'locality-over': 'la localidad ya terminó o se cerró',
    'not-text': 'no es un archivo de texto',
    'broken-quotes': 'tiene comillas sin cerrar',
    'too-many-rows': 'tiene más de 20,000 filas; divídalo',
    'too-many-points':
      'sus polígonos tienen más de 200,000 puntos en total; simplifíquelos o divida el archivo',
    'too-many-columns': 'tiene más de 100 columnas',
    'no-header': 'no tiene ninguna fila con los nombres de las columnas',
    'not-a-workbook': 'no es un libro de Excel (.xlsx) que pueda leerse',
    'unpacked-too-large': 'es demasiado grande una vez descomprimido',
    'not-geojson': 'no es una FeatureCollection de GeoJSON',
    'more-than-candidates': 'hay menos lugares que comparar',
    'key-twice': 'otro lugar tiene la misma clave',
    'indicator-twice': 'el indicador ya tiene un peso',
    'unknown-indicator': 'ningún lugar tiene una cifra con ese nombre',
    'one-count': 'se ordena por una sola cifra: los casos atendidos',
    'most-cases-first': 'van primero los lugares con más casos atendidos',
    'not-a-count': 'debe ser un número de casos: entero y no negativo',
    'not-a-number': 'no es un número',
    'out-of-bounds': 'es demasiado largo, o está fuera de lo posible',
    'cell-missing': 'falta este dato',
    'not-a-day': 'no es una fecha; escríbala como 2026-12-05 o 05/12/2026',
    'unknown-choice': 'no es ninguna de las opciones; escriba su nombre como aparece en Etapas: {0}',
    'not-an-address': 'no es un correo completo, como nombre@ejemplo.mx',
    'address-beyond-ascii':
      'tiene antes de la arroba letras con acento, ñ u otros signos que el servicio de correo no entrega; pida otra dirección',
    'not-a-territory': 'no es un polígono o multipolígono de GeoJSON de hasta 5,000 puntos por anillo',
    'not-a-programme': 'no hay un programa con ese nombre; los que hay: {0}',
    'locality-blank': 'falta la localidad; escríbala en cada fila, o quite la columna en todas',
    'not-money': 'no es una cantidad que se lea de una sola manera; escríbala como 1,234.50',
    'totals-row': 'parece la fila de totales y no se guarda; quítela del archivo o importe solo las demás',
    'formula-uncomputed':
      'es una fórmula sin resultado; abra el archivo en Excel, guárdelo y vuelva a elegirlo, o escriba el valor',
    'cell-error': 'la fórmula da un error ({0}); corríjala o escriba el valor',
    'code-shortened':
      'la hoja de cálculo acortó la clave y se perdieron dígitos; dé a la columna formato de texto y escríbala completa',
    'code-taken': 'la clave {0} ya es de «{1}»; revise a cuál de las dos corresponde',
    'zero-added': 'a la clave {0} le faltaba el cero inicial; se lee {1}',
    'column-ignored': 'es una columna que Etapas no conoce; no se lee',
    'rows-above': 'el encabezado se encontró en la fila {0}; lo que está arriba no se lee',
    'hidden-rows': 'filas ocultas que también se leen: {0} (fila {1})',
    'hidden-columns': 'columnas ocultas que también se leen: {0} ({1})',
    'sheets-read': 'se leen juntas las hojas {0}, que tienen el mismo encabezado',
    'sheets-left-out': 'se lee {0}; quedan fuera las hojas {1}: para leer otra, elíjala',
    'hidden-sheets': 'hojas ocultas que no se leen: {0}',
    'unknown-sheet': 'no tiene una hoja con ese nombre; las que tiene: {0}',
    'old-workbook':
      'es un libro de Excel antiguo (.xls); ábralo y guárdelo como Libro de Excel (.xlsx) o como CSV',
    'locked-workbook': 'está protegido con contraseña; quítesela en Excel, guárdelo y vuelva a elegirlo',
    'binary-workbook': 'es un libro binario de Excel (.xlsb); ábralo y guárdelo como Libro de Excel (.xlsx)',
    'open-document': 'es una hoja de LibreOffice (.ods); ábrala y guárdela como Excel (.xlsx) o como CSV',
    'web-page':
      'es una página web con nombre de Excel; ábrala en Excel y guárdela como Libro de Excel (.xlsx)',
    'xml-file': 'es un archivo XML; ábralo en Excel y guárdelo como Libro de Excel (.xlsx) o como CSV',
    'pdf-file': 'es un PDF; use el archivo de Excel o CSV del que salió',
    'text-document':
      'es un documento de texto; copie la tabla a Excel y guárdela como Libro de Excel (.xlsx)',
    'far-away':
      'queda a {0} km de los demás territorios del municipio; si no es lo que quiere, revise el archivo',
    'unknown-facility': 'no es uno de los diez tipos de equipamiento',
  },
  /** Of an address that was entered; whose else it is, is not told. */
  addressWarnings: {
    shared:
      'Otro registro tiene esta misma dirección. Se envía un solo recordatorio al día a cada dirección: lo de cada quien llega en días distintos.',
    unsubscribed:
      'A esta dirección no se escribe: su dueño pidió no recibir correos. Solo esa persona puede volver a suscribirse, con su propio enlace.',
    complaint:
      'A esta dirección no se escribe: su dueño marcó un correo como no deseado. Avísele en persona.',
    bounce: 'A esta dirección no se escribe: los correos no llegan. Consiga otra.',
  },
  contactQuestions,
  /** Of a day that was entered on which nobody works; `next` is the last day on which it is in time. */
  dayOff: (next: string) => `es día inhábil: no contará como atrasado sino después del ${next}`,
  /** Of a locality that was entered; the other is named to who may see it. */
  localityWarnings: {
    sharedCode: (name: string | undefined) =>
      name === undefined
        ? 'Otra localidad tiene esta misma clave. Revise cuál es la correcta.'
        : `Otra localidad, «${name}», tiene esta misma clave. Revise cuál es la correcta.`,
  },
  privacyRequests: privacyRequestKinds,
  /** What is to be done; `subject` is what it is about, `person` whom, `note` what was said. */
  tasks: {
    cannot: {
      what: ({ subject, note, person }: About) =>
        `${person ?? 'La persona responsable'} avisa que no puede cumplir «${subject}»${note ? `: ${note}` : ''}`,
      action: 'Acuerde otra fecha o busque a otra persona responsable, y cambie el compromiso.',
    },
    escalated: {
      what: ({ subject, person }: About) =>
        `Ya no se envían más recordatorios de «${subject}»${person ? ` a ${person}` : ''}, que sigue sin cumplirse`,
      action: 'Hable con la persona responsable; cambie el compromiso o marque la tarea como hecha.',
    },
    bounced: {
      what: ({ subject }: About) => `El correo de ${subject} no llega`,
      action: 'Consiga una dirección que funcione y corríjala, o avísele en persona.',
    },
    complained: {
      what: ({ subject }: About) => `${subject} no quiere recibir correos: marcó uno como no deseado`,
      action: 'No le escriba más; avísele en persona de lo que prometió.',
    },
    'tell-in-person': {
      what: ({ subject, person }: About) =>
        `Hay que recordarle en persona a ${person ?? 'su responsable'}: «${subject}»`,
      action: 'Avísele en persona y marque la tarea como hecha.',
    },
    'responsible-erased': {
      what: ({ subject }: About) =>
        `«${subject}» se quedó sin responsable: se borraron los datos de quien lo prometió`,
      action: 'Acuerde con otra persona que lo cumpla y nómbrela en el compromiso, o cancélelo.',
    },
    'report-missing': {
      what: ({ subject }: About) =>
        `Faltan los números de «${subject}»: su periodo terminó y nadie los registró`,
      action: 'Regístrelos en el plan, aunque sean 0, o pídalos a quien está a cargo.',
    },
    'gate-overdue': {
      what: ({ subject }: About) => `La etapa «${subject}» pasó su fecha prevista`,
      action: 'Complete lo que falta y pida la revisión de la etapa.',
    },
    'review-waiting': {
      what: ({ subject, person }: About) =>
        `La revisión de «${subject}»${person ? `, pedida por ${person},` : ''} espera una decisión`,
      action: 'Decida la revisión, o pida a otra persona que la decida.',
    },
    'override-expired': {
      what: ({ subject }: About) => `Venció la excepción con la que se autorizó «${subject}»`,
      action: 'Atienda lo que quedó pendiente y marque la tarea como hecha.',
    },
    'privacy-request': {
      what: ({ subject, person }: About) => `${person ?? 'Una persona'} presentó una solicitud de ${subject}`,
      action: 'Atiéndala, entregue la respuesta y regístrela antes de que venza el plazo de ley.',
    },
    'missing-sectors': {
      what: ({ subject, sectors }: About) => `Faltan sectores en la matriz de «${subject}»: ${sectors}`,
      action: 'Acuerde compromisos con esos sectores y anótelos en la matriz.',
    },
  },
};

/** What a task is about. */
interface About {
  subject: string;
  note?: string;
  person?: string;
  sectors?: string;
}

export type Words = typeof es;
