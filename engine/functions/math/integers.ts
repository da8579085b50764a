/** abs, sign, factorial, width_bucket. */
import type { Vector } from '../../columnar/index.ts';
import { canImplicitCast, Decimal, DoubleType, isAnsiInterval, isNumeric, isString, LongType, saturate } from '../../types/index.ts';
import type { DataType, DecimalType, Value } from '../../types/index.ts';
import { IntegerType } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { differentTypes, expectType, scalarFunction, unexpectedInput } from '../typing.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { family } from './declare.ts';
import { negatedDecimal } from '../operator/negated-decimal.ts';
import { signum } from './java-math.ts';

const COLUMN: ParameterSpec = { name: 'expr', pythonName: 'col', accepts: ['numeric', 'interval'] };
const LOWEST: Readonly<Record<string, number>> = { byte: -128, short: -32_768, integer: -2_147_483_648, yearmonth_interval: -2_147_483_648 };

/** The lowest of a type has no positive counterpart: an error in ANSI mode, else it stays. */
function absolute(x: Value, type: DataType, ansi: boolean): Value {
  if (x instanceof Decimal) return x.unscaled < 0n ? negatedDecimal(x, type as DecimalType) : x;
  if (typeof x === 'bigint') {
    const out = BigInt.asIntN(64, x < 0n ? -x : x);
    if (out < 0n && (ansi || type.kind === 'daytime_interval')) throw arithmeticOverflow();
    return out;
  }
  const n = x as number;
  if (n === LOWEST[type.kind]) {
    if (ansi || type.kind === 'yearmonth_interval') throw arithmeticOverflow();
    return n;
  }
  return Math.abs(n);
}

function absKernel(v: Vector, n: number, ansi: boolean): Vector | undefined {
  if (v.layout === 'double' || (v.layout === 'long' && v.data instanceof Float64Array)) {
    const data = new Float64Array(n);
    for (let i = 0; i < n; i++) data[i] = Math.abs(v.data[i] as number);
    return { ...v, validity: null, data } as Vector;
  }
  if (v.layout !== 'int' || !ansi) return undefined;
  const data = new Int32Array(n);
  const lowest = LOWEST[v.type.kind];
  for (let i = 0; i < n; i++) {
    if (v.data[i] === lowest) return undefined;
    data[i] = Math.abs(v.data[i] as number);
  }
  return { ...v, validity: null, data };
}

const abs = scalarFunction({
  name: 'abs',
  family,
  since: '1.2.0',
  params: [COLUMN],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (isNumeric(type) || isAnsiInterval(type)) return { argTypes: [type], returns: type };
    if (isString(type) || type.kind === 'null') return { argTypes: [DoubleType], returns: DoubleType, nullable: true };
    throw unexpectedInput('abs', args, 0, '("NUMERIC" or "INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH")');
  },
  doc: 'The number or interval without its sign.',
  examples: [
    ['abs(-1)', '1'],
    ["abs(INTERVAL -'1-1' YEAR TO MONTH)", "INTERVAL '1-1' YEAR TO MONTH"],
  ],
  row: ([x], ctx) => absolute(x as Value, ctx.argTypes[0] as DataType, ctx.ansi),
  batch: ([v], n, ctx) => absKernel(v as Vector, n, ctx.ansi),
});

function signSignature(shown: string, args: readonly ArgumentInfo[]): Signature {
  const { type } = args[0] as ArgumentInfo;
  if (isAnsiInterval(type)) return { argTypes: [type], returns: DoubleType, nullable: true };
  if (!canImplicitCast(type, DoubleType)) {
    throw unexpectedInput(shown, args, 0, '("DOUBLE" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND")');
  }
  return { argTypes: [DoubleType], returns: DoubleType, nullable: true };
}

function sign(name: string, shown: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '1.4.0',
    params: [COLUMN],
    signature: (args) => signSignature(shown, args),
    ...(shown === name ? {} : { sql: ([a]: readonly string[]) => `${shown}(${a})` }),
    doc: '-1.0, 0.0 or 1.0, as the number or interval is negative, zero or positive.',
    examples: [
      [`${name}(40)`, '1.0'],
      [`${name}(INTERVAL -'100' YEAR)`, '-1.0'],
    ],
    row: ([x]) => signum(Number(x)),
  });
}

const MAX_FACTORIAL = 20;
const FACTORIALS: bigint[] = [1n];
for (let n = 1; n <= MAX_FACTORIAL; n++) FACTORIALS.push((FACTORIALS[n - 1] as bigint) * BigInt(n));

const factorial = scalarFunction({
  name: 'factorial',
  family,
  since: '1.5.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['integer'] }],
  signature: (args) => ({ argTypes: [expectType('factorial', args, 0, IntegerType)], returns: LongType, nullable: true }),
  doc: 'The product of the whole numbers up to this one, for 0 to 20; NULL beyond.',
  examples: [
    ['factorial(5)', '120'],
    ['factorial(21)', null],
  ],
  row: ([x]): Value => FACTORIALS[x as number] ?? null,
});

const BUCKET_TYPES = '("DOUBLE" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND")';

function bucketSignature(args: readonly ArgumentInfo[]): Signature {
  const name = 'width_bucket';
  const bounds = args.slice(0, 3).map((a) => a.type);
  const interval = bounds.find(isAnsiInterval);
  for (const [i, t] of bounds.entries()) if (!isAnsiInterval(t) && !canImplicitCast(t, DoubleType)) throw unexpectedInput(name, args, i, BUCKET_TYPES);
  const count = expectType(name, args, 3, LongType);
  if (interval !== undefined) {
    const shown = bounds.map((t) => (isAnsiInterval(t) || t.kind === 'null' ? t : DoubleType));
    if (shown.some((t) => t.kind !== interval.kind && t.kind !== 'null')) throw differentTypes(name, args, shown);
    return { argTypes: [...bounds.map((t) => (t.kind === 'null' ? interval : t)), count], returns: LongType, nullable: true };
  }
  return { argTypes: [DoubleType, DoubleType, DoubleType, count], returns: LongType, nullable: true };
}

const MAX_LONG = 2n ** 63n - 1n;

/** A number outside falls into bucket 0 or the one behind the last; bounds may descend. */
function bucketOf(args: readonly Value[], _ctx: CallContext): Value {
  const count = args[3] as bigint;
  const [x, low, high] = args.slice(0, 3).map(Number) as [number, number, number];
  if (count <= 0n || count === MAX_LONG || Number.isNaN(x) || low === high || !Number.isFinite(low) || !Number.isFinite(high)) return null;
  const [under, over] = low < high ? [x < low, x >= high] : [x > low, x <= high];
  if (under) return 0n;
  if (over) return count + 1n;
  const below = low < high ? (Number(count) * (x - low)) / (high - low) : (Number(count) * (low - x)) / (low - high);
  return BigInt.asIntN(64, saturate(below) + 1n);
}

const widthBucket = scalarFunction({
  name: 'width_bucket',
  family,
  since: '3.1.0',
  params: [
    { name: 'value', pythonName: 'v', accepts: ['double', 'interval'] },
    { name: 'min_value', pythonName: 'min', accepts: ['double', 'interval'] },
    { name: 'max_value', pythonName: 'max', accepts: ['double', 'interval'] },
    { name: 'num_bucket', pythonName: 'numBucket', accepts: ['long'] },
  ],
  signature: bucketSignature,
  doc: 'Which of so many equal ranges between two bounds the number falls into, counted from 1; 0 below them, one more than there are above.',
  examples: [
    ['width_bucket(5.3, 0.2, 10.6, 5)', '3'],
    ['width_bucket(-2.1, 1.3, 3.4, 3)', '0'],
    ['width_bucket(8.1, 0.0, 5.7, 4)', '5'],
  ],
  row: bucketOf,
});

export const integers: readonly ScalarFunction[] = [abs, sign('sign', 'sign'), sign('signum', 'SIGNUM'), factorial, widthBucket];
