import { chromium } from 'playwright-core';

/** Does the work with a page of a new browser, and gives what it gives, with what went wrong in the page meanwhile. */
export async function withPage(work) {
  // Its sandbox does not work for root, as which tests may run; it visits nothing but this machine.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const errors = [];
    const origins = new Set();
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', error => errors.push(String(error)));
    page.on('request', request => request.url().startsWith('http') && origins.add(new URL(request.url()).origin));
    const result = await work(page);
    return { ...result, errors, origins: [...origins] };
  } finally {
    await browser.close();
  }
}
