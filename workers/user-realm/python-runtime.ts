/** Python in a realm: CPython from the snapshot, the facade's door to the bench, and the runner. */
import type { PythonAssets } from '../protocol/frame.ts';
import type { RealmEvent, RunRequest, RunResult } from '../protocol/run.ts';
import type { Bench } from './bench.ts';
import { startPython } from './pyodide-loader.ts';
import { createPythonDoor } from './python-door.ts';

/** `sparring_runner.run(request_json, emit) -> result_json`. */
type Runner = (requestJson: string, emit: (eventJson: string) => void) => string;

export async function startPythonRuntime(assets: PythonAssets, wasmModule: WebAssembly.Module, bench: Bench): Promise<(request: RunRequest) => RunResult> {
  const pyodide = await startPython(assets, wasmModule);
  pyodide.registerJsModule('_sparring', createPythonDoor(bench));
  const run = pyodide.pyimport('sparring_runner').run as Runner;
  const emit = (eventJson: string): void => bench.send(JSON.parse(eventJson) as RealmEvent);
  return (request) => JSON.parse(run(JSON.stringify(request), emit)) as RunResult;
}
