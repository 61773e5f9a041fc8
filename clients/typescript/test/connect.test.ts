import { expect, test } from 'vitest';
import type { ConnectWindow } from '../src/index.js';
import { administrator } from './scene.js';

/** A window that shows nothing. */
class FakeWindow implements ConnectWindow {
  closed = false;
  close(): void {
    this.closed = true;
  }
}

test('a link whose window is closed before Continue is cancelled, and the window is closed for good', async () => {
  const modulex = await administrator();
  const link = await modulex.v1.connectLinks.create({ tool: 'mock', display: 'popup' });
  const opened = new FakeWindow();
  opened.close();

  const waiting = modulex.openConnectLink(link, { open: () => opened, interval: 10 });

  await expect(waiting).rejects.toMatchObject({ code: 'CONNECT_CANCELLED' });
  expect((await modulex.v1.connectLinks.get(link.id)).state).toBe('open');
});

test('a blocked window is an error, and an abort ends the waiting', async () => {
  const modulex = await administrator();
  const link = await modulex.v1.connectLinks.create({ tool: 'mock' });
  const stop = new AbortController();

  await expect(modulex.openConnectLink(link, { open: () => null })).rejects.toMatchObject({ code: 'CONNECT_BLOCKED' });
  const waiting = modulex.openConnectLink(link, { open: () => new FakeWindow(), interval: 10, signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});

test('a link that its person has finished resolves with what it connected', async () => {
  const modulex = await administrator();
  const link = await modulex.v1.connectLinks.create({ tool: 'mock' });
  const made = await modulex.v1.connectLinks.get(link.id);
  const states = ['open', 'bound', 'completed'] as const;
  let asked = 0;

  const done = await modulex.openConnectLink(link, {
    open: () => new FakeWindow(),
    interval: 1,
    poll: async () => ({ ...made, state: states[asked++] ?? 'completed', connection: { tool: 'mock', account: 'default' } }),
  });

  expect(done.connection).toEqual({ tool: 'mock', account: 'default' });
  expect(asked).toBe(3);
});
