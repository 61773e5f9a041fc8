// One process for a whole run of tests: node proxy.mjs DOCUMENT [REPORT]. Says in one line of JSON where its control is, and ends when its standard input closes.
//   POST /relays {"port","upstream"}   listens on the port for a server
//   DELETE /relays/{port}              stops, and writes the report
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Judge } from './judge.mjs';
import { relay } from './relay.mjs';

const [document, report] = process.argv.slice(2);
const judge = await Judge.of(document, fileURLToPath(new URL('exceptions.json', import.meta.url)));
const relays = new Map();

function writeReport() {
  if (report) writeFileSync(report, `${judge.report().join('\n')}\n`);
}

const control = http.createServer(async (request, response) => {
  try {
    if (request.method === 'POST') {
      const { port, upstream } = await json(request);
      relays.set(port, await relay({ port, upstream, judge }));
      response.writeHead(201).end();
    } else {
      const port = Number(request.url.split('/').at(-1));
      relays.get(port)?.close();
      relays.get(port)?.closeAllConnections();
      relays.delete(port);
      writeReport();
      response.writeHead(204).end();
    }
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
control.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ control: `http://127.0.0.1:${control.address().port}` })));

// The tests that follow find no server, and the report says why.
process.on('uncaughtException', error => {
  console.error(error);
  judge.violations.push(`The proxy ended: ${error.stack}`);
  writeReport();
  process.exit(1);
});

process.stdin.resume();
process.stdin.on('end', () => {
  writeReport();
  process.exit(0);
});
