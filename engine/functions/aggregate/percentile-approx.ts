import { DoubleType, isAnsiInterval, isDatetime, isNumeric, isString, LongType, parseDecimal, toPrecision } from '../../types/index.ts';
import { doubleToString } from '../../types/index.ts';
import type { DataType, Decimal, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, Signature } from '../define.ts';
import { expectFoldable, outOfRange, unexpectedInput, unexpectedNull } from '../typing.ts';
import { aggregate, imperative } from './declare.ts';
import { checkPercentages, expectWhole, percentagesOf, percentageType, toNumber } from './percentages.ts';
import { QuantileSummaries } from './quantile-summaries.ts';

const REQUIRED = '("NUMERIC" or "DATE" or "TIMESTAMP" or "TIMESTAMP_NTZ" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND" or "TIME")';
const DEFAULT_ACCURACY = 10_000;
const INT_MAX = 2_147_483_647;

/** `summary` comes with the first row, when the accuracy is known. */
interface ApproxState {
  summary: QuantileSummaries | null;
  percentages: Value;
}

function approxSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const shown = args.length > 2 ? args : [...args, DEFAULT_ARGUMENT];
  const { type } = args[0] as ArgumentInfo;
  const value = isString(type) || type.kind === 'null' ? DoubleType : type;
  if (!isNumeric(value) && !isDatetime(value) && value.kind !== 'time' && !isAnsiInterval(value)) throw unexpectedInput(name, shown, 0, REQUIRED);
  const percentage = percentageType(name, shown, 1);
  const accuracy = expectWhole(name, shown, 2);
  checkPercentages(name, shown, 1);
  checkAccuracy(name, shown);
  return {
    argTypes: args.length > 2 ? [value, percentage, accuracy] : [value, percentage],
    returns: percentage.kind === 'array' ? { kind: 'array', element: value, containsNull: false } : value,
    nullable: true,
  };
}

const DEFAULT_ARGUMENT: ArgumentInfo = { type: LongType, nullable: false, foldable: true, sql: String(DEFAULT_ACCURACY) };

function checkAccuracy(name: string, args: readonly ArgumentInfo[]): void {
  expectFoldable(name, args, 2, 'accuracy', '"INT"');
  const { literal } = args[2] as ArgumentInfo;
  if (literal === undefined) return;
  if (literal === null) throw unexpectedNull(name, args, 'accuracy');
  const accuracy = Number(literal);
  if (accuracy <= 0 || accuracy > INT_MAX) throw outOfRange(name, args, 'accuracy', `(0, ${INT_MAX}]`, `${accuracy}L`);
}

const LONG_LIMIT = 2n ** 63n;

/** As Java's conversion has it: beyond the range its ends. */
function saturated(x: number): bigint {
  const whole = BigInt(Math.trunc(x));
  if (whole >= LONG_LIMIT) return LONG_LIMIT - 1n;
  return whole < -LONG_LIMIT ? -LONG_LIMIT : whole;
}

/** A double back in the type of the column. */
function output(x: number, type: DataType): Value {
  switch (type.kind) {
    case 'float':
    case 'double':
      return x;
    case 'decimal':
      // A double near the greatest decimals of a type may be beyond them.
      return toPrecision(parseDecimal(doubleToString(x)) as Decimal, type.precision, type.scale);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'daytime_interval':
    case 'time':
      return saturated(x);
    default:
      return Math.trunc(x);
  }
}

function merge(a: ApproxState, b: ApproxState): ApproxState {
  if (a.percentages === null) a.percentages = b.percentages;
  if (b.summary === null) return a;
  a.summary ??= new QuantileSummaries(b.summary.relativeError);
  a.summary.merge(b.summary);
  return a;
}

function declareApprox(name: string): AggregateFunction<ApproxState> {
  return aggregate<ApproxState>({
    name,
    since: '2.1.0',
    params: [
      { name: 'col', accepts: ['numeric', 'datetime', 'interval'] },
      { name: 'percentage', accepts: ['double', 'array'], literal: true },
      { name: 'accuracy', accepts: ['integral'], optional: true, literal: true, pythonDefault: '10000' },
    ],
    signature: (args) => approxSignature(name, args),
    doc: 'About the value below which the given share (0 to 1) of the values lies: one of the values, whose rank is wrong by at most 1/accuracy of their number. An array of shares gives an array.',
    examples: [
      [`${name}(10, 0.5)`, '10'],
      [`${name}(10.5D, array(0.1, 0.9), 100)`, '[10.5, 10.5]'],
    ],
    sql: (args, distinct) => `${name}(${distinct ? 'DISTINCT ' : ''}${args[0]}, ${args[1]}, ${args[2] ?? DEFAULT_ACCURACY})`,
    ...imperative(2, [String(DEFAULT_ACCURACY)]),
    init: () => ({ summary: null, percentages: null }),
    update: (s, [x, percentages, accuracy]) => {
      s.percentages ??= percentages as Value;
      if (x === null) return s;
      s.summary ??= new QuantileSummaries(1 / Number(accuracy ?? DEFAULT_ACCURACY));
      s.summary.insert(toNumber(x as Value));
      return s;
    },
    merge,
    finish: (s, ctx): Value => {
      const values = s.summary?.query(percentagesOf(s.percentages));
      if (values === undefined) return null;
      if (ctx.returnType.kind !== 'array') return output(values[0] as number, ctx.returnType);
      const { element } = ctx.returnType;
      return values.map((x) => output(x, element));
    },
  });
}

export const approximatePercentiles = [declareApprox('percentile_approx'), declareApprox('approx_percentile')];
