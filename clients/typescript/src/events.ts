import { type EventEnd, type EventOf, type EventSocket, type EventSocketConstructor, type ModuleXEvent } from './event-types.js';
import { ModuleXError } from './errors.js';
import { backoff, pause } from './pause.js';

/** How events are listened to. */
export interface EventOptions {
  /** The WebSocket to use; the global one where there is one. Node before 22 has none: take that of the package `ws`. */
  WebSocket?: EventSocketConstructor;
  /** How a socket says whose it is: with the access token as a subprotocol, or with a ticket in the address. */
  by?: 'protocol' | 'ticket';
  /** A socket is open. Nothing is kept for whoever is not connected: when `again` is true, read the status and the activity anew. */
  onOpen?: (again: boolean) => void;
  /** A socket was lost, and another try comes after so many milliseconds. */
  onLost?: (end: EventEnd, wait: number) => void;
  /** Closes the stream. */
  signal?: AbortSignal;
}

/** What a stream needs of the client. */
export interface EventSource {
  address: string;
  token(): Promise<string | undefined>;
  ticket(signal: AbortSignal): Promise<string>;
  sessionEnded(reason: string): Promise<void>;
}

const firstPause = 500;
const longestPause = 30_000;

/** Events that wait for a reader of the iterator; older ones are dropped. */
const longestQueue = 1_000;

/** The ends after which another try would end the same way: ours, the two for what a client must not send, and the end of the session. */
const final: ReadonlySet<number> = new Set([1000, 1008, 1009, 4401]);

/** The events of the server, over sockets that are opened again when they are lost. Iterate over it, or give handlers to `on`. */
export class EventStream implements AsyncIterable<ModuleXEvent> {
  /** Fulfilled when the stream has ended for good; rejected where the server refuses a socket. */
  readonly closed: Promise<EventEnd>;
  readonly #source: EventSource;
  readonly #options: EventOptions;
  readonly #stop = new AbortController();
  readonly #handlers = new Map<string, Set<(event: never) => void>>();
  readonly #readers = new Set<Reader>();
  #socket: EventSocket | undefined;
  #isOver = false;

  constructor(source: EventSource, options: EventOptions) {
    this.#source = source;
    this.#options = options;
    if (options.signal?.aborted === true) this.close();
    else options.signal?.addEventListener('abort', () => this.close(), { once: true, signal: this.#stop.signal });
    this.closed = this.#run();
    // Whoever iterates hears of a refusal there.
    void this.closed.catch(() => undefined).then(() => {
      this.#isOver = true;
      this.#readers.forEach((reader) => reader.wake());
    });
  }

  /** Calls the handler with each event of the type. Gives what takes it away again. */
  on<T extends ModuleXEvent['type']>(type: T, handler: (event: EventOf<T>) => void): () => void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  /** Ends it: no further socket is opened, and iterators come to their end. */
  close(): void {
    this.#stop.abort();
    this.#socket?.close(1000);
  }

  /** From now on; what came before is not told again. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ModuleXEvent, void, undefined> {
    const reader = new Reader();
    this.#readers.add(reader);
    try {
      for (;;) {
        for (let event = reader.queue.shift(); event !== undefined; event = reader.queue.shift()) yield event;
        if (this.#isOver) break;
        await reader.woken();
      }
      await this.closed;
    } finally {
      this.#readers.delete(reader);
    }
  }

  async #run(): Promise<EventEnd> {
    let lost = 0;
    let wasOpen = false;
    let by = this.#options.by ?? 'protocol';
    for (;;) {
      if (this.#stop.signal.aborted) return { code: 1000, reason: '' };
      let end: EventEnd;
      let wait: number | undefined;
      let isOpen = false;
      try {
        end = await this.#listen(await this.#open(by), () => {
          this.#options.onOpen?.(wasOpen);
          isOpen = wasOpen = true;
          lost = 0;
        });
      } catch (error) {
        if (this.#stop.signal.aborted) return { code: 1000, reason: '' };
        // An answer that another try would not change; what is busy or unreachable may come back.
        if (!(error instanceof ModuleXError) || ![0, 429, 502, 503, 504].includes(error.status)) throw error;
        end = { code: 1006, reason: error.message };
        if (error.retryAfter !== undefined) wait = error.retryAfter * 1000;
      }
      if (this.#stop.signal.aborted) return { code: 1000, reason: '' };
      if (end.code === 4401) await this.#source.sessionEnded(end.reason);
      if (final.has(end.code)) return end;
      // A socket that never opened doesn't say why; the request for a ticket does.
      by = isOpen ? (this.#options.by ?? 'protocol') : 'ticket';
      wait ??= backoff(lost++, firstPause, longestPause);
      this.#options.onLost?.(end, wait);
      await pause(wait, this.#stop.signal).catch(() => undefined);
    }
  }

  async #open(by: 'protocol' | 'ticket'): Promise<EventSocket> {
    const Socket = this.#options.WebSocket ?? (globalThis as { WebSocket?: EventSocketConstructor }).WebSocket;
    if (Socket === undefined) throw new TypeError('There is no global WebSocket here: give one as the option WebSocket, such as that of the package ws');
    if (by === 'ticket') return new Socket(`${this.#source.address}?ticket=${encodeURIComponent(await this.#source.ticket(this.#stop.signal))}`);
    const token = await this.#source.token();
    if (token === undefined) throw new TypeError('Events are for whoever is signed in');
    return new Socket(this.#source.address, ['modulex', `bearer.${token}`]);
  }

  /** Tells what comes, to the end of the socket. */
  #listen(socket: EventSocket, opened: () => void): Promise<EventEnd> {
    this.#socket = socket;
    // Closed while the token was on its way.
    if (this.#stop.signal.aborted) socket.close(1000);
    return new Promise((resolve) => {
      socket.addEventListener('open', opened);
      socket.addEventListener('message', (message: { data: unknown }) => this.#tell(JSON.parse(String(message.data)) as ModuleXEvent));
      socket.addEventListener('error', () => undefined); // A close comes after it, and says more.
      socket.addEventListener('close', (end: { code: number; reason: string }) => resolve({ code: end.code, reason: end.reason }));
    });
  }

  #tell(event: ModuleXEvent): void {
    for (const reader of this.#readers) reader.add(event);
    for (const handler of this.#handlers.get(event.type) ?? []) handler(event as never);
  }
}

/** What one iterator has not read yet. */
class Reader {
  readonly queue: ModuleXEvent[] = [];
  #wake: (() => void) | undefined;

  add(event: ModuleXEvent): void {
    if (this.queue.push(event) > longestQueue) this.queue.shift();
    this.wake();
  }

  wake(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
