/** Partitions and peers of rows sorted by partition and order keys, as positions for each row. */
import type { Vector } from '../../columnar/index.ts';
import { groupStarts } from '../adjacent.ts';

export interface Runs {
  /** For each row, where its run starts and ends (exclusive). */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export interface SortedRows {
  readonly n: number;
  readonly partition: Runs;
  readonly peers: Runs;
}

export function sortedRows(partitionKeys: readonly Vector[], orderKeys: readonly Vector[], n: number): SortedRows {
  const flags = groupStarts(partitionKeys, null, n);
  const partition = runsOf(flags, n);
  if (orderKeys.length === 0) return { n, partition, peers: partition };
  const peerFlags = groupStarts(orderKeys, null, n);
  for (let i = 0; i < n; i++) if (flags[i] === 1) peerFlags[i] = 1;
  return { n, partition, peers: runsOf(peerFlags, n) };
}

function runsOf(flags: Uint8Array, n: number): Runs {
  const start = new Int32Array(n);
  const end = new Int32Array(n);
  for (let i = 0, at = 0; i < n; i++) {
    if (flags[i] === 1) at = i;
    start[i] = at;
  }
  for (let i = n - 1, at = n; i >= 0; i--) {
    end[i] = at;
    if (flags[i] === 1) at = i;
  }
  return { start, end };
}
