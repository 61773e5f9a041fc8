import { type InfiniteData, keepPreviousData, type QueryClient, type QueryKey, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CursorPageResponseOfRunRecordResponse as RunPage } from '@modulex/client/generated/v1';
import { api } from '../api';
import { rowsOf } from '../parts/table';

export type RunQuery = NonNullable<Parameters<typeof api.v1.runs.list>[0]>;

type Runs = InfiniteData<RunPage>;

const pageSize = 100;

/** The server tells people of their own runs only; for those of others it is asked. */
const askEvery = 10_000;

const readPage = (query: RunQuery, cursor: string | undefined, signal: AbortSignal) =>
  api.v1.runs.list({ ...query, limit: pageSize, ...(cursor !== undefined && { cursor }) }, { signal });

/**
 * Runs, newest first, with new ones as they come. A run never changes, so only the first page is refreshed, however many were read. While somebody reads
 * further down, new rows are only counted, and shown on demand, so that the list does not move.
 */
export function useLiveRuns(query: RunQuery) {
  const queries = useQueryClient();
  const key = ['run-list', query];
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => readPage(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // Refreshing all pages could take a hundred requests.
    staleTime: Infinity,
    gcTime: 0,
  });
  const newest = useQuery({
    queryKey: ['runs', 'newest', query],
    queryFn: async ({ signal }) => {
      const page = await readPage(query, undefined, signal);
      if ((queries.getQueryData<Runs>(key)?.pages.length ?? 0) < 2) show(queries, key, page);
      return page;
    },
    enabled: list.isSuccess && !list.isPlaceholderData,
    refetchInterval: askEvery,
  });
  const known = new Set(rowsOf(list.data).map(({ id }) => id));
  const newer = list.isPlaceholderData ? 0 : (newest.data?.items.filter(({ id }) => !known.has(id)).length ?? 0);
  return { list, newer, isMore: newer === pageSize, showNewer: () => newest.data && show(queries, key, newest.data) };
}

function show(queries: QueryClient, key: QueryKey, page: RunPage): void {
  queries.setQueryData<Runs>(key, (data) => {
    const [first, ...others] = data?.pages ?? [];
    const known = new Set(first?.items.map(({ id }) => id));
    const fresh = page.items.filter(({ id }) => !known.has(id));
    // Without a run that both have, there may be some in between.
    if (data === undefined || first === undefined || fresh.length === page.items.length) return { pages: [page], pageParams: [undefined] };
    return fresh.length === 0 ? data : { ...data, pages: [{ ...first, items: [...fresh, ...first.items] }, ...others] };
  });
}
