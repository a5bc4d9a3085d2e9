import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import * as z from 'zod';
import { chromiumProgram } from '../support/chromium.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';
import type { Group } from './group.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the build says of each file: what it needs at once, and what it may ask for later. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isDynamicEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

interface ScreenSize {
  screen: string;
  /** Gzipped bytes of script and of style sheets until the screen is there, the shell among them. */
  script: number;
  style: number;
  /** Gzipped bytes of script that it may ask for later. */
  later: number;
}

/** All that is loaded with an entry. */
function needed(manifest: Manifest, entry: string, known = new Set<string>()): Set<string> {
  if (known.has(entry)) return known;
  known.add(entry);
  for (const next of manifest[entry]?.imports ?? []) needed(manifest, next, known);
  return known;
}

/** The app as it is built, screen by screen. */
async function measureScreens(): Promise<ScreenSize[]> {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-app-'));
  process.env.NODE_ENV = 'production';
  try {
    await build({
      configFile: join(root, 'web', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, manifest: true },
    });
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));
    const zipped = (files: Iterable<string>) =>
      [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    const scripts = (keys: Iterable<string>) => zipped([...keys].flatMap((key) => manifest[key]?.file ?? []));
    const shell = needed(manifest, 'index.html');
    const language = Object.keys(manifest).find((key) => key.endsWith('words/es/app/index.ts'));
    return Object.keys(manifest)
      .filter((key) => key.endsWith('-screen.tsx'))
      .map((key) => {
        const keys = new Set([
          ...shell,
          ...needed(manifest, key),
          ...(language ? needed(manifest, language) : []),
        ]);
        const later = new Set(
          [...needed(manifest, key)]
            .flatMap((one) => manifest[one]?.dynamicImports ?? [])
            .flatMap((one) => [...needed(manifest, one)]),
        );
        return {
          screen: key.replace(/-screen\.tsx$/, '').replace(/^.*\//, ''),
          script: scripts(keys),
          style: zipped([...keys].flatMap((one) => manifest[one]?.css ?? [])),
          later: scripts([...later].filter((one) => !keys.has(one) && !one.endsWith('-screen.tsx'))),
        };
      })
      .sort((a, b) => a.script - b.script);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Figures = Record<(typeof categories)[number], number>;

const Localities = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const Token = z.object({ accessToken: z.string() });

async function localityOf(url: string): Promise<string> {
  const person = JSON.stringify({ user: 'ana.lopez@juarez.example', role: 'coordinator' });
  const headers = { 'content-type': 'application/json' };
  const token = await fetch(`${url}/local/token`, { method: 'POST', headers, body: person });
  const { accessToken } = Token.parse(await token.json());
  const list = await fetch(`${url}/api/localities?status=active`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const [first] = Localities.parse(await list.json()).items;
  if (!first) throw new Error('the example has no locality under way');
  return first.id;
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main button.main').click();
  await page.locator('form:has(select) input[name=user]').fill('ana.lopez@juarez.example');
  await page.locator('form:has(select) button').click();
  await page.waitForSelector('main h1');
}

/** What one run says of a page; with `LIGHTHOUSE_FAULTS`, what it finds fault with is printed. */
async function audited(page: Page, url: string): Promise<Figures> {
  const flags = { onlyCategories: [...categories], disableStorageReset: true, logLevel: 'error' as const };
  const result = await lighthouse(url, flags, undefined, page);
  if (!result) throw new Error('Lighthouse gave no answer');
  const { lhr } = result;
  if (process.env.LIGHTHOUSE_FAULTS)
    for (const [name, { score, title }] of Object.entries(lhr.audits))
      if (score !== null && score < 0.9) console.log(url, name, score, title);
  const scoreOf = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
    seo: scoreOf('seo'),
  };
}

/** A run depends on what else the machine does; the middle one of so many counts. */
const runs = 3;

/**
 * Lighthouse's four figures, 0 to 100, of Today and of a locality of the example, each as a phone on a slow network sees
 * it: somebody is signed in, and nothing is kept from before.
 */
async function measureLighthouse(): Promise<Record<string, Figures>> {
  const etapas = await startEtapas('--port', '0', '--data', dataFolder());
  const browser = await launch({
    executablePath: await chromiumProgram(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    await signIn(page, etapas.url);
    const screens = { today: '/', locality: `/localities/${await localityOf(etapas.url)}` };
    const figures: Record<string, Figures> = {};
    for (const [screen, path] of Object.entries(screens)) {
      const seen: Figures[] = [];
      for (let run = 0; run < runs; run += 1) seen.push(await audited(page, etapas.url + path));
      const middle = (category: keyof Figures) =>
        seen.map((figures) => figures[category]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
      figures[screen] = {
        performance: middle('performance'),
        accessibility: middle('accessibility'),
        'best-practices': middle('best-practices'),
        seo: middle('seo'),
      };
    }
    return figures;
  } finally {
    await browser.close();
    await etapas.stop();
  }
}

export const screens: Group = {
  what: 'The app, gzipped: what is loaded until a screen is there',
  async measure() {
    return (await measureScreens()).flatMap(({ screen, script, style, later }) => [
      {
        name: `${screen}: script`,
        counted: script / 1_000,
        unit: 'kB',
        baseline: 200,
        of: 'allowed',
        wanted: { atMost: 1 },
      },
      { name: `${screen}: styles`, counted: style / 1_000, unit: 'kB' },
      { name: `${screen}: script, when asked for`, counted: later / 1_000, unit: 'kB' },
    ]);
  },
};

export const lighthouseFigures: Group = {
  what: `Lighthouse, 0 to 100, as a phone on a slow network: the middle of ${runs} runs`,
  async measure() {
    return Object.entries(await measureLighthouse()).flatMap(([screen, figures]) =>
      categories.map((category) => ({
        name: `${screen}: ${category}`,
        counted: figures[category],
        unit: '',
        wanted: { atLeast: 95 },
      })),
    );
  },
};
