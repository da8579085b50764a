/** What a stateful operator is given for a batch, and what it leaves. */
import type { Batch } from '../../columnar/index.ts';
import type { AttributeReference, LocalData, LogicalPlan, TaskContext } from '../../plan/index.ts';
import type { StateStores } from './store.ts';

export type OutputMode = 'append' | 'update' | 'complete';

export interface StateMetrics {
  readonly operatorName: 'stateStoreSave' | 'dedupe' | 'dedupeWithinWatermark' | 'globalLimit' | 'symmetricHashJoin' | 'sessionWindowStateStoreSaveExec';
  readonly numRowsTotal: number;
  readonly numRowsUpdated: number;
  readonly numRowsRemoved: number;
  readonly numRowsDroppedByWatermark: number;
}

export interface StatefulContext {
  readonly batchId: number;
  readonly mode: OutputMode;
  /** Milliseconds. Rows at or before the first are late; state at or before the second is final. */
  readonly lateMillis: number;
  readonly evictionMillis: number;
  readonly stores: StateStores;
  readonly task: TaskContext;
  /** Runs a plan without state to its rows. */
  run(plan: LogicalPlan): Batch;
  nextExprId(): number;
}

/** What took the place of a stateful node, and its figures. */
export interface StatefulResult {
  readonly plan: LogicalPlan;
  readonly metrics: StateMetrics;
  /** Whether a batch without data is worth running once the watermark has moved on. */
  readonly waitsForWatermark: boolean;
}

/** Rows at hand in place of the node that gave them. */
export function rowsNode(batch: Batch, output: readonly AttributeReference[]): LocalData {
  return { node: 'LocalData', origin: 'rdd', batch, output };
}

/** The rows whose mark is (not) set. */
export function rowsWhere(marks: Uint8Array, wanted: 0 | 1): Int32Array {
  let n = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i] === wanted) n++;
  const rows = new Int32Array(n);
  for (let i = 0, at = 0; i < marks.length; i++) if (marks[i] === wanted) rows[at++] = i;
  return rows;
}
