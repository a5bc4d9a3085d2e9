import { counted } from '../../plural.ts';
import { commitmentFields } from '../commitment-fields.ts';

/** Somebody else changed what was being edited. */
export const conflict = {
  title: 'Otra persona lo cambió mientras usted escribía',
  text: 'Lo que usted escribió sigue aquí y todavía no se guarda. Decida cuál queda.',
  now: 'Ahora dice:',
  yours: 'Usted escribió:',
  nothing: '(vacío)',
  retryWithVersion: 'Guardar lo mío',
  discard: 'Dejar lo que dice ahora',
};

export const downloads = {
  label: 'Descargar',
  formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV' },
  progress: 'Avance de la descarga',
  making: 'Preparando el archivo…',
  received: (received: string, all: string | undefined) =>
    all === undefined ? `${received} MB recibidos` : `${received} de ${all} MB recibidos`,
};

/** A column of a file: as it is called in answers, and in files of this language. */
export interface ImportColumn {
  key: string;
  name: string;
  means: string;
  required?: boolean;
}

const commitmentsColumns = Object.values(commitmentFields).flatMap(({ imported }): ImportColumn[] =>
  imported === 'documents-fit-no-table' ? [] : [imported],
);

const stakeholdersColumns: ImportColumn[] = [
  { key: 'name', name: 'nombre', means: 'De la persona u organización', required: true },
  {
    key: 'sector',
    name: 'sector',
    means: 'Social, Escolar, Gubernamental, Empresarial, Religioso o Comunitario',
    required: true,
  },
  { key: 'organization', name: 'organización', means: 'A la que pertenece' },
  { key: 'level', name: 'nivel', means: 'Federal, Estatal, Municipal o Comunitario' },
  { key: 'email', name: 'correo', means: 'Sin él, se le avisa en persona' },
  { key: 'language', name: 'idioma', means: 'Español o Inglés' },
  { key: 'localities', name: 'localidades', means: 'Por nombre o clave; varias se separan con |' },
  { key: 'consentGivenOn', name: 'fecha de consentimiento', means: 'Cuándo aceptó recibir correos' },
  { key: 'consentHow', name: 'forma de consentimiento', means: 'Cómo lo aceptó' },
];

const localitiesColumns: ImportColumn[] = [
  { key: 'name', name: 'nombre', means: 'De la colonia, el barrio o el pueblo', required: true },
  { key: 'programme', name: 'programa', means: 'Por nombre; hace falta si no se elige uno aquí abajo' },
  { key: 'code', name: 'clave', means: 'Por ejemplo, la del INEGI' },
  { key: 'population', name: 'población', means: 'Un número entero' },
  {
    key: 'coordinators',
    name: 'coordinadores',
    means: 'Sus cuentas de trabajo; varias se separan con |. Si falta, usted',
  },
  {
    key: 'geometry',
    name: '(polígono)',
    means: 'En GeoJSON, la forma de cada uno es el territorio de su localidad',
  },
];

export const imports = {
  open: 'Importar',
  choose: 'Archivo de Excel (.xlsx) o CSV',
  chooseHint: 'Primero se revisa; nada se guarda hasta que usted lo confirme.',
  columns: 'Qué columnas lleva',
  columnsText:
    'Una fila lleva los nombres de las columnas, en español o en inglés; lo que esté arriba de ella no se lee. Lo más fácil: descargue la lista actual, agregue filas debajo dejando vacía la columna «id», y vuelva a cargarla.',
  column: 'Columna',
  means: 'Qué lleva',
  required: 'obligatoria',
  checking: 'Revisando el archivo…',
  writing: 'Importando…',
  chosen: (name: string) => `Archivo: ${name}`,
  inOrder: counted('es-MX', { one: '# fila está en orden', other: '# filas están en orden' }),
  unchanged: counted('es-MX', { one: '# ya estaba y no cambia', other: '# ya estaban y no cambian' }),
  rejected: counted('es-MX', { one: '# error por corregir', other: '# errores por corregir' }),
  warningsTitle: 'Cómo se leyó el archivo',
  chooseSheet: 'Hoja del libro que se lee',
  anySheet: 'Las que tienen estas columnas',
  place: (row: string, column: string, sheet: string) =>
    [sheet && `hoja «${sheet}»`, row && `fila ${row}`, column && `columna «${column}»`]
      .filter(Boolean)
      .join(', '),
  nothingNew: 'No hay nada nuevo que importar: todo lo que dice el archivo ya está.',
  mode: 'Qué hacer con lo que ya está en Etapas',
  modes: {
    add: 'Dejarlo como está; el archivo solo agrega',
    update: 'Actualizarlo con lo que dice el archivo',
  },
  clear: 'Las celdas vacías quitan lo que había',
  clearHint: 'Si no lo marca, una celda vacía no dice nada y lo anotado se queda.',
  created: counted('es-MX', { one: '# se agrega', other: '# se agregan' }),
  updated: counted('es-MX', { one: '# cambia', other: '# cambian' }),
  differencesTitle: 'Lo que cambiaría',
  differencesText:
    'Dato por dato: lo que dice ahora y lo que diría después. Nada cambia hasta que usted lo confirme.',
  differenceOf: (row: string, sheet: string | undefined) =>
    sheet ? `Hoja «${sheet}», fila ${row}` : `Fila ${row}`,
  before: 'Ahora:',
  after: 'Después:',
  nothing: '(vacío)',
  outline: (points: string) => `un contorno de ${points} puntos`,
  showAll: (count: string) => `Mostrar los ${count}`,
  apply: 'Actualizar…',
  applyPartial: 'Actualizar solo las filas en orden…',
  applyTitle: '¿Actualizar con este archivo?',
  willUpdate: counted('es-MX', { one: 'Se actualizará # registro.', other: 'Se actualizarán # registros.' }),
  willAdd: counted('es-MX', { one: 'Se agregará # fila.', other: 'Se agregarán # filas.' }),
  applyKept:
    'Cada cambio queda en el historial, a nombre de usted. Para deshacerlo hay que volver a escribir lo de antes.',
  applyLeft: counted('es-MX', {
    one: 'Queda fuera # error por corregir.',
    other: 'Quedan fuera # errores por corregir.',
  }),
  applyConfirm: 'Actualizar',
  updatedDone: counted('es-MX', { one: 'Se actualizó # registro.', other: 'Se actualizaron # registros.' }),
  otherColumns: { budgetCurrency: 'moneda' },
  rejectedTitle: 'Filas rechazadas',
  rejectedText: 'Corríjalas en su archivo y vuelva a elegirlo, o importe solo las demás.',
  row: 'Fila',
  reason: 'Motivo',
  more: (count: string) => `Y ${count} más, que no se muestran.`,
  confirm: counted('es-MX', { one: 'Importar # fila', other: 'Importar # filas' }),
  confirmPartial: counted('es-MX', {
    one: 'Importar solo la fila en orden (#)',
    other: 'Importar solo las # filas en orden',
  }),
  done: counted('es-MX', { one: 'Se importó # fila.', other: 'Se importaron # filas.' }),
  /** What the columns of each kind of file hold, by the names that are read in this language. */
  kinds: {
    commitments: {
      title: 'Importar compromisos',
      back: 'Volver a la matriz',
      columns: commitmentsColumns,
    },
    stakeholders: {
      title: 'Importar personas',
      back: 'Volver a las personas',
      columns: stakeholdersColumns,
    },
    localities: {
      title: 'Importar localidades',
      back: 'Volver a las localidades',
      choose: 'Archivo de Excel (.xlsx), CSV o GeoJSON',
      columns: localitiesColumns,
    },
  },
};
