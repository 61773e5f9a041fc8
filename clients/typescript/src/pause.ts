/** How long to wait before a try, in milliseconds: twice as long each time, and by chance, so that clients of one server don't come back together. */
export function backoff(attempt: number, first: number, longest: number): number {
  const ceiling = Math.min(longest, first * 2 ** attempt);
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

/** Waits; rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason as Error);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
