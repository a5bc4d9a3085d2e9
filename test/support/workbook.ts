import { strToU8, zipSync } from 'fflate';

/** A cell as a test writes it: a text, a number, or what stands in the file between `<c` and `</c>`. */
export type Cell = string | number | { raw: string } | null;

export interface SheetOf {
  name: string;
  rows: Cell[][];
  /** Numbers of rows that are not shown. */
  hiddenRows?: number[];
  /** Numbers of columns, from 1, that are not shown. */
  hiddenColumns?: number[];
  /** Ranges such as `A2:A4`. */
  merged?: string[];
  state?: 'visible' | 'hidden' | 'veryHidden';
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return typeof cell === 'string'
    ? `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    : `<c ${cell.raw}</c>`;
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [], merged = [] }: SheetOf): string {
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join('');
  const lines = rows.map((cells, at) => {
    const row = at + 1;
    const placed = cells.map((cell, place) =>
      cellOf(cell).replace('<c', `<c r="${String.fromCharCode(65 + place)}${row}"`),
    );
    return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${placed.join('')}</row>`;
  });
  const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet>${columns && `<cols>${columns}</cols>`}<sheetData>${lines.join('')}</sheetData>${ranges && `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

/** The archive of a workbook from the text of its sheets, as spreadsheets other than ours may write it. */
export function archiveOf(
  sheets: { name: string; xml: string; state?: string }[],
  formats: string[] = [],
  from1904 = false,
): Uint8Array {
  const list = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="r${at}"/>`,
  );
  const links = sheets.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at + 1}.xml"/>`);
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(xml)])),
  });
}

/** A workbook of these sheets; a cell of style `s="1"` has the first of the formats. */
export const workbookOf = (sheets: SheetOf[], formats: string[] = [], from1904 = false): Uint8Array =>
  archiveOf(
    sheets.map((sheet) => ({ name: sheet.name, xml: sheetXml(sheet), state: sheet.state })),
    formats,
    from1904,
  );

/** A number in the format at a place from 1. */
export const formatted = (value: number, format: number): Cell => ({ raw: `s="${format}"><v>${value}</v>` });
