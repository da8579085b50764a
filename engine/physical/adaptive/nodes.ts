/**
 * Operators that adaptive execution puts into a plan while it runs (Spark's `QueryStageExec` and `AQEShuffleReadExec`).
 * A stage is an exchange that has run: to planning it is a leaf whose size is known.
 */
import type { AttributeReference, LogicalPlan } from '../../plan/index.ts';
import type { BroadcastExchangeExec, InMemoryTableScanExec, PhysicalPlan, ReusedExchangeExec, ShuffleExchangeExec } from '../nodes.ts';

interface Node {
  readonly output: readonly AttributeReference[];
  readonly logical?: LogicalPlan;
  readonly subqueries?: undefined;
}

/** What a finished exchange knows of its rows. */
export interface StageStatistics {
  readonly rowCount: number;
  readonly sizeInBytes: number;
}

export interface ShuffleStatistics extends StageStatistics {
  readonly bytesByPartition: Float64Array;
  readonly mapTasks: number;
  /** Bytes of one partition by the map task that wrote them. */
  readonly mapBytes: (partition: number) => Float64Array;
}

export interface ShuffleQueryStageExec extends Node {
  readonly op: 'ShuffleQueryStage';
  readonly id: number;
  readonly exchange: ShuffleExchangeExec | ReusedExchangeExec;
  /** The exchange that ran: another one's where it is used again. */
  readonly shuffle: ShuffleExchangeExec;
  readonly statistics: ShuffleStatistics;
}

export interface BroadcastQueryStageExec extends Node {
  readonly op: 'BroadcastQueryStage';
  readonly id: number;
  readonly exchange: BroadcastExchangeExec | ReusedExchangeExec;
  readonly statistics: StageStatistics;
}

export interface TableCacheQueryStageExec extends Node {
  readonly op: 'TableCacheQueryStage';
  readonly id: number;
  readonly scan: InMemoryTableScanExec;
  readonly statistics: StageStatistics;
}

/** Partitions [start, end) of a shuffle read as one, from all map tasks or from tasks [mapStart, mapEnd) only. */
export interface ReadSpec {
  readonly start: number;
  readonly end: number;
  readonly mapStart?: number;
  readonly mapEnd?: number;
}

export interface AqeShuffleReadExec extends Node {
  readonly op: 'AQEShuffleRead';
  readonly child: ShuffleQueryStageExec;
  readonly specs: readonly ReadSpec[];
  /** Partitions are read as map tasks wrote them, not by the values by which they were hashed. */
  readonly local: boolean;
}

/** The last stage: its rows are the result. */
export interface ResultQueryStageExec extends Node {
  readonly op: 'ResultQueryStage';
  readonly id: number;
  readonly child: PhysicalPlan;
}

export type QueryStageExec = ShuffleQueryStageExec | BroadcastQueryStageExec | TableCacheQueryStageExec;

export function isStage(p: PhysicalPlan): p is QueryStageExec {
  return p.op === 'ShuffleQueryStage' || p.op === 'BroadcastQueryStage' || p.op === 'TableCacheQueryStage';
}

/** The operators that plans show below a stage. */
export function stageInput(p: QueryStageExec): PhysicalPlan {
  return p.op === 'TableCacheQueryStage' ? p.scan : p.exchange;
}
