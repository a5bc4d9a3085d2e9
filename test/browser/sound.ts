import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What somebody may want to hit, as a selector, and how many pixels wide and high it is at least. */
export interface Targets {
  selector: string;
  least: number;
}

/** One look at a page while it may still change: whether it fits its width, and which of its targets are too small. */
const lookFor = ({ selector, least }: Targets) => `(() => {
  const size = ({ width, height }) => width + ' × ' + height;
  const tooSmall = [...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((target) => {
    const box = target.getBoundingClientRect();
    // What is one pixel wide is there for screen readers: its label is hit.
    const isShown = box.width > 1;
    return isShown && Math.min(box.width, box.height) < ${least}
      ? [size(box) + ': ' + target.outerHTML.slice(0, 200)]
      : [];
  });
  return { fits: document.documentElement.scrollWidth <= innerWidth, tooSmall };
})()`;

async function violationsOf(page: Page): Promise<string[]> {
  // No page of ours holds frames of others: the rules need no second page to be put together in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}

/** Nothing that WCAG or good practice has rules for is wrong, nothing sticks out, everything can be hit. */
export async function expectSound(page: Page, what: string, targets: Targets): Promise<void> {
  // What is on its way comes first; what fades in or out is looked at again.
  await expect.poll(() => page.locator('.loading').count(), { message: what }).toBe(0);
  await expect.poll(() => violationsOf(page), { message: what }).toEqual([]);
  await expect
    .poll(() => page.evaluate(lookFor(targets)), { message: what })
    .toEqual({ fits: true, tooSmall: [] });
}
