import type { Vector } from '../../columnar/index.ts';
import type { Pairs } from './matcher.ts';

type Numbers = Int32Array | Float64Array;

function numbersOf(v: Vector): Numbers | undefined {
  switch (v.layout) {
    case 'int':
      return v.data;
    case 'long':
      return v.data instanceof Float64Array ? v.data : undefined;
    default:
      return undefined;
  }
}

function leadingNulls(v: Vector): number {
  if (v.validity === null) return 0;
  let i = 0;
  while (i < v.length && v.validity[i] === 0) i++;
  return i;
}

function isAscending(data: Numbers, from: number): boolean {
  for (let i = from + 1; i < data.length; i++) if ((data[i - 1] as number) > (data[i] as number)) return false;
  return true;
}

/**
 * Pairs of equal whole-number keys of two columns sorted ascending with nulls first; undefined if the columns are not
 * such. Nulls match nothing.
 */
export function mergePairs(probe: Vector, build: Vector): Pairs | undefined {
  const a = numbersOf(probe);
  const b = numbersOf(build);
  if (a === undefined || b === undefined) return undefined;
  const startA = leadingNulls(probe);
  const startB = leadingNulls(build);
  if (!isAscending(a, startA) || !isAscending(b, startB)) return undefined;
  const n = a.length;
  const m = b.length;
  let capacity = Math.max(n, 16);
  let probeRows = new Int32Array(capacity);
  let buildRows = new Int32Array(capacity);
  let k = 0;
  let j = startA < n ? firstNotBelow(b, a[startA] as number, startB) : m;
  for (let i = startA; i < n && j < m; i++) {
    const x = a[i] as number;
    while (j < m && (b[j] as number) < x) j++;
    for (let t = j; t < m && b[t] === x; t++) {
      if (k === capacity) {
        capacity *= 2;
        probeRows = grown(probeRows, capacity);
        buildRows = grown(buildRows, capacity);
      }
      probeRows[k] = i;
      buildRows[k++] = t;
    }
  }
  return { probeRows: probeRows.subarray(0, k), buildRows: buildRows.subarray(0, k) };
}

/** The first position from `from` on whose value is not below x. */
function firstNotBelow(data: Numbers, x: number, from: number): number {
  let low = from;
  let high = data.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grown(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(capacity);
  out.set(array);
  return out;
}
