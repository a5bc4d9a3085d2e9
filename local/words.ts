import type { Language } from '../domain/language.ts';
import { roleNames as roleNamesInEnglish } from '../words/en/roles.ts';
import { roleNames as roleNamesInSpanish } from '../words/es/roles.ts';

/** The words of the runner's own pages and refusals. */
const es = {
  home: 'Etapas en esta máquina',
  homeMailbox: 'Buzón: los correos enviados',
  homeDescription: 'Descripción de la API (OpenAPI)',
  homeInfo: 'Direcciones para los clientes de AWS',
  homeSignIn: 'Proveedor de acceso (OpenID Connect)',
  mailbox: 'Buzón',
  noMail: 'Aún no se ha enviado ningún correo.',
  filter: 'Dirección del destinatario',
  show: 'Mostrar',
  sentAt: 'Enviado',
  to: 'Para',
  from: 'De',
  subject: 'Asunto',
  noSubject: '(sin asunto)',
  back: 'Volver al buzón',
  asHtml: 'Con formato',
  asText: 'Texto',
  headers: 'Encabezados',
  attachments: 'Adjuntos',
  signIn: 'Entrar en Etapas',
  signInHint: 'Esta es una sola máquina: no se pide contraseña. Elija a quién representa.',
  otherUser: 'Otra persona',
  user: 'Usuario',
  role: 'Función',
  enter: 'Entrar',
  roles: roleNamesInSpanish,
  signInOver: 'El acceso se interrumpió o caducó; empiece de nuevo desde la aplicación.',
  unauthorized: 'Falta un token de acceso válido.',
  forbidden: 'El token de acceso no alcanza para esto.',
  notFound: 'Aquí no hay nada.',
  methodNotAllowed: 'Esta dirección no acepta ese método.',
  tooLarge: 'La petición es demasiado grande.',
  failed: 'Algo falló; el registro de la función dice qué.',
  starting: 'Etapas está arrancando; inténtelo en un momento.',
  foreignOrigin: 'Otra página web no puede hacer esto.',
  badRequest: 'La petición no tiene la forma esperada.',
  badMailEvent: 'Indique «type» (Send, Delivery, Bounce o Complaint) y «mailId».',
  past: 'El reloj solo avanza.',
  badDuration: 'No es una duración ISO 8601, como P14D o PT2H.',
  badInstant: 'No es un instante ISO 8601, como 2026-12-05T09:00:00-07:00.',
  oneOfBoth: 'Indique «advance» o «now», y solo uno.',
};

const en: Words = {
  home: 'Etapas on this machine',
  homeMailbox: 'Mailbox: the mails that were sent',
  homeDescription: 'Description of the API (OpenAPI)',
  homeInfo: 'Addresses for AWS clients',
  homeSignIn: 'Sign-in provider (OpenID Connect)',
  mailbox: 'Mailbox',
  noMail: 'No mail has been sent yet.',
  filter: 'Address of the recipient',
  show: 'Show',
  sentAt: 'Sent',
  to: 'To',
  from: 'From',
  subject: 'Subject',
  noSubject: '(no subject)',
  back: 'Back to the mailbox',
  asHtml: 'Formatted',
  asText: 'Text',
  headers: 'Headers',
  attachments: 'Attachments',
  signIn: 'Sign in to Etapas',
  signInHint: 'This is a single machine: there is no password. Choose whom you stand for.',
  otherUser: 'Somebody else',
  user: 'User',
  role: 'Role',
  enter: 'Sign in',
  roles: roleNamesInEnglish,
  signInOver: 'The sign-in was interrupted or has expired; begin again from the app.',
  unauthorized: 'A valid access token is missing.',
  forbidden: 'The access token does not reach that far.',
  notFound: 'There is nothing here.',
  methodNotAllowed: 'This address does not take that method.',
  tooLarge: 'The request is too large.',
  failed: 'Something failed; the log of the function says what.',
  starting: 'Etapas is starting; try again in a moment.',
  foreignOrigin: 'Another web page may not do this.',
  badRequest: 'The request is not of the expected form.',
  badMailEvent: 'Give “type” (Send, Delivery, Bounce or Complaint) and “mailId”.',
  past: 'The clock only moves forward.',
  badDuration: 'Not an ISO 8601 duration such as P14D or PT2H.',
  badInstant: 'Not an ISO 8601 instant such as 2026-12-05T09:00:00-07:00.',
  oneOfBoth: 'Give “advance” or “now”, and only one of them.',
};

export type Words = typeof es;

const catalogues: Record<Language, Words> = { es, en };
export const messagesFor = (language: Language) => catalogues[language];

/** The language of the two that somebody prefers by their `Accept-Language`; Spanish unless they say otherwise. */
export function languageOf(accepted: string | undefined): Language {
  const ranges = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return ranges.find(({ language }) => language === 'es' || language === 'en')?.language === 'en'
    ? 'en'
    : 'es';
}
