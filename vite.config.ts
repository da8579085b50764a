import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlinePlugin } from './scripts/offline-plugin.ts';
import { preloadPlugin } from './scripts/preload-plugin.ts';
import { realmPlugin } from './scripts/realm/vite-plugin.ts';

/** Relative addresses throughout, so that the built page works below any path of any static host. */
export default defineConfig({
  base: './',
  plugins: [react(), realmPlugin(), preloadPlugin(), offlinePlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
  },
  server: { port: 5173 },
  preview: { port: 4173 },
});
