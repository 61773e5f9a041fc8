import { createServer } from 'node:http';
import { once } from 'node:events';
import { play } from './scene.mjs';

/**
 * What a person does with runs: the first one, a failed one, the newest ones; and has a backend told of them. With LOOPBACK set the server must take a webhook
 * at an address of this machine, as one in Development does.
 */
await play(async ({ server, person, signIn, judge, open, assert }) => {
  const call = await apiOf(server);
  const fails = { tool: 'mock', action: 'create_subscription', arguments: { user_id: '00000000-0000-4000-8000-000000000000', plan: 'basic', amount: '1.00' } };
  const works = { tool: 'mock', action: 'list_users' };
  const page = await person();
  await signIn(page);

  await firstSteps();
  const why = await failedRun();
  await newestRuns();
  await sharedAddress(why);
  await webhook();
  await analytics();

  /** Each step is ticked off when it is done, without a reload. On a server with runs there are none. */
  async function firstSteps() {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('region', { name: /First steps|What fails/ }).waitFor();
    const isNew = await page.getByRole('heading', { level: 1, name: 'Welcome to ModuleX' }).isVisible();
    const step = (title) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
    if (isNew) {
      await step('Install a tool').getByText('Done').waitFor();
      await step('Connect it').getByText('To do').waitFor();
      await step('Run an action').getByText('To do').waitFor();
      assert.equal(await step('Connect it').getByRole('link', { name: 'Connect a tool' }).getAttribute('href'), '/app/connections');
      await judge(page, 'home-empty');
    }
    await call('POST', '/api/auth/manual', { tool_name: 'mock', credentials: { api_key: 'a key of the browser test' } });
    if (isNew) await step('Connect it').getByText('Done').waitFor();
    await call('POST', '/v1/runs', works);
    for (let count = 0; count < 3; count++) await call('POST', '/v1/runs', fails, 400);
    await page.getByRole('heading', { level: 1, name: 'Home', exact: true }).waitFor();
  }

  /** From home to the reason of a failed run in two clicks. */
  async function failedRun() {
    await page.getByRole('region', { name: 'What fails' }).getByRole('link', { name: 'mock: create_subscription' }).waitFor();
    await page.getByRole('img', { name: 'Runs of the last 24 hours' }).waitFor();
    await judge(page, 'home');
    await page.getByRole('link', { name: 'mock: create_subscription' }).click();
    await page.getByRole('table', { name: 'Runs' }).getByRole('button').first().click();
    const drawer = page.getByRole('dialog', { name: 'mock: create_subscription' });
    await drawer.getByText('Mock user not found').waitFor();
    await drawer.getByText('upstream_refused').waitFor();
    await drawer.getByText('The service understood the request and said no.').waitFor();
    assert.match(await drawer.getByRole('link', { name: 'Run it again in the playground' }).getAttribute('href'), /^\/app\/playground\?tool=mock&action=create_subscription&account=/);
    assert.match(await drawer.getByRole('link', { name: 'Open its connection' }).getAttribute('href'), /^\/app\/connections\?connection=/);
    await judge(page, 'run');
    const address = page.url();
    await drawer.getByRole('button', { name: 'Close' }).click();
    return address;
  }

  /** A run that is made elsewhere is there without a reload. */
  async function newestRuns() {
    await open(page, 'Runs');
    const table = page.getByRole('table', { name: 'Runs' });
    const count = async () => Number(await table.getAttribute('aria-rowcount'));
    await table.waitFor();
    const before = await count();
    await call('POST', '/v1/runs', works);
    await until(async () => (await count()) > before, 'a new run to appear');
    await judge(page, 'runs');
  }

  /** What is filtered is in the address, and so is the run that is open. */
  async function sharedAddress(why) {
    await page.getByLabel('Result').selectOption('Failed');
    await page.getByLabel('Time').selectOption('Last 7 days');
    const table = page.getByRole('table', { name: 'Runs' });
    await until(async () => (await table.getByText('Succeeded').count()) === 0 && (await table.getByText('Failed').count()) > 0, 'failed runs only');
    assert.equal(new URL(page.url()).search, '?result=failed&range=week');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('table', { name: 'Runs' }).getByText('Failed').first().waitFor();
    assert.equal(await other.getByLabel('Result').inputValue(), 'failed');
    assert.equal(await other.getByRole('table', { name: 'Runs' }).getByText('Succeeded').count(), 0);
    await other.goto(why);
    await other.getByRole('dialog').getByText('Mock user not found').waitFor();
    await other.close();
  }

  /** A backend that refuses at first; it is sent a test, and the same once more. */
  async function webhook() {
    const heard = [];
    const backend = createServer((request, response) => {
      heard.push(request.headers['webhook-id']);
      response.statusCode = heard.length === 1 ? 503 : 200;
      response.end(heard.length === 1 ? 'Not yet' : 'Thank you');
    }).listen(0, '127.0.0.1');
    await once(backend, 'listening');
    try {
      const host = `127.0.0.1:${backend.address().port}`;
      await open(page, 'Webhooks');
      await page.getByRole('button', { name: 'Add a webhook' }).click();
      const form = page.getByRole('dialog', { name: 'Add a webhook' });
      await form.getByLabel('Address').fill(`http://${host}/hooks`);
      await form.getByLabel('Description').fill(`Backend at ${host}`);
      await form.getByLabel('Only these').check();
      await form.getByRole('button', { name: 'Add a webhook' }).click();
      await form.getByText('Choose at least one event').waitFor();
      await form.getByLabel('connection.deleted').check();
      await form.getByRole('button', { name: 'Add a webhook' }).click();
      const secret = page.getByRole('dialog', { name: 'The signing secret' });
      await form.getByRole('alert').or(secret).first().waitFor();
      if (await form.isVisible()) {
        assert.equal(process.env.LOOPBACK, undefined, 'the server refuses an address of this machine');
        await form.getByRole('button', { name: 'Cancel' }).click();
        return await judge(page, 'webhooks');
      }
      assert.match(await secret.getByText(/^whsec_/).textContent(), /^whsec_.{20,}/);
      await secret.getByText('This is the only time the secret is shown.').waitFor();
      await secret.getByRole('button', { name: 'I have copied it' }).click();
      await judge(page, 'webhooks');

      await page.getByRole('row', { name: host }).getByRole('button').click();
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByRole('table', { name: /Deliveries/ }).getByRole('button', { name: 'webhook.test' }).click();
      const drawer = page.getByRole('dialog', { name: 'Delivery of webhook.test' });
      await drawer.getByText('Answered 503').waitFor();
      await drawer.getByText('Answered 200').waitFor();
      await drawer.getByText('Delivered').waitFor();
      await drawer.getByText('"type": "webhook.test"').waitFor();
      await drawer.getByRole('button', { name: 'Resend' }).click();
      await until(() => heard.length === 3, 'the delivery to be sent again');
      assert.equal(new Set(heard).size, 1);
      await drawer.getByText('Attempt 3').waitFor();
      await judge(page, 'delivery');
      await drawer.getByRole('button', { name: 'Close' }).click();
      await judge(page, 'webhook');

      await page.getByLabel('State', { exact: true }).selectOption('Given up');
      await page.getByText('No delivery fits').waitFor();
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.getByRole('button', { name: 'New secret' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
      await secret.getByText(/^whsec_/).waitFor();
      await secret.getByRole('button', { name: 'I have copied it' }).click();
      await page.getByText('The old secret signs until').waitFor();
      await page.getByRole('button', { name: 'Delete' }).click();
      const confirmation = page.getByRole('dialog', { name: 'Delete the webhook?' });
      assert.equal(await confirmation.getByRole('button', { name: 'Delete' }).isDisabled(), true);
      await confirmation.getByLabel(`Type ${host} to confirm`).fill(host);
      await confirmation.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('heading', { level: 1, name: 'Webhooks', exact: true }).waitFor();
      await until(async () => (await page.getByRole('row', { name: host }).count()) === 0, 'the webhook to be gone');
    } finally {
      backend.closeAllConnections();
      backend.close();
    }
  }

  async function analytics() {
    await open(page, 'Analytics');
    await page.getByLabel('Time', { exact: true }).selectOption('Last 24 hours');
    const tabs = {
      Overview: 'Runs a day',
      People: 'Users over time',
      Tools: 'Most used tools',
      Performance: 'How long answers took',
      Security: 'How the score is made',
    };
    for (const [tab, title] of Object.entries(tabs)) {
      await page.getByRole('navigation', { name: 'Kinds of analytics' }).getByRole('link', { name: tab }).click();
      await page.getByRole('region', { name: title, exact: true }).first().waitFor();
      assert.match(page.url(), /period=24h/);
      await judge(page, `analytics-${tab.toLowerCase()}`);
    }
  }

  async function until(isSo, what) {
    for (let tries = 0; tries < 100; tries++) {
      if (await isSo()) return;
      await page.waitForTimeout(200);
    }
    assert.fail(`Waited in vain for ${what}`);
  }
});

/** Calls the server as the admin, past the console. */
async function apiOf(server) {
  const send = async (method, path, body, headers = {}) => {
    const response = await fetch(server + path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return { status: response.status, answer: await response.json() };
  };
  const { answer } = await send('POST', '/api/auth/login', { email: process.env.EMAIL, password: process.env.PASSWORD });
  const me = await (await fetch(`${server}/api/auth/me/organizations`, { headers: { authorization: `Bearer ${answer.access_token}` } })).json();
  const headers = { authorization: `Bearer ${answer.access_token}`, 'x-organization-id': me.organizations[0].id };
  return async (method, path, body, status = undefined) => {
    const sent = await send(method, path, body, headers);
    if (status === undefined ? sent.status >= 300 : sent.status !== status) throw new Error(`${path} answered ${sent.status}: ${JSON.stringify(sent.answer)}`);
    return sent.answer;
  };
}
