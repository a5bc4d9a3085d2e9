import type { Words } from '../../es/app/index.ts';
import { counted } from '../../plural.ts';

export const files: Words['files'] = {
  choose: 'Choose files',
  drop: 'or drop them here',
  camera: 'Take a photo',
  hint: 'Photos, PDF, Excel, Word, ODS, ODT or CSV, up to 15 MB each.',
  offline: 'Without a connection files wait, and are not kept on this device.',
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
    room: (name) => `“${name}” was not added: there is room for 10 documents.`,
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

export const evidence: Words['evidence'] = {
  title: 'Documents',
  none: 'There are no documents yet.',
  name: 'Which document it is',
  address: 'Web address of the document',
  addressHint: 'Begins with https:// (a shared file, for instance)',
  add: 'Add',
  link: 'Add a link',
  remove: (title) => `Remove “${title}”`,
  incomplete: 'Write which document it is and its web address.',
  wrongAddress: 'The address must begin with http:// or https://.',
};
