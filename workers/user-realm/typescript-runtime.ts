/** Runs a TypeScript solution (emitted as CommonJS with an inline source map) in this realm and calls its function for each case. */
import { functions, types, Window } from '../../engine/index.ts';
import type { CaseInput, CaseOutcome, RunRequest, RunResult } from '../protocol/run.ts';
import type { Bench } from './bench.ts';
import { describeOutcome } from './outcome.ts';
import { userErrorOf, userFrames } from './javascript-errors.ts';
import type { Program } from './javascript-errors.ts';
import { inlineSourceMap } from './source-map.ts';

/** `new Function` writes its parameters on lines of their own before the body. */
const HEADER_LINES = 2;

type Exports = Record<string, unknown>;

export async function runTypeScript(request: RunRequest, bench: Bench): Promise<RunResult> {
  const start = bench.elapsed();
  const program = programOf(request);
  bench.beginRun(request, () => callSite(program));
  const result = (error: RunResult['error'], cases: CaseOutcome[]): RunResult => ({ error, cases, durationMs: bench.elapsed() - start });
  let exports: Exports;
  try {
    exports = evaluate(request, bench);
  } catch (error) {
    return result(userErrorOf(program, error), []);
  }
  const cases: CaseOutcome[] = [];
  for (const input of request.cases) {
    bench.send({ kind: 'case', caseId: input.caseId });
    cases.push(await runCase(request, input, exports, program, bench));
  }
  return result(null, cases);
}

function programOf(request: RunRequest): Program {
  const map = inlineSourceMap(request.source);
  const text = map?.source ?? request.source;
  return { filename: request.filename, map, lines: text.split('\n'), headerLines: HEADER_LINES };
}

/** The line of the user's program that is running now, for the context of Spark's errors. */
function callSite(program: Program): string | undefined {
  const frame = userFrames(program, new Error('call site').stack ?? '')[0];
  return frame === undefined ? undefined : `${program.filename}:${frame.line}`;
}

function evaluate(request: RunRequest, bench: Bench): Exports {
  const module: { exports: Exports } = { exports: {} };
  const spark = bench.sparkSession();
  const api = { spark, functions, F: functions, Window, types };
  const require = (name: string): unknown => {
    if (name === 'sparring') return api;
    throw new Error(`Cannot find module '${name}'. A solution can import from 'sparring' alone.`);
  };
  const body = `${request.source}\n//# sourceURL=${request.filename}`;
  const run = new Function('exports', 'require', 'module', 'spark', body);
  run(module.exports, require, module, spark);
  return module.exports;
}

async function runCase(request: RunRequest, input: CaseInput, exports: Exports, program: Program, bench: Bench): Promise<CaseOutcome> {
  const start = bench.elapsed();
  const name = input.functionName ?? request.functionName ?? '';
  try {
    bench.beginCase(input);
    const solve = exports[name];
    if (typeof solve !== 'function') throw new TypeError(missingFunction(name, exports));
    const args = input.arguments.map((a) => (a.kind === 'table' ? bench.tableFrame(a.hash) : a.value));
    const value = await (solve as (...values: unknown[]) => unknown)(...args);
    bench.playScript();
    return describeOutcome(bench, request, input.caseId, value, start);
  } catch (raised) {
    const failed = { error: userErrorOf(program, raised), returnedType: null, plan: null, table: null, explain: null, returnedStreams: [] };
    return { caseId: input.caseId, ...failed, streams: bench.endCase(), durationMs: bench.elapsed() - start };
  }
}

function missingFunction(name: string, exports: Exports): string {
  const others = Object.keys(exports).filter((k) => typeof exports[k] === 'function');
  const hint = others.length === 0 ? 'The program exports no function.' : `It exports ${others.join(', ')}.`;
  return `The program must export a function named ${name}. ${hint}`.slice(0, 1_000);
}
