/**
 * JSON with the keys of every object in order, so that the same content has one spelling, whatever order it was written
 * or read in. Hashes of histories and of frozen rankings are over this spelling: it must never change.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
