import { useQueryClient } from '@tanstack/react-query';
import type { ModuleXEvent } from '@modulex/client/event-types';
import { EventStream } from '@modulex/client/events';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { api } from './api';

/** Whether the page hears of changes; while it does not, it asks by itself. */
const LiveContext = createContext(true);

export const useIsLive = () => useContext(LiveContext);

/** The queries that an event makes out of date, by the first part of their keys. */
function changedBy(event: ModuleXEvent | { type: string }): string[] {
  if (event.type.startsWith('connection.')) return ['connections', 'tools', 'home'];
  if (event.type.startsWith('run.')) return ['runs', 'home'];
  switch (event.type) {
    case 'status_update':
      return ['status'];
    case 'activity':
      return ['activity', 'runs', 'home'];
    case 'notification':
      return ['modules', 'settings', 'status'];
    case 'session':
      return ['sessions'];
    default:
      return [];
  }
}

/** Hundreds of events may come at once; queries are refreshed at most this often. */
const pause = 1_000;

/** Listens to the server's events and refreshes the queries that they concern. */
export function Live({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState(true);
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (names: readonly string[]) => {
      for (const name of names) changed.add(name);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const name of changed) void queries.invalidateQueries({ queryKey: [name] });
        changed.clear();
      }, pause);
    };
    const address = new URL('/api/ws', location.href);
    address.protocol = address.protocol.replace(/^http/, 'ws');
    const stream = new EventStream(
      {
        address: address.toString(),
        token: () => Promise.resolve(undefined),
        ticket: async (signal) => (await api.platform.tickets.create({ signal })).ticket,
        // The next call finds out, too, and shows the sign-in.
        sessionEnded: async () => void (await api.documents.auth.me().catch(() => undefined)),
      },
      {
        by: 'ticket',
        onOpen: (again) => {
          setIsLive(true);
          // Events that happened while there was no connection are lost.
          if (again) void queries.invalidateQueries();
        },
        onLost: () => setIsLive(false),
      },
    );
    stream.closed.catch(() => setIsLive(false));
    void (async () => {
      for await (const event of stream) refresh(changedBy(event));
    })().catch(() => undefined);
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [queries]);
  return <LiveContext.Provider value={isLive}>{children}</LiveContext.Provider>;
}
