/**
 * The JavaScript module `_sparring` as Python sees it: the facade's `call` and `register_callback`, and what the runner asks
 * of the bench. Everything crosses as JSON text.
 */
import { SparkError } from '../../engine/index.ts';
import type { SparkErrorJson } from '../../engine/index.ts';
import type { CaseInput } from '../protocol/run.ts';
import type { Bench, RunSettings } from './bench.ts';

/** Python's end: `(name, payload) -> answer`. */
type Callback = (name: string, payload: string) => string;
type CallbackAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: SparkErrorJson };

/** A Python function handed over by Pyodide: it lives as long as it is not destroyed. */
interface PyCallable extends Callback {
  copy?(): PyCallable;
}

export interface PythonDoor {
  call(requestJson: string): string;
  register_callback(callback: PyCallable): void;
  begin_run(settingsJson: string): void;
  begin_case(caseJson: string): void;
  play_script(): void;
  end_case(): string;
}

export function createPythonDoor(bench: Bench): PythonDoor {
  let callback: Callback | null = null;
  const ask = (name: string, payload: object): unknown => {
    if (callback === null) throw new Error('the facade has not registered its callback');
    const answer = JSON.parse(callback(name, JSON.stringify(payload))) as CallbackAnswer;
    if (answer.ok) return answer.value;
    throw errorOf(answer.error);
  };
  bench.functions = {
    callFunction: (functionId, columns, numRows) => ask('callFunction', { functionId, columns, numRows }) as ReturnType<NonNullable<Bench['functions']['callFunction']>>,
    callBatchFunction: (functionId, hash, batchId) => void ask('callBatchFunction', { functionId, hash, batchId }),
  };
  return {
    call: (requestJson) => bench.call(requestJson),
    register_callback: (given) => {
      callback = given.copy?.() ?? given;
    },
    begin_run: (settingsJson) => bench.beginRun(JSON.parse(settingsJson) as RunSettings),
    begin_case: (caseJson) => bench.beginCase(JSON.parse(caseJson) as CaseInput),
    play_script: () => bench.playScript(),
    end_case: () => JSON.stringify({ streams: bench.endCase() }),
  };
}

function errorOf(json: SparkErrorJson): SparkError {
  const sentence = json.message.replace(/^\[[^\]]*\] /, '').replace(/ SQLSTATE: \w+$/, '');
  return new SparkError({ ...json, sentence });
}
