import * as z from 'zod/mini';
import { languageList } from '../domain/language-list.ts';

const Config = z.object({
  /** The OpenID Connect provider that people sign in with, and this app's name there. */
  issuer: z.string(),
  clientId: z.string(),
  municipality: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    language: z.enum(languageList),
  }),
});

/** Where the app is: it is the same for every municipality, and told by the place it is served from. */
export type Config = z.infer<typeof Config>;

/** @throws when `/config.json` cannot be had, from the network or from what is kept, or says something else */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`/config.json: ${response.status}`);
  return Config.parse(await response.json());
}
