/**
 * Memory for what a kernel needs only while it runs. Fresh arrays of megabytes cost more than most loops over them: the
 * system clears their pages, and the collector counts their bytes. What is taken holds anything; what is given back may
 * be handed out at once, so nothing that a vector or a caller still reads is ever given back.
 */

/** Smaller and larger arrays, and what would make more than the total, are left to the collector. */
const MAX_BUFFER_BYTES = 1 << 24;
const MAX_TOTAL_BYTES = 1 << 26;
const MIN_BUFFER_BYTES = 1 << 14;

const FREE = new Map<number, ArrayBuffer[]>();
let freeBytes = 0;

/** Sizes by quarters of a power of two, so that little is wasted. */
function sizeClass(bytes: number): number {
  const step = 2 ** (Math.floor(Math.log2(bytes)) - 2);
  return Math.ceil(bytes / step) * step;
}

function takeBuffer(bytes: number): ArrayBuffer {
  if (bytes < MIN_BUFFER_BYTES || bytes > MAX_BUFFER_BYTES) return new ArrayBuffer(bytes);
  const size = sizeClass(bytes);
  const buffer = FREE.get(size)?.pop();
  if (buffer === undefined) return new ArrayBuffer(size);
  freeBytes -= size;
  return buffer;
}

/** n words of any content. */
export function takeInt32(n: number): Int32Array<ArrayBuffer> {
  return new Int32Array(takeBuffer(n * 4), 0, n);
}
export function takeUint32(n: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(takeBuffer(n * 4), 0, n);
}
export function takeFloat64(n: number): Float64Array<ArrayBuffer> {
  return new Float64Array(takeBuffer(n * 8), 0, n);
}

/** Ends the use of arrays that were taken. The caller, and nobody else, knows them. */
export function giveBack(...arrays: readonly (Int32Array | Uint32Array | Float64Array | null)[]): void {
  for (const array of arrays) {
    if (array === null) continue;
    const buffer = array.buffer as ArrayBuffer;
    const size = buffer.byteLength;
    if (size < MIN_BUFFER_BYTES || size > MAX_BUFFER_BYTES || size !== sizeClass(size) || freeBytes + size > MAX_TOTAL_BYTES) continue;
    const list = FREE.get(size);
    if (list === undefined) FREE.set(size, [buffer]);
    else list.push(buffer);
    freeBytes += size;
  }
}
