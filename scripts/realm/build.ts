/**
 * Makes what user realms start from, in `.cache/realm/`: the worker's and the frame's programs, a memory snapshot of Python with
 * the facade inside, the facade's sources and the typings of the TypeScript API. Each is made anew only when its inputs changed.
 *
 * `tsx scripts/realm/build.ts` makes them; the page's build calls `buildRealm`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundles.ts';
import { pythonCompletions } from './completions.ts';
import { readFacade } from './facade.ts';
import { functionReference } from './reference.ts';
import { makeSnapshot } from './snapshot.ts';
import { solutionTypings } from './typings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const REALM_DIRECTORY = join(ROOT, '.cache/realm');
const PYODIDE = join(ROOT, 'node_modules/pyodide');

/** Source folders whose changes make each product stale. */
const PROGRAM_INPUTS = ['engine', 'workers', 'scripts/realm'];
const GZIP_LEVEL = 9;
const SIZES = 'sizes.json';
const DOWNLOADED = ['python.bin', 'stdlib.bin', 'snapshot.bin', 'facade.json', 'user-realm.txt'];

interface Product {
  readonly name: string;
  readonly inputs: () => string;
  readonly make: () => Promise<string | Uint8Array>;
}

const PRODUCTS: readonly Product[] = [
  {
    name: 'user-realm.txt',
    inputs: () => sourcesHash(PROGRAM_INPUTS),
    make: () => bundle('workers/user-realm/worker.ts'),
  },
  {
    name: 'frame.txt',
    inputs: () => sourcesHash(['workers']),
    make: () => bundle('workers/user-realm/frame.ts'),
  },
  {
    name: 'danfojs.txt',
    inputs: () => hash(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'), sourcesHash(['scripts/realm'])),
    make: () => bundle('scripts/realm/danfojs-library.ts'),
  },
  {
    // Hosts rarely compress files of unknown kinds: the page unpacks this and the next by itself.
    name: 'snapshot.bin',
    inputs: () => hash(JSON.stringify(readFacade()), pyodideVersion(), sourcesHash(['scripts/realm'])),
    make: async () => gzipSync(await makeSnapshot(readFacade()), { level: GZIP_LEVEL }),
  },
  {
    name: 'python.bin',
    inputs: pyodideVersion,
    make: async () => gzipSync(readFileSync(join(PYODIDE, 'pyodide.asm.wasm')), { level: GZIP_LEVEL }),
  },
  {
    name: 'stdlib.bin',
    inputs: pyodideVersion,
    make: async () => readFileSync(join(PYODIDE, 'python_stdlib.zip')),
  },
  {
    name: 'facade.json',
    inputs: () => hash(JSON.stringify(readFacade())),
    make: async () => JSON.stringify(readFacade()),
  },
  {
    name: 'solution-typings.json',
    inputs: () => sourcesHash(['engine/session/api', 'engine/functions', 'scripts/realm']),
    make: solutionTypings,
  },
  {
    name: 'python-completions.json',
    inputs: () => hash(JSON.stringify(readFacade()), sourcesHash(['engine/functions', 'scripts/realm'])),
    make: pythonCompletions,
  },
  {
    name: 'function-reference.json',
    inputs: () => hash(readFileSync(join(ROOT, 'python/api/functions.json'), 'utf8'), sourcesHash(['engine/functions', 'scripts/realm'])),
    make: functionReference,
  },
];

function hash(...parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
}

function pyodideVersion(): string {
  return readFileSync(join(PYODIDE, 'package.json'), 'utf8');
}

function sourcesHash(folders: readonly string[]): string {
  const parts: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) parts.push(below, readFileSync(join(ROOT, below), 'utf8'));
    }
  };
  for (const folder of folders) walk(folder);
  return hash(...parts);
}

/** Makes what is missing or stale and tells which; with `only`, of these products alone. */
export async function buildRealm(report: (line: string) => void = () => undefined, only?: ReadonlySet<string>): Promise<string[]> {
  mkdirSync(REALM_DIRECTORY, { recursive: true });
  const stampsPath = join(REALM_DIRECTORY, 'inputs.json');
  const stamps = existsSync(stampsPath) ? (JSON.parse(readFileSync(stampsPath, 'utf8')) as Record<string, string>) : {};
  const made: string[] = [];
  for (const product of PRODUCTS) {
    if (only !== undefined && !only.has(product.name)) continue;
    const path = join(REALM_DIRECTORY, product.name);
    const stamp = product.inputs();
    if (stamps[product.name] === stamp && existsSync(path)) continue;
    report(`making ${product.name}`);
    const content = await product.make();
    // An unchanged file keeps its time, so that nothing that watches it reloads.
    if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(content))) writeFileSync(path, content);
    stamps[product.name] = stamp;
    made.push(product.name);
    writeFileSync(stampsPath, `${JSON.stringify(stamps, null, 2)}\n`);
  }
  const isWhole = DOWNLOADED.every((name) => existsSync(join(REALM_DIRECTORY, name)));
  if (isWhole && (made.length > 0 || !existsSync(join(REALM_DIRECTORY, SIZES)))) writeSizes();
  return made;
}

/** What the page has to download, for its progress: bytes by file. */
function writeSizes(): void {
  const entries = DOWNLOADED.map((name) => [name, statSync(join(REALM_DIRECTORY, name)).size] as const);
  writeFileSync(join(REALM_DIRECTORY, SIZES), JSON.stringify(Object.fromEntries(entries)));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildRealm((line) => process.stdout.write(`${line}\n`));
}
