import { Problem } from '../../domain/errors.ts';

/** A version of a programme or of a questionnaire; an id has many, which never change once released. */
export interface Version {
  id: string;
  version: number;
}

/** As it is told to whoever runs the installation: `programme convivir-mejor v1`. */
export const versionInWords = (kind: VersionKind, { id, version }: Version) => `${kind} ${id} v${version}`;
export type VersionKind = 'programme' | 'questionnaire';

/**
 * Finds versions among those deployed. What is in use stays deployed; where one is missing all the same (an older copy
 * of the code, a file that was removed), whoever needs it meets the problem `version-missing`, by that name.
 */
export function versionsOf<Deployed extends Version>(kind: VersionKind, deployed: readonly Deployed[]) {
  // By the order of signs: ids have no letters whose order depends on a language, whose rules take 8 ms to load.
  const order = (a: Version, b: Version) => (a.id < b.id ? -1 : a.id > b.id ? 1 : b.version - a.version);
  const all = [...deployed].sort(order);
  return {
    all,
    /** The newest version under every id. */
    current: all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at),
    /** The newest version under an id. */
    newest: (id: string) => all.find((one) => one.id === id),
    /** @throws Problem `version-missing` */
    exact: ({ id, version }: Version): Deployed => {
      const found = all.find((one) => one.id === id && one.version === version);
      if (found) return found;
      const cause = new Error(`${versionInWords(kind, { id, version })} is not deployed`);
      throw new Problem('version-missing', { cause });
    },
  };
}
