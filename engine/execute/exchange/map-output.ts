/** What map tasks write: to which partition each of their rows goes. */
import { joinedView, partitionIds, pickBatch, rowsOnly, uniqueRows } from '../../columnar/index.ts';
import type { Batch, PartitionedRows, PartitionIds } from '../../columnar/index.ts';
import type { DataType } from '../../types/index.ts';
import { rowBytes } from './row-bytes.ts';

/** Reads that look at every row before the rows are listed by partition. */
const MAX_SCANS_COUNT = 8;

export class MapOutput {
  readonly bytesPerRow: number;
  /** Rows of the partitions before each, and of all. */
  readonly starts: Int32Array;
  private list: Int32Array | undefined;
  private scans = 0;

  private readonly ids: PartitionIds | undefined;

  /** The task's rows are those of `batch` from `first` on; without `partitioned` all are in one partition. */
  constructor(
    task: Batch,
    readonly batch: Batch,
    readonly first: number,
    partitioned?: PartitionedRows,
  ) {
    this.bytesPerRow = rowBytes(task);
    this.ids = partitioned?.ids;
    this.starts = partitioned?.starts ?? Int32Array.of(0, task.length);
  }

  /** Number of rows that the task wrote. */
  get rows(): number {
    return this.starts[this.starts.length - 1] as number;
  }

  rowsIn(start: number, end: number): number {
    return (this.starts[end] as number) - (this.starts[start] as number);
  }

  /** Whether the rows of partitions [start, end) are `batch` as it stands. */
  isWhole(start: number, end: number): boolean {
    return this.ids === undefined || (this.rowsIn(start, end) === this.batch.length && end - start === 1);
  }

  /** The rows of partitions [start, end), partition after partition. */
  listed(start: number, end: number): Int32Array {
    this.list ??= rowsByPartition(this.ids as PartitionIds, this.starts, this.first);
    return this.list.subarray(this.starts[start] as number, this.starts[end] as number);
  }

  /** Writes the same rows to `out` from `at` on: as they came, if that is quicker than to list them. `out` has a place to spare. */
  writeLoose(start: number, end: number, out: Int32Array, at: number): void {
    if (this.list !== undefined || this.scans >= MAX_SCANS_COUNT) {
      out.set(this.listed(start, end), at);
      return;
    }
    this.scans += 1;
    rowsBetween(this.ids as PartitionIds, start, end, this.first, out, at);
  }
}

/** Tells to which of the partitions the rows of a task go, in the ids given. */
export type Partitioner = (batch: Batch, map: number, ids: PartitionIds) => PartitionedRows;

/** What all tasks wrote, and the partition of each row, task after task. */
export interface Distributed {
  readonly maps: readonly MapOutput[];
  /** All rows, task after task. */
  readonly batches: readonly Batch[];
  readonly ids: PartitionIds;
}

/** Distributes the rows of all tasks among n partitions. */
export function mapOutputs(tasks: readonly Batch[], types: readonly DataType[], n: number, partition: Partitioner): Distributed {
  const whole = joinedView(types, tasks);
  const ids = partitionIds(tasks.reduce((sum, t) => sum + t.length, 0), n);
  let at = 0;
  const maps = tasks.map((task, m) => {
    const first = at;
    at += task.length;
    const partitioned = partition(task, m, ids.subarray(first, at));
    return whole === undefined ? new MapOutput(task, task, 0, partitioned) : new MapOutput(task, whole, first, partitioned);
  });
  return { maps, batches: whole === undefined ? tasks : [whole], ids };
}

/**
 * The rows of partitions [start, end), task after task; tasks that share their rows' table are read together. `loose`: the
 * reader minds the order of rows of one partition only.
 */
export function* readMaps(maps: readonly MapOutput[], start: number, end: number, loose: boolean): Generator<Batch, void, undefined> {
  for (let m = 0; m < maps.length; ) {
    const { batch } = maps[m] as MapOutput;
    let next = m + 1;
    while (next < maps.length && maps[next]?.batch === batch && !(maps[m] as MapOutput).isWhole(start, end)) next++;
    const some = maps.slice(m, next).filter((x) => x.rowsIn(start, end) > 0);
    m = next;
    const [one] = some;
    if (one === undefined) continue;
    const total = some.reduce((sum, x) => sum + x.rowsIn(start, end), 0);
    if (one.isWhole(start, end) || (loose && total === batch.length)) yield batch;
    else yield pickBatch(batch, marked(some, loose ? looseRows(some, start, end, total) : joined(some.map((x) => x.listed(start, end)), total)));
  }
}

/** Tasks mostly share a table without sharing rows; two may be the same rows twice, as of a union with itself. */
function marked(maps: readonly MapOutput[], rows: Int32Array): Int32Array {
  const apart = maps.every((m, i) => i === 0 || m.first > (maps[i - 1] as MapOutput).first);
  return apart ? uniqueRows(rows) : rowsOnly(rows);
}

function looseRows(maps: readonly MapOutput[], start: number, end: number, total: number): Int32Array {
  const out = new Int32Array(total + 1);
  let at = 0;
  for (const x of maps) {
    x.writeLoose(start, end, out, at);
    at += x.rowsIn(start, end);
  }
  return out.subarray(0, total);
}

function joined(parts: readonly Int32Array[], total: number): Int32Array {
  if (parts.length === 1) return parts[0] as Int32Array;
  const out = new Int32Array(total);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Rows by partition, those of one partition as they came. */
function rowsByPartition(ids: PartitionIds, starts: Int32Array, first: number): Int32Array {
  const rows = ids.length;
  const next = starts.slice();
  const out = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const p = ids[i] as number;
    const at = next[p] as number;
    out[at] = first + i;
    next[p] = at + 1;
  }
  return out;
}

/** Rows whose partition lies in [start, end); the place behind the last of them in `out` is written too. */
function rowsBetween(ids: PartitionIds, start: number, end: number, first: number, out: Int32Array, at: number): void {
  const rows = ids.length;
  const last = end - 1;
  for (let i = 0, k = at; i < rows; i++) {
    const p = ids[i] as number;
    out[k] = first + i;
    // 1 where both differences are not negative: a branch would be mispredicted half of the time.
    k += ~((p - start) | (last - p)) >>> 31;
  }
}
