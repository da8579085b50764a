/** The best row of each group by some sort keys. */
import { giveBack, sortWords } from '../../columnar/index.ts';
import type { SortKey } from '../../columnar/index.ts';

/** Row of the smallest key of each group; of equal ones the first. */
export function bestRows(groups: Int32Array, count: number, keys: readonly SortKey[]): Int32Array {
  const best = new Int32Array(count).fill(-1);
  const [key] = keys;
  const numbers = keys.length === 1 && key !== undefined ? numbersOf(key) : undefined;
  if (key !== undefined && numbers !== undefined) {
    if (key.ascending) least(groups, numbers, best);
    else greatest(groups, numbers, best);
    return best;
  }
  const columns = keys.flatMap(rankWords);
  byWords(groups, columns, best);
  giveBack(...columns);
  return best;
}

/** All rows with the best key of their group, in row order. */
export function tiedRows(groups: Int32Array, best: Int32Array, keys: readonly SortKey[]): Int32Array {
  const columns = keys.flatMap(rankWords);
  const n = groups.length;
  const kept = new Int32Array(n);
  let k = 0;
  for (let i = 0; i < n; i++) {
    const b = best[groups[i] as number] as number;
    if (columns.every((c) => c[i] === c[b])) kept[k++] = i;
  }
  giveBack(...columns);
  return kept.subarray(0, k);
}

/** A key's numbers where they can be compared as they are. */
function numbersOf({ vector }: SortKey): Int32Array | Float64Array | undefined {
  if (vector.validity !== null) return undefined;
  switch (vector.layout) {
    case 'int':
    case 'double':
      return vector.data;
    case 'long':
    case 'decimal':
      return vector.data instanceof Float64Array ? vector.data : undefined;
    default:
      return undefined;
  }
}

/** NaN is above all numbers. */
function least(groups: Int32Array, data: Int32Array | Float64Array, best: Int32Array): void {
  const n = groups.length;
  for (let i = 0; i < n; i++) {
    const g = groups[i] as number;
    const b = best[g] as number;
    if (b < 0) best[g] = i;
    else {
      const x = data[i] as number;
      const y = data[b] as number;
      if (x < y || (y !== y && x === x)) best[g] = i;
    }
  }
}

function greatest(groups: Int32Array, data: Int32Array | Float64Array, best: Int32Array): void {
  const n = groups.length;
  for (let i = 0; i < n; i++) {
    const g = groups[i] as number;
    const b = best[g] as number;
    if (b < 0) best[g] = i;
    else {
      const x = data[i] as number;
      const y = data[b] as number;
      if (x > y || (x !== x && y === y)) best[g] = i;
    }
  }
}

/** Words that order rows as the key does, compared in turn. */
function rankWords(key: SortKey): Uint32Array[] {
  const n = key.vector.length;
  const { low, high } = sortWords(key.vector, n);
  const mask = key.vector.validity;
  const words = high === null ? [low] : [high, low];
  if (!key.ascending) for (const w of words) for (let i = 0; i < n; i++) w[i] = ~(w[i] as number);
  if (mask === null) return words;
  const nulls = new Uint32Array(n);
  const atNull = key.nullsFirst ? 0 : 2;
  for (let i = 0; i < n; i++) {
    nulls[i] = mask[i] === 0 ? atNull : 1;
    if (mask[i] === 0) for (const w of words) w[i] = 0;
  }
  return [nulls, ...words];
}

function byWords(groups: Int32Array, columns: readonly Uint32Array[], best: Int32Array): void {
  const [first] = columns;
  const n = groups.length;
  if (first === undefined) {
    for (let i = n - 1; i >= 0; i--) best[groups[i] as number] = i;
    return;
  }
  for (let i = 0; i < n; i++) {
    const g = groups[i] as number;
    const b = best[g] as number;
    if (b < 0) {
      best[g] = i;
      continue;
    }
    const x = first[i] as number;
    const y = first[b] as number;
    if (x < y || (x === y && columns.length > 1 && isLess(columns, i, b))) best[g] = i;
  }
}

function isLess(columns: readonly Uint32Array[], a: number, b: number): boolean {
  for (const c of columns) {
    const x = c[a] as number;
    const y = c[b] as number;
    if (x !== y) return x < y;
  }
  return false;
}
