import { addressOf, type Call, type CallOptions, type CallRequest, contentOf } from './call.js';
import { connectionFailed, errorOf, ModuleXError, type SurfaceName } from './errors.js';
import type { TokenKeeper } from './tokens.js';

/** What requests are sent with. */
export interface TransportOptions {
  baseUrl: string;
  apiKey: string | undefined;
  tenant: string | undefined;
  organization: string | undefined;
  fetch: typeof globalThis.fetch;
}

/** Sends requests with what each surface wants of credentials, and makes errors of what is refused. */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** How the clients of a surface call. Document 2's takes the service's key, v1 that or the user's token, the others the user's token. */
  callerOf(surface: SurfaceName, open: ReadonlySet<string>, keeper: TokenKeeper): Call {
    return async <T>(request: CallRequest, options: CallOptions = {}): Promise<T> => {
      // Both a service and a person may call; who is signed in, calls as that.
      if (surface === 'v1' && keeper.current === undefined) return contentOf<T>(await this.send(surface, request, options, this.#keyHeader()));
      // A bearer token at the root would make document 1's request of document 2's.
      if (surface === 'simple') return contentOf<T>(await this.send(surface, request, options, this.#keyHeader()));
      if (open.has(`${request.method} ${request.path}`)) return contentOf<T>(await this.send(surface, request, options));
      return contentOf<T>(await this.#authorized(surface, request, options, keeper));
    };
  }

  /** Once, and once more with another token where the first one is refused. */
  async #authorized(surface: SurfaceName, request: CallRequest, options: CallOptions, keeper: TokenKeeper): Promise<Response> {
    const token = await abortable(keeper.usable(), options.signal);
    try {
      return await this.send(surface, request, options, bearer(token));
    } catch (error) {
      if (token === undefined || !(error instanceof ModuleXError) || error.status !== 401) throw error;
      const other = await abortable(keeper.insteadOf(token), options.signal);
      if (other === undefined) throw error;
      return this.send(surface, request, options, bearer(other));
    }
  }

  /** One request. Gives what succeeded; throws the rest. */
  async send(surface: SurfaceName, request: CallRequest, options: CallOptions = {}, credentials: Record<string, string> = {}): Promise<Response> {
    let response: Response;
    try {
      response = await this.#options.fetch(addressOf(this.#options.baseUrl, request), {
        method: request.method,
        headers: { ...this.#headersOf(surface, request, options), ...credentials, ...options.headers },
        body: request.body === undefined ? null : JSON.stringify(request.body),
        signal: options.signal ?? null,
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw new ModuleXError({ surface, status: 0, code: connectionFailed, message: `${request.method} ${request.path}: no answer from ${this.#options.baseUrl}`, cause: error });
    }
    if (response.ok) return response;
    throw await errorOf(response, surface);
  }

  #headersOf(surface: SurfaceName, request: CallRequest, options: CallOptions): Record<string, string> {
    const tenant = options.tenant ?? this.#options.tenant;
    const organization = surface === 'modulex' || surface === 'v1' ? (options.organization ?? this.#options.organization) : undefined;
    return {
      accept: 'application/json, */*;q=0.5',
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
      ...(tenant !== undefined && { 'x-tenant-domain': tenant }),
      ...(organization !== undefined && { 'x-organization-id': organization }),
      ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
    };
  }

  #keyHeader(): Record<string, string> {
    return this.#options.apiKey === undefined ? {} : { 'x-api-key': this.#options.apiKey };
  }
}

const bearer = (token: string | undefined): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` });

/** Others may wait for the same refresh: an abort ends the waiting, not the refresh. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
