import { ModuleX } from '@modulex/client';

const kept = new Map<string, string>(); // In a browser: sessionStorage, with getItem and setItem.

const open = () => new ModuleX({
  baseUrl: 'http://localhost:8000',
  tokens: JSON.parse(kept.get('modulex') ?? 'null') ?? undefined,
  onTokens: (tokens) => void (tokens ? kept.set('modulex', JSON.stringify(tokens)) : kept.delete('modulex')),
  onSignedOut: ({ message }) => console.log(`Sign in again: ${message}`),
});

await open().login('admin@example.com', 'admin123', { rememberMe: true });

const later = open(); // After a reload of the page: the same session.
console.log((await later.modulex.auth.me()).email);
await later.logout();
