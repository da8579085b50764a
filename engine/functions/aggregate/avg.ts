import type { Vector } from '../../columnar/index.ts';
import {
  DayTimeIntervalType,
  Decimal,
  divideDecimals,
  divideRounded,
  DoubleType,
  numericValueOutOfRange,
  toPrecision,
  YearMonthIntervalType,
} from '../../types/index.ts';
import type { DataType, DecimalType, Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { expectNumericOrInterval } from '../typing.ts';
import { aggregate } from './declare.ts';
import { DoubleSums, frameSums } from './double-sums.ts';
import { addTo, emptySum, fitDecimal, summand, sumType } from './sum.ts';
import type { SumState } from './sum.ts';
import type { OverflowRule } from './exact-sums.ts';
import { asDoubles, countedMask, doublesOf } from './slots.ts';

/** Digits behind the point of a decimal quotient before it is rounded to the result's scale. */
const QUOTIENT_SCALE = 39;

function avgType(t: DataType): DataType {
  switch (t.kind) {
    case 'decimal':
      return { kind: 'decimal', precision: Math.min(38, t.precision + 4), scale: Math.min(38, t.scale + 4) };
    case 'daytime_interval':
      return DayTimeIntervalType;
    case 'yearmonth_interval':
      return YearMonthIntervalType;
    default:
      return DoubleType;
  }
}

interface AvgState extends SumState {
  count: number;
}

/** Type in which the values are summed up: numbers that are not decimals as doubles. */
function totalType(ctx: CallContext): DataType {
  const type = ctx.argTypes[0] as DataType;
  return type.kind === 'decimal' || ctx.returnType.kind !== 'double' ? sumType(type) : DoubleType;
}

function decimalAverage(total: bigint, count: number, from: DecimalType, to: DecimalType, rule: OverflowRule): Value {
  const sum = fitDecimal(total, from, rule);
  if (sum === null) return null;
  const quotient = divideDecimals(sum, new Decimal(BigInt(count), 0), QUOTIENT_SCALE);
  const rounded = toPrecision(quotient, to.precision, to.scale);
  if (rounded === null && rule === 'raise') throw numericValueOutOfRange(quotient, to.precision, to.scale);
  return rounded;
}

function finishAvg(s: AvgState, ctx: CallContext, rule: OverflowRule): Value {
  if (s.value === null || s.lost) return null;
  const type = ctx.returnType;
  switch (type.kind) {
    case 'decimal':
      return decimalAverage(s.value as bigint, s.count, totalType(ctx) as DecimalType, type, rule);
    case 'daytime_interval':
      return divideRounded(s.value as bigint, BigInt(s.count), 'halfUp');
    case 'yearmonth_interval':
      return Number(divideRounded(BigInt(s.value), BigInt(s.count), 'halfUp'));
    default:
      return (s.value as number) / s.count;
  }
}

class AvgAccumulator extends DoubleSums implements Accumulator {
  constructor(private readonly type: DataType) {
    super();
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    this.add(groups, args[0] as Vector, n);
  }
  state(): readonly Vector[] {
    return [doublesOf(this.type, this.sums, this.count), doublesOf(this.type, this.counts, this.count)];
  }
  finish(): Vector {
    return averages(this.sums, this.counts, this.count, this.type);
  }
}

function averages(sums: Float64Array, counts: Float64Array, n: number, type: DataType): Vector {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = (sums[i] as number) / (counts[i] as number);
  return { layout: 'double', type: type as never, length: n, validity: countedMask(counts, n), data: out };
}

function avgFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, type: DataType): Vector | undefined {
  const data = type.kind === 'double' ? asDoubles(v) : null;
  if (data === null) return undefined;
  return frameSums('mean', data, v.validity, lo, hi, n, type);
}

function avgSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const type = expectNumericOrInterval(name, args, 0);
  return { argTypes: [type], returns: avgType(type), nullable: true };
}

function declareAvg(
  name: string,
  since: string,
  rule: (ctx: CallContext) => OverflowRule,
  doc: string,
  examples: AggregateFunction['examples'],
): AggregateFunction<AvgState> {
  return aggregate<AvgState>({
    name,
    since,
    params: [{ name: 'expr', pythonName: 'col', accepts: ['numeric', 'interval'] }],
    ...(name.startsWith('try_') ? { counts: [1], countsShown: [1, 2] } : {}),
    signature: (args) => avgSignature(name, args),
    doc,
    examples,
    init: () => ({ ...emptySum(), count: 0 }),
    update: (s, [x], ctx) => {
      if (x === null) return s;
      addTo(s, summand(x as Value), totalType(ctx), rule(ctx));
      s.count += 1;
      return s;
    },
    merge: (a, b, ctx) => {
      if (b.value !== null) addTo(a, b.value, totalType(ctx), rule(ctx));
      a.count += b.count;
      a.lost ||= b.lost;
      return a;
    },
    finish: (s, ctx) => finishAvg(s, ctx, rule(ctx)),
    accumulator: (ctx) => (ctx.returnType.kind === 'double' ? new AvgAccumulator(ctx.returnType) : undefined),
    frames: ([v], lo, hi, n, ctx) => avgFrames(v as Vector, lo, hi, n, ctx.returnType),
  });
}

const AVG_DOC = 'Mean of the values that are not null; NULL if there are none. A DOUBLE, for DECIMAL(p,s) a DECIMAL(p+4,s+4).';

export const avg = declareAvg('avg', '1.0.0', (ctx) => (ctx.ansi ? 'raise' : 'wrap'), AVG_DOC, [
  ['avg(5)', '5.0'],
  ['avg(1.50)', '1.500000'],
  ['avg(CAST(NULL AS INT))', null],
]);
export const mean = declareAvg('mean', '1.0.0', (ctx) => (ctx.ansi ? 'raise' : 'wrap'), AVG_DOC, [['mean(5)', '5.0']]);

export const tryAvg = declareAvg('try_avg', '3.3.0', () => 'null', 'As `avg`, with NULL where the sum does not fit its type.', [['try_avg(5)', '5.0']]);
