/** Runs a TypeScript solution (emitted as CommonJS with an inline source map) in this realm and calls its function for each case. */
import { functions, types, Window } from '../../engine/index.ts';
import type { CaseInput, CaseOutcome, RunRequest, RunResult } from '../protocol/run.ts';
import type { Bench } from './bench.ts';
import { userErrorOf, userFrames } from './javascript-errors.ts';
import type { Program } from './javascript-errors.ts';
import { describeReturned, NOTHING } from './outcome.ts';
import { inlineSourceMap } from './source-map.ts';
import { TypeScriptSession } from './typescript-session.ts';

/** A function made of texts has its parameters on lines of their own before the body. */
const HEADER_LINES = 2;
/** Deep enough that the user's frames are seen below the engine's. */
const STACK_FRAMES_COUNT = 200;

type Exports = Record<string, unknown>;

export async function runTypeScript(request: RunRequest, bench: Bench): Promise<RunResult> {
  Error.stackTraceLimit = STACK_FRAMES_COUNT;
  const start = bench.elapsed();
  const program = programOf(request);
  bench.beginRun(request, () => callSite(program));
  const session = new TypeScriptSession(bench);
  const result = (error: RunResult['error'], cases: CaseOutcome[]): RunResult => ({ error, cases, durationMs: bench.elapsed() - start });
  let exports: Exports;
  try {
    exports = await evaluate(request, session);
  } catch (error) {
    return result(userErrorOf(program, error), []);
  }
  const cases: CaseOutcome[] = [];
  for (const input of request.cases) {
    bench.send({ kind: 'case', caseId: input.caseId });
    cases.push(await runCase({ request, program, bench, session, exports }, input));
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

/** Makes functions of texts in which `await` may stand at the top. */
const AsyncFunction = (async () => undefined).constructor as new (...parametersAndBody: string[]) => (...values: unknown[]) => Promise<unknown>;

async function evaluate(request: RunRequest, session: TypeScriptSession): Promise<Exports> {
  const module: { exports: Exports } = { exports: {} };
  const { spark } = session;
  const api = { spark, functions, F: functions, Window, types };
  const require = (name: string): unknown => {
    if (name === 'sparring') return api;
    throw new Error(`Cannot find module '${name}'. A solution can import from 'sparring' alone.`);
  };
  const body = `${request.source}\n//# sourceURL=${request.filename}`;
  const run = new AsyncFunction('exports', 'require', 'module', 'spark', body);
  await run(module.exports, require, module, spark);
  return module.exports;
}

/** The function that a case calls. Throws MissingFunctionError, naming those that there are. */
function functionOf(exports: Exports, name: string): (...values: unknown[]) => unknown {
  const found = exports[name];
  if (typeof found === 'function') return found as (...values: unknown[]) => unknown;
  const others = Object.keys(exports).filter((k) => typeof exports[k] === 'function');
  const hint = others.length === 0 ? 'It exports no function.' : `It exports ${others.join(', ')}.`;
  const error = new Error(`The program must export a function named ${name}. ${hint}`.slice(0, 1_000));
  error.name = 'MissingFunctionError';
  throw error;
}

interface Running {
  readonly request: RunRequest;
  readonly program: Program;
  readonly bench: Bench;
  readonly session: TypeScriptSession;
  readonly exports: Exports;
}

async function runCase({ request, program, bench, session, exports }: Running, input: CaseInput): Promise<CaseOutcome> {
  const start = bench.elapsed();
  let error: CaseOutcome['error'] = null;
  let returned = NOTHING;
  try {
    session.beginCase(input);
    const solve = functionOf(exports, input.functionName ?? request.functionName ?? '');
    const args = input.arguments.map((a) => (a.kind === 'table' ? session.table(a.hash) : a.value));
    const value = await solve(...args);
    returned = describeReturned(bench.engine, value, request.display);
    bench.playScript();
  } catch (raised) {
    error = userErrorOf(program, raised);
  }
  const conf = session.settings();
  const streams = session.endCase();
  return { caseId: input.caseId, durationMs: bench.elapsed() - start, error, ...returned, streams, conf };
}
