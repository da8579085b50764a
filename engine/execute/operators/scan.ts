/** Rows in memory, cut into partitions and batches. */
import { sliceBatch } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { LongType } from '../../types/index.ts';
import { leafParallelism, defaultParallelism } from '../../physical/index.ts';
import type { FileSourceScanExec, LocalTableScanExec, RangeExec, RddScanExec } from '../../physical/index.ts';
import { unsupported } from '../../core/index.ts';
import type { Partitions } from '../context.ts';
import { prunedScan } from './scan-pruning.ts';
import type { ScanPruning } from './scan-pruning.ts';
import { BaseOperator } from '../operator.ts';
import type { Runtime } from '../operator.ts';

/** Where slice i of n starts, of `length` things. */
function sliceStart(i: number, n: number, length: number): number {
  return Math.floor((i * length) / n);
}

export class LocalTableScanOperator extends BaseOperator {
  private readonly slices: number;
  constructor(
    override readonly node: LocalTableScanExec,
    runtime: Runtime,
  ) {
    super(node, [], runtime);
    this.slices = Math.min(Math.max(node.batch.length, 1), leafParallelism(runtime.context.conf));
  }
  override partitions(): number {
    return this.slices;
  }
  protected rows(partition: number): Iterable<Batch> {
    const { batch } = this.node;
    const [from, to] = [partition, partition + 1].map((i) => sliceStart(i, this.slices, batch.length)) as [number, number];
    return this.runtime.pieces(sliceBatch(batch, from, to));
  }
}

/** Python hands rows over in chunks, and it is the chunks that are spread over the partitions. */
const PYTHON_CHUNK_ROWS = 1024;

export class RddScanOperator extends BaseOperator {
  /** Where each partition begins, and where the last ends. */
  private readonly starts: readonly number[];
  constructor(
    override readonly node: RddScanExec,
    runtime: Runtime,
  ) {
    super(node, [], runtime);
    this.starts = node.partitionRows === undefined ? evenStarts(node.batch.length, node.numPartitions ?? defaultParallelism(runtime.context.conf)) : sums(node.partitionRows);
  }
  override partitions(): number {
    return this.starts.length - 1;
  }
  protected rows(partition: number): Iterable<Batch> {
    const [from, to] = this.starts.slice(partition, partition + 2) as [number, number];
    return this.runtime.pieces(sliceBatch(this.node.batch, from, to));
  }
}

function evenStarts(rows: number, slices: number): number[] {
  const chunk = Math.max(1, Math.min(Math.floor(rows / slices), PYTHON_CHUNK_ROWS));
  const chunks = Math.ceil(rows / chunk);
  return Array.from({ length: slices + 1 }, (_, i) => Math.min(rows, sliceStart(i, slices, chunks) * chunk));
}

function sums(counts: readonly number[]): number[] {
  let sum = 0;
  return [0, ...counts.map((n) => (sum += n))];
}

export class RangeOperator extends BaseOperator {
  constructor(
    override readonly node: RangeExec,
    runtime: Runtime,
  ) {
    super(node, [], runtime);
  }
  override partitions(): number {
    return this.node.numPartitions;
  }
  protected *rows(partition: number): Iterable<Batch> {
    const { start, end, step, numPartitions } = this.node;
    const span = end - start;
    if (span === 0n || span > 0n !== step > 0n) return;
    const total = (span + step - (step > 0n ? 1n : -1n)) / step;
    const from = (BigInt(partition) * total) / BigInt(numPartitions);
    const to = (BigInt(partition + 1) * total) / BigInt(numPartitions);
    const size = BigInt(this.runtime.batchRows);
    for (let at = from; at < to; at += size) {
      const rows = Number(at + size < to ? size : to - at);
      yield { length: rows, columns: this.node.output.length === 0 ? [] : [rangeVector(start + at * step, step, rows)] };
    }
  }
}

function rangeVector(first: bigint, step: bigint, length: number): Vector {
  const last = first + step * BigInt(length);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  const inside = (x: bigint): boolean => x <= limit && x >= -limit;
  const shared = { layout: 'long', type: LongType, length, validity: null } as const;
  if (inside(first) && inside(last)) {
    const data = new Float64Array(length);
    const [a, d] = [Number(first), Number(step)];
    for (let i = 0; i < length; i++) data[i] = a + i * d;
    return { ...shared, data };
  }
  const data = new BigInt64Array(length);
  for (let i = 0; i < length; i++) data[i] = first + step * BigInt(i);
  return { ...shared, data };
}

/** Files and other sources, read by the session's reader. */
export class FileScanOperator extends BaseOperator {
  private read: Partitions | undefined;
  constructor(
    override readonly node: FileSourceScanExec,
    runtime: Runtime,
    /** What chooses folders, once it is complete. */
    private readonly pruning: readonly ScanPruning[] = [],
  ) {
    super(node, pruning.map((p) => p.broadcast), runtime);
  }
  private source(): Partitions {
    if (this.read === undefined) {
      const { readSource } = this.runtime.context;
      if (readSource === undefined) throw unsupported(`Reading ${this.node.scan.format} in this place`);
      const { buckets } = this.node;
      this.read = readSource(prunedScan(this.node.scan, this.pruning, this.runtime), typeof buckets === 'object' ? buckets : undefined);
    }
    return this.read;
  }
  override partitions(): number {
    return Math.max(1, this.source().length);
  }
  protected *rows(partition: number): Iterable<Batch> {
    for (const batch of this.source()[partition] ?? []) yield* this.runtime.pieces(batch);
  }
}
