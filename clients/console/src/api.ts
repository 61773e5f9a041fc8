import { addressOf, type Call, type CallOptions, type CallRequest, contentOf } from '@modulex/client/call';
import { connectionFailed, errorOf, ModuleXError, type SurfaceName } from '@modulex/client/errors';
import { Surface as AuthX } from '@modulex/client/generated/authx';
import { Surface as Documents } from '@modulex/client/generated/modulex';
import { Surface as Platform } from '@modulex/client/generated/platform';
import { Surface as Tenants } from '@modulex/client/generated/tenants';
import { Surface as V1 } from '@modulex/client/generated/v1';

/** Says that a request is the console's: the server takes its cookie only then. */
const consoleHeader = { 'x-modulex-console': '1' };

let organization: string | undefined;
let signedOut: () => void = () => undefined;

/** The organization that calls are about. */
export function chooseOrganization(id: string | undefined): void {
  organization = id;
}

/** Called when the session is over and can't be renewed. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

async function send(surface: SurfaceName, request: CallRequest, options: CallOptions = {}): Promise<Response> {
  const named = options.organization ?? organization;
  let response: Response;
  try {
    response = await fetch(addressOf('', request), {
      method: request.method,
      headers: {
        ...consoleHeader,
        accept: 'application/json, */*;q=0.5',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(named !== undefined && (surface === 'modulex' || surface === 'v1') && { 'x-organization-id': named }),
        ...(options.tenant !== undefined && { 'x-tenant-domain': options.tenant }),
        ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
        ...options.headers,
      },
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: options.signal ?? null,
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new ModuleXError({ surface, status: 0, code: connectionFailed, message: 'The server can’t be reached', cause: error });
  }
  if (response.ok) return response;
  throw await errorOf(response, surface);
}

/** Renews the session once for all calls, and all tabs, that find it over. */
let renewing: Promise<boolean> | undefined;

/** Moves on with every renewal, in whichever tab: what was refused before it may be asked again. */
const renewedKey = 'modulex-console-renewed';

function renew(refusedAt: string | null): Promise<boolean> {
  renewing ??= navigator.locks
    .request('modulex-console', async () => {
      // Another tab was first.
      if (localStorage.getItem(renewedKey) !== refusedAt) return true;
      try {
        await send('simple', { method: 'POST', path: '/app/session/renewal' });
        localStorage.setItem(renewedKey, new Date().toISOString());
        return true;
      } catch (error) {
        if (error instanceof ModuleXError && error.status === 401) return false;
        throw error;
      }
    })
    .then((renewed) => renewed)
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

function callOf(surface: SurfaceName): Call {
  return async <T>(request: CallRequest, options: CallOptions = {}): Promise<T> => {
    const sentAt = localStorage.getItem(renewedKey);
    try {
      return await contentOf<T>(await send(surface, request, options));
    } catch (error) {
      if (!(error instanceof ModuleXError) || error.status !== 401) throw error;
      if (!(await renew(sentAt))) {
        signedOut();
        throw error;
      }
      return contentOf<T>(await send(surface, request, options));
    }
  };
}

/** The server's APIs, as the signed-in person. */
export const api = {
  documents: new Documents(callOf('modulex')),
  tenants: new Tenants(callOf('tenants')),
  authx: new AuthX(callOf('authx')),
  platform: new Platform(callOf('platform')),
  v1: new V1(callOf('v1')),
};

export type SessionState = 'signed_in' | 'renewable' | 'signed_out' | 'no_admin';

/** Signing in and out; the tokens stay in cookies that no script reads. */
export const session = {
  /** Where this browser stands; a session that can be renewed is renewed. */
  async look(): Promise<Exclude<SessionState, 'renewable'>> {
    const { state } = await contentOf<{ state: SessionState }>(await send('simple', { method: 'GET', path: '/app/session' }));
    if (state !== 'renewable') return state;
    return (await renew(localStorage.getItem(renewedKey))) ? 'signed_in' : 'signed_out';
  },
  async signIn(email: string, password: string, rememberMe: boolean, tenant: string | undefined): Promise<void> {
    const body = { email, password, remember_me: rememberMe };
    await send('simple', { method: 'POST', path: '/app/session', body }, tenant === undefined ? {} : { tenant });
    localStorage.setItem(renewedKey, new Date().toISOString());
  },
  async signOut(): Promise<void> {
    await send('simple', { method: 'DELETE', path: '/app/session' });
  },
  /** Makes the first admin, with the token that the server printed at its start. */
  async setUp(token: string, email: string, password: string): Promise<void> {
    await send('modulex', { method: 'POST', path: '/api/system/bootstrap', body: { token, email, password } });
  },
};
