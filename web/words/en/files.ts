import type { Words } from '../es/index.ts';
import { counted } from '../plural.ts';

export const files: Words['files'] = {
  choose: 'Choose files',
  drop: 'or drop them here',
  camera: 'Take a photo',
  hint: 'Photos, PDF, Excel, Word, ODS, ODT or CSV, up to 15 MB each.',
  offline:
    'Without a connection files wait, and are not kept on this device. The note and the state are kept, and sent by themselves.',
  sending: (name) => `“${name}” is being sent`,
  progress: (sent, all) => `${sent} of ${all} MB`,
  queued: 'Waits for its turn',
  waits:
    'Waits for a connection and is sent then. Do not close this page: the file is not kept on this device.',
  underWay: counted('en-MX', { one: '# file is being sent', other: '# files are being sent' }),
  held: 'Saved once it is sent…',
  remove: 'Remove',
  unnamed: 'Write which document it is.',
  open: 'Open the file',
  notShown: 'This browser cannot show the photo. Open it with another program.',
  size: (size) => `${size} MB`,
  refused: {
    type: (name) =>
      `“${name}” was not added: photos (JPG, PNG, WebP, HEIC), PDF, Excel (.xlsx), Word (.docx), ODS, ODT and CSV are taken.`,
    empty: (name) => `“${name}” was not added: it is empty.`,
    size: (name, size) =>
      `“${name}” was not added: it has ${size} MB, and 15 fit. A lighter photo or PDF does.`,
    content: (name) => `“${name}” was not added: its content is not what the end of its name says.`,
    unread: (name) =>
      `“${name}” was not added: this device could not read it. Download it first if it is in the cloud.`,
    room: (name) => `“${name}” was not added: an activity has room for 10 documents.`,
  },
  kinds: {
    'image/jpeg': 'JPG photo',
    'image/png': 'PNG picture',
    'image/webp': 'WebP picture',
    'image/heic': 'HEIC photo',
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
    'application/vnd.oasis.opendocument.spreadsheet': 'ODS spreadsheet',
    'application/vnd.oasis.opendocument.text': 'ODT document',
    'text/csv': 'CSV',
  },
};
