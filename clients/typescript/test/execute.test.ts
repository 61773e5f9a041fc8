import { expect, test } from 'vitest';
import { client, person, personWithMock, recorder } from './scene.js';

const execute = 'POST /api/tools/mock/execute';
const email = (): string => `grace-${crypto.randomUUID()}@example.com`;

/** The server does what it is asked, and the answer is lost as often. */
const losing = (times: number): typeof globalThis.fetch => {
  let left = times;
  return async (input, init) => {
    const response = await globalThis.fetch(input, init);
    if (!String(input).endsWith('/execute') || left-- <= 0) return response;
    throw new TypeError('fetch failed');
  };
};

const keysOf = (headers: HeadersInit[]): (string | null)[] => headers.map((one) => new Headers(one).get('idempotency-key'));

test('an action is executed through the whole path', async () => {
  const modulex = await personWithMock();
  const address = email();

  const made = await modulex.execute<{ email: string }>('mock', 'create_user', { email: address, name: 'Grace' });

  expect(JSON.stringify(made)).toContain(address);
  expect(JSON.stringify(await modulex.execute('mock', 'list_users'))).toContain(address);
});

test('the same key gives the first answer again, and nothing is done twice', async () => {
  const modulex = await personWithMock();
  const parameters = { email: email(), name: 'Grace' };
  const idempotencyKey = crypto.randomUUID();

  const first = await modulex.execute('mock', 'create_user', parameters, { idempotencyKey });
  const second = await modulex.execute('mock', 'create_user', parameters, { idempotencyKey });

  expect(second).toEqual(first);
  const users = JSON.stringify(await modulex.execute('mock', 'list_users'));
  expect(users.split(parameters.email)).toHaveLength(2);
});

test('the same key with other arguments is refused', async () => {
  const modulex = await personWithMock();
  const idempotencyKey = crypto.randomUUID();
  await modulex.execute('mock', 'create_user', { email: email(), name: 'Grace' }, { idempotencyKey });

  await expect(modulex.execute('mock', 'create_user', { email: email(), name: 'Grace' }, { idempotencyKey })).rejects.toMatchObject({ status: 422 });
});

test('a lost answer without a key is told, and not tried again', async () => {
  const { fetch, count } = recorder(losing(1));
  const modulex = await personWithMock({ fetch });

  await expect(modulex.execute('mock', 'create_user', { email: email(), name: 'Grace' })).rejects.toMatchObject({ status: 0, code: 'CONNECTION_FAILED' });

  expect(count(execute)).toBe(1);
});

test('with retries a key is made, and a lost answer is asked for again', async () => {
  const headers: HeadersInit[] = [];
  const lossy = losing(2);
  const modulex = await personWithMock({
    fetch: (input, init) => {
      if (String(input).endsWith('/execute')) headers.push(init!.headers!);
      return lossy(input, init);
    },
  });
  const address = email();

  await modulex.execute('mock', 'create_user', { email: address, name: 'Grace' }, { retries: 2 });

  const keys = keysOf(headers);
  expect(keys).toHaveLength(3);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(keys).size).toBe(1);
  expect(JSON.stringify(await modulex.execute('mock', 'list_users')).split(address)).toHaveLength(2);
});

test('a key alone lets a lost answer be asked for again, twice at most', async () => {
  const { fetch, count } = recorder(losing(9));
  const modulex = await personWithMock({ fetch });

  await expect(modulex.execute('mock', 'list_users', {}, { idempotencyKey: crypto.randomUUID() })).rejects.toMatchObject({ status: 0 });

  expect(count(execute)).toBe(3);
});

test('a service executes for its own people with document 2', async () => {
  const modulex = client();
  const query = { user_id: `ada-${crypto.randomUUID()}` };
  await modulex.simple.auth.connectManually({ user_id: query.user_id, tool_name: 'mock', credentials: { api_key: crypto.randomUUID() } });

  const answer = await modulex.simple.tools.execute('mock', { action: 'list_users' }, query);

  expect(answer.result).toBeDefined();
  expect((await modulex.simple.auth.listTools(query)).tools.some(({ name }) => name === 'mock')).toBe(true);
});

test('document 2 is asked without the token of a login', async () => {
  const { modulex, email: own } = await person();
  const seen: (string | null)[] = [];
  const other = client({
    tokens: modulex.tokens,
    apiKey: 'mx_of_nobody',
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      seen.push(headers.get('authorization'), headers.get('x-api-key'));
      return globalThis.fetch(input, init);
    },
  });

  await expect(other.simple.auth.listTools({ user_id: own })).rejects.toMatchObject({ surface: 'simple', status: 401 });

  expect(seen).toEqual([null, 'mx_of_nobody']);
});
