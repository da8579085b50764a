/** What the page asks of the judge realm. The judge is trusted: it alone knows hidden cases, references and expected rows. */
import type { Verdict } from '../../grading/index.ts';
import type { CaseInput, Language, RunResult } from './run.ts';
import type { Table } from './tables.ts';

/** The part of a challenge that anybody may read. */
export interface ChallengeSummary {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly difficulty: 'easy' | 'medium' | 'hard';
  readonly topics: readonly string[];
  readonly minutes: number;
}

export interface FixtureTable {
  readonly name: string;
  readonly table: Table;
  /** Rows beyond those shown. */
  readonly totalRows: number;
}

export interface ChallengeDetail extends ChallengeSummary {
  readonly functionName: string;
  /** Markdown. */
  readonly statement: string;
  readonly starter: Readonly<Record<Language, string>>;
  readonly hints: readonly string[];
  readonly fixtures: readonly FixtureTable[];
  /** Markdown; for the page to show after a pass or on request. */
  readonly explanation: string;
  readonly reference: Readonly<Record<Language, string>>;
}

export interface PreparedRun {
  readonly runId: string;
  readonly functionName: string;
  readonly cases: readonly CaseInput[];
  readonly seed: number;
  readonly nowMicros: number;
}

/** `run`: the visible cases; `submit`: visible, hidden, seeded and metamorphic ones. */
export type RunMode = 'run' | 'submit';

export interface JudgeApi {
  challenges(): Promise<readonly ChallengeSummary[]>;
  challenge(id: string): Promise<ChallengeDetail>;
  /** Inputs of the cases; what is expected stays here under `runId`. */
  prepare(challengeId: string, mode: RunMode, language: Language, seed?: number): Promise<PreparedRun>;
  /** The verdict over what the user realm gave back (validated there). */
  judge(runId: string, result: RunResult): Promise<Verdict>;
}
