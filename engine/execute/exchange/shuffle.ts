/**
 * A shuffle. Each map task's rows are put in the order of their partition; a reader takes a range of partitions from every
 * map task in turn, which is the order in which Spark's reader gets them. Values are fetched when they are read; where all
 * tasks read slices of one table they are picked from the table itself.
 */
import { concatBatches, knownPartitions, partitionByHash, partitionIds, pickBatch, scatteredRows } from '../../columnar/index.ts';
import type { Batch, PartitionIds, Vector } from '../../columnar/index.ts';
import { invariant } from '../../core/index.ts';
import { confBoolean, orderingSatisfies, partitionCount } from '../../physical/index.ts';
import type { ReadSpec, ShuffleExchangeExec, ShuffleStatistics } from '../../physical/index.ts';
import { expressionKey } from '../../plan/index.ts';
import type { ResolvedExpression, SortOrder } from '../../plan/index.ts';
import type { DataType } from '../../types/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import { counted, tally } from '../metrics.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { OrderKeys } from '../operators/order-keys.ts';
import { MapOutput, mapOutputs, readMaps } from './map-output.ts';
import { directPartitions, rangeLayout, rangePartitions, roundRobinPartitions } from './partition-ids.ts';
import { orderOfBytes } from './unsafe-row.ts';
import type { Distributed, Partitioner } from './map-output.ts';
import type { RangeLayout } from './partition-ids.ts';

/** All rows of a shuffle, and how a reader divides them. */
export interface ShuffledRows {
  readonly length: number;
  /** All rows, map task after map task. */
  readonly batches: readonly Batch[];
  /** A column of all rows. */
  column(index: number): Vector;
  /** Number of rows of each map task. */
  readonly taskRows: readonly number[];
  /** The shuffle partition of each row. */
  readonly ids: PartitionIds;
  /** Number of shuffle partitions. */
  readonly partitions: number;
  /** The shuffle partitions of each of the reader's. */
  readonly specs: readonly ReadSpec[];
  /** To be told when the rows of one of the reader's partitions have been taken from the columns; gives their number. */
  countRead(partition: number): number;
}

export class ShuffleOperator extends BaseOperator {
  private maps: readonly MapOutput[] | undefined;
  /** All rows with their partitions, where these are known by row. */
  private all: Distributed | undefined;
  private sorted: { readonly batch: Batch; readonly layout: RangeLayout } | undefined;
  readonly shufflePartitions: number;

  constructor(
    override readonly node: ShuffleExchangeExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.shufflePartitions = Math.max(1, partitionCount(node.partitioning));
  }

  /** Runs the input and distributes its rows; once. */
  materialize(): void {
    if (this.maps !== undefined) return;
    const { environment } = this.runtime.context;
    const start = environment.elapsed();
    const tasks = Array.from({ length: this.input.partitions() }, (_, m) => gatherAll(this.input.run(m), this.node.output));
    this.maps = this.distribute(tasks);
    this.metrics.timeMs += environment.elapsed() - start;
    this.metrics.shufflePartitions = this.shufflePartitions;
    this.metrics.shuffleBytes = Math.round(this.maps.reduce((sum, m) => sum + m.rows * m.bytesPerRow, 0));
  }

  private distribute(tasks: readonly Batch[]): readonly MapOutput[] {
    const { partitioning } = this.node;
    const n = this.shufflePartitions;
    switch (partitioning.kind) {
      case 'hash': {
        const keys = compileAll(partitioning.expressions, this.node.child.output, this.runtime);
        return this.distributed(tasks, (b, m, ids) => partitionByHash(evaluateAll(keys, b, this.runtime.task(m)), n, ids));
      }
      case 'direct': {
        const number = compileAll([partitioning.expression], this.node.child.output, this.runtime);
        return this.distributed(tasks, (b, m, ids) => knownPartitions(directPartitions(evaluateAll(number, b, this.runtime.task(m))[0] as Vector, n), n, ids));
      }
      case 'roundRobin':
        return this.distributed(this.dealtOut(tasks), (b, m, ids) => knownPartitions(roundRobinPartitions(m, b.length, n), n, ids));
      case 'range':
        return this.distributeByRange(tasks, partitioning.order, n);
      default:
        return tasks.map((batch) => new MapOutput(batch, batch, 0));
    }
  }

  /** Rows in the order in which they are dealt out: one that a task that is run again comes to as well. */
  private dealtOut(tasks: readonly Batch[]): readonly Batch[] {
    if (!confBoolean(this.runtime.context.conf, 'spark.sql.execution.sortBeforeRepartition', true)) return tasks;
    return tasks.map((task) => {
      const order = orderOfBytes(task);
      return order === undefined ? task : pickBatch(task, scatteredRows(order));
    });
  }

  private distributed(tasks: readonly Batch[], partition: Partitioner): readonly MapOutput[] {
    this.all = mapOutputs(tasks, this.types(), this.shufflePartitions, partition);
    return this.all.maps;
  }

  private distributeByRange(tasks: readonly Batch[], order: readonly SortOrder[], n: number): readonly MapOutput[] {
    const keys = new OrderKeys(order, this.node.child.output, this.runtime);
    const layout = rangeLayout(tasks.map((b, m) => keys.of(b, this.runtime.task(m))), tasks.map((b) => b.length), n);
    const ids = rangePartitions(layout);
    const whole = concatBatches(this.types(), tasks);
    this.sorted = { batch: whole, layout };
    let at = 0;
    return tasks.map((b) => {
      at += b.length;
      return new MapOutput(b, whole, at - b.length, knownPartitions(ids.subarray(at - b.length, at), n, partitionIds(b.length, n)));
    });
  }

  private types(): readonly DataType[] {
    return this.node.output.map((a) => a.type);
  }

  statistics(): ShuffleStatistics {
    const maps = this.complete();
    const bytes = new Float64Array(this.shufflePartitions);
    for (const m of maps) {
      for (let p = 0; p < bytes.length; p++) bytes[p] = (bytes[p] as number) + partBytes(m, p);
    }
    return {
      bytesByPartition: bytes,
      rowCount: maps.reduce((sum, m) => sum + m.rows, 0),
      sizeInBytes: Math.round(maps.reduce((sum, m) => sum + m.rows * m.bytesPerRow, 0)),
      mapTasks: maps.length,
      mapBytes: (p) => Float64Array.from(maps, (m) => partBytes(m, p)),
    };
  }

  override partitions(): number {
    return this.shufflePartitions;
  }

  private complete(): readonly MapOutput[] {
    invariant(this.maps !== undefined, 'a shuffle is read before it is complete');
    return this.maps;
  }

  /** True if `readSorted` gives rows in this order. */
  canReadSorted(order: readonly SortOrder[]): boolean {
    const { partitioning } = this.node;
    return partitioning.kind === 'range' && orderingSatisfies(partitioning.order, order);
  }

  /** The rows of a partition sorted by the keys of a range exchange. */
  readSorted(partition: number): Iterable<Batch> {
    return this.sortedRows({ start: partition, end: partition + 1 });
  }

  sortedRows({ start, end }: ReadSpec): Iterable<Batch> {
    this.complete();
    const { batch, layout } = this.sorted as NonNullable<typeof this.sorted>;
    const last = layout.starts.length - 1;
    const from = layout.starts[Math.min(start, last)] as number;
    const to = layout.starts[Math.min(end, last)] as number;
    const rows = from === to ? [] : [pickBatch(batch, scatteredRows(layout.order.subarray(from, to)))];
    return counted(this.inPieces(rows), this.metrics, this.runtime.context.environment);
  }

  private *inPieces(batches: Iterable<Batch>): Iterable<Batch> {
    for (const b of batches) yield* this.runtime.pieces(b);
  }

  protected rows(partition: number): Iterable<Batch> {
    return this.portion({ start: partition, end: partition + 1 });
  }

  /** The rows of some partitions, counted as this operator's; `loose`: in any order that keeps that of each partition. */
  read(spec: ReadSpec, loose = false): Iterable<Batch> {
    return counted(this.portion(spec, loose), this.metrics, this.runtime.context.environment);
  }

  /** True if rows with equal values of the keys are all in one partition. */
  isHashedBy(keys: readonly ResolvedExpression[]): boolean {
    const { partitioning } = this.node;
    if (partitioning.kind !== 'hash') return false;
    const known = new Set(keys.map(expressionKey));
    return partitioning.expressions.every((e) => known.has(expressionKey(e)));
  }

  /** The rows undivided, where rows with equal values of the keys are all in one partition. */
  undivided(keys: readonly ResolvedExpression[], specs: readonly ReadSpec[]): ShuffledRows | undefined {
    this.complete();
    if (this.all === undefined || !this.isHashedBy(keys) || specs.some((s) => s.mapStart !== undefined)) return undefined;
    const { maps, batches, ids } = this.all;
    const types = this.types();
    const column = (i: number): Vector => {
      const parts = batches.map((b): Batch => ({ length: b.length, columns: [b.columns[i] as Vector] }));
      return concatBatches([types[i] as DataType], parts).columns[0] as Vector;
    };
    const countRead = (p: number): number => {
      const { start, end } = specs[p] as ReadSpec;
      return tally(this.metrics, maps.reduce((sum, m) => sum + m.rowsIn(start, end), 0));
    };
    return { length: ids.length, batches, column, taskRows: maps.map((m) => m.rows), ids, partitions: this.shufflePartitions, specs, countRead };
  }

  /** As `undivided`, for a reader of each partition by itself. */
  shuffledRows(keys: readonly ResolvedExpression[]): ShuffledRows | undefined {
    return this.undivided(keys, Array.from({ length: this.shufflePartitions }, (_, p) => ({ start: p, end: p + 1 })));
  }

  private *portion({ start, end, mapStart, mapEnd }: ReadSpec, loose = false): Iterable<Batch> {
    for (const batch of readMaps(this.complete().slice(mapStart, mapEnd), start, end, loose)) yield* this.runtime.pieces(batch);
  }
}

function partBytes(m: MapOutput, p: number): number {
  return m.rowsIn(p, p + 1) * m.bytesPerRow;
}
