/** What is known of indices by which rows are picked, told by those who made them. */

const NO_GAPS = 1;
const SOME_GAPS = 2;
const UNIQUE = 4;
const SCATTERED = 8;

const MARKS = new WeakMap<Int32Array, number>();

function marksOf(indices: Int32Array): number {
  return MARKS.get(indices) ?? 0;
}

function mark(indices: Int32Array, marks: number): Int32Array {
  MARKS.set(indices, marksOf(indices) | marks);
  return indices;
}

/** Tells that no index is -1, so that nobody need look. */
export function rowsOnly(indices: Int32Array): Int32Array {
  return mark(indices, NO_GAPS);
}

/** Tells that no index is -1 and none comes twice. */
export function uniqueRows(indices: Int32Array): Int32Array {
  return mark(indices, NO_GAPS | UNIQUE);
}

/** Tells, besides, that indices that follow each other mostly lie far apart, as behind a sort. */
export function scatteredRows(indices: Int32Array): Int32Array {
  return mark(indices, NO_GAPS | UNIQUE | SCATTERED);
}

/** No index is -1; found out once for all columns of a batch. */
export function picksRows(indices: Int32Array): boolean {
  const known = marksOf(indices);
  if ((known & (NO_GAPS | SOME_GAPS)) !== 0) return (known & NO_GAPS) !== 0;
  let i = 0;
  while (i < indices.length && (indices[i] as number) >= 0) i++;
  mark(indices, i === indices.length ? NO_GAPS : SOME_GAPS);
  return i === indices.length;
}

/** What is known of `part` as a part of `whole`. */
export function markPart(part: Int32Array, whole: Int32Array): void {
  const known = marksOf(whole) & ~SOME_GAPS;
  if (known !== 0) mark(part, known);
}

/** What is known of `out`, the rows of `first` at `second`. */
export function markComposed(out: Int32Array, first: Int32Array, second: Int32Array): void {
  const [a, b] = [marksOf(first), marksOf(second)];
  const known = (a & b & (NO_GAPS | UNIQUE)) | ((a | b) & SCATTERED);
  if (known !== 0) mark(out, known);
}

/** Each row comes once at most, far from the one before: values had better be put than fetched; see `scatter.ts`. */
export function isScattered(indices: Int32Array): boolean {
  const wanted = NO_GAPS | UNIQUE | SCATTERED;
  return (marksOf(indices) & wanted) === wanted;
}
