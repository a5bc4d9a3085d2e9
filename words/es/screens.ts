/** The words that single screens of the app need: each file is loaded when it is wanted. `app/index.ts` has those of all. */
export const screens = {
  account: async () => (await import('./app/account.ts')).account,
  administration: async () => (await import('./app/administration.ts')).administration,
  dossier: async () => (await import('./app/dossier.ts')).dossier,
  criteria: async () => (await import('./criteria.ts')).criteria,
  evaluation: async () => (await import('./evaluation.ts')).es,
  names: async () => (await import('./names.ts')).es,
};
export type Words = typeof screens;
