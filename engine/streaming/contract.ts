/**
 * What the session asks of Structured Streaming, and what it gives it. The streaming folder implements the manager; the
 * session hands it analyzed plans whose streaming sources are `DataSourceScan` leaves with `isStreaming`.
 */
import type { Batch } from '../columnar/index.ts';
import type { Environment, VirtualClock } from '../core/index.ts';
import type { Execution, ExecutionContext } from '../execute/index.ts';
import type { OptimizeContext } from '../optimize/index.ts';
import type { PhysicalPlan, PlanContext } from '../physical/index.ts';
import type { EngineHost, LogicalPlan, Relation, StreamMethod, StreamSpec, TableJson, WireValue } from '../plan/index.ts';
import type { KafkaBroker, VirtualFileSystem } from '../sources/index.ts';
import type { StructType } from '../types/index.ts';
import type { DeliveryScript } from './schedule.ts';

/** What a query has of the session that started it, fixed when it starts where Spark fixes it. */
export interface StreamingSession {
  readonly sessionId: string;
  /** A copy of the session's settings as they are now. */
  confSnapshot(): (key: string) => string | undefined;
  readonly conf: (key: string) => string | undefined;
  readonly clock: VirtualClock;
  readonly environment: Environment;
  readonly files: VirtualFileSystem;
  readonly broker: KafkaBroker;
  readonly host: EngineHost;
  nextExprId(): number;
  optimizeContext(): OptimizeContext;
  planContext(): PlanContext;
  executionContext(): ExecutionContext;
  /** Replaces cached parts (`df.cache()` on the static side of a join). */
  replaceCached(plan: LogicalPlan): LogicalPlan;
  /** Runs a batch query: sinks that write files or tables, `memory`. */
  run(plan: LogicalPlan): Execution;
  /** Rows that `CachedLocalRelation {hash}` stands for from now on: foreachBatch. */
  registerBatch(hash: string, schema: StructType, batch: Batch): void;
  forgetBatch(hash: string): void;
  /** Rows as `show()` prints them; `truncate` characters a cell, 0 for all. */
  showString(schema: StructType, rows: Batch, numRows: number, truncate: number): string;
  tableJson(schema: StructType, rows: Batch): TableJson;
  /** Makes the table that a stream adds to where there is none; raises what keeps the stream from adding to the one there is. */
  openTable(table: { readonly name: string; readonly format: string; readonly path: string | undefined; readonly partitionBy: readonly string[] }, schema: StructType): void;
  /** Makes or replaces a temporary view over rows that the sink keeps (`format("memory").queryName("v")`). */
  createMemoryView(name: string, schema: StructType, rows: () => readonly Batch[]): void;
  /** Writes a micro-batch as `df.write` would (file sinks, tables). */
  write(plan: LogicalPlan, spec: { readonly format: string; readonly path?: string; readonly table?: string; readonly mode: 'append' | 'overwrite'; readonly options: Readonly<Record<string, string>>; readonly partitionBy: readonly string[] }): void;
  /** Emits the plan of a finished micro-batch, if anybody listens. */
  onExecution?(action: string, plan: PhysicalPlan, execution: Execution): void;
}

/** A started query as clients see it. */
export interface StartedQueryJson {
  readonly id: string;
  readonly runId: string;
  readonly name: string | null;
}

export interface StreamingManager {
  /** `df.writeStream.start()`. `analyzed` is the analyzed plan of `relation`. Throws what Spark refuses. */
  start(session: StreamingSession, relation: Relation, analyzed: LogicalPlan, spec: StreamSpec): StartedQueryJson;
  /** A method of one query. */
  query(queryId: string, method: StreamMethod, args: readonly WireValue[]): unknown;
  /** A method of `spark.streams`. */
  manager(method: 'active' | 'get' | 'awaitAnyTermination' | 'resetTerminated', args: readonly WireValue[], sessionId: string): unknown;
  /** Moves the virtual clock on by `micros`: what is due on the way is delivered and worked in, in order. */
  advanceClock(micros: number): void;
  /** Events that arrive later, on the virtual clock; times count from now. */
  schedule(script: DeliveryScript): void;
  /** Lets everything happen that is scheduled, and works it in. */
  playOut(): void;
  /** Stops all queries (`spark.stop()`, end of a case). */
  stopAll(): void;
}

/** Made once for an engine, over its clock and broker. */
export type MakeStreamingManager = (world: { readonly clock: VirtualClock; readonly broker: KafkaBroker }) => StreamingManager;
