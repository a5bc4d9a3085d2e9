import { describe, expect, it } from 'vitest';
import { beginsAs, type FileType, fileTypeOf, inertName } from '../../domain/file.ts';
import { attachment } from '../../functions/files/content-disposition.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const beginnings: [FileType, string][] = [
  ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['image/webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['image/heic', '\x00\x00\x00\x24ftypheic\x00\x00'],
  ['application/pdf', '%PDF-1.4\n'],
  [spreadsheet, 'PK\x03\x04\x14\x00'],
  ['text/csv', '\xef\xbb\xbfnombre,edad\n'],
];

describe('what a file is', () => {
  it.each(beginnings)('%s is told by how it begins', (type, text) => {
    expect(beginsAs(type, bytes(text))).toBe(true);
    const others = beginnings.filter(([other]) => other !== type && other !== 'text/csv');
    expect(others.filter(([other]) => beginsAs(other, bytes(text)))).toEqual([]);
  });

  it.each(['MZ\x90\x00\x03', '<svg xmlns="http://www.w3.org/2000/svg">', '\x7fELF\x00', ''])(
    'nothing but text is what begins otherwise: %j',
    (text) => {
      expect(beginnings.filter(([type]) => type !== 'text/csv' && beginsAs(type, bytes(text)))).toEqual([]);
      expect(beginsAs('text/csv', bytes(text))).toBe(!text.includes('\0'));
    },
  );

  it('is told by the ending of its name too', () => {
    expect(fileTypeOf('FOTO.JPEG')).toBe('image/jpeg');
    expect(fileTypeOf('lista.xlsx')).toBe(spreadsheet);
    expect(fileTypeOf('carta.docm')).toBeUndefined();
  });
});

describe('the name that a file is handed out under', () => {
  it.each([
    ['Acta de la reunión.pdf', 'Acta de la reunión.pdf'],
    ['../../etc/passwd', '__.._etc_passwd.pdf'],
    ['.bashrc', '_bashrc.pdf'],
    ['C:\\Windows\\acta.exe', 'C__Windows_acta.exe.pdf'],
    ['foto\u202Efdp.exe', 'fotofdp.exe.pdf'],
    ['"a"; filename=b.html', '_a_; filename=b.html.pdf'],
  ])('%j steers nothing, and ends as what it is', (name, inert) => {
    expect(inertName({ name, type: 'application/pdf' })).toBe(inert);
  });

  it('reaches the browser whole, and in ASCII for who reads no more', () => {
    expect(attachment('Reunión "5" 100%.pdf')).toBe(
      `attachment; filename="Reunion _5_ 100_.pdf"; filename*=UTF-8''Reuni%C3%B3n%20%225%22%20100%25.pdf`,
    );
  });
});
