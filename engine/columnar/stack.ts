/** Batches put one below the other. */
import type { DataType } from '../types/index.ts';
import { areSlices, concat } from './concat.ts';
import { pick, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Batch, Vector } from './vector.ts';

/** Columns picked from bases this many times longer than what was picked are fetched first. */
const BASE_ROWS_PER_ROW = 4;

/** Batches one below the other; `types` give the columns of an empty list. */
export function concatBatches(types: readonly DataType[], batches: readonly Batch[]): Batch {
  if (batches.length === 1) return batches[0] as Batch;
  const length = batches.reduce((sum, b) => sum + b.length, 0);
  const some = batches.filter((b) => b.length > 0);
  const stacks: StackedIndices[] = [];
  return { length, columns: types.map((t, i) => stack(t, some.map((b) => b.columns[i] as Vector), length, stacks)) };
}

/**
 * The batches as one where that moves no values: their columns are neighbouring slices of one column each, or picked from
 * such. Undefined where it would.
 */
export function joinedView(types: readonly DataType[], batches: readonly Batch[]): Batch | undefined {
  const some = batches.filter((b) => b.length > 0);
  if (some.length < 2) return concatBatches(types, some);
  const free = types.every((_, i) => {
    const parts = some.map((b) => b.columns[i] as Vector);
    const selections = parts.map(selectionOf);
    if (selections.every((s) => s === undefined)) return areSlices(parts);
    if (selections.includes(undefined)) return false;
    return areSlices(uniqueBases(selections as Selection[]));
  });
  return free ? concatBatches(types, some) : undefined;
}

function uniqueBases(selections: readonly Selection[]): Vector[] {
  return [...new Set(selections.map((s) => s.base))];
}

/** Indices of parts, put one behind the other, into their bases put one below the other. */
interface StackedIndices {
  readonly parts: readonly Int32Array[];
  /** For each part, which base it is picked from. */
  readonly baseOf: readonly number[];
  readonly baseLengths: readonly number[];
  readonly indices: Int32Array;
}

function stack(type: DataType, parts: readonly Vector[], length: number, stacks: StackedIndices[]): Vector {
  if (parts.length < 2) return concat(type, parts);
  const selections = parts.map(selectionOf);
  // What has been fetched is copied in sequence, which is quicker than to pick it again.
  if (selections.every((s) => s?.fetched === true)) return concat(type, parts);
  const bases: Vector[] = [];
  const baseOf: number[] = [];
  const indices: Int32Array[] = [];
  for (const s of selections) {
    if (s === undefined) return concat(type, parts);
    let at = bases.indexOf(s.base);
    if (at < 0) at = bases.push(s.base) - 1;
    baseOf.push(at);
    indices.push(s.indices);
  }
  const baseLengths = bases.map((b) => b.length);
  if (baseLengths.reduce((a, b) => a + b, 0) > length * BASE_ROWS_PER_ROW) return concat(type, parts);
  const base = bases.length === 1 ? (bases[0] as Vector) : concat(type, bases);
  return pick(base, stackedIndices(indices, baseOf, baseLengths, length, stacks));
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

/** Columns of a batch are mostly picked alike: the same indices are stacked once. */
function stackedIndices(parts: readonly Int32Array[], baseOf: readonly number[], baseLengths: readonly number[], length: number, stacks: StackedIndices[]): Int32Array {
  const known = stacks.find((s) => sameList(s.parts, parts) && sameList(s.baseOf, baseOf) && sameList(s.baseLengths, baseLengths));
  if (known !== undefined) return known.indices;
  const starts: number[] = [];
  let total = 0;
  for (const n of baseLengths) {
    starts.push(total);
    total += n;
  }
  const indices = new Int32Array(length);
  let at = 0;
  parts.forEach((part, k) => {
    const shift = starts[baseOf[k] as number] as number;
    for (let i = 0; i < part.length; i++) {
      const row = part[i] as number;
      indices[at++] = row < 0 ? -1 : row + shift;
    }
  });
  stacks.push({ parts, baseOf, baseLengths, indices });
  return indices;
}
