import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ModuleXError } from '@modulex/client/errors';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import { Toasts } from './parts/toasts';
import { SessionGate } from './session';
import { applyTheme } from './theme';
import './console.css';

/** What another try may change: no answer, too many requests, a node that stops. */
const passing: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => error instanceof ModuleXError && passing.has(error.status) && count < 5,
      retryDelay: (count, error) => (error instanceof ModuleXError && error.retryAfter ? error.retryAfter * 1000 : Math.min(500 * 2 ** count, 8_000)),
      // A server on this machine answers without a network, too.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

applyTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      {/* Fields keep what they say in the address: with transitions they would fall behind what is typed. */}
      <BrowserRouter basename="/app" useTransitions={false}>
        <Toasts>
          <SessionGate>
            <App />
          </SessionGate>
        </Toasts>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
