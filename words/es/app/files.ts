import type { FileType } from '../../../domain/file.ts';
import { counted } from '../../plural.ts';

/** Files of evidence. Sizes are in megabytes. */
export const files = {
  choose: 'Elegir archivos',
  /** After it, where there is a mouse. */
  drop: 'o soltarlos aquí',
  camera: 'Tomar una foto',
  hint: 'Fotos, PDF, Excel, Word, ODS, ODT o CSV, de hasta 15 MB cada uno.',
  /** Before what becomes of the rest of the form. */
  offline: 'Sin conexión los archivos esperan y no se guardan en este dispositivo.',
  sending: (name: string) => `Se sube «${name}»`,
  progress: (sent: string, all: string) => `${sent} de ${all} MB`,
  queued: 'Espera su turno',
  waits:
    'Espera a que haya conexión y entonces se sube. No cierre esta página: el archivo no se guarda en este dispositivo.',
  underWay: counted('es-MX', { one: 'Se sube # archivo', other: 'Se suben # archivos' }),
  held: 'Se guarda al terminar de subir…',
  remove: 'Quitar',
  unnamed: 'Escriba qué documento es.',
  open: 'Abrir el archivo',
  notShown: 'Este navegador no puede mostrar la foto. Ábrala con otro programa.',
  size: (size: string) => `${size} MB`,
  refused: {
    type: (name: string) =>
      `«${name}» no se agregó: se aceptan fotos (JPG, PNG, WebP, HEIC), PDF, Excel (.xlsx), Word (.docx), ODS, ODT y CSV.`,
    empty: (name: string) => `«${name}» no se agregó: está vacío.`,
    size: (name: string, size: string) =>
      `«${name}» no se agregó: pesa ${size} MB y caben 15. Una foto o un PDF más ligero sí cabe.`,
    content: (name: string) =>
      `«${name}» no se agregó: su contenido no es lo que dice la terminación del nombre.`,
    unread: (name: string) =>
      `«${name}» no se agregó: este dispositivo no lo pudo leer. Descárguelo primero si está en la nube.`,
    room: (name: string) => `«${name}» no se agregó: caben 10 documentos.`,
  },
  kinds: {
    'image/jpeg': 'foto JPG',
    'image/png': 'imagen PNG',
    'image/webp': 'imagen WebP',
    'image/heic': 'foto HEIC',
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'libro de Excel',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'documento de Word',
    'application/vnd.oasis.opendocument.spreadsheet': 'hoja de cálculo ODS',
    'application/vnd.oasis.opendocument.text': 'documento ODT',
    'text/csv': 'CSV',
  } satisfies Record<FileType, string>,
};

/** Documents that show something was done. */
export const evidence = {
  title: 'Documentos',
  none: 'Todavía no hay documentos.',
  name: 'Qué documento es',
  address: 'Dirección web del documento',
  addressHint: 'Empieza con https:// (por ejemplo, un archivo compartido)',
  add: 'Agregar',
  link: 'Agregar un enlace',
  remove: (title: string) => `Quitar «${title}»`,
  incomplete: 'Escriba qué documento es y su dirección web.',
  wrongAddress: 'La dirección debe empezar con http:// o https://.',
};
