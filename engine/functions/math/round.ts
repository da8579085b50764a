/** round, bround, ceil, floor. */
import type { Vector } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import { Decimal, decimalForType, DoubleType, IntegerType, isIntegral, isNumeric, isString, LongType, rescale } from '../../types/index.ts';
import type { DataType, DecimalType, Rounding, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { constantInteger, expectFoldable, expectNumeric, expectType, scalarFunction, unexpectedInput } from '../typing.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { doubleVector, family } from './declare.ts';
import { roundDecimal, roundDouble, roundedType, roundIntegral } from './round-values.ts';

const ZERO: ArgumentInfo = { type: IntegerType, nullable: false, foldable: true, literal: 0, sql: '0' };
const SCALE: ParameterSpec = { name: 'scale', accepts: ['integer'], optional: true, literal: true, pythonDefault: 'None' };
const COLUMN: ParameterSpec = { name: 'expr', pythonName: 'col', accepts: ['numeric'] };

function roundSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const shown = args.length > 1 ? args : [...args, ZERO];
  const type = expectNumeric(name, shown, 0);
  const scaleType = expectType(name, shown, 1, IntegerType);
  expectFoldable(name, shown, 1, 'scale', '"INT"', type.kind !== 'decimal');
  return {
    argTypes: args.length > 1 ? [type, scaleType] : [type],
    returns: type.kind === 'decimal' ? roundedType(type, constantInteger(shown[1] as ArgumentInfo) ?? 0) : type,
    nullable: true,
  };
}

function roundValue(x: Value, scale: number, ctx: CallContext, rounding: Rounding): Value {
  const type = ctx.argTypes[0] as DataType;
  if (type.kind === 'decimal') return roundDecimal(x as Decimal, scale, ctx.returnType as DecimalType, rounding);
  if (type.kind === 'double') return roundDouble(x as number, scale, rounding);
  if (type.kind === 'float') return Math.fround(roundDouble(x as number, scale, rounding));
  return roundIntegral(x as number | bigint, scale, type, rounding, ctx.ansi);
}

/** The scale of a call site, if it is a constant that is not null. */
function constantScale(ctx: CallContext): number | undefined {
  if (ctx.argTypes.length === 1) return 0;
  const scale = ctx.literals[1];
  return typeof scale === 'number' ? scale : undefined;
}

function roundKernel(v: Vector, n: number, ctx: CallContext, rounding: Rounding): Vector | undefined {
  const scale = constantScale(ctx);
  if (scale === undefined) return undefined;
  if (scale >= 0 && (v.layout === 'int' || v.layout === 'long')) return v;
  if (v.layout !== 'double') return undefined;
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = roundDouble(v.data[i] as number, scale, rounding);
  if (v.type.kind === 'double') return doubleVector(data);
  for (let i = 0; i < n; i++) data[i] = Math.fround(data[i] as number);
  return { ...v, validity: null, data };
}

function rounder(name: string, since: string, rounding: Rounding, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    asks: { interpreted: { places: [1, 0] } },
    family,
    since,
    params: [COLUMN, SCALE],
    signature: (args) => roundSignature(name, args),
    sql: ([a, scale]) => `${name}(${a}, ${scale ?? '0'})`,
    doc,
    examples,
    row: ([x, scale], ctx) => roundValue(x as Value, (scale ?? 0) as number, ctx, rounding),
    batch: ([v], n, ctx) => roundKernel(v as Vector, n, ctx, rounding),
  });
}

/** What a number counts as where a scale is given: texts and nulls as the widest decimal with 18 digits behind the point. */
function asScaled(type: DataType): DecimalType | undefined {
  return isString(type) || type.kind === 'null' ? { kind: 'decimal', precision: 38, scale: 18 } : decimalForType(type);
}

const ACCEPTED = '("DOUBLE" or "DECIMAL" or "BIGINT")';

function wholeSignature(name: string, shown: string, args: readonly ArgumentInfo[]): Signature {
  const { type } = args[0] as ArgumentInfo;
  if (args.length > 1) return scaledSignature(name, args);
  if (type.kind === 'decimal') {
    const carry = type.scale === 0 ? 0 : 1;
    const returns: DecimalType = { kind: 'decimal', precision: Math.min(type.precision - type.scale + carry, 38), scale: 0 };
    return { argTypes: [type], returns, nullable: true };
  }
  if (isIntegral(type)) return { argTypes: [LongType], returns: LongType, nullable: true };
  if (isNumeric(type) || isString(type) || type.kind === 'null') return { argTypes: [DoubleType], returns: LongType, nullable: true };
  throw unexpectedInput(shown, args, 0, ACCEPTED);
}

function scaledSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [x, scale] = args as readonly [ArgumentInfo, ArgumentInfo];
  if (scale.failure !== undefined) throw scale.failure;
  if (!scale.foldable || scale.type.kind !== 'integer' || typeof scale.literal !== 'number') {
    throw analysisError(
      'NON_FOLDABLE_ARGUMENT',
      '42K08',
      { funcName: `\`${name}\``, paramName: '`scale`', paramType: '"INT"' },
      `The scale of ${name} must be a constant whole number.`,
    );
  }
  const type = asScaled(x.type);
  if (type === undefined) throw unexpectedInput(name, args, 0, '"DECIMAL"');
  return { argTypes: [type, IntegerType], returns: roundedType(type, scale.literal), nullable: true };
}

const LONG_LIMIT = 2 ** 63;

function toLong(x: number, ansi: boolean): bigint {
  if (Number.isNaN(x)) return 0n;
  if (x >= -LONG_LIMIT && x < LONG_LIMIT) return BigInt(x);
  if (ansi) throw arithmeticOverflow();
  return x > 0 ? 2n ** 63n - 1n : -(2n ** 63n);
}

function wholeValue(x: Value, scale: Value | undefined, ctx: CallContext, up: boolean): Value {
  const rounding: Rounding = up ? 'ceiling' : 'floor';
  if (x instanceof Decimal) {
    if (scale !== undefined) return roundDecimal(x, scale as number, ctx.returnType as DecimalType, rounding);
    return rescale(x, 0, rounding);
  }
  return typeof x === 'bigint' ? x : toLong(up ? Math.ceil(x as number) : Math.floor(x as number), ctx.ansi);
}

/** Doubles whose whole part is exact. */
function wholeKernel(v: Vector, n: number, up: boolean, valid: Uint8Array | null): Vector | undefined {
  if (v.layout === 'long') return v;
  if (v.layout !== 'double') return undefined;
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = (up ? Math.ceil(v.data[i] as number) : Math.floor(v.data[i] as number)) + 0;
    if (!(x <= Number.MAX_SAFE_INTEGER && x >= -Number.MAX_SAFE_INTEGER) && (valid === null || valid[i] === 1)) return undefined;
    data[i] = x;
  }
  return { layout: 'long', type: LongType, length: n, validity: null, data };
}

function whole(name: string, since: string, up: boolean, shown: string, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [COLUMN, SCALE],
    counts: [1, 2],
    countsShown: [2],
    signature: (args) => wholeSignature(name, shown, args),
    sql: (args) => (args.length === 1 ? `${shown}(${args[0]})` : `${name}(${args.join(', ')})`),
    doc,
    examples,
    row: ([x, scale], ctx) => wholeValue(x as Value, scale, ctx, up),
    batch: (args, n, _ctx, valid) => (args.length === 1 ? wholeKernel(args[0] as Vector, n, up, valid) : undefined),
  });
}

const CEIL = 'The smallest whole number that is not below the number; with a scale, to that many places after the point.';

export const rounding: readonly ScalarFunction[] = [
  rounder('round', '1.5.0', 'halfUp', 'The number rounded to a place after the point (before it, if negative), away from zero at a half.', [
    ['round(2.5, 0)', '3'],
    ['round(2.675D, 2)', '2.68'],
    ['round(25, -1)', '30'],
  ]),
  rounder('bround', '2.0.0', 'halfEven', 'The number rounded to a place after the point (before it, if negative), to the even digit at a half.', [
    ['bround(2.5, 0)', '2'],
    ['bround(25, -1)', '20'],
  ]),
  whole('ceil', '1.4.0', true, 'CEIL', CEIL, [
    ['ceil(-0.1)', '0'],
    ['ceil(3.1411, 3)', '3.142'],
  ]),
  whole('ceiling', '1.4.0', true, 'ceiling', CEIL, [['ceiling(5)', '5']]),
  whole('floor', '1.4.0', false, 'FLOOR', 'The largest whole number that is not above the number; with a scale, to that many places after the point.', [
    ['floor(-0.1)', '-1'],
    ['floor(3.1411, 3)', '3.141'],
  ]),
];
