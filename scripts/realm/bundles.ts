/** The programs that user realms run, each as one text: an opaque origin can load nothing, so nothing may be split off. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface BundleOptions {
  /** Source file, from the repository's root. */
  readonly entry: string;
  readonly format: 'es' | 'iife';
}

/** Builds one program without splitting. Throws when it would need a second file. */
export async function bundle({ entry, format }: BundleOptions): Promise<string> {
  const outputs = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      sourcemap: false,
      lib: { entry: `${ROOT}${entry}`, formats: [format], name: 'realm', fileName: 'realm' },
      rolldownOptions: { output: { codeSplitting: false } },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
    },
  });
  const chunks = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((o) => ('output' in o ? o.output : []));
  const [program, ...others] = chunks;
  if (program?.type !== 'chunk' || others.length > 0) {
    throw new Error(`${entry} must become one program, but gave ${chunks.map((c) => c.fileName).join(', ') || 'nothing'}`);
  }
  return program.code;
}
