/** What is known of the program that runs or ran last: its output as it comes, its results, its verdict. */
import { create } from 'zustand';
import type { RunResult } from '../../workers/protocol/run.ts';
import type { UserError } from '../../workers/protocol/tables.ts';
import type { Verdict } from '../../grading/index.ts';
import type { EngineEvent } from './engine-events.ts';
import type { RunMode } from '../../workers/protocol/judge.ts';

export type Phase = 'idle' | 'loading' | 'running' | 'judging';
export type ResultTab = 'result' | 'tests' | 'console' | 'plan' | 'stream';

export interface ConsolePiece {
  readonly id: number;
  readonly kind: 'stdout' | 'stderr' | 'notice';
  readonly text: string;
}
type EventOf<K extends EngineEvent['kind']> = Extract<EngineEvent, { kind: K }>;
export interface Execution {
  readonly caseId: string | null;
  readonly event: EventOf<'execution'>;
}
export interface MicroBatch {
  readonly caseId: string | null;
  readonly event: EventOf<'microBatch'>;
}

/** Why a program ended without a result. */
export interface Ending {
  readonly kind: 'stopped' | 'timeLimit' | 'crashed' | 'loadFailed';
  readonly title: string;
  readonly text: string;
}

export interface RunState {
  readonly phase: Phase;
  readonly mode: RunMode;
  /** Of what was run: `top-customers/python`. */
  readonly subject: string | null;
  readonly startedAt: number;
  readonly elapsedMs: number | null;
  readonly console: readonly ConsolePiece[];
  readonly consoleChars: number;
  readonly executions: readonly Execution[];
  readonly microBatches: readonly MicroBatch[];
  readonly result: RunResult | null;
  readonly ending: Ending | null;
  readonly verdict: Verdict | null;
  /** The program's error that the editor marks. */
  readonly error: UserError | null;
  readonly tab: ResultTab;
}

export const EMPTY_RUN: RunState = {
  phase: 'idle',
  mode: 'run',
  subject: null,
  startedAt: 0,
  elapsedMs: null,
  console: [],
  consoleChars: 0,
  executions: [],
  microBatches: [],
  result: null,
  ending: null,
  verdict: null,
  error: null,
  tab: 'result',
};

export const useRun = create<RunState>(() => EMPTY_RUN);

/** Text that the console keeps: what is older is dropped, and it says so. */
const CONSOLE_KEPT_CHARS = 200_000;
/** Pieces shorter than this are joined, so that a program that prints a lot makes few elements. */
const JOINED_CHARS = 8_000;

let nextPieceId = 1;

/** The console with more text. */
export function withTexts(state: RunState, texts: readonly Pick<ConsolePiece, 'kind' | 'text'>[]): Pick<RunState, 'console' | 'consoleChars'> {
  const pieces = [...state.console];
  let printed = 0;
  for (const { kind, text } of texts) {
    const last = pieces.at(-1);
    printed += text.length;
    if (last !== undefined && last.kind === kind && last.text.length < JOINED_CHARS) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ id: nextPieceId++, kind, text });
  }
  let kept = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  while (kept > CONSOLE_KEPT_CHARS && pieces.length > 1) kept -= pieces.shift()?.text.length ?? 0;
  return { console: pieces, consoleChars: state.consoleChars + printed };
}
