/** Rows among which the first ones in an order are, found without sorting. */
import { giveBack, picksRows, selectionOf, sortWords } from '../../columnar/index.ts';
import type { SortKey, Vector } from '../../columnar/index.ts';

type Numbers = Int32Array | Float64Array;

/**
 * Rows, in their order, among which the first `limit` by the key (and any further keys) certainly are. Null if there is
 * nothing to gain.
 */
export function leadingRows(key: SortKey, n: number, limit: number): Int32Array | null {
  if (key.vector.layout === 'string' || key.vector.layout === 'null') return null;
  const numbers = key.vector.validity === null ? numbersOf(key.vector) : undefined;
  if (numbers === undefined) return rowsByWords(key, n, limit);
  const found = rowsByNumbers(numbers.data, numbers.rows, key.ascending ? 1 : -1, n, limit);
  return found === undefined ? rowsByWords(key, n, limit) : found;
}

/** A key's numbers where they compare as the key does, but for NaN. Those of picked rows are read where they are. */
function numbersOf(v: Vector): { readonly data: Numbers; readonly rows: Int32Array | null } | undefined {
  const picked = selectionOf(v);
  if (picked !== undefined && picked.fetched !== true && picked.base.validity === null && picksRows(picked.indices)) {
    const data = dataOf(picked.base);
    return data === undefined ? undefined : { data, rows: picked.indices };
  }
  const data = dataOf(v);
  return data === undefined ? undefined : { data, rows: null };
}

function dataOf(v: Vector): Numbers | undefined {
  switch (v.layout) {
    case 'int':
    case 'double':
      return v.data;
    case 'long':
    case 'decimal':
      return v.data instanceof Float64Array ? v.data : undefined;
    default:
      return undefined;
  }
}

/** Undefined if there is a NaN, which no number compares with; null if too many rows are alike. */
function rowsByNumbers(data: Numbers, rows: Int32Array | null, sign: number, n: number, limit: number): Int32Array | null | undefined {
  const heap = new Float64Array(limit);
  const met: number[] = [];
  let top = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const x = sign * (data[rows === null ? i : (rows[i] as number)] as number);
    if (x > top) continue;
    if (x !== x) return undefined;
    if (i < limit) {
      heap[i] = x;
      if (i + 1 === limit) top = ordered(heap);
    } else if (x < top) {
      heap[0] = x;
      sift(heap, 0);
      top = heap[0] as number;
    }
    if (met.push(i) > n >> 1) return null;
  }
  return Int32Array.from(met.filter((i) => sign * (data[rows === null ? i : (rows[i] as number)] as number) <= top));
}

/** Those whose leading word is not above the limit-th smallest. */
function rowsByWords(key: SortKey, n: number, limit: number): Int32Array | null {
  const { low, high } = sortWords(key.vector, n);
  const words = high ?? low;
  const mask = key.vector.validity;
  if (!key.ascending) for (let i = 0; i < n; i++) words[i] = ~(words[i] as number);
  if (mask !== null) {
    const atNull = key.nullsFirst ? 0 : 0xffffffff;
    for (let i = 0; i < n; i++) if (mask[i] === 0) words[i] = atNull;
  }
  const threshold = smallest(words, n, limit);
  let count = 0;
  for (let i = 0; i < n; i++) if ((words[i] as number) <= threshold) count++;
  const few = count <= n / 2;
  const rows = new Int32Array(few ? count : 0);
  for (let i = 0, k = 0; few && i < n; i++) if ((words[i] as number) <= threshold) rows[k++] = i;
  giveBack(low, high);
  return few ? rows : null;
}

/** The k-th smallest word. */
function smallest(words: Uint32Array, n: number, k: number): number {
  const heap = words.slice(0, k);
  let top = ordered(heap);
  for (let i = k; i < n; i++) {
    const w = words[i] as number;
    if (w >= top) continue;
    heap[0] = w;
    sift(heap, 0);
    top = heap[0] as number;
  }
  return top;
}

/** Makes a heap with the largest on top, and tells it. */
function ordered(heap: Uint32Array | Float64Array): number {
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sift(heap, i);
  return heap[0] as number;
}

function sift(heap: Uint32Array | Float64Array, from: number): void {
  const { length } = heap;
  const value = heap[from] as number;
  let at = from;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= length) break;
    if (child + 1 < length && (heap[child + 1] as number) > (heap[child] as number)) child += 1;
    if ((heap[child] as number) <= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
