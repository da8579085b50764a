/** Python in a realm: CPython from the snapshot, the facade's door to the engine, and the runner. */
import type { PythonAssets } from '../protocol/frame.ts';
import type { CaseInput, RealmEvent, RunRequest, RunResult } from '../protocol/run.ts';
import type { Bench } from './bench.ts';
import { startPython } from './pyodide-loader.ts';
import type { PyodideFiles } from './pyodide-loader.ts';
import { PythonBridge } from './python-bridge.ts';

/** `sparring_runner.run(request_json, emit) -> result_json`; `emit` takes the kind of an event and its text. */
type Runner = (requestJson: string, emit: (kind: string, text: string) => void) => string;

export async function startPythonRuntime(assets: PythonAssets, files: PyodideFiles, bench: Bench): Promise<(request: RunRequest) => RunResult> {
  const pyodide = await startPython(assets, files);
  const bridge = new PythonBridge();
  pyodide.registerJsModule('_sparring', doorOf(bridge, bench));
  const run = pyodide.pyimport('sparring_runner').run as Runner;
  return (request) => {
    bench.makeHost = (own) => bridge.host(own);
    bench.beginRun(request);
    bridge.use(bench.engine);
    return JSON.parse(run(JSON.stringify(request), (kind, text) => bench.send(eventOf(kind, text)))) as RunResult;
  };
}

/** What Python may call (python/pyspark/_bridge.py, python/sparring_runner): everything crosses as JSON text. */
export function doorOf(bridge: PythonBridge, bench: Bench): object {
  return {
    ...bridge.module,
    begin_case: (caseJson: string) => bench.beginCase(JSON.parse(caseJson) as CaseInput),
    play_case: () => bench.playScript(),
    end_case: () => bench.endCase(),
  };
}

function eventOf(kind: string, text: string): RealmEvent {
  if (kind === 'case') return { kind, caseId: text };
  return { kind: kind === 'stderr' ? 'stderr' : 'stdout', text };
}
