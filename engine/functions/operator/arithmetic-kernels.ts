/** Arithmetic over whole columns, in ANSI mode: plain loops over typed arrays. What they decline goes row by row. */
import { toBigInt64 } from '../../columnar/index.ts';
import type { LongVector, Vector } from '../../columnar/index.ts';
import type { CallContext } from '../define.ts';
import type { DataType } from '../../types/index.ts';
import { decimalKernel, negateDecimals } from './decimal-kernels.ts';
import { arithmeticOverflow, divideByZero, remainderByZero } from './errors.ts';
import type { ArithmeticOperator } from './numbers.ts';
import { tryNameOf } from './numbers.ts';

type Mask = Uint8Array | null;
type Numbers = Int32Array | Float64Array;

/** The numbers of a vector, if it holds them as plain numbers. */
function numbersOf(v: Vector): Numbers | undefined {
  switch (v.layout) {
    case 'int':
    case 'double':
      return v.data;
    case 'long':
      return v.data instanceof Float64Array ? v.data : undefined;
    default:
      return undefined;
  }
}

function longVector(type: DataType, n: number, data: Float64Array | BigInt64Array): Vector {
  return { layout: 'long', type: type as never, length: n, validity: null, data };
}

/** Row of the first valid value outside of the exact range of doubles, or -1. */
function firstUnsafe(data: Float64Array, n: number, valid: Mask): number {
  const max = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    if ((x > max || x < -max) && (valid === null || valid[i] === 1)) return i;
  }
  return -1;
}

/** Sums, differences and products without a look at their range. */
function combine(op: '+' | '-' | '*', a: Numbers, b: Numbers, n: number, out: Float64Array): void {
  if (op === '+') for (let i = 0; i < n; i++) out[i] = (a[i] as number) + (b[i] as number);
  else if (op === '-') for (let i = 0; i < n; i++) out[i] = (a[i] as number) - (b[i] as number);
  else for (let i = 0; i < n; i++) out[i] = (a[i] as number) * (b[i] as number);
}

function intKernel(op: '+' | '-' | '*', a: Int32Array, b: Int32Array, n: number, type: DataType, valid: Mask): Vector {
  const data = new Int32Array(n);
  let over = 0;
  if (op === '*') {
    for (let i = 0; i < n; i++) {
      const exact = (a[i] as number) * (b[i] as number);
      data[i] = exact;
      if (exact !== data[i] && (valid === null || valid[i] === 1)) over++;
    }
  } else {
    const sign = op === '+' ? 1 : -1;
    for (let i = 0; i < n; i++) {
      const exact = (a[i] as number) + sign * (b[i] as number);
      data[i] = exact;
      if (exact !== data[i] && (valid === null || valid[i] === 1)) over++;
    }
  }
  if (over > 0) throw arithmeticOverflow(tryNameOf(op));
  return { layout: 'int', type: type as never, length: n, validity: null, data };
}

function longKernel(op: '+' | '-' | '*', a: LongVector, b: LongVector, n: number, type: DataType, valid: Mask): Vector {
  if (a.data instanceof Float64Array && b.data instanceof Float64Array) {
    const out = new Float64Array(n);
    combine(op, a.data, b.data, n, out);
    if (op === '*') for (let i = 0; i < n; i++) out[i] = (out[i] as number) + 0;
    if (firstUnsafe(out, n, valid) < 0) return longVector(type, n, out);
  }
  return longVector(type, n, wideArithmetic(op, toBigInt64(a), toBigInt64(b), n, valid));
}

/** In 64 bits; narrowed again where all results are safe. */
function wideArithmetic(op: '+' | '-' | '*', a: BigInt64Array, b: BigInt64Array, n: number, valid: Mask): BigInt64Array | Float64Array {
  const out = new BigInt64Array(n);
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) continue;
    const [x, y] = [a[i] as bigint, b[i] as bigint];
    const exact = op === '+' ? x + y : op === '-' ? x - y : x * y;
    out[i] = exact;
    if (out[i] !== exact) throw arithmeticOverflow(tryNameOf(op));
  }
  return narrowed(out, n);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The same numbers as doubles if all are safe. */
function narrowed(wide: BigInt64Array, n: number): BigInt64Array | Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = wide[i] as bigint;
    if (x > MAX_SAFE || x < -MAX_SAFE) return wide;
    out[i] = Number(x);
  }
  return out;
}

function doubleKernel(op: '+' | '-' | '*', a: Numbers, b: Numbers, n: number, type: DataType): Vector {
  const data = new Float64Array(n);
  combine(op, a, b, n, data);
  if (type.kind === 'float') for (let i = 0; i < n; i++) data[i] = Math.fround(data[i] as number);
  return { layout: 'double', type: type as never, length: n, validity: null, data };
}

function refuseZeros(b: Numbers, n: number, valid: Mask, op: ArithmeticOperator): void {
  for (let i = 0; i < n; i++) {
    if (b[i] === 0 && (valid === null || valid[i] === 1)) throw op === '/' || op === 'div' ? divideByZero() : remainderByZero();
  }
}

function divideKernel(a: Numbers, b: Numbers, n: number, type: DataType, valid: Mask): Vector {
  refuseZeros(b, n, valid, '/');
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = (a[i] as number) / (b[i] as number);
  return { layout: 'double', type: type as never, length: n, validity: null, data };
}

/** Remainders and integral quotients of numbers that are exact as doubles. */
function integralKernel(op: '%' | 'pmod' | 'div', v: Vector, a: Numbers, b: Numbers, n: number, type: DataType, valid: Mask): Vector {
  refuseZeros(b, n, valid, op);
  if (op === 'div') {
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = quotient(a[i] as number, b[i] as number);
    return longVector(type, n, out);
  }
  const data: Numbers = v.layout === 'int' ? new Int32Array(n) : new Float64Array(n);
  if (op === '%') for (let i = 0; i < n; i++) data[i] = ((a[i] as number) % (b[i] as number)) + 0;
  else if (v.layout === 'int') for (let i = 0; i < n; i++) data[i] = positiveInt(a[i] as number, b[i] as number);
  else for (let i = 0; i < n; i++) data[i] = positive(a[i] as number, b[i] as number);
  return { layout: v.layout, type: type as never, length: n, validity: null, data } as Vector;
}

/** The integer quotient; a double quotient of large numbers may have been rounded up to the next integer. */
function quotient(a: number, b: number): number {
  return (a - (a % b)) / b + 0;
}

function positive(a: number, b: number): number {
  const rest = a % b;
  return (rest < 0 ? (rest + b) % b : rest) + 0;
}

/** Sums wrap in 32 bits, as Java's do. */
function positiveInt(a: number, b: number): number {
  const rest = a % b;
  return rest < 0 ? ((rest + b) | 0) % b : rest;
}

function remainderOfDoubles(op: '%' | 'pmod', a: Numbers, b: Numbers, n: number, type: DataType, valid: Mask): Vector | undefined {
  if (op === 'pmod' || type.kind === 'float') return undefined;
  refuseZeros(b, n, valid, op);
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = (a[i] as number) % (b[i] as number);
  return { layout: 'double', type: type as never, length: n, validity: null, data };
}

/** `a op b` in ANSI mode, or undefined where the row form does it. */
export function arithmeticKernel(op: ArithmeticOperator, args: readonly Vector[], n: number, ctx: CallContext, valid: Mask): Vector | undefined {
  const [a, b] = args;
  if (!ctx.ansi || a === undefined || b === undefined) return undefined;
  const type = ctx.returnType;
  const [x, y] = [numbersOf(a), numbersOf(b)];
  const numeric = x !== undefined && y !== undefined;
  switch (op) {
    case '+':
    case '-':
    case '*':
      if (a.layout === 'int' && b.layout === 'int' && type.kind === 'integer') return intKernel(op, a.data, b.data, n, type, valid);
      if (a.layout === 'long' && b.layout === 'long' && type.kind === 'long') return longKernel(op, a, b, n, type, valid);
      if (a.layout === 'double' && b.layout === 'double') return doubleKernel(op, a.data, b.data, n, type);
      return type.kind === 'decimal' ? decimalKernel(op, a, b, n, type, valid) : undefined;
    case '/':
      return numeric && type.kind === 'double' ? divideKernel(x, y, n, type, valid) : undefined;
    default: {
      if (!numeric || a.type.kind === 'daytime_interval' || a.type.kind === 'yearmonth_interval') return undefined;
      if (a.layout === 'double') return op === 'div' ? undefined : remainderOfDoubles(op, x, y, n, type, valid);
      if (op === 'div') return integralKernel(op, a, x, y, n, type, valid);
      return a.layout === b.layout ? integralKernel(op, a, x, y, n, type, valid) : undefined;
    }
  }
}

/** `-a` in ANSI mode. */
export function negateKernel(a: Vector, n: number, ctx: CallContext, valid: Mask): Vector | undefined {
  if (!ctx.ansi) return undefined;
  if (a.layout === 'decimal') return negateDecimals(a, n);
  if (a.layout === 'double') {
    const data = new Float64Array(n);
    for (let i = 0; i < n; i++) data[i] = -(a.data[i] as number);
    return { ...a, validity: null, data };
  }
  if (a.layout === 'int' && a.type.kind === 'integer') {
    const data = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const x = a.data[i] as number;
      if (x === -2147483648 && (valid === null || valid[i] === 1)) throw arithmeticOverflow();
      data[i] = -x;
    }
    return { ...a, validity: null, data };
  }
  if (a.layout === 'long' && a.type.kind === 'long' && a.data instanceof Float64Array) {
    const data = new Float64Array(n);
    for (let i = 0; i < n; i++) data[i] = 0 - (a.data[i] as number);
    return { ...a, validity: null, data };
  }
  return undefined;
}
