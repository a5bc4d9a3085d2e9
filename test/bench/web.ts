import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { openBrowser } from '../browser/browser.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';
import { municipality } from '../support/settings.ts';
import { fillLocalities } from './filled.ts';
import type { Group, Row } from './group.ts';
import { tableOfRunner } from './machine/table.ts';
import { median, percentile } from './timing.ts';

interface WebWork {
  localities: number;
  /** Milliseconds until the page says how many there are, until the first of them stand there. */
  loading: number;
  /** Requests to the interface until then, and bytes of their answers. */
  requests: number;
  bytes: number;
  /** Milliseconds between frames while the table is scrolled by a finger, of the slowest in a hundred too, and the share of frames that came late. */
  median: number;
  slow: number;
  late: number;
  /** The same share of a page as long that has nothing on it: what the machine itself does to frames. */
  bareLate: number;
  /** Milliseconds from a key in the search to the table that it leaves: the median and the longest. */
  filter: number;
  longestFilter: number;
}

const Frames = z.array(z.number());
/** At 60 frames a second one comes every 16.7 ms; one that comes half a frame later has left one out. */
const frame = 1_000 / 60;

const lateOf = (times: number[]) => times.filter((time) => time > 1.5 * frame).length / times.length;

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main button.main').click();
  const form = page.locator('form', { has: page.locator('select') });
  await form.locator('input[name=user]').fill('direccion@juarez.example');
  await form.locator('select').selectOption('administrator');
  await form.locator('button').click();
  await page.locator('main h1').waitFor();
}

/** The times between frames while the page is scrolled down and up again. */
async function scrolled(page: Page): Promise<number[]> {
  const client = await page.context().newCDPSession(page);
  await page.evaluate(`{
    const times = (window.frames_ = []);
    const next = (time) => { times.push(time); if (window.frames_ === times) requestAnimationFrame(next); };
    requestAnimationFrame(next);
  }`);
  for (const yDistance of [-12_000, 8_000, -12_000])
    await client.send('Input.synthesizeScrollGesture', { x: 600, y: 600, yDistance, speed: 4_000 });
  const times = Frames.parse(
    await page.evaluate('(() => { const t = window.frames_; window.frames_ = []; return t; })()'),
  );
  return times.slice(1).map((time, at) => time - (times[at] ?? time));
}

/** Types a text as a person does, key by key; each key's time until the table has changed and is painted. */
async function typed(page: Page, text: string): Promise<number[]> {
  const took: number[] = [];
  for (let length = 1; length <= text.length; length += 1)
    took.push(
      z.number().parse(
        await page.evaluate(`new Promise((resolve) => {
          const input = document.querySelector('input[type=search]');
          const status = document.querySelector('.portfolio-head [role=status]');
          const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
          const began = performance.now();
          const done = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          const seen = new MutationObserver(() => { seen.disconnect(); done(); });
          seen.observe(status, { characterData: true, childList: true, subtree: true });
          write.call(input, ${JSON.stringify(text.slice(0, length))});
          input.dispatchEvent(new Event('input', { bubbles: true }));
        })`),
      ),
    );
  return took;
}

/** How the list of localities works when there are many, answered by the real server: what a person waits for, and whether it scrolls smoothly. */
async function measureWeb(count: number): Promise<WebWork> {
  const folder = dataFolder();
  const etapas = await startEtapas('--port', '0', '--data', folder, '--empty');
  const { table, plain } = await tableOfRunner(etapas.url);
  await fillLocalities({ table, municipality: municipality(), clock: () => new Date() }, count);
  plain.destroy();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: 'es-MX', viewport: { width: 1280, height: 900 } });
    await signIn(page, etapas.url);
    const asked = { requests: 0, bytes: 0 };
    page.on('response', async (response) => {
      if (!new URL(response.url()).pathname.startsWith('/api/')) return;
      asked.requests += 1;
      asked.bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    const began = performance.now();
    await page.goto(`${etapas.url}/localities?view=table&sort=name`);
    await page.getByText(`${count.toLocaleString('es-MX')} localidades`, { exact: true }).waitFor();
    const loading = performance.now() - began;
    const frames = await scrolled(page);
    const blank = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await blank.setContent('<p>Etapas</p>');
    await blank.evaluate(`document.body.style.height = '600000px'`);
    const bare = await scrolled(blank);
    await blank.close();
    // Each key leaves fewer: 10,000 at first, and 1 in the end.
    const keys = await typed(page, '4321');
    return {
      localities: count,
      ...asked,
      loading,
      median: median(frames),
      slow: percentile(frames, 99),
      late: lateOf(frames),
      bareLate: lateOf(bare),
      filter: median(keys),
      longestFilter: Math.max(...keys),
    };
  } finally {
    await browser.close();
    await etapas.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const web: Group = {
  what: 'The list of localities through the real server: what a person waits for, frames while it is scrolled, a key in its search',
  async measure({ sizes: [count = 10_000] = [] }) {
    const all = await measureWeb(count);
    const name = (what: string) => `${count} localities: ${what}`;
    const rows: Row[] = [
      {
        name: name('until the list says how many there are'),
        counted: all.loading,
        unit: 'ms',
        beside: { requests: all.requests, bytes: all.bytes },
      },
      {
        name: name('between frames, p50'),
        counted: all.median,
        unit: 'ms',
        baseline: frame,
        of: '60 a second',
        wanted: { atMost: 1.05 },
      },
      {
        name: name('between frames, p99'),
        counted: all.slow,
        unit: 'ms',
        baseline: frame,
        of: '60 a second',
      },
      {
        name: name('frames that came late'),
        counted: 100 * all.late,
        unit: '%',
        beside: { 'late on a bare page': 100 * all.bareLate },
      },
      {
        name: name('a key in the search, p50'),
        counted: all.filter,
        unit: 'ms',
        baseline: 100,
        of: 'allowed',
        wanted: { atMost: 1 },
      },
      {
        name: name('a key in the search, slowest'),
        counted: all.longestFilter,
        unit: 'ms',
        baseline: 100,
        of: 'allowed',
        wanted: { atMost: 1 },
      },
    ];
    return rows;
  },
};
