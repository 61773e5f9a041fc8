import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@modulex/client': fileURLToPath(new URL('src/index.ts', import.meta.url)) } },
  plugins: [
    {
      // The examples name the address of a server that was just started.
      name: 'address-of-the-server',
      transform: (code, id) => (id.includes('/examples/') ? code.replaceAll('http://localhost:8000', process.env['MODULEX_URL'] ?? 'http://localhost:8000') : undefined),
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    pool: 'forks',
    execArgv: ['--experimental-websocket'], // Node 20 has the global WebSocket behind it, later ones as it is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
