import { Parser } from 'saxen';

const entities: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** A text of an XML file without its entities, those beyond the basic plane (🌳) too. Source: XML 1.0, 2.11 and 4.1. */
export function decoded(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}

export interface XmlEvents {
  /** `attributes` parses those of the element, as they are written; once is enough. */
  open(name: string, attributes: () => Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Texts with their entities: `decoded` reads those that people write. */
export type Attributes = Partial<Record<string, string>>;

/** The value of an attribute whose prefix its writer may choose, such as `r:id`. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];

/**
 * Reads the parts of an Office document: names of elements go without their prefix, which writers choose as they like.
 * @throws Error where the text is no XML
 */
export function readXml(xml: string, { open, close, text }: XmlEvents): void {
  const local = (name: string) => {
    const colon = name.indexOf(':');
    return colon < 0 ? name : name.slice(colon + 1);
  };
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => open(local(name), attributes));
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
