import { utf16Of } from './read-csv.ts';
import { rejectedFile } from './rejected-file.ts';

const byteOrderMark = '\uFEFF';

/** How many bytes at the end are the beginning of a letter in UTF-8 whose rest has not come yet (RFC 3629). */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/**
 * The text of a file as it comes in: UTF-16 where its byte-order mark says so, UTF-8 if it can be that, and Windows-1252
 * otherwise, as whole files are read. The
 * first bytes that cannot be UTF-8 decide; until then only ASCII, which both write alike, may have come.
 * @throws Problem `invalid-request` where letters of both have come, or bytes of no text
 */
export async function* streamText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder('windows-1252');
  let decode = decodeUtf8;
  let letters = false;
  let rest: Uint8Array = new Uint8Array();
  let first = true;
  let utf16: InstanceType<typeof TextDecoder> | undefined;

  for await (const chunk of chunks) {
    const named = first ? utf16Of(chunk) : undefined;
    if (named) utf16 = new TextDecoder(named, { fatal: false });
    if (utf16) {
      first = false;
      yield utf16.decode(chunk, { stream: true });
      continue;
    }
    if (chunk.includes(0)) throw rejectedFile('not-text');
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    rest = bytes.slice(whole);
    const text = decode(bytes.subarray(0, whole));
    yield first && text.startsWith(byteOrderMark) ? text.slice(1) : text;
    first &&= text === '';
  }
  if (rest.length > 0) yield decode(rest);

  function decodeUtf8(bytes: Uint8Array): string {
    try {
      const text = utf8.decode(bytes);
      letters ||= text.length !== bytes.length;
      return text;
    } catch (cause) {
      if (letters) throw rejectedFile('mixed-encodings', cause);
      decode = (all) => windows.decode(all);
      return decode(bytes);
    }
  }
}
