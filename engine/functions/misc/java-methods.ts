/**
 * Static methods of Java that `reflect` can call here, where there is no Java: those of numbers, texts and identifiers that
 * take and give plain values. Types of parameters and results are by their letters in Java's descriptors: I int, J long,
 * F float, D double, Z boolean, S String.
 */
import { cbrt, pow } from '../math/pow.ts';
import { atan2, cos, sin, tan } from '../math/angles.ts';
import { cosh, exp, hypot, rint, signum, tanh } from '../math/java-math.ts';
import { randomUuid, uuidOf } from './uuid-text.ts';
import type { Environment } from '../../core/index.ts';
import type { Value } from '../../types/index.ts';

/** What a method of Java threw. */
export class JavaException extends Error {}

export interface JavaMethod {
  readonly takes: string;
  readonly gives: string;
  run(args: readonly Value[], environment: Environment): Value;
}

type Run = (args: readonly never[], environment: Environment) => Value;

function method(takes: string, gives: string, run: Run): JavaMethod {
  return { takes, gives, run: run as JavaMethod['run'] };
}

type OfNumbers = (a: number, b: number) => number;
type OfLongs = (a: bigint, b: bigint) => bigint;

function ofDoubles(f: (x: number) => number): readonly JavaMethod[] {
  return [method('D', 'D', ([x]) => f(x as never))];
}

/** For all four kinds of numbers, as Math.max is. */
function ofAll(takes: 1 | 2, ints: OfNumbers, longs: OfLongs, doubles: OfNumbers): readonly JavaMethod[] {
  const form = (letter: string, f: (a: never, b: never) => Value): JavaMethod => method(letter.repeat(takes), letter, ([a, b]) => f(a as never, b as never));
  return [form('I', ints), form('J', longs), form('F', (a, b) => Math.fround(doubles(a, b))), form('D', doubles)];
}

function whole(text: string, radixDigits: RegExp, bits: number): bigint {
  if (!radixDigits.test(text)) throw new JavaException(`For input string: "${text}"`);
  const value = BigInt(text.replace(/^\+/, ''));
  if (BigInt.asIntN(bits, value) !== value) throw new JavaException(`For input string: "${text}"`);
  return value;
}

const DIGITS = /^[+-]?\d+$/;

function parseInt32(text: string): number {
  return Number(whole(text, DIGITS, 32));
}

function floorDiv(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new JavaException('/ by zero');
  const q = a / b;
  return q * b !== a && a < 0n !== b < 0n ? q - 1n : q;
}

function division(f: OfLongs): readonly JavaMethod[] {
  return [
    method('II', 'I', ([a, b]) => Number(f(BigInt(a as never), BigInt(b as never))) | 0),
    method('JJ', 'J', ([a, b]) => BigInt.asIntN(64, f(a as never, b as never))),
  ];
}

function unsigned(bits: 32 | 64, radix: number): readonly JavaMethod[] {
  return [method(bits === 32 ? 'I' : 'J', 'S', ([x]) => BigInt.asUintN(bits, BigInt(x as never)).toString(radix))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new JavaException('URLDecoder: Illegal hex characters in escape (%) pattern');
  }
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function identifier(text: string): string {
  const found = uuidOf(text);
  if (found === undefined) throw new JavaException(`Invalid UUID string: ${text}`);
  return found;
}

const TEXT_OF = ['I', 'J', 'F', 'D', 'Z'].map((kind) => method(kind, kind, ([x]) => x as never));

const MATH: Readonly<Record<string, readonly JavaMethod[]>> = {
  abs: ofAll(1, (a) => Math.abs(a) | 0, (a) => BigInt.asIntN(64, a < 0n ? -a : a), (a) => Math.abs(a)),
  max: ofAll(2, Math.max, (a, b) => ([a, b][Number(b > a)] as bigint), Math.max),
  min: ofAll(2, Math.min, (a, b) => ([a, b][Number(b < a)] as bigint), Math.min),
  floorDiv: division(floorDiv),
  floorMod: division((a, b) => a - floorDiv(a, b) * b),
  sqrt: ofDoubles(Math.sqrt),
  cbrt: ofDoubles(cbrt),
  ceil: ofDoubles(Math.ceil),
  floor: ofDoubles(Math.floor),
  rint: ofDoubles(rint),
  signum: ofDoubles(signum),
  exp: ofDoubles(exp),
  log: ofDoubles(Math.log),
  log10: ofDoubles(Math.log10),
  sin: ofDoubles(sin),
  cos: ofDoubles(cos),
  tan: ofDoubles(tan),
  asin: ofDoubles(Math.asin),
  acos: ofDoubles(Math.acos),
  atan: ofDoubles(Math.atan),
  sinh: ofDoubles(Math.sinh),
  cosh: ofDoubles(cosh),
  tanh: ofDoubles(tanh),
  log1p: ofDoubles(Math.log1p),
  expm1: ofDoubles(Math.expm1),
  toDegrees: ofDoubles((x) => x * 57.29577951308232),
  toRadians: ofDoubles((x) => x * 0.017453292519943295),
  round: [method('D', 'J', ([x]) => rounded(x as never)), method('F', 'I', ([x]) => Number(BigInt.asIntN(32, rounded(x as never))))],
  pow: [method('DD', 'D', ([a, b]) => pow(a as never, b as never))],
  hypot: [method('DD', 'D', ([a, b]) => hypot(a as never, b as never))],
  atan2: [method('DD', 'D', ([a, b]) => atan2(a as never, b as never))],
};

function rounded(x: number): bigint {
  if (Number.isNaN(x)) return 0n;
  const limit = 2 ** 63;
  return x >= limit ? 2n ** 63n - 1n : x <= -limit ? -(2n ** 63n) : BigInt(Math.floor(x + 0.5));
}

const CLASSES: Readonly<Record<string, Readonly<Record<string, readonly JavaMethod[]>>>> = {
  'java.lang.Math': MATH,
  'java.lang.StrictMath': MATH,
  'java.lang.Integer': {
    parseInt: [method('S', 'I', ([x]) => parseInt32(x as never))],
    valueOf: [method('S', 'I', ([x]) => parseInt32(x as never)), method('I', 'I', ([x]) => x as never)],
    toString: [method('I', 'I', ([x]) => x as never)],
    toHexString: unsigned(32, 16),
    toOctalString: unsigned(32, 8),
    toBinaryString: unsigned(32, 2),
  },
  'java.lang.Long': {
    parseLong: [method('S', 'J', ([x]) => whole(x as never, DIGITS, 64))],
    valueOf: [method('S', 'J', ([x]) => whole(x as never, DIGITS, 64)), method('J', 'J', ([x]) => x as never)],
    toString: [method('J', 'J', ([x]) => x as never)],
    toHexString: unsigned(64, 16),
    toBinaryString: unsigned(64, 2),
  },
  'java.lang.Boolean': { parseBoolean: [method('S', 'Z', ([x]) => String(x).toLowerCase() === 'true')] },
  'java.lang.String': { valueOf: TEXT_OF },
  'java.lang.System': { currentTimeMillis: [method('', 'J', (_, environment) => BigInt(Math.floor(environment.now() / 1000)))] },
  'java.net.URLDecoder': { decode: [method('S', 'S', ([x]) => decoded(x as never))] },
  'java.net.URLEncoder': { encode: [method('S', 'S', ([x]) => encoded(x as never))] },
  'java.util.UUID': {
    fromString: [method('S', 'S', ([x]) => identifier(x as never))],
    randomUUID: [method('', 'S', (_, environment) => randomUuid(environment.seed()))],
  },
  'scala.Predef': {
    require: [
      method('Z', 'V', ([holds]) => {
        if (holds !== true) throw new JavaException('requirement failed');
        return 'null';
      }),
    ],
  },
};

/** Further static methods of Java's Math, which are not here. */
const MORE_MATH = new Set(
  'absExact addExact copySign decrementExact fma getExponent IEEEremainder incrementExact multiplyExact multiplyFull multiplyHigh negateExact nextAfter nextDown nextUp random scalb subtractExact toIntExact ulp'.split(' '),
);

/** Whether the class has no static method of the name, as far as is known. */
export function lacksMethod(className: string, methodName: string): boolean {
  return javaClass(className) === MATH && !Object.hasOwn(MATH, methodName) && !MORE_MATH.has(methodName);
}

export function javaClass(name: string): Readonly<Record<string, readonly JavaMethod[]>> | undefined {
  return Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
}
