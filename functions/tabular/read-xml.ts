import { Parser } from 'saxen';

const entities: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** A text of an XML file without its entities, those beyond the basic plane (🌳) too. Source: XML 1.0, 2.11 and 4.1. */
function decoded(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}

export interface XmlEvents {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads the parts of an Office document: names come without their prefix, which writers choose as they like.
 * @throws Error where the text is no XML
 */
export function readXml(xml: string, { open, close, text }: XmlEvents): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser();
  parser.on('openTag', (name, attributes) =>
    open(local(name), (wanted) => {
      const value = attributes()[wanted];
      return value === undefined ? undefined : decoded(value);
    }),
  );
  if (close) parser.on('closeTag', (name) => close(local(name)));
  if (text) {
    parser.on('text', (value) => text(decoded(value)));
    parser.on('cdata', (value) => text(value));
  }
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}
