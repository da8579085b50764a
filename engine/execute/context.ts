/** What running a query needs from the session. */
import type { Batch } from '../columnar/index.ts';
import type { Environment } from '../core/index.ts';
import type { CollectMetricsNode, DataSourceScan, LogicalPlan, TaskContext } from '../plan/index.ts';
import type { Value } from '../types/index.ts';
import type { BucketRead, Conf } from '../physical/index.ts';

/** Rows of a relation by partition. */
export type Partitions = readonly (readonly Batch[])[];

export interface ExecutionContext {
  readonly conf: Conf;
  readonly environment: Environment;
  readonly ansi: boolean;
  readonly sessionTimeZone: string;
  readonly callFunction?: TaskContext['callFunction'];
  readonly callTableFunction?: TaskContext['callTableFunction'];
  /** Rows in a batch; small values are for tests. */
  readonly batchRows?: number;
  /** Reads a file or other source: its partitions, with the scan's output columns. */
  readonly readSource?: (scan: DataSourceScan, buckets?: BucketRead) => Partitions;
  /** The folders of a scan with partition columns, and the values that they stand for. */
  readonly foldersOf?: (scan: DataSourceScan) => readonly { readonly path: string; readonly values: readonly Value[] }[];
  /** The rows of an optimized plan, as a query of its own. */
  readonly runPlan?: (plan: LogicalPlan) => Batch;
  /** Told of each `observe` that runs; `figures` gives its row once all has run. */
  readonly observe?: (metrics: CollectMetricsNode, figures: () => Batch) => void;
  /** Cached relations of the session. */
  readonly cache?: RelationCache;
}

export interface RelationCache {
  get(cacheId: number): Partitions | undefined;
  put(cacheId: number, rows: Partitions): void;
}
