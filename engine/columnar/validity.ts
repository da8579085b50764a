/** Masks of nulls. */
import type { Validity, Vector } from './vector.ts';

/** Rows that are valid in every mask; null when all are. The result may be one of the inputs. */
export function mergeValidity(...masks: readonly Validity[]): Validity {
  let out: Validity = null;
  let owned = false;
  for (const mask of masks) {
    if (mask === null || mask === out) continue;
    if (out === null) {
      out = mask;
      continue;
    }
    const n = mask.length;
    const target: Uint8Array = owned ? out : out.slice();
    for (let i = 0; i < n; i++) target[i] = (target[i] as number) & (mask[i] as number);
    out = target;
    owned = true;
  }
  return out;
}

/** The same vector with fewer rows valid: those of `mask` and of its own mask. */
export function withValidity(v: Vector, mask: Validity): Vector {
  const merged = mergeValidity(v.validity, mask);
  return merged === v.validity ? v : { ...v, validity: merged };
}

/** The mask, or null if no row of it is null. */
export function normalizeValidity(mask: Validity): Validity {
  if (mask === null) return null;
  for (let i = 0; i < mask.length; i++) if (mask[i] === 0) return mask;
  return null;
}

/** Number of nulls. */
export function countNulls(v: Vector): number {
  if (v.validity === null) return 0;
  let nulls = 0;
  for (let i = 0; i < v.length; i++) if (v.validity[i] === 0) nulls++;
  return nulls;
}

/** Rows where a boolean vector is true (not null): what a filter keeps. */
export function trueRows(v: Vector): Int32Array {
  if (v.layout !== 'bool') return new Int32Array(0);
  const { data, validity, length } = v;
  const out = new Int32Array(length);
  let k = 0;
  if (validity === null) {
    for (let i = 0; i < length; i++) if (data[i] === 1) out[k++] = i;
  } else {
    for (let i = 0; i < length; i++) if (data[i] === 1 && validity[i] === 1) out[k++] = i;
  }
  return out.subarray(0, k);
}
