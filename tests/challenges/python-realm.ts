/** Python solutions run in this process, from the same snapshot as in a user realm. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildRealm, REALM_DIRECTORY } from '../../scripts/realm/build.ts';
import { Bench } from '../../workers/user-realm/bench.ts';
import { startPythonRuntime } from '../../workers/user-realm/python-runtime.ts';
import type { RunRequest, RunResult } from '../../workers/protocol/index.ts';

const ASSETS: ReadonlySet<string> = new Set(['snapshot.bin', 'facade.json']);
const PYODIDE = dirname(fileURLToPath(import.meta.resolve('pyodide/pyodide.mjs')));

function buffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Boots Python once; each run of it gets a fresh engine. */
export async function pythonRealm(): Promise<(request: RunRequest) => RunResult> {
  await buildRealm(undefined, ASSETS);
  const read = (name: string): Buffer => readFileSync(join(REALM_DIRECTORY, name));
  const assets = {
    wasm: new ArrayBuffer(0),
    stdlib: new ArrayBuffer(0),
    snapshot: buffer(gunzipSync(read('snapshot.bin'))),
    facade: JSON.parse(read('facade.json').toString('utf8')) as Record<string, string>,
  };
  const bench = new Bench({ post: () => undefined, elapsed: () => performance.now() });
  return startPythonRuntime(assets, { folder: PYODIDE }, bench);
}
