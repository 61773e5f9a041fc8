// node connect-pages.mjs SERVER APPLICATION SHOTS, with KEY and SERVICE: SERVER is ModuleX with github behind a test's authorization server and the tool
// formy, APPLICATION a free port for the application that people return to, SHOTS a folder for pictures, SERVICE the authorization server's addresses and
// ModuleX's client there, as JSON. Everything is done by keyboard, with JavaScript off in pages.
import { createServer } from 'node:http';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [server, port, shots] = process.argv.slice(2);
// The account that the Development environment makes.
const password = 'admin123';
const service = JSON.parse(process.env.SERVICE);
const application = `http://127.0.0.1:${port}`;
const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const returned = [];
const site = createServer((request, response) => {
  if (request.url !== '/favicon.ico') returned.push(Object.fromEntries(new URL(request.url, application).searchParams));
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Application</title><h1>Welcome back</h1>');
});
await new Promise(resolve => site.listen(Number(port), '127.0.0.1', resolve));

const api = async (method, address, body, credentials = { 'x-api-key': process.env.KEY }) => {
  const answer = await fetch(server + address, { method, headers: { 'content-type': 'application/json', ...credentials }, body: body && JSON.stringify(body) });
  return answer.json();
};
const link = more => api('POST', '/v1/connect-links', { owner: 'jane', return_url: `${application}/done`, language: 'en', ...more });
const stateOf = async id => (await api('GET', `/v1/connect-links/${id}`)).state;

const report = { violations: [], errors: [], origins: [], steps: {} };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A browser of its own, with JavaScript off unless a page is judged. */
async function person(options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 860 }, ...options });
  const page = await context.newPage();
  // Pages with a problem have its status, which Chromium writes down, too. The authorization server's own pages are not judged here.
  page.on('console', message => message.type() === 'error' && message.location().url.startsWith(server) && !/responded with a status of/.test(message.text())
    && report.errors.push(message.text()));
  page.on('request', request => !request.isNavigationRequest() && request.frame().url().startsWith(server) && report.origins.push(new URL(request.url()).origin));
  return page;
}

/** Pictures of the page that is open, and what axe finds in it: in light and dark, wide and narrow. */
async function judge(page, name) {
  const html = await page.content();
  const judged = await browser.newContext({ viewport: { width: 1200, height: 860 }, bypassCSP: true });
  const copy = await judged.newPage();
  // The same page once more, where scripts run: the original has none, and its policy allows none.
  await copy.route('**/*', route => (route.request().resourceType() === 'document'
    ? route.fulfill({ contentType: 'text/html', body: html.replace(/<meta http-equiv="refresh"[^>]*>/, '') }) : route.continue()));
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1200, 360]) {
      await copy.emulateMedia({ colorScheme });
      await copy.setViewportSize({ width, height: 860 });
      await copy.goto(`${server}/connect/judged`);
      await copy.screenshot({ path: path.join(shots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
      const wide = await copy.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      if (wide) report.violations.push(`${name} ${width}: scrolls sideways`);
      await copy.evaluate(axe);
      const { violations } = await copy.evaluate('axe.run()');
      for (const { id, nodes } of violations) report.violations.push(`${name} ${colorScheme} ${width}: ${id} ${nodes.map(node => node.html).join(' ')}`);
    }
  }
  await judged.close();
}

/** Presses Tab until the element with this text or label has the focus, as those do who use no mouse. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

const press = async (page, name, role = 'button') => {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
};

async function type(page, label, text) {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** The pages of the authorization server: a login, and a consent. */
async function atService(page, agrees) {
  await page.locator('input[name=login]').waitFor();
  await page.locator('input[name=login]').fill('octocat');
  await page.locator('input[name=password]').fill('any');
  await page.keyboard.press('Enter');
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
  if (agrees) await page.locator('button[type=submit]').click();
  else await page.locator('a[href$="/abort"]').click();
}

const heading = page => page.getByRole('heading', { level: 1 }).innerText();
const atApplication = page => page.waitForURL(`${application}/**`);

async function connectAndRefuse() {
  const made = await link({ tool: 'github', state: 'kept' });
  const page = await person();
  await page.goto(made.url);
  await judge(page, 'open');
  await press(page, 'Continue to GitHub');
  await atService(page, false);
  await page.getByRole('alert').waitFor();
  await judge(page, 'refused');
  const refused = { notice: await page.getByRole('alert').innerText(), state: await stateOf(made.id) };
  await press(page, 'Continue to GitHub');
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' }).catch(() => undefined);
  await page.locator('button[type=submit]').click();
  await atApplication(page);
  const back = returned.at(-1);
  const before = await stateOf(made.id);
  const completed = await api('POST', `/v1/connect-links/${made.id}/complete`, { code: back.code });
  const twice = await api('POST', `/v1/connect-links/${made.id}/complete`, { code: back.code });
  await page.goto(made.url);
  await judge(page, 'done');
  return { refused, back: { state: back.state, link: back.connect_link === made.id, code: back.code?.length > 20 }, before, after: completed.state,
    connection: completed.connection, twice: twice.code, again: await heading(page) };
}

async function typeCredentials() {
  const made = await link({ tool: 'formy' });
  const page = await person();
  await page.goto(made.url);
  await press(page, 'Continue');
  await judge(page, 'form');
  await press(page, 'Connect Formy');
  await judge(page, 'form-empty');
  const empty = await page.getByRole('alert').innerText();
  await type(page, 'Team', 'blue');
  await type(page, 'API key', 'wrong');
  await press(page, 'Connect Formy');
  await judge(page, 'form-wrong');
  const wrong = { notice: await page.getByRole('alert').innerText(), team: await page.getByLabel('Team').inputValue(), key: await page.getByLabel('API key').inputValue() };
  await type(page, 'API key', 'right');
  await press(page, 'Connect Formy');
  await atApplication(page);
  return { empty, wrong, completed: (await api('POST', `/v1/connect-links/${made.id}/complete`, { code: returned.at(-1).code })).state };
}

async function chooseAndTwoAccounts() {
  const accounts = [];
  const page = await person();
  for (const account of ['default', 'work']) {
    const made = await link({ tools: ['github', 'formy'], account });
    await page.goto(made.url);
    if (account === 'default') await judge(page, 'open-several');
    await press(page, 'Continue');
    if (account === 'default') await judge(page, 'choose');
    await press(page, 'Formy', 'link');
    await type(page, 'Team', account);
    await type(page, 'API key', 'right');
    await press(page, 'Connect Formy');
    await atApplication(page);
    const { connection } = await api('POST', `/v1/connect-links/${made.id}/complete`, { code: returned.at(-1).code });
    accounts.push(connection.account);
  }
  return accounts;
}

async function signIn() {
  const { access_token } = await api('POST', '/api/auth/login', { email: 'admin@example.com', password }, {});
  const asPerson = (method, address, body) => api(method, address, body, { authorization: `Bearer ${access_token}` });
  const made = await asPerson('POST', '/v1/connect-links', { tool: 'formy', display: 'popup', language: 'en' });
  const page = await person();
  await page.goto(made.url);
  await judge(page, 'sign-in');
  await type(page, 'E-mail address', 'admin@example.com');
  await type(page, 'Password', 'not this one');
  await press(page, 'Sign in');
  await judge(page, 'sign-in-wrong');
  const wrong = await page.getByRole('alert').innerText();
  await type(page, 'Password', password);
  await press(page, 'Sign in');
  const title = await heading(page);
  await press(page, 'Continue');
  // The person closes the pop-up, and opens the link again in the same browser.
  await page.close();
  const closed = (await asPerson('GET', `/v1/connect-links/${made.id}`)).state;
  const again = await page.context().newPage();
  await again.goto(made.url);
  await type(again, 'Team', 'own');
  await type(again, 'API key', 'right');
  await press(again, 'Connect Formy');
  await again.getByText('You can close this window').waitFor();
  await judge(again, 'connected');
  return { wrong, title, closed, state: (await asPerson('GET', `/v1/connect-links/${made.id}`)).state };
}

/** Takes back at the service what was granted last, as people do on its page of connected applications. */
async function revoke() {
  const { grants } = await (await fetch(`${service.admin}/journal`)).json();
  const token = grants.findLast(grant => grant.issued?.refresh_token).issued.refresh_token;
  const { client_id, client_secret } = service;
  await fetch(service.revocation, { method: 'POST', body: new URLSearchParams({ token, client_id, client_secret }) });
}

async function reconnect() {
  const connections = async () => (await api('GET', '/v1/connections?owner=rita')).items;
  const run = () => api('POST', '/v1/runs', { owner: 'rita', tool: 'github', action: 'get_user_info' });
  const connect = async () => {
    const made = await link({ owner: 'rita', tool: 'github' });
    const page = await person();
    await page.goto(made.url);
    await press(page, 'Continue to GitHub');
    await atService(page, true);
    await atApplication(page);
    return (await api('POST', `/v1/connect-links/${made.id}/complete`, { code: returned.at(-1).code })).state;
  };
  await connect();
  const [first] = await connections();
  await revoke();
  const checked = await api('POST', `/v1/connections/${first.id}/check`);
  const refused = (await run()).code;
  const completed = await connect();
  const after = await connections();
  return { before: first.state, checked: checked.state, error: checked.last_error.code, refused, completed, after: after.map(connection => connection.state),
    isSame: after[0].id === first.id, login: (await run()).result.login };
}

async function elsewhere() {
  const made = await link({ tool: 'github' });
  const [first, second] = [await person(), await person({ locale: 'de-DE' })];
  await first.goto(made.url);
  await press(first, 'Continue to GitHub');
  await first.locator('input[name=login]').waitFor();
  await second.goto(made.url);
  await judge(second, 'other-browser');
  const title = await heading(second);
  await second.goto(first.url());
  await second.goto(`${server}/connect/mxl_unknown`);
  await judge(second, 'unknown');
  return { title, unknown: await heading(second), language: await second.locator('html').getAttribute('lang') };
}

for (const [name, step] of Object.entries({ connectAndRefuse, typeCredentials, chooseAndTwoAccounts, signIn, reconnect, elsewhere })) {
  try {
    report.steps[name] = await step();
  } catch (error) {
    report.steps[name] = { error: String(error) };
    for (const context of browser.contexts()) for (const page of context.pages()) report.steps[name].at = `${page.url()} ${(await page.innerText('body').catch(() => '')).slice(0, 300)}`;
  }
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
site.close();
report.origins = [...new Set(report.origins)];
console.log(JSON.stringify(report));
