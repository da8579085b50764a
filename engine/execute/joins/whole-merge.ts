/**
 * A merge join done at once for all partitions, where both inputs are sorts of whole shuffles by one integer key without
 * nulls. The rows of each partition are those, in the order, that a merge of the partition gives.
 */
import { giveBack, mergeDenseKeys, mergeRange, mergeRuns, narrowToInt32, once, pick, rowsOnly, sliceBatchDeferred } from '../../columnar/index.ts';
import type { Batch, KeyMerge, MergeSide, MergeSideName, Vector } from '../../columnar/index.ts';
import type { SortMergeJoinExec } from '../../physical/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { columnIndexes } from '../evaluate.ts';
import type { ShuffledRows } from '../exchange/shuffle.ts';
import type { SortOperator } from '../operators/sort.ts';

export interface WholeMerge {
  partition(index: number): Batch | undefined;
}

/** What of each side is joined. */
interface Side extends MergeSide {
  readonly rows: ShuffledRows;
  /** Number of columns, the place of the key among them, and its values. */
  readonly width: number;
  readonly keyColumn: number;
  readonly key: Vector;
  /** `keys` is a copy of the key's values. */
  readonly copied: boolean;
}

/** Of fewer of a side's rows in the result the values are picked, not put by key. */
const MIN_KEPT_SHARE = 0.25;
const JOIN_TYPES: ReadonlySet<string> = new Set(['inner', 'left_outer', 'right_outer', 'full_outer']);

/** Undefined where the inputs are not like that. */
export function wholeMerge(node: SortMergeJoinExec, leftInput: SortOperator, rightInput: SortOperator): WholeMerge | undefined {
  const { joinType, condition } = node;
  if (condition !== undefined || !JOIN_TYPES.has(joinType)) return undefined;
  const left = sideOf(leftInput, node.leftKeys, joinType === 'left_outer' || joinType === 'full_outer');
  const right = left === undefined ? undefined : sideOf(rightInput, node.rightKeys, joinType === 'right_outer' || joinType === 'full_outer');
  if (left === undefined || right === undefined) return undefined;
  const merged = mergeSides(left, right, joinType === 'right_outer' ? 'right' : 'left');
  for (const side of [left, right]) if (side.copied) giveBack(side.keys);
  return merged;
}

function mergeSides(left: Side, right: Side, probe: MergeSideName): WholeMerge | undefined {
  const groupOf = sharedGroups(left.rows, right.rows);
  const range = groupOf === undefined ? undefined : mergeRange(left, right);
  if (groupOf === undefined || range === undefined) return undefined;
  const groups = left.rows.specs.length;
  const merge: KeyMerge | undefined = mergeDenseKeys(left, right, range, groupOf, groups) ?? mergeRuns(left, right, range, groupOf, groups, probe);
  if (merge === undefined) return undefined;
  const { length } = merge;
  const starts = merge.groupStarts();
  const keys = once(() => merge.keys());
  const whole: Batch = { length, columns: [...sideColumns(merge, 'left', left, right.keep, keys), ...sideColumns(merge, 'right', right, left.keep, keys)] };
  merge.release();
  return {
    partition: (index) => {
      left.rows.countRead(index);
      right.rows.countRead(index);
      const [start, end] = [starts[index] as number, starts[index + 1] as number];
      return start === end ? undefined : sliceBatchDeferred(whole, start, end);
    },
  };
}

function sideOf(input: SortOperator, keys: readonly ResolvedExpression[], keep: boolean): Side | undefined {
  const [key] = keys;
  if (keys.length !== 1 || key?.kind !== 'attribute') return undefined;
  const rows = input.shuffledRows(keys);
  if (rows === undefined) return undefined;
  const [keyColumn] = columnIndexes([key], input.node.output) as [number];
  const v = rows.column(keyColumn);
  if (v.validity !== null) return undefined;
  const common = { rows, width: input.node.output.length, keyColumn, key: v, ids: rows.ids, keep };
  if (v.layout === 'int') return { ...common, keys: v.data, copied: false };
  if (v.layout !== 'long' || !(v.data instanceof Float64Array)) return undefined;
  const narrow = narrowToInt32(v.data, null, v.length);
  return narrow === null ? undefined : { ...common, keys: narrow, copied: true };
}

/** The reader's partition of each shuffle partition; undefined if the sides are not read alike. */
function sharedGroups(left: ShuffledRows, right: ShuffledRows): Int32Array | undefined {
  const alike = left.partitions === right.partitions && left.specs.length === right.specs.length;
  if (!alike || left.specs.some((s, i) => s.start !== right.specs[i]?.start || s.end !== right.specs[i]?.end)) return undefined;
  const groupOf = new Int32Array(left.partitions);
  left.specs.forEach((s, g) => groupOf.fill(g, s.start, s.end));
  return groupOf;
}

/** The columns of a side; `mayLack`: some rows of the result are without it. */
function sideColumns(merge: KeyMerge, name: MergeSideName, side: Side, mayLack: boolean, keys: () => Int32Array): Vector[] {
  const { length } = merge;
  const few = length < side.rows.length * MIN_KEPT_SHARE;
  let rows: Int32Array | undefined;
  const picked = (v: Vector): Vector => {
    rows ??= mayLack ? merge.rows(name) : rowsOnly(merge.rows(name));
    return pick(v, rows);
  };
  return Array.from({ length: side.width }, (_, i): Vector => {
    const v = i === side.keyColumn ? side.key : side.rows.column(i);
    if (mayLack || few || v.validity !== null) return picked(v);
    switch (v.layout) {
      case 'int':
        return { ...v, length, data: i === side.keyColumn ? keys() : merge.ints(name, v.data) };
      case 'double':
        return { ...v, length, data: merge.floats(name, v.data) };
      case 'long':
        return v.data instanceof Float64Array ? { ...v, length, data: merge.floats(name, v.data) } : picked(v);
      case 'string':
        return { ...v, length, codes: merge.ints(name, v.codes) };
      default:
        return picked(v);
    }
  });
}
