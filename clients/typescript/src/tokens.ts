import { ModuleXError, signedOut } from './errors.js';

/** What a login gives. Whoever has them is the user: keep them where scripts of others can't read them. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, in milliseconds as `Date.now()` counts. */
  expiresAt: number;
}

/** An answer of the server with tokens. */
export interface TokenAnswer {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

export const tokensOf = (answer: TokenAnswer): Tokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token,
  expiresAt: Date.now() + answer.expires_in * 1000,
});

/** What an application has to do with its tokens. */
export interface TokenHooks {
  /** After login, each refresh and logout. What it throws or rejects with, the call that caused it does, too. */
  onTokens?: ((tokens: Tokens | undefined) => void | Promise<void>) | undefined;
  /** For clients that keep one session. */
  share?: TokenShare | undefined;
  /** The session is over without a logout of this client: it ended elsewhere or was left alone for too long. */
  onSignedOut?: ((reason: ModuleXError) => void) | undefined;
}

/** How clients that keep one session, such as the tabs of a browser, take turns. */
export interface TokenShare {
  /** Does the work while no other client does its own; in a browser `(work) => navigator.locks.request('modulex', work)`. */
  lock(work: () => Promise<Tokens>): Promise<Tokens | Promise<Tokens>>;
  /** What was kept by `onTokens`, of this client or another. */
  read(): Tokens | undefined | Promise<Tokens | undefined>;
}

/** An access token that ends within this, or within a quarter of its life, is renewed first. */
const longestLeeway = 30_000;

/** Keeps the tokens of one login session. Any number of calls that want a new access token cause one refresh. */
export class TokenKeeper {
  readonly #refresh: (refreshToken: string) => Promise<Tokens>;
  readonly #hooks: TokenHooks;
  #tokens: Tokens | undefined;
  #leeway = 0;
  #session = 0;
  #refreshing: Promise<Tokens> | undefined;

  constructor(refresh: (refreshToken: string) => Promise<Tokens>, hooks: TokenHooks, tokens: Tokens | undefined) {
    this.#refresh = refresh;
    this.#hooks = hooks;
    this.#keep(tokens);
  }

  get current(): Tokens | undefined {
    return this.#tokens;
  }

  /** Which login it is that the tokens are of: another number for each login and logout, the same one after a refresh. */
  get session(): number {
    return this.#session;
  }

  /** After a login, or with nothing after a logout. */
  async set(tokens: Tokens | undefined): Promise<void> {
    this.#session++;
    await this.#store(tokens);
  }

  /** The access token to send, renewed if it is about to end; undefined without a login. */
  async usable(): Promise<string | undefined> {
    const tokens = this.#tokens;
    if (tokens === undefined) return undefined;
    if (tokens.expiresAt - Date.now() > this.#leeway) return tokens.accessToken;
    try {
      return (await this.#renewed()).accessToken;
    } catch (error) {
      // A server that can't be asked just now does not make an old token worse.
      if (this.#tokens !== tokens || tokens.expiresAt <= Date.now()) throw error;
      return tokens.accessToken;
    }
  }

  /** Another access token than the one that the server refused; undefined where none can be had. */
  async insteadOf(refused: string): Promise<string | undefined> {
    const tokens = this.#tokens;
    if (tokens === undefined) return undefined;
    // Somebody else's call has renewed it in the meantime.
    if (tokens.accessToken !== refused && this.#refreshing === undefined) return tokens.accessToken;
    return (await this.#renewed()).accessToken;
  }

  /** The server has ended the session. */
  async end(reason: ModuleXError): Promise<void> {
    if (this.#tokens === undefined) return;
    await this.set(undefined);
    this.#hooks.onSignedOut?.(reason);
  }

  async #store(tokens: Tokens | undefined): Promise<void> {
    this.#keep(tokens);
    await this.#hooks.onTokens?.(tokens);
  }

  #keep(tokens: Tokens | undefined): void {
    this.#tokens = tokens;
    this.#leeway = tokens === undefined ? 0 : Math.min(longestLeeway, Math.max(0, (tokens.expiresAt - Date.now()) / 4));
  }

  /** One at a time: refresh tokens are good once, and the server takes the second use of one for a theft and ends the session. */
  #renewed(): Promise<Tokens> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<Tokens> {
    const { share } = this.#hooks;
    if (share === undefined) return this.#exchange(this.#tokens);
    const old = this.#tokens;
    return share.lock(async () => {
      const kept = await share.read();
      if (kept === undefined) {
        const reason = new ModuleXError({ surface: 'modulex', status: 401, code: signedOut, message: 'Another client of the session has signed out' });
        await this.end(reason);
        throw reason;
      }
      // Another client has been here first.
      if (this.#tokens === old && kept.refreshToken !== old?.refreshToken) this.#keep(kept);
      const tokens = this.#tokens;
      return tokens !== undefined && tokens !== old && tokens.expiresAt > Date.now() ? tokens : this.#exchange(tokens);
    });
  }

  async #exchange(old: Tokens | undefined): Promise<Tokens> {
    if (old === undefined) throw new ModuleXError({ surface: 'modulex', status: 401, code: signedOut, message: 'Nobody is signed in' });
    try {
      const tokens = await this.#refresh(old.refreshToken);
      // A logout or another login in the meantime wins.
      if (this.#tokens === old) await this.#store(tokens);
      return this.#tokens ?? tokens;
    } catch (error) {
      // Other failures say nothing about the session; the next call tries again.
      if (!(error instanceof ModuleXError) || (error.status !== 401 && error.status !== 403 && error.status !== 422)) throw error;
      const reason = new ModuleXError({ surface: error.surface, status: error.status, code: signedOut, message: error.message, cause: error });
      if (this.#tokens === old) await this.end(reason);
      throw reason;
    }
  }
}
