/** A memory snapshot of CPython with the facade imported: a realm starts from it in a fraction of a second. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { writeFacade } from '../../workers/user-realm/facade-files.ts';
import type { FileSystem } from '../../workers/user-realm/facade-files.ts';
import { moduleNames } from './facade.ts';

/** Modules of the standard library that solutions and tracebacks use: imported once, here. */
const STANDARD_MODULES = [
  'ast', 'bisect', 'calendar', 'collections', 'contextlib', 'copy', 'csv', 'dataclasses', 'datetime', 'decimal', 'enum', 'fractions',
  'functools', 'hashlib', 'heapq', 'inspect', 'io', 'itertools', 'json', 'linecache', 'math', 'operator', 'random', 're', 'statistics',
  'string', 'textwrap', 'time', 'traceback', 'typing', 'uuid',
];

interface SnapshotPyodide {
  readonly FS: FileSystem;
  runPython(code: string): unknown;
  makeMemorySnapshot(): Uint8Array;
}
interface SnapshotOptions {
  readonly indexURL: string;
  readonly _makeSnapshot: true;
  readonly fsInit: (fs: FileSystem, paths: { sitePackages: string }) => Promise<void>;
}

/** Boots CPython, imports everything and gives its memory. No JavaScript module may be registered before. */
export async function makeSnapshot(sources: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const indexURL = dirname(fileURLToPath(import.meta.resolve('pyodide/pyodide.mjs')));
  const load = loadPyodide as unknown as (options: SnapshotOptions) => Promise<SnapshotPyodide>;
  const pyodide = await load({
    indexURL,
    _makeSnapshot: true,
    fsInit: async (fs, { sitePackages }) => writeFacade(fs, sitePackages, sources),
  });
  pyodide.runPython(importAll([...STANDARD_MODULES, ...moduleNames(sources)]));
  return pyodide.makeMemorySnapshot();
}

function importAll(names: readonly string[]): string {
  return `
import gc, importlib
for name in ${JSON.stringify(names)}:
    importlib.import_module(name)
del name, importlib
gc.collect()
del gc
`;
}
