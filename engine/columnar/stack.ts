/** Batches put one below the other. */
import type { DataType } from '../types/index.ts';
import { areSlices, concat } from './concat.ts';
import { picksRows } from './row-marks.ts';
import { isBetterPut, putInto } from './scatter.ts';
import { pick, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Batch, DoubleVector, IntVector, LongVector, StringVector, StructVector, Vector } from './vector.ts';

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

/** As `concatBatches`, for rows that will all be read: picked values are fetched into their place at once. */
export function collectBatches(types: readonly DataType[], batches: readonly Batch[]): Batch {
  const some = batches.filter((b) => b.length > 0);
  if (some.length < 2) return concatBatches(types, some);
  const length = some.reduce((sum, b) => sum + b.length, 0);
  return { length, columns: types.map((t, i) => collectColumn(t, some.map((b) => b.columns[i] as Vector), length)) };
}

function collectColumn(type: DataType, parts: readonly Vector[], length: number): Vector {
  const selections = parts.map(selectionOf);
  const complete = selections.every((s) => s !== undefined && s.fetched !== true && s.base.validity === null && picksRows(s.indices));
  return (complete ? fetchAll(selections as Selection[], length) : undefined) ?? concat(type, parts);
}

/** Only of columns without nulls, and of texts over one dictionary. */
function fetchAll(selections: readonly Selection[], length: number): Vector | undefined {
  const bases = selections.map((s) => s.base);
  const first = bases[0] as Vector;
  /** `room` has one place to spare. */
  const into = <T extends Int32Array | Float64Array>(room: T, dataOf: (v: Vector) => T): T => {
    let at = 0;
    for (const { base, indices } of selections) {
      const data = dataOf(base);
      if (isBetterPut(indices, data.length)) putInto(data, indices, room, at);
      else pickInto(data, indices, room, at);
      at += indices.length;
    }
    return room.subarray(0, length) as T;
  };
  switch (first.layout) {
    case 'int':
      return { ...first, length, data: into(new Int32Array(length + 1), (v) => (v as IntVector).data) };
    case 'double':
      return { ...first, length, data: into(new Float64Array(length + 1), (v) => (v as DoubleVector).data) };
    case 'long':
      if (!bases.every((v) => (v as LongVector).data instanceof Float64Array)) return undefined;
      return { ...first, length, data: into(new Float64Array(length + 1), (v) => (v as LongVector).data as Float64Array) };
    case 'string':
      if (!bases.every((v) => (v as StringVector).dictionary === first.dictionary)) return undefined;
      return { ...first, length, codes: into(new Int32Array(length + 1), (v) => (v as StringVector).codes) };
    default:
      return undefined;
  }
}

function pickInto<T extends Int32Array | Float64Array>(data: T, indices: Int32Array, out: T, at: number): void {
  const n = indices.length;
  for (let i = 0; i < n; i++) out[at + i] = data[indices[i] as number] as number;
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
  if (parts.every(isPlainStruct)) {
    // The fields of the vectors, not of the type: the states of aggregates are laid out as their functions wish.
    const first = parts[0] as StructVector;
    const children = first.children.map((c, k) => stack(c.type, parts.map((v) => v.children[k] as Vector), length, stacks));
    return { ...first, length, children };
  }
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

function isPlainStruct(v: Vector): v is StructVector {
  return v.layout === 'struct' && v.validity === null;
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
  const indices = new Int32Array(length + 1);
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
