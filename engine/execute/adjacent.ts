/** Comparing neighbouring rows: where a run of equal keys begins. */
import { isNullAt, valueAt } from '../columnar/index.ts';
import type { Vector } from '../columnar/index.ts';
import { equalValues } from '../types/index.ts';

/**
 * 1 at each position whose row differs in some key from the row before (and at position 0). `order` gives the row at each
 * position; without it rows are taken as they stand. Null equals null, NaN equals NaN, -0.0 equals 0.0.
 */
export function groupStarts(keys: readonly Vector[], order: Int32Array | null, n: number = order?.length ?? 0): Uint8Array {
  const out = new Uint8Array(n);
  if (n > 0) out[0] = 1;
  for (const v of keys) markChanges(v, order, out, n);
  return out;
}

function markChanges(v: Vector, order: Int32Array | null, out: Uint8Array, n: number): void {
  const { validity } = v;
  switch (v.layout) {
    case 'bool':
    case 'int':
      return markNumbers(v.data, validity, order, out, n);
    case 'double':
      return markNumbers(v.data, validity, order, out, n);
    case 'long':
    case 'decimal':
      if (v.data instanceof Float64Array) return markNumbers(v.data, validity, order, out, n);
      break;
    case 'string':
      if (v.distinct) return markNumbers(v.codes, validity, order, out, n);
      break;
    case 'null':
      return;
    default:
      break;
  }
  const { type } = v;
  for (let i = 1; i < n; i++) {
    if (out[i] === 1) continue;
    const a = order === null ? i : (order[i] as number);
    const b = order === null ? i - 1 : (order[i - 1] as number);
    const nullA = isNullAt(v, a);
    if (nullA !== isNullAt(v, b) || (!nullA && !equalValues(type, valueAt(v, a), valueAt(v, b)))) out[i] = 1;
  }
}

function markNumbers(data: Int32Array | Uint8Array | Float64Array, mask: Uint8Array | null, order: Int32Array | null, out: Uint8Array, n: number): void {
  if (order === null && mask === null) {
    let last = data[0] as number;
    for (let i = 1; i < n; i++) {
      const x = data[i] as number;
      if (x !== last && (x === x || last === last)) out[i] = 1;
      last = x;
    }
    return;
  }
  for (let i = 1; i < n; i++) {
    const a = order === null ? i : (order[i] as number);
    const b = order === null ? i - 1 : (order[i - 1] as number);
    const validA = mask === null ? 1 : (mask[a] as number);
    const validB = mask === null ? 1 : (mask[b] as number);
    if (validA !== validB) {
      out[i] = 1;
      continue;
    }
    if (validA === 0) continue;
    const x = data[a] as number;
    const y = data[b] as number;
    if (x !== y && (x === x || y === y)) out[i] = 1;
  }
}
