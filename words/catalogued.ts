/** What a catalogue calls a key; one that it does not know is called by the key itself. */
export const catalogued = (catalogue: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined) ?? key.replaceAll('-', ' ');
