/** Offsets of arrays and maps. */
import type { Validity } from './vector.ts';

/**
 * The element rows of the picked lists, and their new offsets. A null list (or index -1) becomes an empty one.
 */
export function selectRanges(
  offsets: Int32Array,
  validity: Validity,
  indices: Int32Array,
): { offsets: Int32Array; indices: Int32Array } {
  const n = indices.length;
  const out = new Int32Array(n + 1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    if (at >= 0 && (validity === null || validity[at] !== 0)) {
      total += (offsets[at + 1] as number) - (offsets[at] as number);
    }
    out[i + 1] = total;
  }
  const inner = new Int32Array(total);
  for (let i = 0, k = 0; i < n; i++) {
    const count = (out[i + 1] as number) - (out[i] as number);
    const start = count === 0 ? 0 : (offsets[indices[i] as number] as number);
    for (let j = 0; j < count; j++) inner[k++] = start + j;
  }
  return { offsets: out, indices: inner };
}

/** Offsets of lists of the given lengths. */
export function offsetsOf(lengths: Int32Array): Int32Array {
  const out = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) out[i + 1] = (out[i] as number) + (lengths[i] as number);
  return out;
}
