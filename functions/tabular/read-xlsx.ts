import type { Grid } from '../../domain/tabular/grid.ts';
import { largestUnpacked } from './limits.ts';
import { looksOf } from './number-formats.ts';
import { readSheet, type Shared, unescaped } from './read-sheet.ts';
import { readXml } from './read-xml.ts';
import { rejectedFile } from './rejected-file.ts';
import { namesIn, unpackedSize } from './zip.ts';

/** Sheets of a workbook that are looked at; nobody keeps a list on more. */
const mostSheets = 50;
const read = /^xl\/(workbook|sharedStrings|styles|_rels\/workbook\.xml\.rels|worksheets\/[^/]+)(\.xml)?$/i;

/**
 * Reads the sheets of a workbook (ECMA-376). What it would unpack to is looked at before anything is unpacked.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function readXlsx(bytes: Uint8Array): Promise<Grid[]> {
  if (unpackedSize(bytes) > largestUnpacked) throw rejectedFile('unpacked-too-large');
  const names = namesIn(bytes);
  if (names.has('xl/workbook.bin')) throw rejectedFile('binary-workbook');
  if (names.has('content.xml') && names.has('mimetype')) throw rejectedFile('open-document');
  const { unzipSync } = await import('fflate');
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => read.test(name) });
    return workbookOf((path) => files[path] && textOf(files[path]));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'invalid-request') throw cause;
    throw rejectedFile('not-a-workbook', cause);
  }
}

const textOf = (bytes: Uint8Array) => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

function workbookOf(file: (path: string) => string | undefined): Grid[] {
  const workbook = file('xl/workbook.xml');
  if (workbook === undefined) throw rejectedFile('not-a-workbook');
  const { sheets, from1904 } = sheetsOf(workbook);
  const paths = new Map<string, string>();
  readXml(file('xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open(name, attribute) {
      const target = attribute('Target');
      // Relative to the folder of the workbook, or from the root of the archive.
      if (name === 'Relationship' && target !== undefined)
        paths.set(
          attribute('Id') ?? '',
          target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
        );
    },
  });
  const shared: Shared = {
    texts: textsOf(file('xl/sharedStrings.xml') ?? '<none/>'),
    looks: looksOf(file('xl/styles.xml') ?? '<none/>'),
    from1904,
  };
  return sheets.slice(0, mostSheets).flatMap(({ name, hidden, id }) => {
    // Sheets of charts hold no cells.
    const xml = file(paths.get(id) ?? '');
    return xml === undefined ? [] : [{ name, hidden, ...readSheet(xml, shared) }];
  });
}

function sheetsOf(workbook: string) {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  readXml(workbook, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({
          name: attribute('name') ?? '',
          id: attribute('r:id') ?? attribute('id') ?? '',
          hidden: /hidden/i.test(attribute('state') ?? ''),
        });
    },
  });
  return { sheets, from1904 };
}

/** The texts that cells refer to; how one is pronounced is no part of it. */
function textsOf(xml: string): string[] {
  const texts: string[] = [];
  let [text, inText, phonetic] = ['', false, 0];
  readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic += 1;
    },
    text(value) {
      if (inText && phonetic === 0) text += value;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}
