import type { CallOptions } from './call.js';
import { ModuleXError } from './errors.js';
import { backoff, pause } from './pause.js';

/** How an action is executed. */
export interface ExecuteOptions extends CallOptions {
  /**
   * Tries it up to this many times again when no answer came, when the server asks to come back later, or while the first try is still under way.
   * Needs a key, so one is made where none is given. Without `retries` and without a key there is one try: nobody knows whether a run whose answer
   * was lost has happened. With a key alone it is 2.
   */
  retries?: number;
}

const firstPause = 250;
const longestPause = 5_000;

/** Runs it with the key, and again where that is safe. The server does what has one key once, and tells the first answer again. */
export async function withKey<T>(run: (options: CallOptions) => Promise<T>, options: ExecuteOptions): Promise<T> {
  const { retries, ...call } = options;
  const tries = retries ?? (call.idempotencyKey === undefined ? 0 : 2);
  if (tries > 0) call.idempotencyKey ??= randomKey();
  for (let attempt = 0; ; attempt++) {
    try {
      return await run(call);
    } catch (error) {
      if (attempt >= tries || !isWorthAnother(error)) throw error;
      await pause(error.retryAfter === undefined ? backoff(attempt, firstPause, longestPause) : error.retryAfter * 1000, call.signal);
    }
  }
}

/** No answer, a server that is busy or being replaced, or the same key under way. Whatever the tool itself answered is final. */
const isWorthAnother = (error: unknown): error is ModuleXError =>
  error instanceof ModuleXError && (error.status === 0 || error.status === 503 || error.code === 'IDEMPOTENCY_KEY_IN_FLIGHT');

/** Pages that were not loaded over HTTPS have no `crypto.randomUUID`. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
