/** What map tasks write: their rows listed by partition. */
import { giveBack, joinedView, pickBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { DataType } from '../../types/index.ts';
import { rowBytes } from './row-bytes.ts';

/** Partition p holds `batch`'s rows `order[starts[p] .. starts[p + 1])`; without an order, its rows as they stand. */
export interface MapOutput {
  /** The task's rows, or those of several tasks. */
  readonly batch: Batch;
  readonly order: Int32Array | undefined;
  readonly starts: Int32Array;
  readonly bytesPerRow: number;
}

/** Number of rows that the task wrote. */
export function mapRows(m: MapOutput): number {
  return m.starts[m.starts.length - 1] as number;
}

/** Distributes the rows of all tasks; `idsOf` gives the partition of each row of a task, in an array to be given back. */
export function mapOutputs(tasks: readonly Batch[], types: readonly DataType[], n: number, idsOf: (batch: Batch, map: number) => Int32Array): readonly MapOutput[] {
  const whole = joinedView(types, tasks);
  let at = 0;
  return tasks.map((task, m) => {
    const ids = idsOf(task, m);
    const made = whole === undefined ? mapOutput(task, task, 0, ids, n) : mapOutput(task, whole, at, ids, n);
    giveBack(ids);
    at += task.length;
    return made;
  });
}

/** Lists a task's rows by partition, keeping their order within it; they are `batch`'s from row `first` on. */
export function mapOutput(task: Batch, batch: Batch, first: number, ids: Int32Array, n: number): MapOutput {
  const rows = task.length;
  const starts = new Int32Array(n + 1);
  for (let i = 0; i < rows; i++) {
    const p = (ids[i] as number) + 1;
    starts[p] = (starts[p] as number) + 1;
  }
  for (let p = 1; p <= n; p++) starts[p] = (starts[p] as number) + (starts[p - 1] as number);
  const next = starts.slice();
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const p = ids[i] as number;
    const at = next[p] as number;
    order[at] = first + i;
    next[p] = at + 1;
  }
  return { batch, order, starts, bytesPerRow: rowBytes(task) };
}

/** The rows of partitions [start, end), task after task; tasks that share their rows' table are read together. */
export function* readMaps(maps: readonly MapOutput[], start: number, end: number): Generator<Batch, void, undefined> {
  for (let m = 0; m < maps.length; ) {
    const { batch, order, starts } = maps[m] as MapOutput;
    let next = m + 1;
    if (order === undefined) {
      if (starts[start] !== starts[end]) yield batch;
    } else {
      while (next < maps.length && maps[next]?.batch === batch) next++;
      const rows = rowsOf(maps.slice(m, next), start, end);
      if (rows.length > 0) yield pickBatch(batch, rows);
    }
    m = next;
  }
}

function rowsOf(maps: readonly MapOutput[], start: number, end: number): Int32Array {
  const parts: Int32Array[] = [];
  let total = 0;
  for (const { order, starts } of maps) {
    const part = (order as Int32Array).subarray(starts[start] as number, starts[end] as number);
    if (part.length > 0) parts.push(part);
    total += part.length;
  }
  if (parts.length === 1) return parts[0] as Int32Array;
  const out = new Int32Array(total);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
