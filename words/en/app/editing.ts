import type { ImportColumn } from '../../es/app/editing.ts';
import type { Words } from '../../es/app/index.ts';
import { counted } from '../../plural.ts';
import { commitmentFields } from '../commitment-fields.ts';

export const conflict: Words['conflict'] = {
  title: 'Somebody else changed it while you were writing',
  text: 'What you wrote is still here and is not saved yet. Decide which one stays.',
  now: 'It says now:',
  yours: 'You wrote:',
  nothing: '(blank)',
  retryWithVersion: 'Save mine',
  discard: 'Leave what it says now',
};

export const downloads: Words['downloads'] = {
  label: 'Download',
  formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV' },
  progress: 'Progress of the download',
  making: 'Preparing the file…',
  received: (received, all) =>
    all === undefined ? `${received} MB received` : `${received} of ${all} MB received`,
};

const commitmentsColumns = Object.values(commitmentFields).flatMap(({ imported }): ImportColumn[] =>
  imported === 'documents-fit-no-table' ? [] : [imported],
);

const stakeholdersColumns: ImportColumn[] = [
  { key: 'name', name: 'name', means: 'Of the person or organization', required: true },
  {
    key: 'sector',
    name: 'sector',
    means: 'Social, School, Government, Business, Religious or Community',
    required: true,
  },
  { key: 'organization', name: 'organization', means: 'They belong to' },
  { key: 'level', name: 'level', means: 'Federal, State, Municipal or Community' },
  { key: 'email', name: 'email', means: 'Without it, they are told in person' },
  { key: 'language', name: 'language', means: 'Spanish or English' },
  { key: 'localities', name: 'localities', means: 'By name or key; several are parted by |' },
  { key: 'consentGivenOn', name: 'consent given on', means: 'When they agreed to be written to' },
  { key: 'consentHow', name: 'consent how', means: 'How they agreed' },
];

const localitiesColumns: ImportColumn[] = [
  { key: 'name', name: 'name', means: 'Of the neighbourhood or village', required: true },
  { key: 'programme', name: 'programme', means: 'By name; needed unless one is chosen below' },
  { key: 'code', name: 'code', means: 'For example, that of INEGI' },
  { key: 'population', name: 'population', means: 'A whole number' },
  {
    key: 'coordinators',
    name: 'coordinators',
    means: 'Their work accounts; several are parted by |. You, when missing',
  },
  {
    key: 'geometry',
    name: '(polygon)',
    means: 'In GeoJSON, the shape of each is the territory of its locality',
  },
];

export const imports: Words['imports'] = {
  open: 'Import',
  choose: 'Excel (.xlsx) or CSV file',
  chooseHint: 'It is checked first; nothing is saved until you confirm it.',
  columns: 'Which columns it has',
  columnsText:
    'One row holds the names of the columns, in Spanish or English; what stands above it is not read. The easiest way: download the current list, add rows below with a blank “id” column, and load it again.',
  column: 'Column',
  means: 'What it holds',
  required: 'required',
  checking: 'Checking the file…',
  writing: 'Importing…',
  chosen: (name) => `File: ${name}`,
  inOrder: counted('en-MX', { one: '# row is in order', other: '# rows are in order' }),
  unchanged: counted('en-MX', {
    one: '# was there already and does not change',
    other: '# were there already and do not change',
  }),
  rejected: counted('en-MX', { one: '# error to correct', other: '# errors to correct' }),
  warningsTitle: 'How the file was read',
  chooseSheet: 'Sheet of the workbook that is read',
  anySheet: 'Those with these columns',
  place: (row, column, sheet) =>
    [sheet && `sheet “${sheet}”`, row && `row ${row}`, column && `column “${column}”`]
      .filter(Boolean)
      .join(', '),
  nothingNew: 'There is nothing new to import: all that the file says is there already.',
  mode: 'What to do with what is in Etapas already',
  modes: {
    add: 'Leave it as it is; the file only adds',
    update: 'Update it with what the file says',
  },
  clear: 'Blank cells take away what was there',
  clearHint: 'Unless you tick this, a blank cell says nothing and what is written down stays.',
  created: counted('en-MX', { one: '# is added', other: '# are added' }),
  updated: counted('en-MX', { one: '# changes', other: '# change' }),
  differencesTitle: 'What would change',
  differencesText:
    'Field by field: what it says now and what it would say. Nothing changes until you confirm it.',
  differenceOf: (row, sheet) => (sheet ? `Sheet “${sheet}”, row ${row}` : `Row ${row}`),
  before: 'Now:',
  after: 'Then:',
  nothing: '(blank)',
  outline: (points) => `an outline of ${points} points`,
  showAll: (count) => `Show all ${count}`,
  apply: 'Update…',
  applyPartial: 'Update only the rows in order…',
  applyTitle: 'Update with this file?',
  willUpdate: counted('en-MX', { one: '# record will be updated.', other: '# records will be updated.' }),
  willAdd: counted('en-MX', { one: '# row will be added.', other: '# rows will be added.' }),
  applyKept:
    'Each change goes into the history, under your name. To undo it, what was there before has to be written again.',
  applyLeft: counted('en-MX', {
    one: '# error to correct is left out.',
    other: '# errors to correct are left out.',
  }),
  applyConfirm: 'Update',
  updatedDone: counted('en-MX', { one: '# record was updated.', other: '# records were updated.' }),
  otherColumns: { budgetCurrency: 'currency' },
  rejectedTitle: 'Rejected rows',
  rejectedText: 'Correct them in your file and choose it again, or import only the others.',
  row: 'Row',
  reason: 'Reason',
  more: (count) => `And ${count} more, which are not shown.`,
  confirm: counted('en-MX', { one: 'Import # row', other: 'Import # rows' }),
  confirmPartial: counted('en-MX', {
    one: 'Import only the row in order (#)',
    other: 'Import only the # rows in order',
  }),
  done: counted('en-MX', { one: '# row was imported.', other: '# rows were imported.' }),
  kinds: {
    commitments: {
      title: 'Import commitments',
      back: 'Back to the matrix',
      columns: commitmentsColumns,
    },
    stakeholders: {
      title: 'Import people',
      back: 'Back to the people',
      columns: stakeholdersColumns,
    },
    localities: {
      title: 'Import localities',
      back: 'Back to the localities',
      choose: 'Excel (.xlsx), CSV or GeoJSON file',
      columns: localitiesColumns,
    },
  },
};
