/**
 * What Spark keeps of each aggregate between two steps: names and types of its buffer's columns. It decides between hash,
 * object-hash and sort aggregation, and shows in `explain("formatted")`. The engine's own states are private to functions.
 */
import { DEFAULT_DEVIATION, precisionOf } from '../functions/aggregate/approx-count.ts';
import { arrayType, BinaryType, BooleanType, decimalType, DoubleType, LongType } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { expressionText } from '../plan/index.ts';
import type { AggregateCall } from '../plan/index.ts';

export interface BufferColumn {
  readonly name: string;
  readonly type: DataType;
}

type Buffers = (call: AggregateCall) => readonly BufferColumn[];

function columns(type: DataType, ...names: readonly string[]): readonly BufferColumn[] {
  return names.map((name) => ({ name, type }));
}

const single = (name: string): Buffers => (c) => columns(c.type, name);
const doubles = (...names: readonly string[]): Buffers => () => columns(DoubleType, ...names);
const DECIMAL_MAX_DIGITS = 38;
const SUM_EXTRA_DIGITS = 10;

function sumType(c: AggregateCall): DataType {
  const t = c.args[0]?.type;
  if (t?.kind === 'decimal') return decimalType(Math.min(DECIMAL_MAX_DIGITS, t.precision + SUM_EXTRA_DIGITS), t.scale);
  return c.type;
}

const sum: Buffers = (c) =>
  sumType(c).kind === 'decimal' ? [...columns(sumType(c), 'sum'), ...columns(BooleanType, 'isEmpty')] : columns(c.type, 'sum');
const trySum: Buffers = (c) => (c.type.kind === 'long' ? [...columns(c.type, 'sum'), ...columns(BooleanType, 'isEmpty')] : sum(c));
const average: Buffers = (c) => [...columns(sumType(c), 'sum'), ...columns(LongType, 'count')];
const end = (name: string): Buffers => (c) => [...columns(c.type, name), ...columns(BooleanType, 'valueSet')];
/** With a number of rows: a heap of values, of what they are ordered by and of places in both. */
const extremeBy: Buffers = (c) => {
  const ordering = c.args[1]?.type ?? c.type;
  if (c.args.length > 2) return [...columns(c.type, 'values'), ...columns(arrayType(ordering), 'orderings'), ...columns(BinaryType, 'heapIndices')];
  return [...columns(c.type, 'valueWithExtremumOrdering'), ...columns(ordering, 'extremumOrdering')];
};
const bitmap: Buffers = () => columns(BinaryType, 'bitmap');
const vectors: Buffers = () => [...columns(BinaryType, 'acc'), ...columns(LongType, 'count')];
const count: Buffers = () => columns(LongType, 'count');
const moments2 = doubles('n', 'avg', 'm2');
const covariance = doubles('n', 'xAvg', 'yAvg', 'ck');
const REGISTERS_PER_WORD = 10;
const sketch: Buffers = ({ args: [, deviation] }) => {
  const registers = 1 << precisionOf(deviation?.kind === 'literal' ? Number(deviation.value) : DEFAULT_DEVIATION);
  return columns(LongType, ...Array.from({ length: Math.trunc(registers / REGISTERS_PER_WORD) + 1 }, (_, i) => `MS[${i}]`));
};

const BUFFERS: Readonly<Record<string, Buffers>> = {
  count,
  count_if: count,
  sum,
  try_sum: trySum,
  avg: average,
  mean: average,
  try_avg: average,
  min: single('min'),
  max: single('max'),
  first: end('first'),
  first_value: end('first'),
  any_value: end('first'),
  last: end('last'),
  last_value: end('last'),
  max_by: extremeBy,
  min_by: extremeBy,
  bool_and: single('min'),
  every: single('min'),
  bool_or: single('max'),
  some: single('max'),
  any: single('max'),
  bit_and: single('bit_and'),
  bit_or: single('bit_or'),
  bit_xor: single('bit_xor'),
  product: doubles('product'),
  std: moments2,
  stddev: moments2,
  stddev_samp: moments2,
  stddev_pop: moments2,
  variance: moments2,
  var_samp: moments2,
  var_pop: moments2,
  skewness: doubles('n', 'avg', 'm2', 'm3'),
  kurtosis: doubles('n', 'avg', 'm2', 'm3', 'm4'),
  covar_samp: covariance,
  covar_pop: covariance,
  corr: doubles('n', 'xAvg', 'yAvg', 'ck', 'xMk', 'yMk'),
  regr_count: count,
  regr_avgx: doubles('sum', 'count'),
  regr_avgy: doubles('sum', 'count'),
  regr_r2: doubles('n', 'xAvg', 'yAvg', 'ck', 'xMk', 'yMk'),
  regr_slope: doubles('n', 'xAvg', 'yAvg', 'ck', 'n', 'avg', 'm2'),
  regr_intercept: doubles('n', 'xAvg', 'yAvg', 'ck', 'n', 'avg', 'm2'),
  regrreplacement: moments2,
  regr_sxx: moments2,
  regr_syy: moments2,
  regr_sxy: covariance,
  approx_count_distinct: sketch,
  bitmap_construct_agg: bitmap,
  bitmap_or_agg: bitmap,
  bitmap_and_agg: bitmap,
  vector_sum: vectors,
  vector_avg: vectors,
  grouping_id: count,
  pivotfirst: (c) => (c.type.kind === 'array' ? columns(c.type.element, ...c.args.slice(2, -2).map(expressionText)) : []),
};

/** Buffer columns, or undefined for functions that keep an object (collect_list, percentile …). */
export function bufferColumns(call: AggregateCall): readonly BufferColumn[] | undefined {
  return BUFFERS[call.fn.name]?.(call);
}

/** A value that a row in a hash map can hold in place. */
function isMutableInPlace(t: DataType): boolean {
  switch (t.kind) {
    case 'string':
    case 'char':
    case 'varchar':
    case 'binary':
    case 'array':
    case 'map':
    case 'struct':
    case 'variant':
      return false;
    default:
      return true;
  }
}

/** Spark's choice: hash if all buffers can be changed in place, else object hash if one is an object, else sort. */
export function aggregateAlgorithm(calls: readonly AggregateCall[], objectHash: boolean): 'hash' | 'objectHash' | 'sort' {
  const buffers = calls.map(bufferColumns);
  if (buffers.every((b) => b?.every((c) => isMutableInPlace(c.type)))) return 'hash';
  return objectHash && buffers.some((b) => b === undefined) ? 'objectHash' : 'sort';
}
