import type { BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import type { Person } from '../../../local/api-client.ts';

/** What a browser knows of somebody who has signed in. */
interface Session {
  storage: Awaited<ReturnType<BrowserContext['storageState']>>;
  /** Puts a new tab where the tab was that was signed in: what belongs to a tab alone is not in its storage. */
  resume: string;
  /** In milliseconds since 1970; none is used for long, so that none runs out meanwhile. */
  until: number;
}

const lasts = 10 * 60_000;
const sessions = new Map<string, Session>();
const nameOf = (url: string, { user, role }: Person) => `${url} ${role} ${user}`;

/** The session of somebody who signed in at this address before, on the page that people sign in on. */
export function knownSession(url: string, person: Person): Session | undefined {
  const session = sessions.get(nameOf(url, person));
  return session && session.until > Date.now() ? session : undefined;
}

const Entries = z.array(z.tuple([z.string(), z.string()]));

/** Keeps the session of a page whose person has just signed in, for pages that are opened after it. */
export async function rememberSession(url: string, person: Person, page: Page): Promise<void> {
  const entries = Entries.parse(await page.evaluate('Object.entries(sessionStorage)'));
  const user = entries.filter(([key]) => key.startsWith('oidc.user:'));
  const mark = 'test.resumed';
  // Once for a tab: whoever signs out there stays signed out.
  const resume = `if (location.origin === ${JSON.stringify(url)} && !sessionStorage.getItem('${mark}')) {
    for (const [key, value] of ${JSON.stringify([...user, [mark, 'yes']])}) sessionStorage.setItem(key, value);
  }`;
  const storage = await page.context().storageState();
  sessions.set(nameOf(url, person), { storage, resume, until: Date.now() + lasts });
}
