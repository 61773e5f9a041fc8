// A model that says what it was told to, for tests: `node model.mjs '{"calls":[{"name":"mock_list_users","arguments":{}}]}'`, on a free port of loopback.
// It calls the functions, all in one answer, and when it has their results, it quotes them. What it does not take, the vendors' APIs don't take either.
// Prints one line of JSON with its address when it is ready, GET /journal gives the requests that it got, and it ends when its standard input closes.
import { createServer } from 'node:http';
import { wires } from './wires.mjs';

const script = JSON.parse(process.argv[2]);
const calls = script.calls.map((call, index) => ({ ...call, id: `call_${index + 1}` }));
const journal = [];

const server = createServer(async (request, response) => {
  const reply = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.url === '/journal') return reply(200, journal);
  const wire = wires[`${request.method} ${request.url}`];
  if (!wire) return reply(404, { error: { type: 'not_found_error', message: `${request.method} ${request.url} is nothing that a model has` } });
  const body = JSON.parse(await textOf(request));
  journal.push({ path: request.url, body });
  try {
    if (!wire.hasKey(request.headers)) throw new Error('There is no API key');
    if (!(body.tools?.length > 0)) throw new Error('There are no tools');
    body.tools.forEach(wire.check);
    const results = wire.resultsOf(body);
    if (results.length === 0) {
      // What happens while a model thinks: an action is switched off.
      if (script.meanwhile) await fetch(script.meanwhile.url, { ...script.meanwhile, headers: { 'content-type': 'application/json' } });
      return reply(200, wire.callAll(body.model, calls));
    }
    const missing = calls.filter((call) => !results.some((result) => result.id === call.id));
    if (missing.length > 0) throw new Error(`There is no result of ${missing.map((call) => call.id)}`);
    return reply(200, wire.say(body.model, results.map((result) => `${result.id} gave ${result.text}`).join('\n')));
  } catch (error) {
    return reply(400, { type: 'error', error: { type: 'invalid_request_error', message: error.message } });
  }
});

server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${server.address().port}` })}\n`));
process.stdin.on('close', () => process.exit(0)).resume();

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
