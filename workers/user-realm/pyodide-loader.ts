/** Starts CPython (Pyodide) from a memory snapshot, out of buffers alone: a realm has no network. */
import type { PyodideInterface } from 'pyodide';
import { loadPyodide } from 'pyodide/pyodide.mjs';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import type { PythonAssets } from '../protocol/frame.ts';
import { writeFacade } from './facade-files.ts';
import type { FileSystem } from './facade-files.ts';
import { limitWasmMemory, PYTHON_MEMORY_LIMIT_BYTES } from './memory-limit.ts';

/** Any absolute address: nothing is ever fetched from it, the overridden fetch answers by name. */
const INDEX_URL = 'https://realm.invalid/';

/** Options of Pyodide that its public types leave out. */
interface SnapshotOptions {
  readonly indexURL: string;
  readonly lockFileContents: string;
  readonly packageBaseUrl: string;
  readonly createPyodideModule: unknown;
  readonly _loadSnapshot: ArrayBuffer;
  readonly fsInit: (fs: FileSystem, paths: { sitePackages: string }) => Promise<void>;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

export async function startPython(assets: PythonAssets, wasmModule: WebAssembly.Module): Promise<PyodideInterface> {
  limitWasmMemory(PYTHON_MEMORY_LIMIT_BYTES);
  serveFromMemory(assets, wasmModule);
  const options: SnapshotOptions = {
    indexURL: INDEX_URL,
    lockFileContents: JSON.stringify({ info, packages: {} }),
    packageBaseUrl: INDEX_URL,
    createPyodideModule,
    _loadSnapshot: assets.snapshot,
    fsInit: async (fs, { sitePackages }) => writeFacade(fs, sitePackages, assets.facade),
    stdout: () => undefined,
    stderr: () => undefined,
  };
  return await (loadPyodide as unknown as (o: SnapshotOptions) => Promise<PyodideInterface>)(options);
}

function serveFromMemory(assets: PythonAssets, wasmModule: WebAssembly.Module): void {
  globalThis.fetch = async (input) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.endsWith('python_stdlib.zip')) return new Response(assets.stdlib);
    if (url.endsWith('pyodide.asm.wasm')) return new Response(null);
    throw new TypeError('this realm has no network');
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    instance: await WebAssembly.instantiate(wasmModule, imports),
    module: wasmModule,
  });
}
