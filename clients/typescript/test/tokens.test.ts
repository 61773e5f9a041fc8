import { expect, test, vi } from 'vitest';
import { ModuleXError, signedOut, type Tokens, type TokenShare } from '../src/index.js';
import { client, newPassword, person, recorder } from './scene.js';

const refresh = 'POST /api/auth/refresh';

test('a login signs in, and tells the tokens to keep', async () => {
  const { email, password } = await person();
  const kept: (Tokens | undefined)[] = [];
  const modulex = client({ onTokens: (tokens) => void kept.push(tokens) });

  const user = await modulex.login(email, password, { rememberMe: true });

  expect(user.email).toBe(email);
  expect(kept).toEqual([modulex.tokens]);
  expect((await modulex.modulex.auth.me()).email).toBe(email);
});

test('a wrong password is an error, and no reason to refresh', async () => {
  const { email } = await person();
  const { fetch, count } = recorder();

  await expect(client({ fetch }).login(email, newPassword())).rejects.toMatchObject({ name: 'ModuleXError', status: 401, code: 'AUTHENTICATION_FAILED' });

  expect(count(refresh)).toBe(0);
});

test.each([
  ['has ended', (tokens: Tokens): Tokens => ({ ...tokens, expiresAt: Date.now() - 1 })],
  ['is refused', (tokens: Tokens): Tokens => ({ ...tokens, accessToken: 'no-token' })],
])('a hundred calls at once with a token that %s cause one refresh', async (_, spoil) => {
  const { modulex, email } = await person();
  const { fetch, count } = recorder();
  const kept: (Tokens | undefined)[] = [];
  const other = client({ fetch, tokens: spoil(modulex.tokens!), onTokens: (tokens) => void kept.push(tokens) });

  const answers = await Promise.all(Array.from({ length: 100 }, () => other.modulex.auth.me()));

  expect(answers.every((answer) => answer.email === email)).toBe(true);
  expect(count(refresh)).toBe(1);
  expect(kept).toHaveLength(1);
  expect(other.tokens!.refreshToken).not.toBe(modulex.tokens!.refreshToken);
});

test('one surface after the other takes the new token', async () => {
  const { modulex } = await person();
  const { fetch, count } = recorder();
  const other = client({ fetch, tokens: { ...modulex.tokens!, accessToken: 'no-token' } });

  await Promise.all([other.platform.activity.list(), other.authx.users.getMe(), other.platform.preferences.get()]);

  expect(count(refresh)).toBe(1);
});

test('a session that has ended elsewhere signs out, once, without further tries', async () => {
  const { modulex } = await person();
  const tokens = modulex.tokens!;
  await modulex.logout();
  const { fetch, sent, count } = recorder();
  const onSignedOut = vi.fn();
  const other = client({ fetch, tokens, onSignedOut });

  const results = await Promise.allSettled([other.modulex.auth.me(), other.modulex.auth.me()]);

  for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { name: 'ModuleXError', code: signedOut, status: 401 } });
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  expect(onSignedOut.mock.calls[0]![0]).toBeInstanceOf(ModuleXError);
  expect(other.tokens).toBeUndefined();
  expect(count(refresh)).toBe(1);
  expect(sent).toHaveLength(3);
});

test('clients that share a session take turns, and refresh it once', async () => {
  const { modulex, email } = await person();
  const { fetch, count } = recorder();
  let kept: Tokens | undefined = { ...modulex.tokens!, expiresAt: Date.now() - 1 };
  let last: Promise<unknown> = Promise.resolve();
  const share: TokenShare = {
    lock: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    read: () => kept,
  };
  const tabs = Array.from({ length: 5 }, () => client({ fetch, share, tokens: kept, onTokens: (tokens) => void (kept = tokens) }));

  const answers = await Promise.all(tabs.flatMap((tab) => [tab.modulex.auth.me(), tab.platform.activity.list().then(() => ({ email }))]));

  expect(answers.every((answer) => answer.email === email)).toBe(true);
  expect(count(refresh)).toBe(1);
  expect(new Set(tabs.map((tab) => tab.tokens!.refreshToken)).size).toBe(1);
});

test('a client that shares a session with one that was signed out is signed out', async () => {
  const { modulex } = await person();
  const { fetch, sent } = recorder();
  const share: TokenShare = { lock: (work) => work(), read: () => undefined };
  const onSignedOut = vi.fn();
  const other = client({ fetch, share, onSignedOut, tokens: { ...modulex.tokens!, expiresAt: Date.now() - 1 } });

  await expect(other.modulex.auth.me()).rejects.toMatchObject({ code: signedOut });

  expect(onSignedOut).toHaveBeenCalledTimes(1);
  expect(other.tokens).toBeUndefined();
  expect(sent).toEqual([]);
});

test('a refresh without an answer leaves the tokens, and the next call tries again', async () => {
  const { modulex, email } = await person();
  let isDown = true;
  const send = recorder((input, init) => (isDown && String(input).endsWith('/refresh') ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(input, init)));
  const onSignedOut = vi.fn();
  const other = client({ fetch: send.fetch, onSignedOut, tokens: { ...modulex.tokens!, expiresAt: Date.now() - 1 } });

  await expect(other.modulex.auth.me()).rejects.toMatchObject({ status: 0, code: 'CONNECTION_FAILED' });
  isDown = false;

  expect((await other.modulex.auth.me()).email).toBe(email);
  expect(onSignedOut).not.toHaveBeenCalled();
});

test('a logout ends the session and forgets the tokens', async () => {
  const { modulex } = await person();
  const tokens = modulex.tokens!;

  await modulex.logout();

  expect(modulex.tokens).toBeUndefined();
  await expect(modulex.modulex.auth.me()).rejects.toMatchObject({ status: 401 });
  await expect(client({ tokens }).modulex.auth.me()).rejects.toMatchObject({ code: signedOut });
});
