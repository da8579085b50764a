/** Builds the command line into .cache/cli/: the program, the judge's thread and the user realm, each in one file, and what Python starts from. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeStamp } from './lib/cli-stamp.mjs';
import { buildRealm } from './realm/build.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '');
const OUTPUT = join(ROOT, '.cache/cli');
const PROGRAMS: readonly (readonly [entry: string, file: string])[] = [
  ['cli/main.ts', 'main.mjs'],
  ['cli/judge/thread.ts', 'judge.mjs'],
  ['cli/realm/main.ts', 'realm/realm.mjs'],
];
/** Native code cannot be bundled. */
const EXTERNAL = ['@swc/core'];
const PYTHON_ASSETS: ReadonlySet<string> = new Set(['snapshot.bin', 'facade.json']);

async function bundle(entry: string, file: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: join(ROOT, entry),
      outDir: OUTPUT,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
      rolldownOptions: { output: { format: 'es', entryFileNames: file, codeSplitting: false } },
    },
  });
}

rmSync(OUTPUT, { recursive: true, force: true });
await buildRealm((line) => process.stderr.write(`${line}\n`), PYTHON_ASSETS);
for (const [entry, file] of PROGRAMS) await bundle(entry, file);
writeStamp(ROOT);
