/** Exact percentiles: `percentile`, `median`, `percentile_cont`, `percentile_disc` (Spark's `PercentileBase`). */
import { SparkError } from '../../core/index.ts';
import { compareDoubles, DayTimeIntervalType, DoubleType, isNumeric, isString, LongType, YearMonthIntervalType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, AggregateShown, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { unexpectedInput } from '../typing.ts';
import { aggregate } from './declare.ts';
import { checkPercentages, expectWhole, percentagesOf, percentageType, toNumber } from './percentages.ts';

const REQUIRED = '(("NUMERIC" or "INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH") or "TIME")';

/** A value; the negative zero, which a Map takes for zero, by its text. */
type Key = number | '-0';

/** How often each value came, and what was asked for (known once a row came). */
interface PercentileState {
  counts: Map<Key, number>;
  percentages: Value;
}

function valueType(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type, legacy } = args[index] as ArgumentInfo;
  if (type.kind === 'daytime_interval' || type.kind === 'yearmonth_interval' || type.kind === 'time' || isNumeric(type)) return type;
  if ((type.kind === 'timestamp' || type.kind === 'timestamp_ntz') && legacy !== true) return { kind: 'time', precision: 6 };
  if (isString(type) || type.kind === 'null') return DoubleType;
  throw unexpectedInput(name, args, index, REQUIRED);
}

const ONCE: ArgumentInfo = { type: LongType, nullable: false, foldable: true, literal: 1n, sql: '1' };

function percentileSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const shown = args.length > 2 ? args : [...args, ONCE];
  const value = valueType(name, shown, 0);
  const percentage = percentageType(name, shown, 1);
  checkPercentages(name, shown, 1);
  const argTypes = [value, percentage];
  if (args.length > 2) argTypes.push(expectWhole(name, args, 2));
  return { argTypes, returns: resultType(value, percentage), nullable: true };
}

function resultType(value: DataType, percentage?: DataType): DataType {
  const type = oneResult(value);
  return percentage?.kind === 'array' ? { kind: 'array', element: type, containsNull: false } : type;
}

function oneResult(value: DataType): DataType {
  if (value.kind === 'daytime_interval') return DayTimeIntervalType;
  if (value.kind === 'yearmonth_interval') return YearMonthIntervalType;
  return isNumeric(value) ? DoubleType : value;
}

function addValue(s: PercentileState, x: Value, percentages: Value, times: Value): PercentileState {
  if (s.percentages === null) s.percentages = percentages;
  if (x === null || times === null) return s;
  const count = Number(times);
  if (count < 0) throw negativeFrequency(count);
  if (count === 0) return s;
  const number = toNumber(x);
  const key = Object.is(number, -0) ? '-0' : number;
  s.counts.set(key, (s.counts.get(key) ?? 0) + count);
  return s;
}

function negativeFrequency(count: number): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'NEGATIVE_VALUES_IN_FREQUENCY_EXPRESSION',
    sqlState: '22003',
    parameters: { frequencyExpression: `"${count}"`, negativeValue: `${count}L` },
    sentence: `A value cannot come ${count} times: the frequency must not be negative.`,
  });
}

function mergeStates(a: PercentileState, b: PercentileState): PercentileState {
  if (a.percentages === null) a.percentages = b.percentages;
  for (const [key, count] of b.counts) a.counts.set(key, (a.counts.get(key) ?? 0) + count);
  return a;
}

/** Sorted values, and how many rows stand at or before each. */
interface Ranking {
  readonly keys: readonly number[];
  readonly upTo: readonly number[];
  readonly total: number;
}

function ranking(counts: ReadonlyMap<Key, number>, descending: boolean): Ranking {
  // The zeros tie, and the negative one comes first.
  const entries = [...counts].sort(([x]) => (x === '-0' ? -1 : 0)).map(([key, count]) => [Number(key), count] as const);
  entries.sort(descending ? ([x], [y]) => compareDoubles(y, x) : ([x], [y]) => compareDoubles(x, y));
  let total = 0;
  const upTo = entries.map(([, count]) => (total += count));
  return { keys: entries.map(([key]) => key), upTo, total };
}

/** The value at a rank, counted from 1. */
function keyAt(r: Ranking, rank: number): number {
  let low = 0;
  let high = r.keys.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((r.upTo[middle] as number) >= rank) high = middle;
    else low = middle + 1;
  }
  return r.keys[low] as number;
}

/** Between the two nearest ranks, in proportion. */
function interpolated(r: Ranking, percentage: number): number {
  const position = (r.total - 1) * percentage;
  const lower = Math.floor(position);
  const higher = Math.ceil(position);
  const lowerKey = keyAt(r, lower + 1);
  if (higher === lower) return lowerKey;
  const higherKey = keyAt(r, higher + 1);
  if (higherKey === lowerKey) return lowerKey;
  return lowerKey + (position - lower) * (higherKey - lowerKey);
}

/** The first value of which at least that share of rows is at or before it. */
function discrete(r: Ranking, percentage: number, ctx: CallContext): number {
  if (ctx.conf('spark.sql.legacy.percentileDiscCalculation') !== 'true') return keyAt(r, Math.max(1, Math.ceil(r.total * percentage)));
  // As Spark did it once: by the place between the first and the last.
  return keyAt(r, Math.floor((r.total - 1) * percentage) + 1);
}

/** The value at a share of the rows. */
type Pick = (r: Ranking, percentage: number, ctx: CallContext) => number;

function output(x: number, type: DataType): Value {
  if (type.kind === 'daytime_interval' || type.kind === 'time') return BigInt(Math.trunc(x));
  return type.kind === 'yearmonth_interval' ? Math.trunc(x) : x;
}

function finishWith(s: PercentileState, ctx: CallContext, pick: Pick): Value {
  if (s.counts.size === 0) return null;
  const r = ranking(s.counts, ctx.withinGroup?.[0]?.ascending === false);
  const type = ctx.returnType.kind === 'array' ? ctx.returnType.element : ctx.returnType;
  const values = percentagesOf(s.percentages).map((p) => output(pick(r, p, ctx), type));
  return ctx.returnType.kind === 'array' ? values : (values[0] as Value);
}

/** Of plans: whether the first of the sorted values is the greatest. */
const descends = ([key]: AggregateShown['keys']): string => String(key?.ascending === false);

const percentile = aggregate<PercentileState>({
  name: 'percentile',
  since: '2.1.0',
  params: [
    { name: 'col', accepts: ['numeric', 'interval'] },
    { name: 'percentage', accepts: ['double', 'array'], literal: true },
    { name: 'frequency', accepts: ['integral'], optional: true, pythonDefault: '1' },
  ],
  signature: (args) => percentileSignature('percentile', args),
  doc: 'The exact percentile: the value below which the given share (0 to 1) of the values lies, in proportion between two neighbours. An array of shares gives an array. A third argument says how often each value counts.',
  examples: [
    ['percentile(10, 0.5)', '10.0'],
    ['percentile(10, array(0.25, 1))', '[10.0, 10.0]'],
  ],
  interpreted: true,
  planArguments: ([x, percentage, frequency = '1'], { keys }) => [x as string, percentage as string, frequency, '0', '0', descends(keys)],
  sql: (args, distinct) => `percentile(${distinct ? 'DISTINCT ' : ''}${args[0]}, ${args[1]}, ${args[2] ?? '1'})`,
  init: () => ({ counts: new Map(), percentages: null }),
  update: (s, [x, p, times]) => addValue(s, x as Value, p as Value, times === undefined ? 1 : times),
  merge: mergeStates,
  finish: (s, ctx) => finishWith(s, ctx, interpolated),
});

const median = aggregate<PercentileState>({
  name: 'median',
  wholePartition: 'always',
  since: '3.4.0',
  params: [{ name: 'col', accepts: ['numeric', 'interval'] }],
  signature: (args) => {
    const type = valueType('median', args, 0);
    return { argTypes: [type], returns: resultType(type), nullable: true };
  },
  doc: 'The middle of the sorted values; for an even number of them the mean of the two in the middle.',
  examples: [['median(5)', '5.0']],
  replacement: () => ({ call: 'percentile', args: [0, { type: DoubleType, value: 0.5 }] }),
  init: () => ({ counts: new Map(), percentages: 0.5 }),
  update: (s, [x]) => addValue(s, x as Value, 0.5, 1),
  merge: mergeStates,
  finish: (s, ctx) => finishWith(s, ctx, interpolated),
});

/** What plans make of it. */
interface Planned {
  readonly replacement?: NonNullable<AggregateFunction['replacement']>;
  readonly planArguments: NonNullable<AggregateFunction['planArguments']>;
}

/** Called as f(percentage) WITHIN GROUP (ORDER BY value): the value is the second argument. */
function declareOrdered(name: string, pick: Pick, doc: string, planned: Planned): AggregateFunction<PercentileState> {
  return aggregate<PercentileState>({
    name,
    since: '4.0.0',
    params: [{ name: 'percentage', accepts: ['double', 'array'], literal: true }],
    withinGroup: 'one',
    wholePartition: 'always',
    signature: (args) => {
      const shown = [args[1] as ArgumentInfo, args[0] as ArgumentInfo];
      const value = valueType(name, shown, 0);
      const percentage = percentageType(name, shown, 1);
      checkPercentages(name, shown, 1);
      return { argTypes: [percentage, value], returns: resultType(value, percentage), nullable: true };
    },
    doc,
    examples: [[`${name}(0.5) WITHIN GROUP (ORDER BY 7)`, '7.0']],
    ...planned,
    init: () => ({ counts: new Map(), percentages: null }),
    update: (s, [p, x]) => addValue(s, x as Value, p as Value, 1),
    merge: mergeStates,
    finish: (s, ctx) => finishWith(s, ctx, pick),
  });
}

/** `percentile` of the key; where the greatest comes first, the order stays. */
const contPlanned: Planned = {
  replacement: (_types, _returns, [key]) =>
    key?.ascending === false ? { call: 'percentile', args: [1, 0, { type: LongType, value: 1n }], ordered: true } : { call: 'percentile', args: [1, 0] },
  planArguments: ([percentage], { keys }) => [keys[0]?.value as string, percentage as string, descends(keys)],
};

const discPlanned: Planned = {
  planArguments: ([percentage], { keys }) => [keys[0]?.value as string, percentage as string, descends(keys), '0', '0', 'false'],
};

export const percentiles: readonly AggregateFunction<PercentileState>[] = [
  percentile,
  median,
  declareOrdered('percentile_cont', interpolated, 'The percentile of the sorted values, in proportion between two neighbours.', contPlanned),
  declareOrdered('percentile_disc', discrete, 'The first of the sorted values at or before which the given share of them lies.', discPlanned),
];
