import { SparkError } from '../../core/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { BooleanType, Decimal, DoubleType, LongType, numericValueOutOfRange, pow10 } from '../../types/index.ts';
import type { DataType, DecimalType, Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { expectNumericOrInterval } from '../typing.ts';
import { aggregate } from './declare.ts';
import { frameSums, SeenSums } from './double-sums.ts';
import { ExactSums, exactFrames } from './exact-sums.ts';
import type { OverflowRule } from './exact-sums.ts';
import { asDoubles, doublesOf, seenMask } from './slots.ts';

/** Type of the sum of values of a type. */
export function sumType(t: DataType): DataType {
  switch (t.kind) {
    case 'decimal':
      return { kind: 'decimal', precision: Math.min(38, t.precision + 10), scale: t.scale };
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return LongType;
    case 'daytime_interval':
    case 'yearmonth_interval':
      return t;
    default:
      return DoubleType;
  }
}

/** A sum that leaves the range of its type. */
export function sumOverflow(type: DataType): SparkError {
  if (type.kind === 'long') {
    return new SparkError({
      errorClass: 'ArithmeticException',
      condition: 'ARITHMETIC_OVERFLOW',
      sqlState: '22003',
      parameters: {
        message: 'overflow',
        alternative: " Use 'try_add' to tolerate overflow and return NULL instead.",
        config: '"spark.sql.ansi.enabled"',
      },
      sentence: 'The sum does not fit BIGINT. Sum a DECIMAL instead, or use try_sum to get NULL.',
    });
  }
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'INTERVAL_ARITHMETIC_OVERFLOW.WITH_SUGGESTION',
    sqlState: '22015',
    parameters: { functionName: '`try_add`' },
    sentence: 'The sum of the intervals leaves the range of their type; try_sum gives NULL for it.',
  });
}

/** Running sum of one group; `value` is null before the first row, `lost` after an overflow that gives null. */
export interface SumState {
  value: number | bigint | null;
  lost: boolean;
}

export function emptySum(): SumState {
  return { value: null, lost: false };
}

/** Adds a value (an unscaled one for decimals) to a sum of the given type. */
export function addTo(s: SumState, x: number | bigint, type: DataType, rule: OverflowRule): void {
  if (type.kind === 'double') {
    s.value = ((s.value as number | null) ?? 0) + Number(x);
    return;
  }
  if (type.kind === 'yearmonth_interval') {
    const sum = ((s.value as number | null) ?? 0) + (x as number);
    if ((sum | 0) !== sum) overflowed(s, type, rule === 'null' ? 'null' : 'raise');
    s.value = sum | 0;
    return;
  }
  const sum = ((s.value as bigint | null) ?? 0n) + BigInt(x);
  const kept = type.kind === 'decimal' ? sum : BigInt.asIntN(64, sum);
  s.value = kept;
  if (kept !== sum) overflowed(s, type, type.kind !== 'long' && rule === 'wrap' ? 'raise' : rule);
}

function overflowed(s: SumState, type: DataType, rule: OverflowRule): void {
  if (rule === 'raise') throw sumOverflow(type);
  if (rule === 'null') s.lost = true;
}

/** The number that `addTo` takes of a value. */
export function summand(x: Value): number | bigint {
  return x instanceof Decimal ? x.unscaled : (x as number | bigint);
}

/** A decimal sum with more digits than its type: an error, or null where the rule or legacy mode says so. */
export function fitDecimal(unscaled: bigint, type: DecimalType, rule: OverflowRule): Decimal | null {
  const limit = pow10(type.precision);
  if (unscaled < limit && unscaled > -limit) return new Decimal(unscaled, type.scale);
  if (rule !== 'raise') return null;
  throw numericValueOutOfRange(new Decimal(unscaled, type.scale), type.precision, type.scale);
}

function finishSum(s: SumState, type: DataType, rule: OverflowRule): Value {
  if (s.value === null || s.lost) return null;
  return type.kind === 'decimal' ? fitDecimal(s.value as bigint, type, rule) : s.value;
}

/** The sums with those nulled (or refused) that do not fit the decimal type. */
function checkDecimals(v: Vector, rule: OverflowRule): Vector {
  if (v.layout !== 'decimal' || v.data instanceof Float64Array) return v;
  const { data, type, length, validity } = v;
  const seen = validity === null ? new Uint8Array(length).fill(1) : validity.slice();
  for (let i = 0; i < length; i++) {
    if (seen[i] === 1 && fitDecimal(data[i] as bigint, type, rule) === null) seen[i] = 0;
  }
  return { ...v, validity: seenMask(seen, length) };
}

class ExactSumAccumulator implements Accumulator {
  private readonly sums: ExactSums;
  constructor(
    type: DataType,
    private readonly rule: OverflowRule,
  ) {
    this.sums = new ExactSums(type, rule, () => sumOverflow(type));
  }
  grow(count: number): void {
    this.sums.grow(count);
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    this.sums.add(groups, args[0] as Vector, n);
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.sums.add(groups, state[0] as Vector, n);
    this.sums.addLost(groups, state[1], n);
  }
  state(): readonly Vector[] {
    return this.rule === 'null' ? [this.sums.vector(), this.sums.lostVector()] : [this.sums.vector()];
  }
  finish(): Vector {
    return checkDecimals(this.sums.vector(), this.rule);
  }
}

class DoubleSumAccumulator extends SeenSums implements Accumulator {
  constructor(private readonly type: DataType) {
    super();
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    this.add(groups, args[0] as Vector, n);
  }
  state(): readonly Vector[] {
    const seen: Vector = { layout: 'bool', type: BooleanType, length: this.count, validity: null, data: this.seen.subarray(0, this.count) };
    return [doublesOf(this.type, this.sums, this.count), seen];
  }
  finish(): Vector {
    return doublesOf(this.type, this.sums, this.count, this.seen);
  }
}

function sumFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, type: DataType): Vector | undefined {
  if (type.kind !== 'double') return type.kind === 'yearmonth_interval' ? undefined : exactFrames(v, lo, hi, n, type);
  const data = asDoubles(v);
  if (data === null) return undefined;
  return frameSums('sum', data, v.validity, lo, hi, n, type);
}

function sumSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const type = expectNumericOrInterval(name, args, 0);
  return { argTypes: [type], returns: sumType(type), nullable: true };
}

function declareSum(
  name: string,
  since: string,
  rule: (ctx: CallContext) => OverflowRule,
  doc: string,
  examples: AggregateFunction['examples'],
): AggregateFunction<SumState> {
  return aggregate<SumState>({
    name,
    since,
    params: [{ name: 'expr', pythonName: 'col', accepts: ['numeric', 'interval'] }],
    ...(name.startsWith('try_') ? { counts: [1], countsShown: [1, 2] } : {}),
    signature: (args) => sumSignature(name, args),
    doc,
    examples,
    init: emptySum,
    update: (s, [x], ctx) => {
      if (x !== null) addTo(s, summand(x as Value), ctx.returnType, rule(ctx));
      return s;
    },
    merge: (a, b, ctx) => {
      if (b.value !== null) addTo(a, b.value, ctx.returnType, rule(ctx));
      a.lost ||= b.lost;
      return a;
    },
    finish: (s, ctx) => finishSum(s, ctx.returnType, rule(ctx)),
    accumulator: (ctx) => {
      switch (ctx.returnType.kind) {
        case 'double':
          return new DoubleSumAccumulator(ctx.returnType);
        case 'yearmonth_interval':
          return undefined;
        case 'daytime_interval':
          return new ExactSumAccumulator(ctx.returnType, rule(ctx) === 'null' ? 'null' : 'raise');
        default:
          return new ExactSumAccumulator(ctx.returnType, rule(ctx));
      }
    },
    frames: ([v], lo, hi, n, ctx) => sumFrames(v as Vector, lo, hi, n, ctx.returnType),
  });
}

export const sum = declareSum(
  'sum',
  '1.0.0',
  (ctx) => (ctx.ansi ? 'raise' : 'wrap'),
  'Sum of the values that are not null; NULL if there are none. Whole numbers sum up to BIGINT, DECIMAL(p,s) to DECIMAL(p+10,s), others to DOUBLE; a sum that does not fit raises ARITHMETIC_OVERFLOW.',
  [
    ['sum(5)', '5'],
    ['sum(CAST(NULL AS INT))', null],
    ['sum(1.50)', '1.50'],
  ],
);

export const trySum = declareSum('try_sum', '3.3.0', () => 'null', 'As `sum`, with NULL for a sum that does not fit its type.', [
  ['try_sum(5)', '5'],
  ['try_sum(1.5D)', '1.5'],
]);
