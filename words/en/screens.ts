import type { Words } from '../es/screens.ts';

/** The same in English. */
export const screens: Words = {
  account: async () => (await import('./app/account.ts')).account,
  administration: async () => (await import('./app/administration.ts')).administration,
  dossier: async () => (await import('./app/dossier.ts')).dossier,
  criteria: async () => (await import('./criteria.ts')).criteria,
  evaluation: async () => (await import('./evaluation.ts')).en,
  names: async () => (await import('./names.ts')).en,
};
