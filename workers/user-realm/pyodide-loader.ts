/** Starts CPython (Pyodide) from a memory snapshot: in a browser out of buffers alone, for a realm has no network; in Node from a folder. */
import type { PyodideInterface } from 'pyodide';
import { loadPyodide } from 'pyodide/pyodide.mjs';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import type { PythonAssets } from '../protocol/frame.ts';
import { writeFacade } from './facade-files.ts';
import type { FileSystem } from './facade-files.ts';
import { unpack } from './unpack.ts';
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

/** Pyodide's own files: the compiled module (the rest is in the assets), or the folder of its package. */
export type PyodideFiles = WebAssembly.Module | { readonly folder: string };

export async function startPython(assets: PythonAssets, files: PyodideFiles): Promise<PyodideInterface> {
  limitWasmMemory(PYTHON_MEMORY_LIMIT_BYTES);
  const snapshot = await unpack(assets.snapshot);
  const isFolder = !(files instanceof WebAssembly.Module);
  if (!isFolder) serveFromMemory(assets, files);
  const options: SnapshotOptions = {
    indexURL: isFolder ? files.folder : INDEX_URL,
    lockFileContents: JSON.stringify({ info, packages: {} }),
    packageBaseUrl: INDEX_URL,
    createPyodideModule: async (settings: unknown) => withRoom(await createModule(settings), snapshot.byteLength),
    _loadSnapshot: snapshot,
    fsInit: async (fs, { sitePackages }) => writeFacade(fs, sitePackages, assets.facade),
    stdout: () => undefined,
    stderr: () => undefined,
  };
  return await (loadPyodide as unknown as (o: SnapshotOptions) => Promise<PyodideInterface>)(options);
}

/** What of the compiled module is used here. */
interface PythonModule {
  readonly HEAP8: Int8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const createModule = createPyodideModule as unknown as (settings: unknown) => Promise<PythonModule>;

/** Memory is asked for beyond what is missing, since an allocation has a header of its own. */
const SLACK_BYTES = 65_536;

/**
 * Grows the memory to hold a snapshot: it begins with 30 MB, whatever the settings say, and the snapshot is put into it as
 * it is. What the growing leaves behind the snapshot is cleared; all else the snapshot overwrites.
 */
function withRoom(module: PythonModule, snapshotBytes: number): PythonModule {
  if (module.HEAP8.length >= snapshotBytes) return module;
  const top = module._malloc(SLACK_BYTES);
  module._free(top);
  const address = module._malloc(snapshotBytes - top + SLACK_BYTES);
  module._free(address);
  if (top === 0 || address === 0 || module.HEAP8.length < snapshotBytes) throw new Error('there is not enough memory for Python');
  module.HEAP8.fill(0, snapshotBytes);
  return module;
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
