/**
 * Picking rows that lie far apart: where a large part of a column is picked, its values are read in sequence and each put in
 * its place. That is several times as quick as fetching them one by one, for writes need not be waited for.
 */
import { isScattered } from './row-marks.ts';
import { giveBack, takeInt32 } from './scratch.ts';

/** Fewer rows, or a smaller share of the column, are fetched. */
const MIN_ROWS = 1 << 15;
const MIN_SHARE = 1 / 3;
const PAGE_BYTES = 4096;

/** Places are the same for all columns of a batch, and a few partitions are collected by turns. */
const MAX_KNOWN_COUNT = 4;
const KNOWN: { readonly indices: Int32Array; readonly places: Int32Array }[] = [];

export function isBetterPut(indices: Int32Array, baseLength: number): boolean {
  return indices.length >= MIN_ROWS && indices.length >= baseLength * MIN_SHARE && isScattered(indices);
}

/** Where each row of the base goes; those that are not picked go behind all others. */
function placesOf(indices: Int32Array, baseLength: number): Int32Array {
  const known = KNOWN.find((k) => k.indices === indices);
  if (known !== undefined && known.places.length === baseLength) return known.places;
  const n = indices.length;
  const places = takeInt32(baseLength).fill(n);
  for (let i = 0; i < n; i++) places[indices[i] as number] = i;
  KNOWN.push({ indices, places });
  if (KNOWN.length > MAX_KNOWN_COUNT) giveBack(KNOWN.shift()?.places ?? null);
  return places;
}

/** To be called when a query's rows have been collected: frees what was kept for further columns. */
export function forgetPlaces(): void {
  for (const { places } of KNOWN.splice(0)) giveBack(places);
}

/**
 * The system hands out a fresh array's memory at the first write to each page: done in sequence beforehand it disturbs the
 * writes here and there less.
 */
function touched<T extends Int32Array | Float64Array>(array: T): T {
  const step = PAGE_BYTES / array.BYTES_PER_ELEMENT;
  for (let i = 0; i < array.length; i += step) array[i] = 0;
  return array;
}

export function putInts(data: Int32Array, indices: Int32Array): Int32Array {
  const n = data.length;
  const places = placesOf(indices, n);
  const out = touched(new Int32Array(indices.length + 1));
  for (let i = 0; i < n; i++) out[places[i] as number] = data[i] as number;
  return out.subarray(0, indices.length);
}

export function putFloats(data: Float64Array, indices: Int32Array): Float64Array {
  const n = data.length;
  const places = placesOf(indices, n);
  const out = touched(new Float64Array(indices.length + 1));
  for (let i = 0; i < n; i++) out[places[i] as number] = data[i] as number;
  return out.subarray(0, indices.length);
}

/** As the others, to `out` from `at` on; what lies behind is written later, or is a place to spare. */
export function putInto(data: Int32Array | Float64Array, indices: Int32Array, out: Int32Array | Float64Array, at: number): void {
  const n = data.length;
  const places = placesOf(indices, n);
  for (let i = 0; i < n; i++) out[at + (places[i] as number)] = data[i] as number;
}
