/**
 * What goes to a user realm and what comes back, as the grader needs it. The same shapes as `workers/protocol/run.ts`,
 * whose schemas whoever calls the grader has already applied.
 */
import type { TableJson, WireValue } from '../engine/index.ts';

export interface StreamEvent {
  readonly topic: string;
  readonly partition?: number | undefined;
  readonly key?: string | null | undefined;
  readonly value: string | null;
  readonly timestampMicros?: number | undefined;
}
export interface StreamScript {
  readonly topics: { readonly name: string; readonly partitions: number }[];
  readonly startMicros: number;
  readonly steps: { readonly advanceMicros: number; readonly deliver: StreamEvent[] }[];
}

export type CaseArgument =
  | { readonly kind: 'table'; readonly name: string; readonly hash: string; readonly table: TableJsonMutable; readonly numPartitions?: number }
  | { readonly kind: 'value'; readonly name: string; readonly value: WireValue; readonly keyword?: boolean };

/** A table whose lists are plain arrays, as schemas infer them. */
export interface TableJsonMutable {
  readonly schema: string | Record<string, unknown>;
  readonly numRows: number;
  readonly columns: WireValue[][];
}

export interface CaseInput {
  readonly caseId: string;
  readonly functionName?: string;
  readonly arguments: CaseArgument[];
  readonly conf: Record<string, string>;
  readonly stream?: StreamScript;
}

export interface PreparedRun {
  readonly runId: string;
  readonly functionName: string;
  readonly cases: readonly CaseInput[];
  readonly seed: number;
  readonly nowMicros: number;
}

export interface SubmittedError {
  readonly type: string;
  readonly message: string;
  readonly traceback: string;
  readonly frames: readonly { readonly line: number; readonly column: number }[];
  readonly condition: string | null;
  readonly sqlState: string | null;
}
export interface SubmittedStream {
  readonly queryId: string;
  readonly plan?: unknown;
  readonly spec?: unknown;
}
export interface SubmittedCase {
  readonly caseId: string;
  readonly durationMs: number;
  readonly error: SubmittedError | null;
  readonly returnedType: string | null;
  readonly plan?: unknown;
  readonly table: TableJson | null;
  readonly streams: readonly SubmittedStream[];
  readonly returnedStreams: readonly string[];
  /** Settings of the session when the function returned. */
  readonly conf?: Readonly<Record<string, string>> | undefined;
}
export interface SubmittedRun {
  readonly error: SubmittedError | null;
  readonly cases: readonly SubmittedCase[];
  readonly durationMs: number;
}
