import { folded } from '../folded.ts';
import { bare, type Cells, type Column, cellsOf, columnsOf, numberIn } from '../tabular/columns.ts';
import { plain } from '../tabular/formulas.ts';
import type { Rejection, Sheet, SheetRow } from '../tabular/sheet.ts';
import { type CheckedTerritory, checkTerritory } from '../territory/check-territory.ts';
import type { TerritoryFault } from '../territory/fault.ts';
import { Candidate } from './candidate.ts';

/**
 * What is known of a place besides its figures, by the headings of INEGI and CONAPO and those that people write. Maps
 * often have several; the first of these that is there is meant.
 */
const headings = {
  key: ['key', 'clave', 'código', 'code', 'cvegeo', 'cve_col', 'id'],
  name: ['name', 'nombre', 'colonia', 'nomgeo', 'nom_col', 'localidad', 'nom_loc'],
  population: ['population', 'población total', 'total population', 'pobtot', 'población', 'habitantes'],
  /** Tells apart places of one name. */
  borough: ['borough', 'alcaldía', 'delegación', 'municipality', 'municipio', 'nom_mun', 'nom_alc', 'ciudad'],
};

/** So many figures in a row, each one more than the last, are no chance. */
const mostByChance = 10;

/** Headings of numbers that name something and measure nothing: of maps, of INEGI, of the post, of lists. */
const identifiers = [
  /^(object|feature|poly|geo|row|o|f|g)?_?id$/,
  /^(id|cve|cv|clave|codigo|code|folio)([_ .-].*)?$/,
  /^(no|num|numero|consecutivo)\.?$/,
  /[_ .-](id|cve|clave|codigo|code|folio)$/,
  /^(cvegeo|ageb|manzana|cp|codigo postal|postcode|zip|telefono|tel|phone|celular|ejercicio)$/,
];

/** By these columns the header of a file of candidates is known. */
export const candidateColumns: readonly Column[] = [{ name: 'name', also: headings.name, required: true }];

/** What statistical offices write where they know or tell nothing (INEGI: `*` and `N/D`). */
const blank = /^(|\*|-+|n\/?[ad]\.?|s\/?d|nan|null)$/i;

/** Of the cells filled in, how many must be numbers for a column to be one of figures. */
const mostly = 0.5;

export interface ReadCandidates {
  candidates: Candidate[];
  /** The columns that are figures, in the order of the file. */
  indicators: string[];
  /** Columns of words, and of numbers that name something: they are not read. */
  ignored: string[];
  rejected: Rejection[];
  /**
   * Candidates whose territory is none to rely on, by what is wrong with it. They are compared by their figures, and
   * without a place on the map unless all that is wrong is that the outline crosses itself.
   */
  invalid: { key: string; fault: TerritoryFault }[];
}

/**
 * Reads candidates from a table or from the features of a map. Every column mostly of numbers that measure something, besides
 * those of key, name and population, is an indicator by its heading; a place without a key goes by its name, and with its
 * borough where places of several have that name. Messages are codes, in `validationErrors` of the catalogues. A row with
 * anything wrong is left out whole.
 */
export function readCandidates(sheet: Sheet): ReadCandidates {
  const header = sheet.header.map((title) => title.trim());
  const { places, wrong } = columnsOf({ ...sheet, header, open: true }, columnsIn(header));
  const free = header.flatMap((title, place) => (places[place] || title === '' ? [] : { title, place }));
  const figures = free.filter(
    ({ title, place }) => isOfFigures(sheet.rows, place) && !isIdentifier(title, sheet.rows, place),
  );
  const twice = figures.filter(({ title }, at) => figures.findIndex((other) => other.title === title) < at);
  wrong.push(...twice.map(({ title }) => ({ row: 1, column: title, message: 'column-twice' })));
  const read: ReadCandidates = {
    candidates: [],
    indicators: figures.map(({ title }) => title),
    ignored: free.filter((column) => !figures.includes(column)).map(({ title }) => title),
    rejected: wrong,
    invalid: [],
  };
  if (wrong.length > 0) return read;

  const keys = new Set<string>();
  const filled = sheet.rows.filter(
    ({ geometry, cells }) => geometry !== undefined || cells.some((cell) => cell.trim() !== ''),
  );
  const named = inBoroughs(filled.map((row) => cellsOf(row, places)));
  for (const [at, row] of filled.entries()) {
    const { candidate, rejected, fault } = readRow(row, named[at] ?? {}, figures);
    if (candidate && keys.has(candidate.key)) rejected.push({ column: 'key', message: 'row-twice' });
    read.rejected.push(...rejected.map((one) => ({ row: row.row, ...one })));
    if (!candidate || rejected.length > 0) continue;
    keys.add(candidate.key);
    read.candidates.push(candidate);
    if (fault) read.invalid.push({ key: candidate.key, fault });
  }
  return read;
}

function columnsIn(header: readonly string[]): Column[] {
  const there = new Set(header.map(bare));
  return Object.entries(headings).map(([name, known]) => {
    const heading = known.find((one) => there.has(bare(one)));
    return { name, also: heading === undefined ? [] : [heading], required: name === 'name' };
  });
}

/** The cells of all rows, in which a name that places of several boroughs have also says of which it is. */
function inBoroughs(rows: readonly Cells[]): Cells[] {
  const boroughs = Map.groupBy(rows, ({ name }) => bare(name ?? ''));
  return rows.map((cells) => {
    const { name, borough } = cells;
    if (name === undefined || borough === undefined) return cells;
    const alike = boroughs.get(bare(name)) ?? [];
    const isShared = alike.some((other) => bare(other.borough ?? '') !== bare(borough));
    return isShared ? { ...cells, name: `${name}, ${borough}` } : cells;
  });
}

/**
 * Whether the numbers of a column name something: by its heading, by a zero in front, or because they count the rows. A
 * figure is none of these; whatever is taken for a name by mistake is told among the columns that are not used.
 */
function isIdentifier(title: string, rows: readonly SheetRow[], place: number): boolean {
  if (identifiers.some((form) => form.test(folded(title)))) return true;
  const texts = rows.map(({ cells }) => textAt(cells, place)).filter((text) => text !== undefined);
  if (texts.some((text) => /^0\d+$/.test(text))) return true;
  const [first] = texts;
  return texts.length >= mostByChance && texts.every((text, at) => Number(text) === Number(first) + at);
}

/** The number in a cell; files of geometry write the very small and the very great with an exponent. */
const figureOf = (text: string): unknown =>
  /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text) ? Number(text) : numberIn(text);

function isOfFigures(rows: readonly SheetRow[], place: number): boolean {
  const filled = rows.map(({ cells }) => textAt(cells, place)).filter((text) => text !== undefined);
  const numbers = filled.filter((text) => typeof figureOf(text) === 'number');
  return numbers.length > 0 && numbers.length >= mostly * filled.length;
}

function textAt(cells: readonly string[], place: number): string | undefined {
  const text = plain((cells[place] ?? '').trim()).trim();
  return blank.test(text) ? undefined : text;
}

function readRow(
  { cells, geometry }: SheetRow,
  { key, name, population }: Cells,
  figures: readonly { title: string; place: number }[],
): { candidate?: Candidate; rejected: Omit<Rejection, 'row'>[]; fault?: TerritoryFault } {
  const rejected: Omit<Rejection, 'row'>[] = [];
  const figureIn = (column: string, text: string | undefined) => {
    const figure = text === undefined || blank.test(text) ? undefined : figureOf(text);
    if (figure === undefined || typeof figure === 'number') return figure;
    rejected.push({ column, message: 'not-a-number' });
    return undefined;
  };
  const { territory, outline, fault } = placeOf(geometry);
  const value = {
    key: key ?? name,
    name,
    population: figureIn('population', population),
    indicators: Object.fromEntries(
      figures.map(({ title, place }) => [title, figureIn(title, textAt(cells, place)) ?? null]),
    ),
    geometry: territory ?? outline,
  };
  if (fault && isNoOutline(fault))
    rejected.push({ column: 'geometry', message: 'not-a-territory', territory: fault });
  if (name === undefined) return { rejected: [{ column: 'name', message: 'cell-missing' }, ...rejected] };
  const { data, error } = Candidate.safeParse(value);
  for (const { path } of error?.issues ?? []) {
    const [field = '', indicator] = path.map(String);
    rejected.push({
      column: field === 'indicators' ? (indicator ?? field) : field,
      message: 'out-of-bounds',
    });
  }
  return { candidate: data, rejected, fault };
}

/** What there is of a territory. Candidates of a table, and features that end in `null`, have none. */
function placeOf(geometry: unknown): {
  territory?: CheckedTerritory;
  outline?: CheckedTerritory;
  fault?: TerritoryFault;
} {
  return geometry === undefined ? {} : checkTerritory(geometry);
}

/** Whether it was no outline at all that was handed in, so that the row cannot be what somebody meant. */
const isNoOutline = ({ kind }: TerritoryFault): boolean =>
  kind === 'no-polygon' || kind === 'malformed' || kind === 'too-detailed' || kind === 'too-many-parts';
