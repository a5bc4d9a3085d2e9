import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { chromiumProgram } from '../support/chromium.ts';

// The package's own flags put everything into one process, which ends with the first page that closes, and let pages
// read across origins; these are what a container without user namespaces needs.
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars'];

/** A real browser, from its npm package: nothing needs to be installed on the machine. */
export const openBrowser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromiumProgram(), args: flags });

let shared: Promise<Browser> | undefined;

/** The browser of this worker: opened for the first suite that asks, and ended with the worker. Close contexts, not it. */
export const sharedBrowser = (): Promise<Browser> => {
  shared ??= openBrowser();
  return shared;
};

const build = join(import.meta.dirname, '..', '..', 'build');

/** Keeps a picture of a page, to be looked at; where the environment asks for it, by `PICTURES=yes`. */
export async function picture(page: Page, name: string, kind = 'pages'): Promise<void> {
  if (!process.env.PICTURES) return;
  const folder = join(build, kind);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
