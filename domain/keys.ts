/** The keys of a record as its type names them; `Object.keys` forgets them. */
export function keysOf<Of extends object>(record: Of): Extract<keyof Of, string>[] {
  const keys: Extract<keyof Of, string>[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
