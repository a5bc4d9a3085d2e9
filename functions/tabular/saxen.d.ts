declare module 'saxen' {
  /** A parser of XML that calls back as it reads; texts and attributes come as they are written, entities and all. */
  export class Parser {
    on(
      event: 'openTag',
      call: (
        name: string,
        attributes: () => Record<string, string>,
        decode: unknown,
        closed: boolean,
      ) => void,
    ): this;
    on(event: 'closeTag', call: (name: string) => void): this;
    on(event: 'text' | 'cdata', call: (text: string) => void): this;
    on(event: 'error', call: (error: Error) => void): this;
    parse(xml: string): Error | undefined;
  }
}
