// node client-page.mjs SERVER CLIENT ALLOWED REFUSED, with PASSWORD: CLIENT is the folder of the built client; the page is served at the ports ALLOWED and REFUSED.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { withPage } from './chromium.mjs';

const [server, client, ...ports] = process.argv.slice(2);

/** The page and the files of the client, and nothing else. */
const site = port => new Promise(resolve => {
  const files = createServer(async (request, response) => {
    if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Dashboard</title><link rel="icon" href="data:,">');
    try {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(path.join(client, path.normalize(request.url))));
    } catch {
      response.writeHead(404).end();
    }
  });
  files.listen(Number(port), '127.0.0.1', () => resolve(files));
});

/** Runs in the page. */
async function useClient({ server, password }) {
  const { ModuleX, ModuleXError } = await import('/index.js');
  const told = [];
  try {
    const modulex = new ModuleX({ baseUrl: server, onTokens: tokens => told.push(tokens !== undefined) });
    const { email } = await modulex.login('admin@example.com', password);
    const { organizations } = await modulex.modulex.auth.myOrganizations();
    const organization = organizations[0].id;

    const stream = modulex.events();
    const opened = new Promise((resolve, reject) => {
      stream.closed.catch(reject);
      stream.on('status_update', ({ data }) => resolve(data.status));
    });
    const status = await opened;
    stream.close();

    const call = { organization };
    await modulex.modulex.auth.connectManually({ tool_name: 'mock', credentials: { api_key: 'anything' } }, call);
    const grace = await modulex.execute('mock', 'create_user', { email: 'grace@example.com', name: 'Grace' }, { ...call, idempotencyKey: 'grace' });
    const exported = await modulex.authx.audit.export({ format: 'csv' });

    // The window opens as applications open it; the person closes it at its first page.
    const link = await modulex.v1.connectLinks.create({ tool: 'mock', display: 'popup' });
    const cancelled = await modulex.openConnectLink(link).catch(error => error.code);
    const { state } = await modulex.v1.connectLinks.get(link.id);

    // The limit of executions is reached at some point; then the page has to be able to read for how long.
    let refused;
    for (let run = 0; run < 50 && refused === undefined; run++) {
      await modulex.execute('mock', 'list_users', {}, call).catch(error => void (refused = { status: error.status, retryAfter: error.retryAfter }));
    }
    await modulex.logout();
    return { email, organization, status: Object.keys(status), grace, file: exported.fileName, cancelled, state, refused, told };
  } catch (error) {
    return { error: error instanceof ModuleXError ? error.code : String(error) };
  }
}

const sites = await Promise.all(ports.map(site));
const reports = [];
for (const port of ports) {
  reports.push(await withPage(async page => {
    const popUps = [];
    page.on('popup', async popUp => {
      popUps.push(await popUp.getByRole('heading', { level: 1 }).innerText());
      await popUp.close();
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    return { ...await page.evaluate(useClient, { server, password: process.env.PASSWORD }), popUps };
  }));
}
for (const files of sites) files.close();
const [allowed, refused] = reports;
console.log(JSON.stringify({ allowed, refused }));
