// Hands on bytes between a client and a server, changes nothing, and shows each exchange to a judge. An answer is held until it is judged, so that the client of a wrong one gets to know;
// answers that are written while they are made go on at once.
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const largestHead = 64 * 1024;
const latest = 100;
const longestHearing = 1000;

/** Listens on a port of this machine for one server. */
export function relay({ port, upstream, judge }) {
  const { hostname, port: target } = new URL(upstream);
  const server = http.createServer({ requestTimeout: 0, headersTimeout: 0, connectionsCheckingInterval: 60_000, keepAliveTimeout: 0, maxHeaderSize: largestHead, joinDuplicateHeaders: true, noDelay: true });

  // One connection to the server for each of a client's, with the same end.
  server.on('connection', socket => {
    socket.agent = new http.Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
    socket.on('close', () => socket.agent.destroy());
    socket.on('error', () => {});
  });

  const begin = (request, socket) => {
    const headers = [...request.rawHeaders];
    if (!('content-length' in request.headers) && !('transfer-encoding' in request.headers) && !['GET', 'HEAD'].includes(request.method)) headers.push('Content-Length', '0');
    const onward = http.request({ host: hostname, port: target, agent: socket.agent, method: request.method, path: request.url, headers, joinDuplicateHeaders: true, maxHeaderSize: largestHead, setHost: false });
    onward.on('socket', connection => {
      if (connection.isMirrored) return;
      connection.isMirrored = true;
      connection.on('close', () => { if (!socket.isBusy) socket.destroy(); });
    });
    return onward;
  };

  const exchange = (request, response, waits) => {
    const { socket } = request;
    const body = [];
    let isAnswered = false;
    let isSending = false;
    socket.isBusy = true;
    const onward = begin(request, socket);
    const send = () => {
      isSending = true;
      // Head and body at once, where they come at once: a server that refuses at the head resets what comes later, and its answer is lost.
      onward.cork();
      const late = setTimeout(() => onward.uncork(), latest);
      request.on('close', () => clearTimeout(late));
      request.on('data', chunk => body.push(chunk));
      request.pipe(onward);
    };
    if (waits) onward.once('continue', () => { response.writeContinue(); send(); });
    else send();
    response.on('close', () => {
      socket.isBusy = false;
      if (!response.writableFinished) onward.destroy();
      else if (onward.destroyed && onward.socket?.destroyed) socket.end();
    });
    onward.on('error', () => { if (!isAnswered) socket.destroy(); });
    onward.on('response', answer => {
      isAnswered = true;
      void pass(request, body, answer, response, judge, isSending);
    });
    onward.on('close', () => request.resume());
  };

  server.on('request', (request, response) => exchange(request, response, false));
  server.on('checkContinue', (request, response) => exchange(request, response, true));
  server.on('checkExpectation', (request, response) => exchange(request, response, false));

  server.on('upgrade', (request, socket, head) => {
    const onward = begin(request, socket);
    socket.isBusy = true;
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    // A connection that leaves HTTP has no response of its own.
    const responding = () => {
      const response = new http.ServerResponse(request);
      response.shouldKeepAlive = false;
      response.assignSocket(socket);
      response.on('finish', () => socket.end());
      return response;
    };
    onward.on('response', answer => void pass(request, [], answer, responding(), judge));
    onward.on('upgrade', (answer, wire, first) => {
      for (const [one, other] of [[socket, wire], [wire, socket]]) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
      void judge.violationOf(seen(request, [], answer, [])).then(violation => {
        if (violation) return refuse(responding(), violation);
        socket.write(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${lines(answer.rawHeaders)}\r\n`);
        socket.write(first);
        wire.write(head);
        socket.pipe(wire).pipe(socket);
      });
    });
    onward.end();
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function pass(request, body, answer, response, judge, isSending = false) {
  const got = [];
  response.sendDate = false;
  const isHeld = 'content-length' in answer.headers || /json/i.test(answer.headers['content-type'] ?? '');
  answer.on('error', () => response.destroy());
  if (!isHeld) response.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
  if (!isHeld) response.flushHeaders();
  try {
    for await (const chunk of answer) {
      got.push(chunk);
      if (!isHeld && !response.write(chunk)) await new Promise(resolve => { response.once('drain', resolve); response.once('close', resolve); });
    }
  } catch {
    response.socket?.destroy();
    return;
  }
  // A client that still sends when the connection is closed meets the reset before the answer.
  if (isSending && !request.complete) await Promise.race([once(request, 'end').catch(() => {}), delay(longestHearing)]);
  const violation = await judge.violationOf(seen(request, body, answer, got));
  // Too late for another answer: the client sees one that does not come to its end.
  if (violation && !isHeld) response.socket?.destroy();
  else if (violation) refuse(response, violation);
  else if (!isHeld) response.end();
  else response.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders).end(Buffer.concat(got));
}

function refuse(response, violation) {
  response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`Not as the OpenAPI document says, by Prism: ${violation}`);
}

function seen(request, body, answer, got) {
  return {
    method: request.method, url: request.url, requestHeaders: request.headers, requestBody: Buffer.concat(body),
    status: answer.statusCode, answerHeaders: answer.headers, answerBody: Buffer.concat(got),
  };
}

function lines(rawHeaders) {
  let text = '';
  for (let index = 0; index < rawHeaders.length; index += 2) text += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  return text;
}
