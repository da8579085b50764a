/** count_min_sketch: how often each value occurs, in little room; the bytes are those of Spark's own sketch. */
import { murmurBytes } from '../../columnar/index.ts';
import { BinaryType, DoubleType, IntegerType, isIntegral, isString, LongType, StringType, utf8Bytes } from '../../types/index.ts';
import { doubleToString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { ArgumentInfo, CallContext, FunctionDeclaration } from '../define.ts';
import { expectExactly, expectFoldable, outOfRange, unexpectedInput } from '../typing.ts';

const name = 'count_min_sketch';
const VERSION = 1;
const PRIME = (1n << 31n) - 1n;
const INT_MAX = 0x7fffffff;
const STATE_BITS = 48;
const DOUBLE_MAX = '1.7976931348623157E308';

interface Sketch {
  readonly width: number;
  readonly depth: number;
  readonly factors: readonly bigint[];
  readonly counts: Float64Array;
  total: number;
}
interface State {
  sketch: Sketch | null;
}

function newSketch(eps: number, confidence: number, seed: bigint): Sketch {
  const width = Math.ceil(2 / eps);
  const depth = Math.max(1, Math.ceil(-Math.log1p(-confidence) / Math.log(2)));
  return { width, depth, factors: randomFactors(seed, depth), counts: new Float64Array(width * depth), total: 0 };
}

/** Numbers below 2^31 - 1 from the generator of `java.util.Random`. */
function randomFactors(seed: bigint, count: number): readonly bigint[] {
  let state = BigInt.asUintN(STATE_BITS, seed ^ 0x5deece66dn);
  const out: bigint[] = [];
  while (out.length < count) {
    state = BigInt.asUintN(STATE_BITS, state * 0x5deece66dn + 0xbn);
    const bits = Number(state >> 17n);
    if (bits < INT_MAX) out.push(BigInt(bits));
  }
  return out;
}

function columnOfLong(item: bigint, factor: bigint, width: number): number {
  const product = BigInt.asIntN(64, factor * item);
  const hash = BigInt.asIntN(64, product + (product >> 32n)) & PRIME;
  return Number(BigInt.asIntN(32, hash)) % width;
}

function add(sketch: Sketch, x: Value): void {
  sketch.total += 1;
  const bytes = typeof x === 'string' ? utf8Bytes(x) : x instanceof Uint8Array ? x : null;
  const first = bytes === null ? 0 : murmurBytes(bytes, 0);
  const second = bytes === null ? 0 : murmurBytes(bytes, first);
  for (let row = 0; row < sketch.depth; row++) {
    const column = bytes === null ? columnOfLong(BigInt(x as number | bigint), sketch.factors[row] as bigint, sketch.width) : Math.abs(((first + Math.imul(row, second)) | 0) % sketch.width);
    const at = row * sketch.width + column;
    sketch.counts[at] = (sketch.counts[at] as number) + 1;
  }
}

function toBytes(sketch: Sketch): Uint8Array {
  const out = new Uint8Array(20 + 8 * (sketch.depth + sketch.counts.length));
  const view = new DataView(out.buffer);
  view.setInt32(0, VERSION);
  view.setBigInt64(4, BigInt(sketch.total));
  view.setInt32(12, sketch.depth);
  view.setInt32(16, sketch.width);
  sketch.factors.forEach((factor, i) => view.setBigInt64(20 + 8 * i, factor));
  sketch.counts.forEach((count, i) => view.setBigInt64(20 + 8 * (sketch.depth + i), BigInt(count)));
  return out;
}

function valueType(args: readonly ArgumentInfo[]): DataType {
  const { type } = args[0] as ArgumentInfo;
  if (isIntegral(type) || type.kind === 'binary') return type;
  if (isString(type)) return StringType;
  if (type.kind === 'null') return LongType;
  throw unexpectedInput(name, args, 0, '("INTEGRAL" or "STRING" or "BINARY")');
}

function checkNumbers(args: readonly ArgumentInfo[]): void {
  const eps = args[1]?.literal as number | null | undefined;
  const confidence = args[2]?.literal as number | null | undefined;
  if (eps !== undefined && eps !== null && !(eps > 0)) throw outOfRange(name, args, 'eps', `(0.0, ${DOUBLE_MAX}]`, `${doubleToString(eps)}D`);
  if (confidence !== undefined && confidence !== null && !(confidence > 0 && confidence <= 1)) throw outOfRange(name, args, 'confidence', '(0.0, 1.0]', `${doubleToString(confidence)}D`);
}

function seedType(args: readonly ArgumentInfo[]): DataType {
  const { type } = args[3] as ArgumentInfo;
  if (type.kind === 'long') return LongType;
  if (type.kind === 'integer' || type.kind === 'null') return IntegerType;
  throw unexpectedInput(name, args, 3, '("INT" or "BIGINT")');
}

/** Made by the arguments, which are constants: with the first row, or for none. */
function made(ctx: CallContext): Sketch {
  const [, eps, confidence, seed] = ctx.literals;
  return newSketch(eps as number, confidence as number, BigInt.asIntN(32, BigInt((seed ?? 0) as number | bigint)));
}

const countMinSketch = aggregate<State>({
  name,
  family: 'sketch',
  since: '2.2.0',
  namedArguments: true,
  params: [
    { name: 'col', accepts: ['any'] },
    { name: 'epsilon', pythonName: 'eps', accepts: ['double'], literal: true },
    { name: 'confidence', accepts: ['double'], literal: true },
    { name: 'seed', accepts: ['integer', 'long'], literal: true },
  ],
  signature: (args) => {
    const types = [valueType(args), expectExactly(name, args, 1, DoubleType), expectExactly(name, args, 2, DoubleType), seedType(args)];
    ['eps', 'confidence', 'seed'].forEach((input, i) => expectFoldable(name, args, i + 1, input, `"${i === 2 ? 'INT' : 'DOUBLE'}"`));
    checkNumbers(args);
    return { argTypes: types, returns: BinaryType, nullable: false };
  },
  doc: 'A count-min sketch of the values, as bytes: it tells how often a value occurs, too often by at most `eps` of all with the given confidence. NULLs are passed over.',
  examples: [["substr(hex(count_min_sketch(1, 0.5D, 0.5D, 1)), 1, 24)", '000000010000000000000001']],
  ...imperative(),
  emptyIsNull: false,
  init: () => ({ sketch: null }),
  update: (s, [x], ctx) => {
    s.sketch ??= made(ctx);
    if (x !== null) add(s.sketch, x as Value);
    return s;
  },
  merge: (a, b) => {
    if (b.sketch === null) return a;
    if (a.sketch === null) return b;
    const more = b.sketch.counts;
    a.sketch.counts.forEach((count, i, counts) => {
      counts[i] = count + (more[i] as number);
    });
    a.sketch.total += b.sketch.total;
    return a;
  },
  finish: (s, ctx): Value => toBytes(s.sketch ?? made(ctx)),
});

export const countMinFunctions: readonly FunctionDeclaration[] = [countMinSketch];
