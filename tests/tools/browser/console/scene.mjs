import assert from 'node:assert/strict';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Plays what people do in the console: `node console/NAME.mjs SERVER SHOTS`, with EMAIL and PASSWORD of an admin. SERVER is a running server, SHOTS a folder for pictures.
 * Prints one line of JSON: what axe found, what the browser complained of, and which origins were asked. A step that does not come true ends it.
 */
export async function play(work) {
  const [server, shots] = process.argv.slice(2);
  const report = { violations: [], errors: [], origins: [] };
  const origins = new Set();
  // Chromium's sandbox does not work for root, as which tests may run; it visits nothing but this machine.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

  /** A page of a browser of its own. */
  async function person(options = {}) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 860 }, permissions: ['clipboard-read', 'clipboard-write'], ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // A refusal that a step provokes is written down by Chromium, too; what the page makes of it is looked at.
    page.on('console', (message) => message.type() === 'error' && !/responded with a status of/.test(message.text()) && report.errors.push(message.text()));
    page.on('pageerror', (error) => report.errors.push(String(error)));
    page.on('request', (request) => request.url().startsWith('http') && origins.add(new URL(request.url()).origin));
    return page;
  }

  async function signIn(page, email = process.env.EMAIL, password = process.env.PASSWORD) {
    await page.goto(`${server}/app/`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor({ state: 'attached' });
  }

  /** Pictures of what is shown, and what axe finds in it: in light and dark, wide and narrow. */
  async function judge(page, name) {
    const { width, height } = page.viewportSize();
    for (const colorScheme of ['light', 'dark']) {
      for (const wide of [1200, 360]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width: wide, height });
        await page.waitForTimeout(300);
        await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}-${wide}.png`) });
        if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) report.violations.push(`${name} ${wide}: scrolls sideways`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate('axe.run()');
        for (const { id, nodes } of violations) report.violations.push(`${name} ${colorScheme} ${wide}: ${id} ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
    await page.setViewportSize({ width, height });
  }

  /** Opens a page by the menu, as people do. */
  async function open(page, title) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  try {
    await work({ server, person, signIn, judge, open, assert });
  } finally {
    await browser.close();
  }
  console.log(JSON.stringify({ ...report, origins: [...origins] }));
}
