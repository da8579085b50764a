/**
 * Rows picked by index whose values are fetched when they are first read. A row that passes a filter, two joins and an
 * exchange is then moved once, not four times: picking from a picked column puts the indices together.
 */
import type { Batch, Validity, Vector } from './vector.ts';
import { once } from './once.ts';
import { gather, gatherValidity, pickBigInt, pickBytes, pickFloat, pickInt, slice } from './gather.ts';
import { markComposed, markPart, picksRows } from './row-marks.ts';
import { isBetterPut, putFloats, putInts } from './scatter.ts';

/** Where a picked column's values are. */
export interface Selection {
  readonly base: Vector;
  readonly indices: Int32Array;
  /** The values have been asked for, and lie in an array of their own. */
  fetched?: boolean;
}

/** Fewer rows are fetched at once. */
const DEFERRED_ROWS = 256;

const SELECTIONS = new WeakMap<Vector, Selection>();

/** As `gather`, but the values are fetched when they are first read. Nobody may change `indices` afterwards. */
export function pick(v: Vector, indices: Int32Array): Vector {
  if (indices.length < DEFERRED_ROWS) return gatherFew(v, indices);
  if (v.layout === 'struct') return { ...v, length: indices.length, validity: gatherValidity(v.validity, indices), children: v.children.map((c) => pick(c, indices)) };
  const known = SELECTIONS.get(v);
  // What has been fetched is a column like any other, and closer together than where it was fetched from.
  const selection: Selection = known === undefined || known.fetched === true ? { base: v, indices } : { base: known.base, indices: compose(known.indices, indices) };
  return chosen(selection) ?? gather(v, indices);
}

/** Of a column that has not been fetched only these rows are. */
function gatherFew(v: Vector, indices: Int32Array): Vector {
  const known = SELECTIONS.get(v);
  return known === undefined || known.fetched === true ? gather(v, indices) : gather(known.base, compose(known.indices, indices));
}

function chosen(selection: Selection): Vector | undefined {
  const made = deferred(selection);
  if (made !== undefined) SELECTIONS.set(made, selection);
  return made;
}

/** All columns of a batch picked; see `pick`. */
export function pickBatch(batch: Batch, indices: Int32Array): Batch {
  return { length: indices.length, columns: batch.columns.map((c) => pick(c, indices)) };
}

/** Rows [start, end) of a column, still unfetched if it is. */
function sliceDeferred(v: Vector, start: number, end: number): Vector {
  const known = SELECTIONS.get(v);
  if (known === undefined || end - start < DEFERRED_ROWS) return slice(v, start, end);
  return chosen({ base: known.base, indices: part(known.indices, start, end) }) ?? slice(v, start, end);
}

/** As `sliceBatch`; picked columns stay unfetched. */
export function sliceBatchDeferred(batch: Batch, start: number, end: number): Batch {
  if (start === 0 && end === batch.length) return batch;
  return { length: end - start, columns: batch.columns.map((c) => sliceDeferred(c, start, end)) };
}

let lastPart: { readonly of: Int32Array; readonly start: number; readonly end: number; readonly indices: Int32Array } | undefined;

/** The same array for all columns of a batch. */
function part(indices: Int32Array, start: number, end: number): Int32Array {
  if (lastPart === undefined || lastPart.of !== indices || lastPart.start !== start || lastPart.end !== end) {
    lastPart = { of: indices, start, end, indices: indices.subarray(start, end) };
    markPart(lastPart.indices, indices);
  }
  return lastPart.indices;
}

export function selectionOf(v: Vector): Selection | undefined {
  return SELECTIONS.get(v);
}

const COMPOSED = new WeakMap<Int32Array, WeakMap<Int32Array, Int32Array>>();

/** The rows of the base for rows picked from picked ones; worked out once for all columns of a batch. */
function compose(first: Int32Array, second: Int32Array): Int32Array {
  let bySecond = COMPOSED.get(first);
  if (bySecond === undefined) {
    bySecond = new WeakMap();
    COMPOSED.set(first, bySecond);
  }
  let out = bySecond.get(second);
  if (out === undefined) {
    const n = second.length;
    out = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const at = second[i] as number;
      out[i] = at < 0 ? -1 : (first[at] as number);
    }
    markComposed(out, first, second);
    bySecond.set(second, out);
  }
  return out;
}

/** The picked values, fetched once. */
function values<T>(selection: Selection, f: (indices: Int32Array) => T): () => T {
  return once(() => {
    selection.fetched = true;
    return f(selection.indices);
  });
}

function fetchInts(data: Int32Array, rows: Int32Array): Int32Array {
  return isBetterPut(rows, data.length) ? putInts(data, rows) : pickInt(data, rows);
}

function fetchFloats(data: Float64Array, rows: Int32Array): Float64Array {
  return isBetterPut(rows, data.length) ? putFloats(data, rows) : pickFloat(data, rows);
}

/** Own, enumerable getters: a spread of the vector reads them, as it would read plain fields. */
function deferred(selection: Selection): Vector | undefined {
  const { base, indices } = selection;
  const { length } = indices;
  const validity = once((): Validity => (base.validity === null && picksRows(indices) ? null : gatherValidity(base.validity, indices)));
  switch (base.layout) {
    case 'bool': {
      const { layout, type } = base;
      const data = values(selection, (rows) => pickBytes(base.data, rows));
      return { layout, type, length, get validity() { return validity(); }, get data() { return data(); } };
    }
    case 'int': {
      const { layout, type } = base;
      const data = values(selection, (rows) => fetchInts(base.data, rows));
      return { layout, type, length, get validity() { return validity(); }, get data() { return data(); } };
    }
    case 'double': {
      const { layout, type } = base;
      const data = values(selection, (rows) => fetchFloats(base.data, rows));
      return { layout, type, length, get validity() { return validity(); }, get data() { return data(); } };
    }
    case 'long': {
      const { layout, type } = base;
      const data = values(selection, (rows) => (base.data instanceof Float64Array ? fetchFloats(base.data, rows) : pickBigInt(base.data, rows)));
      return { layout, type, length, get validity() { return validity(); }, get data() { return data(); } };
    }
    case 'string': {
      const { layout, type, dictionary, distinct } = base;
      const codes = values(selection, (rows) => fetchInts(base.codes, rows));
      return { layout, type, length, dictionary, distinct, get validity() { return validity(); }, get codes() { return codes(); } };
    }
    default:
      return undefined;
  }
}
