import { expect, test } from 'vitest';
import * as authx from '../src/generated/authx.js';
import * as modulex from '../src/generated/modulex.js';
import * as platform from '../src/generated/platform.js';
import * as simple from '../src/generated/simple.js';
import * as tenants from '../src/generated/tenants.js';
import { administrator, client, person, recorder } from './scene.js';

test.each(Object.entries({ authx, modulex, platform, simple, tenants }))('every topic of %s is in its surface', (_, generated) => {
  const topics = Object.keys(generated).filter((name) => name.endsWith('Client'));

  const surface = new generated.Surface(() => Promise.reject(new Error('not called')));

  expect(Object.values(surface).map((topic: object) => topic.constructor.name)).toEqual(topics);
});

test('names in the path are encoded', async () => {
  const { fetch, sent } = recorder();

  await expect(client({ fetch }).simple.tools.get('a/b c?')).rejects.toMatchObject({ status: 404 });

  expect(sent).toEqual(['GET /tools/a%2Fb%20c%3F']);
});

test('what is left out of a query is not sent', async () => {
  const addresses: string[] = [];
  const { modulex: signedIn } = await person();
  const other = client({
    tokens: signedIn.tokens,
    fetch: (input, init) => {
      addresses.push(String(input));
      return globalThis.fetch(input, init);
    },
  });

  await other.platform.activity.list({ type: 'login', page: 1, per_page: undefined as never });

  expect(new URL(addresses[0]!).search).toBe('?type=login&page=1');
});

test('a call that is aborted ends with the reason of its signal', async () => {
  const { modulex: signedIn } = await person();
  const stop = new AbortController();

  const call = signedIn.modulex.auth.me({ signal: stop.signal });
  stop.abort(new Error('left the page'));

  await expect(call).rejects.toThrow('left the page');
});

test('an abort ends the waiting for a refresh, and not the refresh of the others', async () => {
  const { modulex: signedIn, email } = await person();
  const { fetch, count } = recorder();
  const other = client({ fetch, tokens: { ...signedIn.tokens!, expiresAt: 0 } });
  const stop = new AbortController();

  const [given, kept] = [other.modulex.auth.me({ signal: stop.signal }), other.modulex.auth.me()];
  stop.abort(new Error('left the page'));

  await expect(given).rejects.toThrow('left the page');
  expect((await kept).email).toBe(email);
  expect(count('POST /api/auth/refresh')).toBe(1);
});

test.each(['csv', 'json'] as const)('the audit log comes as a file of %s', async (format) => {
  const signedIn = await administrator();

  const file = await signedIn.authx.audit.export({ format });

  expect(file.fileName).toMatch(new RegExp(`\\.${format}$`));
  expect(file.contentType).toContain(format);
  const text = await file.data.text();
  if (format === 'json') expect(JSON.parse(text)).toBeInstanceOf(Array);
  else expect(text.split('\n')[0]).toContain('action');
});

test('a server that does not know the tenant says so', async () => {
  await expect(client({ tenant: 'nowhere.example.com' }).login('ada@example.com', crypto.randomUUID())).rejects.toMatchObject({ name: 'ModuleXError' });
});
