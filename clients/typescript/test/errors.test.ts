import { expect, test } from 'vitest';
import { ModuleXError } from '../src/index.js';
import { administrator, client, person, personWithMock } from './scene.js';

const nobody = '01920000-0000-7000-8000-000000000000';

async function errorOf(call: Promise<unknown>): Promise<ModuleXError> {
  const error = await call.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(ModuleXError);
  return error as ModuleXError;
}

test('document 1', async () => {
  const { modulex } = await person();

  const missing = await errorOf(modulex.modulex.tools.execute('no_such_tool', { action: 'any' }));
  const invalid = await errorOf(client().register({ email: 'no address', password: 'short' }));

  expect(missing).toMatchObject({ surface: 'modulex', code: expect.stringMatching(/^[A-Z_]+$/) as string });
  expect(missing.message).not.toBe('');
  expect(invalid).toMatchObject({ surface: 'modulex', status: 422, code: 'VALIDATION_ERROR' });
  expect(invalid.problems.map(({ pointer }) => pointer)).toContain('/email');
  expect(invalid.details).toBeInstanceOf(Array);
});

test('document 2', async () => {
  const error = await errorOf(client().simple.tools.get('no_such_tool'));

  expect(error).toMatchObject({ surface: 'simple', status: 404, code: 'TOOL_NOT_FOUND', problems: [] });
  expect(error.message).toContain('no_such_tool');
});

test('document 2 with the problems of parameters', async () => {
  const modulex = client();
  const query = { user_id: `ada-${crypto.randomUUID()}` };
  await modulex.simple.auth.connectManually({ user_id: query.user_id, tool_name: 'mock', credentials: { api_key: crypto.randomUUID() } });

  const error = await errorOf(modulex.simple.tools.execute('mock', { action: 'create_user', parameters: {} }, query));

  expect(error).toMatchObject({ surface: 'simple', status: 400, code: 'VALIDATION_ERROR' });
  expect(error.problems.length).toBeGreaterThan(0);
});

test('document 3', async () => {
  const modulex = await administrator();

  const missing = await errorOf(modulex.authx.users.get(nobody));
  const invalid = await errorOf(modulex.authx.roles.create({ name: '' } as never));

  expect(missing).toMatchObject({ surface: 'authx', status: 404, code: 'RESOURCE_NOT_FOUND' });
  expect(invalid).toMatchObject({ surface: 'authx', status: 422, code: 'VALIDATION_ERROR' });
  expect(invalid.problems).toContainEqual({ pointer: '/name', message: expect.stringContaining('character') as string });
  expect(invalid.message).toContain('/name');
});

test('document 4', async () => {
  const error = await errorOf((await administrator()).tenants.tenants.get(nobody));

  expect(error).toMatchObject({ surface: 'tenants', status: 404, code: 'RESOURCE_NOT_FOUND', details: undefined });
  expect(error.message).not.toContain('404');
});

test('document 5', async () => {
  const error = await errorOf((await administrator()).platform.modules.get('no_such_module'));

  expect(error).toMatchObject({ surface: 'platform', status: 404 });
  expect(error.code).toBe('MODULE_ERROR');
});

test('too many requests say when to come back', async () => {
  const modulex = await personWithMock();

  const results = await Promise.allSettled(Array.from({ length: 120 }, () => modulex.execute('slack', 'list_channels')));

  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as ModuleXError] : [])).filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ surface: 'modulex', code: 'RATE_LIMIT_EXCEEDED' });
  expect(refused[0]!.retryAfter).toBeGreaterThan(0);
});

test.each([
  ['a page of a proxy', '<html>Bad gateway</html>', 502, 'UPSTREAM_FAILED', 'The server answered 502'],
  ['nothing at all', '', 418, 'UNEXPECTED', 'The server answered 418'],
])('%s is an error all the same', async (_, body, status, code, message) => {
  const error = await errorOf(client({ fetch: () => Promise.resolve(new Response(body, { status })) }).modulex.system.health());

  expect(error).toMatchObject({ status, code, message, retryAfter: undefined, traceId: undefined });
});

test('a fault of the server has the trace of its log', async () => {
  const body = JSON.stringify({ error: { code: 'SYSTEM_ERROR', message: 'Internal server error (trace 0af7651916cd43dd8448eb211c80319c)' }, status: 500 });

  const error = await errorOf(client({ fetch: () => Promise.resolve(new Response(body, { status: 500 })) }).platform.status.get());

  expect(error).toMatchObject({ code: 'SYSTEM_ERROR', traceId: '0af7651916cd43dd8448eb211c80319c' });
});

test('no answer is an error with its cause', async () => {
  const error = await errorOf(client({ baseUrl: 'http://127.0.0.1:1' }).modulex.system.health());

  expect(error).toMatchObject({ status: 0, code: 'CONNECTION_FAILED' });
  expect(error.cause).toBeInstanceOf(Error);
});
