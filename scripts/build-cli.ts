/**
 * Builds the command line into .cache/cli/<hash of the sources>/: the program, the judge's thread and the user realm, each in one
 * file, and what Python starts from. The folder's path, given as the argument, appears whole or not at all.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { cliFolder } from './lib/cli-stamp.mjs';
import { buildRealm, REALM_DIRECTORY } from './realm/build.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '');
const OUTPUT = process.argv[2] ?? cliFolder(ROOT);
/** Nobody sees it half made. */
const DRAFT = `${OUTPUT}-${process.pid}`;
const KEPT_BUILDS_COUNT = 3;
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
      outDir: DRAFT,
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

/** Old builds go, but for the latest, which a process may still be running from. */
function prune(): void {
  const folder = dirname(OUTPUT);
  const builds = readdirSync(folder).map((name) => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of builds.slice(KEPT_BUILDS_COUNT)) rmSync(old, { recursive: true, force: true });
}

await buildRealm((line) => process.stderr.write(`${line}\n`), PYTHON_ASSETS);
mkdirSync(join(DRAFT, 'assets'), { recursive: true });
for (const name of PYTHON_ASSETS) copyFileSync(join(REALM_DIRECTORY, name), join(DRAFT, 'assets', name));
for (const [entry, file] of PROGRAMS) await bundle(entry, file);
if (existsSync(OUTPUT)) rmSync(DRAFT, { recursive: true });
else renameSync(DRAFT, OUTPUT);
prune();
