import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { type EventEnd, type EventOptions, EventStream, type ModuleX, type ModuleXEvent, signedOut } from '../src/index.js';
import { administrator, baseUrl, client, eventually, person } from './scene.js';

const opened: EventStream[] = [];
const closing: (() => void)[] = [];

afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
  for (const close of closing.splice(0)) close();
});

/** Listens, and waits until the socket is open. */
async function listen(modulex: ModuleX, options: EventOptions = {}): Promise<{ stream: EventStream; opens: boolean[]; lost: EventEnd[] }> {
  const [opens, lost]: [boolean[], EventEnd[]] = [[], []];
  const stream = modulex.events({ WebSocket, onOpen: (again) => opens.push(again), onLost: (end) => lost.push(end), ...options });
  opened.push(stream);
  await eventually('open socket', () => opens.length > 0);
  return { stream, opens, lost };
}

/** A way to the server whose connections can be cut. */
async function wire(): Promise<{ address: string; cut(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(new URL(baseUrl).port), new URL(baseUrl).hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].forEach((end) => end.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut: () => sockets.forEach((socket) => socket.destroy()) };
}

test.each(['protocol', 'ticket'] as const)('events arrive on a socket that is opened by %s', async (by) => {
  const { modulex } = await person();
  const preferences: unknown[] = [];
  const { stream } = await listen(modulex, { by });
  stream.on('preference', ({ data }) => preferences.push(data.preference));

  await modulex.platform.preferences.set({ theme: 'dark' });

  await eventually('event', () => preferences.length > 0);
  expect(preferences).toEqual([{ key: 'theme', value: 'dark' }]);
});

test.runIf('WebSocket' in globalThis)('events arrive on the WebSocket that browsers and Node have', async () => {
  const { modulex } = await person();
  const opens: boolean[] = [];
  const stream = modulex.events({ onOpen: (again) => opens.push(again) });
  opened.push(stream);
  await eventually('open socket', () => opens.length > 0);
  const reading = stream[Symbol.asyncIterator]().next();

  await modulex.platform.preferences.set({ theme: 'dark' });

  expect((await reading).value).toEqual({ type: 'preference', data: { preference: { key: 'theme', value: 'dark' } } });
});

test('events are iterated in their order, to the close', async () => {
  const { modulex } = await person();
  const { stream } = await listen(modulex);
  const seen: ModuleXEvent[] = [];
  const reading = (async () => {
    for await (const event of stream) {
      if (event.type === 'preference' && seen.push(event) === 3) stream.close();
    }
  })();

  for (const value of [1, 2, 3]) await modulex.platform.preferences.set({ value });
  await reading;

  expect(seen.map((event) => (event.type === 'preference' ? event.data.preference.value : undefined))).toEqual([1, 2, 3]);
  expect(await stream.closed).toEqual({ code: 1000, reason: '' });
});

test('a handler that was taken away is not called', async () => {
  const { modulex } = await person();
  const { stream } = await listen(modulex);
  const [gone, kept] = [vi.fn(), vi.fn()];
  stream.on('preference', gone)();
  stream.on('preference', kept);

  await modulex.platform.preferences.set({ theme: 'dark' });

  await eventually('event', () => kept.mock.calls.length > 0);
  expect(gone).not.toHaveBeenCalled();
});

test('an administrator hears of the status', async () => {
  const { stream } = await listen(await administrator());
  for await (const event of stream) {
    if (event.type !== 'status_update') continue;
    expect(event.data.status.initialization.status).toBe('completed');
    break;
  }
});

test('a socket that was cut is opened again, and events go on', async () => {
  const { modulex } = await person();
  const { address, cut } = await wire();
  const through = client({ baseUrl: address, tokens: modulex.tokens });
  const { stream, opens, lost } = await listen(through);
  const values: unknown[] = [];
  stream.on('preference', ({ data }) => values.push(data.preference.value));

  cut();
  await eventually('second socket', () => opens.length === 2);
  await modulex.platform.preferences.set({ theme: 'light' });

  await eventually('event', () => values.length > 0);
  expect(opens).toEqual([false, true]);
  expect(lost.map(({ code }) => code)).toEqual([1006]);
});

test('the end of the session ends the stream and signs out', async () => {
  const { modulex } = await person();
  const onSignedOut = vi.fn();
  const other = client({ tokens: modulex.tokens, onSignedOut });
  const { stream } = await listen(other);

  await modulex.logout();

  expect(await stream.closed).toMatchObject({ code: 4401 });
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  expect(other.tokens).toBeUndefined();
});

test('the end of a session leaves the login that came after it', async () => {
  const { modulex, email, password } = await person();
  const first = modulex.tokens!;
  const { stream } = await listen(modulex);
  await modulex.login(email, password);

  await client({ tokens: first }).logout();

  expect(await stream.closed).toMatchObject({ code: 4401 });
  expect((await modulex.modulex.auth.me()).email).toBe(email);
});

test('a signal closes the stream', async () => {
  const { modulex } = await person();
  const stop = new AbortController();
  const { stream } = await listen(modulex, { signal: stop.signal });

  stop.abort();

  expect(await stream.closed).toEqual({ code: 1000, reason: '' });
});

test('a session that is over is found out with a ticket, and the stream is rejected', async () => {
  const { modulex } = await person();
  const tokens = modulex.tokens!;
  await modulex.logout();
  const stream = client({ tokens }).events({ WebSocket });
  opened.push(stream);

  await expect(stream.closed).rejects.toMatchObject({ code: signedOut });
  await expect(stream[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: signedOut });
});

test('nobody who is signed in is told at once', async () => {
  await expect(client().events({ WebSocket }).closed).rejects.toThrow('signed in');
});

test.each([
  [1001, true],
  [1013, true],
  [1008, false],
  [1009, false],
])('after the code %i another socket is opened: %s', async (code, isAgain) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'modulex' });
  closing.push(() => server.close());
  await once(server, 'listening');
  let sockets = 0;
  server.on('connection', (socket) => (++sockets === 1 ? socket.close(code, 'why') : undefined));
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const source = { address, token: () => Promise.resolve('token'), ticket: () => Promise.reject(new Error('not asked')), sessionEnded: () => Promise.resolve() };
  const stream = new EventStream(source, { WebSocket });
  opened.push(stream);

  if (isAgain) await eventually('second socket', () => sockets === 2);
  else expect(await stream.closed).toEqual({ code, reason: 'why' });

  expect(sockets).toBe(isAgain ? 2 : 1);
});
