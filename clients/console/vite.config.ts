import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that the development server forwards to. */
const server = process.env['MODULEX_URL'] ?? 'http://localhost:8000';

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  resolve: { alias: { '@modulex/client': fileURLToPath(new URL('../typescript/src', import.meta.url)) } },
  build: {
    outDir: process.env['MODULEX_CONSOLE_OUT'] ?? fileURLToPath(new URL('../../src/Api/Console/dist', import.meta.url)),
    emptyOutDir: true,
    // A strict policy takes neither inline scripts nor files in addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    // The first that know light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: { port: 5173, proxy: { '^/(?!app/(?!session))': { target: server, ws: true } } },
});
