import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { connect, runningStack, type Stack, signInAdmin } from '../stack.ts';
import { copyClub, restoreClub } from './club-as-found.ts';
import { type HeldBack, holdBackOne } from './hold-back.ts';
import { noUpdate, updateStats } from './updates.ts';

export { expect };

interface Worlds {
  stack: Stack;
  /** The stack's database as its owner. */
  sql: Sql;
}

interface Fixtures {
  /** Has this done when the test ends, however it ends: the last that was asked for first. */
  afterwards: (step: () => Promise<unknown>) => void;
  /** What the browser complained of: errors on the console, policy violations, exceptions. */
  complaints: string[];
  /** A page of a browser in which the admin is signed in. */
  adminPage: Page;
  /** Every update stands at 9 of 10 until it is let go, at the latest when the test ends. */
  heldBack: HeldBack;
}

/** A test of a running site. It fails when the browser complains of anything. */
export const siteTest = base.extend<Fixtures, Worlds>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      await use(runningStack());
    },
    { scope: 'worker' },
  ],

  sql: [
    async ({ stack }, use) => {
      const sql = connect(stack);
      await use(sql);
      await sql.end();
    },
    { scope: 'worker' },
  ],

  page: async ({ page }, use) => {
    await use(page);
    // Else an answer that a test wanted changed, and that is still to come, fails the test after it.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },

  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      hearComplaints(page, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
  afterwards: async ({}, use) => {
    const steps: (() => Promise<unknown>)[] = [];
    await use((step) => steps.push(step));
    for (const step of steps.toReversed()) await step();
  },

  adminPage: async ({ stack, page }, use) => {
    await takeSession(page.context(), stack, await signInAdmin(stack));
    await use(page);
  },

  heldBack: async ({ sql }, use) => {
    const heldBack = await holdBackOne(sql);
    await use(heldBack);
    await heldBack.letGo();
  },
});

/** A test of the demo club, which it finds at rest and as it was before the first test. */
export const test = siteTest.extend<{ clubAsFound: undefined }>({
  clubAsFound: [
    async ({ request, sql, stack }, use) => {
      const found = await copyClub(sql);
      await use(undefined);
      if (await restoreClub(sql, found)) await updateStats(request, stack, sql);
      await noUpdate(sql);
    },
    { auto: true, timeout: 90_000 },
  ],
});

/** Adds to `complaints` what the browser says of a page. */
export function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A refused request is the page's to tell; a missing script or picture is a fault.
    const { url } = message.location();
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (isRefusal && (url === page.url() || url.includes('/api/'))) return;
    complaints.push(message.text());
  });
}

/** Gives a browser the session of a `cookie` header. */
export async function takeSession(
  context: BrowserContext,
  { webUrl }: Stack,
  cookieHeader: string,
): Promise<void> {
  const cookies = cookieHeader.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: webUrl };
  });
  await context.addCookies(cookies);
}

/** Fails with what an assistive technology would stumble over. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const DEVICES = {
  phone: { width: 375, height: 812 },
  desktop: { width: 1280, height: 900 },
} as const;

/**
 * Reads the page from the top to its end, half a screen at a time, as what loads only when seen wants
 * it, until all of it is there: what was passed before the page's scripts ran has not been seen.
 * Leaves the page where it stood.
 */
export async function readToEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(async () => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const left = window.scrollY;
      for (let y = 0; y < document.documentElement.scrollHeight; y += window.innerHeight / 2) {
        window.scrollTo({ top: y, behavior: 'instant' });
        await nextFrame();
        await nextFrame();
      }
      window.scrollTo({ top: left, behavior: 'instant' });
    });
    await expect(page.locator('.mantine-Skeleton-root:visible')).toHaveCount(0, { timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

/**
 * Fails when the page, as it stands, is wider than the screen or not accessible on a phone or a
 * desktop, in light or in dark. Keeps a picture of each beside the test's results.
 */
export async function expectToLookWell(page: Page, results: Kept): Promise<void> {
  for (const [device, viewport] of Object.entries(DEVICES)) {
    await page.setViewportSize(viewport);
    await readToEnd(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute(SCHEME, colorScheme);

      await expectAccessible(page);
      expect(await page.evaluate(tooWide), `pixels too wide for a ${device}`).toBe(0);
      expect(await page.evaluate(spilling), `cells too narrow on a ${device}`).toEqual([]);
      await page.screenshot({
        path: results.outputPath(`${device}-${colorScheme}.png`),
        fullPage: true,
      });
    }
  }
}

/** Where a test puts what it keeps: `testInfo.outputPath`. */
interface Kept {
  outputPath: (name: string) => string;
}

const SCHEME = 'data-mantine-color-scheme';
const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
const spilling = () =>
  [...document.querySelectorAll('td, th')]
    .filter((cell) => cell.scrollWidth > cell.clientWidth)
    .map((cell) => cell.textContent);
