import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery, type UseInfiniteQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from './toasts';

interface CursorPage<T> {
  items: T[];
  next_cursor: string | null;
}

/** A list in pages by cursor, read page after page. */
export function useList<T>(key: QueryKey, read: (cursor: string | undefined, signal: AbortSignal) => Promise<CursorPage<T>>): UseInfiniteQueryResult<InfiniteData<CursorPage<T>>, Error> {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/**
 * Changes something and refreshes the queries that show it. A failure is shown as a message; a form that shows it itself reads `error` and sets `isQuiet`.
 * @param changes The keys of the queries to refresh.
 */
export function useChange<Input, Output>(work: (input: Input) => Promise<Output>, { changes, said, isQuiet = false }: { changes: readonly QueryKey[]; said?: string; isQuiet?: boolean }) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: work,
    onSuccess: () => {
      if (said !== undefined) toast(said);
      return Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!isQuiet) toast(error.message, 'bad');
    },
  });
}
