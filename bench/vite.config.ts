import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('./browser/', import.meta.url)),
  base: './',
  build: { outDir: fileURLToPath(new URL('../dist/bench/', import.meta.url)), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 20_000 },
  worker: { format: 'es' },
});
