/** Between Python and the engine beside it: the JavaScript module `_sparring` (python/pyspark/_bridge.py), and the engine's host. */
import { SparkError } from '../../engine/index.ts';
import type { EngineHost, SparkErrorJson, TableFunctionAnalysis, TableFunctionRows, TypeJson, WireValue } from '../../engine/index.ts';

/** Python's answer to a callback. */
type PythonAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: SparkErrorJson };
type Callback = (name: string, payload: string) => string;
/** A function of Python's: it dies with the call that handed it over unless it is copied. */
type Proxy = Callback & { copy?(): Callback };

export interface SparringModule {
  call(request: string): string;
  register_callback(callback: Proxy): void;
}

/** An engine's door, as far as Python needs it. */
export interface CallableEngine {
  call(requestJson: string): string;
}

export class PythonBridge {
  private callback: Callback | undefined;
  private engine: CallableEngine | undefined;

  /** What `registerJsModule('_sparring', …)` gets. Keep one for the life of the runtime; engines may change. */
  readonly module: SparringModule = {
    call: (request) => {
      if (this.engine === undefined) throw new Error('no engine stands behind this program');
      return this.engine.call(request);
    },
    register_callback: (callback) => {
      this.callback = callback.copy?.() ?? callback;
    },
  };

  use(engine: CallableEngine): void {
    this.engine = engine;
  }

  /** Host of the engine: user functions run in Python. `more` adds what the realm itself gives, printing and events. */
  host(more: Pick<EngineHost, 'print' | 'onEvent'> = {}): EngineHost {
    return {
      ...more,
      onEvent: (event) => {
        more.onEvent?.(event);
        if (event.kind === 'microBatch') this.ask('listener', { event: 'progress', payload: { progress: event.progress } });
      },
      callFunction: (functionId, columns, numRows, argTypes: readonly TypeJson[]) =>
        this.ask('callFunction', { functionId, columns, numRows, argTypes }) as readonly WireValue[],
      callTableFunction: (call) => this.ask('callTableFunction', call) as TableFunctionRows,
      analyzeTableFunction: (functionId, args) => this.ask('analyzeTableFunction', { functionId, args }) as TableFunctionAnalysis | { error: string },
      callBatchFunction: (functionId, hash, batchId) => {
        this.ask('callBatchFunction', { functionId, hash, batchId });
      },
    };
  }

  /** Calls what Python registered under a name. Throws the SparkError that it describes. */
  ask(name: string, payload: unknown): unknown {
    if (this.callback === undefined) throw new Error('Python has not spoken to the engine yet');
    const answer = JSON.parse(this.callback(name, JSON.stringify(payload))) as PythonAnswer;
    if (answer.ok) return answer.value;
    throw sparkErrorOf(answer.error);
  }
}

/** An error in its outgoing form, thrown again. The sentence is the message without the condition before and the state behind. */
export function sparkErrorOf(json: SparkErrorJson): SparkError {
  const { errorClass, condition, sqlState, parameters, context, message } = json;
  const head = condition === null ? '' : `[${condition}] `;
  const tail = sqlState ? ` SQLSTATE: ${sqlState}` : '';
  const start = message.startsWith(head) ? head.length : 0;
  const end = tail !== '' && message.endsWith(tail) ? message.length - tail.length : message.length;
  return new SparkError({ errorClass, condition, sqlState, parameters, context, sentence: message.slice(start, end) });
}
