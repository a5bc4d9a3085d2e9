/** «EncryptedPackage» in UTF-16: the workbook inside is locked by a password. Source: MS-OFFCRYPTO 2.3.4. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** How the containers of old Office files begin, and those of locked new ones. Source: MS-CFB 2.2. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What a file is that cannot be read though people take it for a table: each has its sentence, with what to do.
 * `undefined` for everything else.
 */
export function otherKind(bytes: Uint8Array): string | undefined {
  if (compound.every((byte, at) => bytes[at] === byte))
    return Buffer.from(bytes).includes(encrypted) ? 'locked-workbook' : 'old-workbook';
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 2_000))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('%pdf')) return 'pdf-file';
  if (start.startsWith('{\\rtf')) return 'text-document';
  if (/^(<!doctype html|<html|<table|<head|<meta|<body|mime-version:)/.test(start)) return 'web-page';
  if (start.startsWith('<?xml')) return /<html|<!doctype html/.test(start) ? 'web-page' : 'xml-file';
  return undefined;
}
