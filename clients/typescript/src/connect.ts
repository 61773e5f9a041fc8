import { ModuleXError } from './errors.js';
import type { ConnectLinkResponse, NewConnectLinkResponse } from './generated/v1.js';
import { pause } from './pause.js';

/** The window in which a person connects. */
export interface ConnectWindow {
  readonly closed: boolean;
  close(): void;
}

/** How a connect link is opened and watched. */
export interface ConnectOptions {
  signal?: AbortSignal;
  /** Asks where the link stands. An application with a service key asks through its own backend: the key must not be in a page. */
  poll?: (id: string, signal: AbortSignal | undefined) => Promise<ConnectLinkResponse>;
  /** Opens the address; a pop-up where left out. */
  open?: (url: string) => ConnectWindow | null;
  /** Milliseconds between two questions. */
  interval?: number;
}

/** A link whose person is done: `completed`, or `awaiting_completion` by the application. */
export type ConnectedLink = ConnectLinkResponse;

type Ended = 'CONNECT_BLOCKED' | 'CONNECT_CANCELLED' | 'CONNECT_EXPIRED';

const errorOf = (code: Ended, message: string): ModuleXError => new ModuleXError({ surface: 'v1', status: 0, code, message });

const popUp = (url: string): ConnectWindow | null =>
  (globalThis as { open?: (url: string, name: string, features: string) => ConnectWindow | null }).open?.(url, '_blank', 'popup,width=480,height=720') ?? null;

/** Watches the link, not the window: many services cut the tie between a window and its opener, after which it counts as closed. */
export async function waitForLink(link: NewConnectLinkResponse, options: ConnectOptions & Required<Pick<ConnectOptions, 'poll'>>): Promise<ConnectedLink> {
  const { signal, poll, open = popUp, interval = 1000 } = options;
  signal?.throwIfAborted();
  const opened = open(link.url);
  if (opened === null) throw errorOf('CONNECT_BLOCKED', 'The browser blocked the window: open it in the handler of a click');
  try {
    for (let asked = 0; ; asked++) {
      await pause(asked === 0 ? 0 : interval, signal);
      // Looked at before the question: what the person did last is then in its answer.
      const wasClosed = opened.closed;
      const { state, failure, ...rest } = await poll(link.id, signal);
      if (state === 'completed' || state === 'awaiting_completion') return { state, failure, ...rest };
      if (state === 'expired') throw errorOf('CONNECT_EXPIRED', 'The connect link has expired');
      if (!wasClosed || state === 'bound') continue;
      throw failure ? new ModuleXError({ surface: 'v1', status: 0, code: failure.code, message: failure.detail })
        : errorOf('CONNECT_CANCELLED', 'The window was closed before anything was connected');
    }
  } finally {
    opened.close();
  }
}
