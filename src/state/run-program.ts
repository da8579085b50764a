/** Run and Submit: from the text in the editor to results and a verdict. */
import type { PreparedRun, RunMode } from '../../workers/protocol/judge.ts';
import type { Language, RunRequest, RunResult } from '../../workers/protocol/run.ts';
import type { UserError } from '../../workers/protocol/tables.ts';
import { runProgram } from '../realms/run.ts';
import type { RunEnd } from '../realms/run.ts';
import { EventBuffer } from './event-buffer.ts';
import { recordSubmission } from './progress.ts';
import { EMPTY_RUN, useRun, withTexts } from './run-state.ts';
import type { Ending, ResultTab } from './run-state.ts';
import { judge, libraryText, pool } from './runtime.ts';

const RUN_LIMIT_MS = 30_000;
const SUBMIT_LIMIT_MS = 90_000;

/** The program as the realm runs it, or the error for which it cannot. */
export type Emitted = { readonly source: string } | { readonly error: UserError };

export interface ProgramInput {
  readonly language: Language;
  /** Called when the run begins. */
  readonly emit: () => Promise<Emitted>;
  /** Null: a plain program without cases. */
  readonly challengeId: string | null;
  readonly mode: RunMode;
}

let controller: AbortController | null = null;

/** Ends the running program. */
export function stopProgram(): void {
  controller?.abort();
}

export function clearRun(): void {
  stopProgram();
  useRun.setState(EMPTY_RUN);
}

export async function startProgram(input: ProgramInput): Promise<void> {
  if (useRun.getState().phase !== 'idle') return;
  const own = new AbortController();
  controller = own;
  const tab = firstTab(input, useRun.getState().tab);
  const subject = `${input.challengeId ?? 'scratchpad'}/${input.language}`;
  useRun.setState({ ...EMPTY_RUN, phase: 'loading', mode: input.mode, subject, startedAt: performance.now(), tab });
  try {
    await run(input, own);
  } catch (error) {
    if (controller === own) useRun.setState((state) => ({ ending: loadFailed(error), tab: tabOfFailure(state.tab) }));
  } finally {
    // Another page may have begun another program in the meantime.
    if (controller === own) useRun.setState({ phase: 'idle' });
  }
}

/** A submission shows its tests; a run leaves the tab that somebody reads, unless it shows tests of old. */
function firstTab(input: ProgramInput, current: ResultTab): ResultTab {
  if (input.mode === 'submit') return 'tests';
  if (input.challengeId === null) return current === 'result' || current === 'tests' ? 'console' : current;
  return current === 'tests' ? 'result' : current;
}

/** A program that failed shows why: plans and micro-batches cannot. */
function tabOfFailure(current: ResultTab): ResultTab {
  return current === 'plan' || current === 'stream' ? 'result' : current;
}

async function run(input: ProgramInput, own: AbortController): Promise<void> {
  const isCurrent = (): boolean => controller === own;
  const [emitted, prepared] = await Promise.all([input.emit(), prepare(input)]);
  if ('error' in emitted) {
    if (isCurrent()) showResult({ error: emitted.error, cases: [], durationMs: 0 }, 0);
    return;
  }
  const buffer = new EventBuffer();
  const end = await runProgram(pool, requestOf(input, emitted.source, prepared), {
    fresh: input.mode === 'submit',
    limitMs: input.mode === 'submit' ? SUBMIT_LIMIT_MS : RUN_LIMIT_MS,
    signal: own.signal,
    library: libraryText,
    onStart: () => isCurrent() && useRun.setState({ phase: 'running', startedAt: performance.now() }),
    onEvent: (event) => isCurrent() && buffer.add(event),
  });
  if (!isCurrent()) {
    buffer.drop();
    return;
  }
  buffer.flush();
  if (end.kind !== 'result') {
    useRun.setState((state) => ({ ending: endingOf(end), elapsedMs: performance.now() - state.startedAt, tab: tabOfFailure(state.tab) }));
    return;
  }
  showResult(end.result, end.elapsedMs);
  if (prepared !== null) await judgeResult(input, prepared, end.result, isCurrent);
}

async function prepare(input: ProgramInput): Promise<PreparedRun | null> {
  if (input.challengeId === null) return null;
  return judge().prepare(input.challengeId, input.mode, input.language);
}

function requestOf(input: ProgramInput, source: string, prepared: PreparedRun | null): RunRequest {
  return {
    language: input.language,
    source,
    filename: input.language === 'python' ? 'solution.py' : 'solution.ts',
    ...(prepared === null ? {} : { functionName: prepared.functionName }),
    cases: prepared === null ? [] : [...prepared.cases],
    seed: prepared?.seed ?? 42,
    nowMicros: prepared?.nowMicros ?? Date.now() * 1_000,
    display: input.mode === 'run',
  };
}

function showResult(result: RunResult, elapsedMs: number): void {
  const error = result.error ?? result.cases.find((c) => c.error !== null)?.error ?? null;
  useRun.setState((state) => ({
    result,
    error,
    elapsedMs,
    ...(error === null ? {} : { tab: tabOfFailure(state.tab), ...withTexts(state, [{ kind: 'stderr', text: `${error.traceback.trimEnd()}\n` }]) }),
  }));
}

async function judgeResult(input: ProgramInput, prepared: PreparedRun, result: RunResult, isCurrent: () => boolean): Promise<void> {
  useRun.setState({ phase: 'judging' });
  const verdict = await judge().judge(prepared.runId, result);
  if (input.mode === 'submit' && input.challengeId !== null && verdict.status !== 'error') {
    recordSubmission(input.challengeId, input.language, verdict.status === 'passed');
  }
  if (isCurrent()) useRun.setState({ verdict });
}

function loadFailed(error: unknown): Ending {
  const text = error instanceof Error ? error.message : String(error);
  return { kind: 'loadFailed', title: 'Nothing could be run', text };
}

function endingOf(end: Exclude<RunEnd, { kind: 'result' }>): Ending {
  switch (end.kind) {
    case 'stopped':
      return { kind: 'stopped', title: 'Stopped', text: 'You stopped the program. A new runtime is ready.' };
    case 'timeLimit':
      return {
        kind: 'timeLimit',
        title: 'Time limit reached',
        text: `The program ran for ${end.seconds} seconds and was ended. Look for a loop that never ends, or for work that grows faster than the data.`,
      };
    case 'crashed':
      return {
        kind: 'crashed',
        title: 'The program ended its runtime',
        text: `Most often this is too much memory or too deep a recursion. A new runtime is ready. (${end.message})`,
      };
  }
}
