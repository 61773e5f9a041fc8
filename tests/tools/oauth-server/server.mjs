// A real authorization server for tests: `node server.mjs [port]`, on loopback, port 0 for a free one.
// Prints one line of JSON with its addresses when it is ready, and ends when its standard input closes.
import { createServer } from 'node:http';
import { createProvider } from './provider.mjs';
import { createJournal } from './journal.mjs';

// Standard output is for the one line; the library's notices go elsewhere.
console.info = console.log = console.warn = console.error;

const initial = { accessTokenSeconds: 3600, tokenEndpoint: 'up', clockSkewSeconds: 0 };
const switches = { ...initial };
const journal = createJournal();

// The library asks Date.now alone for the time, so tokens really expire here when a test moves its clock.
const now = Date.now.bind(Date);
Date.now = () => now() + switches.clockSkewSeconds * 1000;

let answer;
const server = createServer((request, response) => answer(request, response));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = createProvider(issuer, switches);
  journal.follow(provider);
  const oauth = provider.callback();
  answer = (request, response) => {
    const { pathname } = new URL(request.url, issuer);
    if (pathname.startsWith('/admin/')) return administer(request, response, pathname);
    journal.count(request.method, pathname);
    if (pathname === '/token' && switches.tokenEndpoint === 'unavailable') return response.writeHead(503, { 'content-type': 'text/plain' }).end('down for maintenance');
    if (pathname === '/token' && switches.tokenEndpoint === 'closed') return request.socket.destroy();
    return oauth(request, response);
  };
  const addresses = { issuer, authorize: '/auth', token: '/token', revocation: '/token/revocation', introspection: '/token/introspection', registration: '/reg', admin: '/admin' };
  for (const name of Object.keys(addresses).slice(1)) addresses[name] = issuer + addresses[name];
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
});

process.stdin.on('close', () => process.exit(0)).resume();

/** PATCH /admin/switches sets some of them, POST /admin/reset starts afresh, GET /admin/journal tells what was asked and handed out. */
async function administer(request, response, pathname) {
  switch (`${request.method} ${pathname}`) {
    case 'PATCH /admin/switches':
      Object.assign(switches, JSON.parse(await textOf(request)));
      break;
    case 'POST /admin/reset':
      Object.assign(switches, initial);
      journal.clear();
      break;
    case 'GET /admin/journal':
      break;
    default:
      return response.writeHead(404).end();
  }
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(journal.entries()));
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
