import { catalogued } from './catalogued.ts';

/** The name of a kind of session; one that the catalogue does not know is called by its key. */
export const sessionKindName = (
  kind: string,
  { sessionKinds }: { sessionKinds: Readonly<Record<string, string>> },
): string => catalogued(sessionKinds, kind);
