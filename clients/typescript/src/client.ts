import type { EventSource } from './events.js';
import { type EventOptions, EventStream } from './events.js';
import { ModuleXError, signedOut } from './errors.js';
import { type ExecuteOptions, withKey } from './execute.js';
import * as authx from './generated/authx.js';
import * as modulex from './generated/modulex.js';
import * as platform from './generated/platform.js';
import * as simple from './generated/simple.js';
import * as tenants from './generated/tenants.js';
import * as v1 from './generated/v1.js';
import { type ConnectedLink, type ConnectOptions, waitForLink } from './connect.js';
import { contentOf } from './call.js';
import { type TokenHooks, TokenKeeper, type Tokens, tokensOf } from './tokens.js';
import { Transport } from './transport.js';

/** How a server is called. */
export interface ModuleXOptions extends TokenHooks {
  /** Such as `https://modulex.example.com`. */
  baseUrl: string;
  /** The key of a service, for `simple` and `v1`. Never in a browser: the key acts for all people of its organization. */
  apiKey?: string;
  /** Those of a login before, as `onTokens` told them. */
  tokens?: Tokens | undefined;
  /** The organization that calls of `modulex` are about; a call can name another. */
  organization?: string;
  /** The domain of the tenant; left out for the default one. */
  tenant?: string;
  /** What sends requests; the global one where left out. */
  fetch?: typeof globalThis.fetch;
}

/** What a login takes beside email and password. */
export interface LoginOptions {
  /** The session lasts for 30 days without use instead of 7. */
  rememberMe?: boolean;
  signal?: AbortSignal;
}

/** A ModuleX server: its APIs, one login, and the events. */
export class ModuleX {
  /** Tools for a backend that names its own people (document 2). */
  readonly simple: simple.Surface;
  /** Tools, organizations, dashboards (document 1). */
  readonly modulex: modulex.Surface;
  /** Users, roles, permissions, locations, audit (document 3). */
  readonly authx: authx.Surface;
  /** Tenants, their users, services and webhooks (document 4). */
  readonly tenants: tenants.Surface;
  /** Configuration, modules, status, activity (document 5). */
  readonly platform: platform.Surface;
  /** Resources beyond the documents: links to connect, service keys. */
  readonly v1: v1.Surface;
  readonly #baseUrl: string;
  readonly #keeper: TokenKeeper;

  constructor(options: ModuleXOptions) {
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
    // A browser's fetch must be called as a function of the window.
    const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    const transport = new Transport({ baseUrl: this.#baseUrl, apiKey: options.apiKey, tenant: options.tenant, organization: options.organization, fetch });
    this.#keeper = new TokenKeeper((refreshToken) => refreshed(transport, refreshToken), options, options.tokens);
    this.simple = new simple.Surface(transport.callerOf('simple', simple.open, this.#keeper));
    this.modulex = new modulex.Surface(transport.callerOf('modulex', modulex.open, this.#keeper));
    this.authx = new authx.Surface(transport.callerOf('authx', authx.open, this.#keeper));
    this.tenants = new tenants.Surface(transport.callerOf('tenants', tenants.open, this.#keeper));
    this.v1 = new v1.Surface(transport.callerOf('v1', v1.open, this.#keeper));
    this.platform = new platform.Surface(transport.callerOf('platform', platform.open, this.#keeper));
  }

  /** Those of the login; undefined while nobody is signed in. */
  get tokens(): Tokens | undefined {
    return this.#keeper.current;
  }

  /** Signs in. From then on calls carry the access token, which is renewed shortly before it ends and when the server refuses it. */
  async login(email: string, password: string, options: LoginOptions = {}): Promise<modulex.TokenUser> {
    const { rememberMe, ...call } = options;
    const answer = await this.modulex.auth.login({ email, password, ...(rememberMe !== undefined && { remember_me: rememberMe }) }, call);
    await this.#keeper.set(tokensOf(answer));
    return answer.user;
  }

  /** Makes an account, in the default organization, and signs in. */
  async register(account: modulex.RegisterRequest, options: { signal?: AbortSignal } = {}): Promise<modulex.TokenUser> {
    const answer = await this.modulex.auth.register(account, options);
    await this.#keeper.set(tokensOf(answer));
    return answer.user;
  }

  /** Ends the session at the server. The tokens are gone even where it can't be reached. */
  async logout(): Promise<void> {
    const tokens = this.#keeper.current;
    if (tokens === undefined) return;
    try {
      await this.platform.auth.logout({ token: tokens.accessToken });
    } catch (error) {
      // It was over already.
      if (!(error instanceof ModuleXError) || error.status !== 401) throw error;
    } finally {
      if (this.#keeper.current !== undefined) await this.#keeper.set(undefined);
    }
  }

  /** Executes an action of a tool that the organization has installed and the user has connected. Gives what the tool answered. */
  async execute<T = unknown>(tool: string, action: string, parameters: object = {}, options: ExecuteOptions = {}): Promise<T> {
    const answer = await withKey((call) => this.modulex.tools.execute(tool, { action, parameters }, call), options);
    return answer.result.data as T;
  }

  /**
   * Opens a connect link in a window of its own, and waits until the person is done. Call it in the handler of a click, or the browser blocks the window.
   * Rejects with the code CONNECT_BLOCKED, CONNECT_CANCELLED or CONNECT_EXPIRED, with that of the last failure, or with the signal's reason.
   */
  openConnectLink(link: v1.NewConnectLinkResponse, options: ConnectOptions = {}): Promise<ConnectedLink> {
    return waitForLink(link, { poll: (id, signal) => this.v1.connectLinks.get(id, {}, signal === undefined ? {} : { signal }), ...options });
  }

  /** Listens to events. The stream lasts until it or the session is ended; sockets that are lost are opened again. */
  events(options: EventOptions = {}): EventStream {
    let session = this.#keeper.session;
    const source: EventSource = {
      address: socketAddressOf(this.#baseUrl),
      token: () => {
        session = this.#keeper.session;
        return this.#keeper.usable();
      },
      ticket: async (signal) => {
        session = this.#keeper.session;
        return (await this.platform.tickets.create({ signal })).ticket;
      },
      // A login since then is another session, which goes on.
      sessionEnded: async (reason) => {
        if (session === this.#keeper.session) await this.#keeper.end(new ModuleXError({ surface: 'platform', status: 401, code: signedOut, message: reason }));
      },
    };
    return new EventStream(source, options);
  }
}

/** Without a bearer token: the old one is over. */
async function refreshed(transport: Transport, refreshToken: string): Promise<Tokens> {
  const request = { method: 'POST', path: '/api/auth/refresh', body: { refresh_token: refreshToken } };
  return tokensOf(await contentOf<modulex.TokensResponse>(await transport.send('modulex', request)));
}

/** In a browser the base address may be a path, such as the empty one. */
function socketAddressOf(baseUrl: string): string {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const address = new URL(`${baseUrl}/api/ws`, page);
  address.protocol = address.protocol.replace(/^http/, 'ws');
  return address.toString();
}
