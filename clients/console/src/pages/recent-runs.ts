import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunRecordResponse } from '@modulex/client/generated/v1';
import { api } from '../api';

const hour = 3_600_000;
const day = 24 * hour;
const pageSize = 100;

/** So many runs are read at most; on a server with more in a day the plots say so. */
const most = 500;

interface RecentRuns {
  runs: RunRecordResponse[];
  isCut: boolean;
}

/** The runs of the last 24 hours. Only what is new is read again. */
export function useRecentRuns() {
  const queries = useQueryClient();
  const queryKey = ['summary', 'recent'];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<RecentRuns> => {
      const since = new Date(Date.now() - day).toISOString();
      const before = queries.getQueryData<RecentRuns>(queryKey);
      const known = new Set(before?.runs.map(({ id }) => id));
      const fresh: RunRecordResponse[] = [];
      let cursor: string | null = null;
      let hasMet = false;
      do {
        const page = await api.v1.runs.list({ since, limit: pageSize, ...(cursor !== null && { cursor }) }, { signal });
        hasMet = page.items.some(({ id }) => known.has(id));
        fresh.push(...page.items.filter(({ id }) => !known.has(id)));
        cursor = page.next_cursor;
      } while (cursor !== null && !hasMet && fresh.length < most);
      const runs = (hasMet ? [...fresh, ...before!.runs] : fresh).filter(({ started_at }) => started_at >= since);
      return { runs: runs.slice(0, most), isCut: runs.length > most || (hasMet ? before!.isCut : cursor !== null) };
    },
    refetchInterval: 15_000,
  });
}

export interface RunHours {
  times: string[];
  all: number[];
  failed: number[];
  p50: (number | null)[];
  p95: (number | null)[];
}

/** Runs in hours, of which those without a run count too. */
export function hoursOf(runs: readonly RunRecordResponse[], now = Date.now()): RunHours {
  const last = Math.floor(now / hour) * hour;
  const hours = Array.from({ length: 24 }, (_, index) => last - (23 - index) * hour);
  const inHour = groupsOf(runs, ({ started_at }) => Math.floor(Date.parse(started_at) / hour) * hour);
  const durations = hours.map((start) => (inHour.get(start) ?? []).map(({ duration_ms }) => duration_ms).sort((a, b) => a - b));
  return {
    times: hours.map((start) => new Date(start).toISOString()),
    all: durations.map(({ length }) => length),
    failed: hours.map((start) => (inHour.get(start) ?? []).filter(({ success }) => !success).length),
    p50: durations.map((sorted) => percentileOf(sorted, 0.5)),
    p95: durations.map((sorted) => percentileOf(sorted, 0.95)),
  };
}

/** By nearest rank; null of nothing. */
export const percentileOf = (sorted: readonly number[], share: number): number | null => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;

export function groupsOf<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Why a run failed, without the words that all reasons begin with. */
export const reasonOf = ({ error_message }: RunRecordResponse): string => (error_message ?? '').replace(/^Tool execution failed: /, '');
