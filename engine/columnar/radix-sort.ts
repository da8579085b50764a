/** Radix sort of rows by one word each. Words move along with their rows, so that every pass reads in sequence. */
import { giveBack, takeInt32, takeUint32 } from './scratch.ts';

const DIGIT_BITS = 11;
/** Below this many rows counting digits costs more than comparing. */
const RADIX_MIN_ROWS = 512;

function isAscending(keys: Uint32Array, n: number): boolean {
  let last = 0;
  for (let i = 0; i < n; i++) {
    const key = keys[i] as number;
    if (key < last) return false;
    last = key;
  }
  return true;
}

/** Where the rows of each digit go, from their number. */
function startsOf(keys: Uint32Array, n: number, shift: number, starts: Int32Array): void {
  const mask = starts.length - 1;
  starts.fill(0);
  for (let i = 0; i < n; i++) {
    const digit = ((keys[i] as number) >>> shift) & mask;
    starts[digit] = (starts[digit] as number) + 1;
  }
  let sum = 0;
  for (let d = 0; d <= mask; d++) {
    const count = starts[d] as number;
    starts[d] = sum;
    sum += count;
  }
}

function moveBoth(keys: Uint32Array, rows: Int32Array, toKeys: Uint32Array, toRows: Int32Array, n: number, shift: number, starts: Int32Array): void {
  const mask = starts.length - 1;
  for (let i = 0; i < n; i++) {
    const key = keys[i] as number;
    const digit = (key >>> shift) & mask;
    const at = starts[digit] as number;
    starts[digit] = at + 1;
    toKeys[at] = key;
    toRows[at] = rows[i] as number;
  }
}

/** The last pass: the words are not needed any more. */
function moveRows(keys: Uint32Array, rows: Int32Array, toRows: Int32Array, n: number, shift: number, starts: Int32Array): void {
  const mask = starts.length - 1;
  for (let i = 0; i < n; i++) {
    const digit = ((keys[i] as number) >>> shift) & mask;
    const at = starts[digit] as number;
    starts[digit] = at + 1;
    toRows[at] = rows[i] as number;
  }
}

/**
 * Reorders `order` stably by the lowest `bits` bits of each row's word, the others being 0. Gives the array that holds the
 * result, which may be `order`; if it is not, `order` holds anything. `identity`: the order is that of the rows. `words` stays.
 */
export function radixSort(words: Uint32Array, bits: number, order: Int32Array, identity: boolean): Int32Array {
  const n = order.length;
  if (bits === 0 || n < 2) return order;
  if (n < RADIX_MIN_ROWS) return order.sort((a, b) => (words[a] as number) - (words[b] as number));
  let keys = words;
  if (!identity) {
    keys = takeUint32(n);
    for (let i = 0; i < n; i++) keys[i] = words[order[i] as number] as number;
  }
  if (isAscending(keys, n)) {
    if (!identity) giveBack(keys);
    return order;
  }
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digitBits = Math.ceil(bits / passes);
  const starts = new Int32Array(1 << digitBits);
  const spareKeys: Uint32Array[] = [];
  let rows = order;
  let toRows: Int32Array = takeInt32(n);
  for (let p = 0; p < passes; p++) {
    const shift = p * digitBits;
    startsOf(keys, n, shift, starts);
    if (p === passes - 1) moveRows(keys, rows, toRows, n, shift, starts);
    else {
      const toKeys = spareKeys.pop() ?? takeUint32(n);
      moveBoth(keys, rows, toKeys, toRows, n, shift, starts);
      if (keys !== words) spareKeys.push(keys);
      keys = toKeys;
    }
    [rows, toRows] = [toRows, rows];
  }
  if (keys !== words) giveBack(keys);
  giveBack(...spareKeys);
  // An odd number of moves ends in the other array, and `order` is left to the caller.
  if (toRows !== order) giveBack(toRows);
  return rows;
}
