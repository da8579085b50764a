/** The rows [lo, hi) of each row's frame. */
import type { SortKey } from '../../columnar/index.ts';
import type { ResolvedBound, ResolvedFrame } from '../../plan/index.ts';
import type { SortedRows } from './partitions.ts';
import { rangeBound } from './range-bounds.ts';

export interface Frames {
  readonly lo: Int32Array;
  readonly hi: Int32Array;
}

/** `orderKey`: the one key of a range frame with an offset. */
export function frameBounds(frame: ResolvedFrame, rows: SortedRows, orderKey: SortKey | undefined, timeZone: string): Frames {
  const lo = bound(frame, frame.lower, 'lower', rows, orderKey, timeZone);
  const hi = bound(frame, frame.upper, 'upper', rows, orderKey, timeZone);
  const { n } = rows;
  for (let i = 0; i < n; i++) if ((hi[i] as number) < (lo[i] as number)) return { lo, hi: clamped(lo, hi, n) };
  return { lo, hi };
}

/** An empty frame is [lo, lo). */
function clamped(lo: Int32Array, hi: Int32Array, n: number): Int32Array {
  const out = hi.slice();
  for (let i = 0; i < n; i++) if ((out[i] as number) < (lo[i] as number)) out[i] = lo[i] as number;
  return out;
}

function bound(
  frame: ResolvedFrame,
  b: ResolvedBound,
  side: 'lower' | 'upper',
  rows: SortedRows,
  orderKey: SortKey | undefined,
  timeZone: string,
): Int32Array {
  switch (b.kind) {
    case 'unboundedPreceding':
      return rows.partition.start;
    case 'unboundedFollowing':
      return rows.partition.end;
    case 'currentRow':
      if (frame.frameType === 'range') return side === 'lower' ? rows.peers.start : rows.peers.end;
      return rowBound(0, side, rows);
    case 'offset':
      if (frame.frameType === 'row') return rowBound(Number(b.offset.value), side, rows);
      return orderKey === undefined ? rows.peers.start : rangeBound(b.offset, side, rows, orderKey, timeZone);
  }
}

/** Row i + offset, kept inside the partition. */
function rowBound(offset: number, side: 'lower' | 'upper', rows: SortedRows): Int32Array {
  const { bounds } = rows.partition;
  const shift = side === 'lower' ? offset : offset + 1;
  const out = new Int32Array(rows.n);
  for (let p = 0; p + 1 < bounds.length; p++) {
    const from = bounds[p] as number;
    const to = bounds[p + 1] as number;
    for (let i = from; i < to; i++) {
      const at = i + shift;
      out[i] = Math.min(Math.max(at, from), to);
    }
  }
  return out;
}
