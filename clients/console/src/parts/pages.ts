interface CursorPage<T> {
  items: T[];
  next_cursor: string | null;
}

/** Reads a list of numbered pages as one of cursors, for `useList`. */
export function numbered<T>(read: (page: number, signal: AbortSignal) => Promise<{ items: T[]; hasNext: boolean }>): (cursor: string | undefined, signal: AbortSignal) => Promise<CursorPage<T>> {
  return async (cursor, signal) => {
    const page = Number(cursor ?? 1);
    const { items, hasNext } = await read(page, signal);
    return { items, next_cursor: hasNext ? String(page + 1) : null };
  };
}

/** What has a value, for options that may be left out but not undefined. */
export function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
