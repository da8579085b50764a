/** CPython in Node with the facade from python/ and an engine beside it; boot it once in a test file. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { PyodideInterface } from 'pyodide';
import { PythonBridge } from '../../workers/user-realm/python-bridge.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Python {
  readonly pyodide: PyodideInterface;
  readonly bridge: PythonBridge;
  /** Runs code in a namespace of its own and gives the value of its last expression. */
  run(code: string, names?: Readonly<Record<string, unknown>>): unknown;
}

/** `folders` (below the repository) are put on Python's path after python/. */
export async function startPython(...folders: string[]): Promise<Python> {
  const pyodide = await loadPyodide({ indexURL: dirname(fileURLToPath(import.meta.resolve('pyodide/pyodide.mjs'))) });
  const bridge = new PythonBridge();
  pyodide.registerJsModule('_sparring', bridge.module);
  const paths = ['python', ...folders].map((folder, i) => {
    const mounted = `/repository/${i}`;
    pyodide.FS.mkdirTree(mounted);
    pyodide.mountNodeFS(mounted, resolve(ROOT, folder));
    return mounted;
  });
  pyodide.runPython(`import sys\nsys.dont_write_bytecode = True\nsys.path[:0] = ${JSON.stringify(paths)}`);
  return {
    pyodide,
    bridge,
    run: (code, names = {}) => pyodide.runPython(code, { globals: pyodide.toPy({ ...names }) }),
  };
}
