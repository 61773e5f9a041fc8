import { createServer } from 'node:http';
import { play } from './scene.mjs';

/** A tool whose texts, and a service whose answers, would be markup if they were not taken as text. The tool's server is this program, at PORT. */
await play(async ({ server, person, signIn, open, assert }) => {
  const evil = '<img src=x onerror=alert(1)>';
  const service = createServer((request, response) => {
    const isRefused = request.url.startsWith('/refuse');
    response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(isRefused ? { error: `${evil} refused` } : { login: evil, text: evil }));
  });
  await new Promise((resolve) => service.listen(Number(process.env.PORT), '127.0.0.1', resolve));
  const token = (await (await fetch(`${server}/api/auth/login`, post({ email: process.env.EMAIL, password: process.env.PASSWORD }))).json()).access_token;
  const call = async (path, body) => {
    const answer = await fetch(server + path, post(body, { authorization: `Bearer ${token}`, 'x-organization-id': organization }));
    return [answer.status, await answer.json()];
  };
  const organization = (await (await fetch(`${server}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } })).json()).primary_organization_id;
  assert.equal((await call('/api/integrations/install', { tool_name: 'hostile', config_data: {} }))[0], 200);
  assert.equal((await call('/v1/connections', { tool: 'hostile', name: evil, credentials: { token: 'any' } }))[0], 201);
  assert.equal((await call('/v1/runs', { tool: 'hostile', action: 'answer' }))[0], 200);
  assert.notEqual((await call('/v1/runs', { tool: 'hostile', action: 'refuse' }))[0], 200);

  const page = await person();
  const ran = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page);
  const seen = async (text = evil) => {
    await page.getByText(text).filter({ visible: true }).first().waitFor();
    assert.equal(await page.locator('#root img').count(), 0, 'text became markup');
  };

  await open(page, 'Tools');
  await seen();
  await page.goto(`${server}/app/tools/hostile`);
  await page.getByRole('heading', { level: 1, name: evil }).waitFor();
  await seen(`${evil} action`);
  await page.getByText(`${evil} parameter`).first().waitFor({ state: 'attached' });
  await open(page, 'Connections');
  await seen();
  await page.getByRole('button', { name: evil }).first().click();
  await page.getByRole('dialog').getByText(evil).first().waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${server}/app/playground?tool=hostile&action=answer`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText(`"text": "${evil}"`).first().waitFor();
  await seen(`${evil} action`);
  await page.goto(`${server}/app/playground?tool=hostile&action=refuse`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await seen(`${evil} refused`);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Home' }).click();
  await seen(`${evil} refused`);
  await page.goto(`${server}/app/runs?result=failed`);
  await seen(`${evil} refused`);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox').fill('img src');
  await page.getByRole('dialog', { name: 'Go to' }).getByRole('option', { name: evil }).first().waitFor();
  assert.deepEqual(ran, [], 'a text ran');
  service.close();
  service.closeAllConnections();
});

function post(body, headers = {}) {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
