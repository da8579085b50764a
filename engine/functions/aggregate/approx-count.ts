/** approx_count_distinct: HyperLogLog++ with Spark's hash, registers and bias correction, so that counts are the same. */
import { analysisError, SparkError } from '../../core/index.ts';
import { cellReader } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { BinaryType, Decimal, decimalToNumber, DoubleType, LongType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Accumulator, ArgumentInfo } from '../define.ts';
import { aggregate, imperative } from './declare.ts';
import { biasTable } from './hll-bias.ts';
import { longsOf } from './slots.ts';
import { xxHash64 } from './xxhash64.ts';

export const DEFAULT_DEVIATION = 0.05;
const HASH_SEED = 42n;
const NEIGHBOURS_COUNT = 6;
const MIN_PRECISION = 4;
/** From this precision on there is no bias table, and plain HyperLogLog is used. */
const PLAIN_PRECISION = 19;
/** Up to these counts (for precisions 4 to 18) linear counting is better than the corrected estimate. */
const LINEAR_LIMITS = [10, 20, 40, 80, 220, 400, 900, 1800, 3100, 6500, 15_500, 20_000, 50_000, 120_000, 350_000];

/** Bits of the hash that choose a register, for a relative standard deviation. */
export function precisionOf(deviation: number): number {
  return Math.ceil((2 * Math.log(1.106 / deviation)) / Math.log(2));
}

function alphaM2(precision: number, m: number): number {
  switch (precision) {
    case 4:
      return 0.673 * m * m;
    case 5:
      return 0.697 * m * m;
    case 6:
      return 0.709 * m * m;
    default:
      return (0.7213 / (1 + 1.079 / m)) * m * m;
  }
}

/** Raises the register that a hash falls into. */
function addHash(registers: Uint8Array, at: number, precision: number, hash: bigint): void {
  const index = at + Number(hash >> BigInt(64 - precision));
  const rest = BigInt.asUintN(64, (hash << BigInt(precision)) | (1n << BigInt(precision - 1)));
  const rank = 65 - rest.toString(2).length;
  if (rank > (registers[index] as number)) registers[index] = rank;
}

/** Mean bias of the six tabled estimates nearest to e. */
function estimatedBias(precision: number, e: number): number {
  const { estimates, biases } = biasTable(precision);
  const n = estimates.length;
  let nearest = 0;
  while (nearest < n && (estimates[nearest] as number) < e) nearest++;
  const distance = (i: number): number => (e - (estimates[i] as number)) ** 2;
  let low = Math.max(nearest - NEIGHBOURS_COUNT + 1, 0);
  let high = Math.min(low + NEIGHBOURS_COUNT, n);
  while (high < n && distance(high) < distance(low)) {
    low += 1;
    high += 1;
  }
  let sum = 0;
  for (let i = low; i < high; i++) sum += biases[i] as number;
  return sum / (high - low);
}

/** The count that registers [at, at + 2^precision) stand for. */
function estimate(registers: Uint8Array, at: number, precision: number): number {
  const m = 1 << precision;
  let inverse = 0;
  let zeros = 0;
  for (let i = at; i < at + m; i++) {
    const rank = registers[i] as number;
    inverse += 1 / 2 ** rank;
    if (rank === 0) zeros += 1;
  }
  const raw = alphaM2(precision, m) / inverse;
  if (zeros > 0) {
    const linear = m * Math.log(m / zeros);
    const limit = precision < PLAIN_PRECISION ? (LINEAR_LIMITS[precision - MIN_PRECISION] as number) : 0;
    if (linear <= limit || raw <= 2.5 * m) return Math.round(linear);
  }
  const corrected = precision < PLAIN_PRECISION && raw < 5 * m ? raw - estimatedBias(precision, raw) : raw;
  return Math.round(corrected);
}

class HllAccumulator implements Accumulator {
  private registers = new Uint8Array(0);
  private precision = 0;
  private count = 0;

  constructor(
    private readonly type: DataType,
    private readonly argType: DataType,
  ) {}

  grow(count: number): void {
    this.count = count;
    this.resize();
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    if (n === 0) return;
    const [v, deviation] = args as readonly [Vector, Vector?];
    this.use(precisionOf(deviation === undefined ? DEFAULT_DEVIATION : Number(cellReader(deviation)(0))));
    const { registers, precision } = this;
    const read = cellReader(v);
    for (let i = 0; i < n; i++) {
      const x = read(i);
      if (x !== null) addHash(registers, (groups[i] as number) << precision, precision, xxHash64(this.argType, x, HASH_SEED));
    }
  }
  /** A state is the registers of a group; empty for a group of an accumulator without rows. */
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const part = state[0];
    if (part?.layout !== 'binary') return;
    for (let i = 0; i < n; i++) {
      const bytes = part.data[i] as Uint8Array;
      if (bytes.length === 0) continue;
      this.use(Math.log2(bytes.length));
      const at = (groups[i] as number) << this.precision;
      for (let k = 0; k < bytes.length; k++) {
        if ((bytes[k] as number) > (this.registers[at + k] as number)) this.registers[at + k] = bytes[k] as number;
      }
    }
  }
  state(): readonly Vector[] {
    const size = this.precision === 0 ? 0 : 1 << this.precision;
    const data = Array.from({ length: this.count }, (_, g) => this.registers.slice(g * size, (g + 1) * size));
    return [{ layout: 'binary', type: BinaryType, length: this.count, validity: null, data }];
  }
  finish(): Vector {
    const out = new Float64Array(this.count);
    if (this.precision > 0) for (let g = 0; g < this.count; g++) out[g] = estimate(this.registers, g << this.precision, this.precision);
    return longsOf(this.type, out, this.count);
  }

  private use(precision: number): void {
    if (this.precision !== 0) return;
    this.precision = precision;
    this.resize();
  }
  private resize(): void {
    if (this.precision === 0) return;
    const needed = this.count << this.precision;
    if (this.registers.length >= needed) return;
    const larger = new Uint8Array(Math.max(needed, this.registers.length * 2));
    larger.set(this.registers);
    this.registers = larger;
  }
}

/** `registers` comes with the first row, when the deviation is known. */
interface HllState {
  registers: Uint8Array | null;
  precision: number;
}

function checkDeviation(args: readonly ArgumentInfo[]): void {
  const literal = args[1]?.literal;
  if (args[1] === undefined) return;
  if (args[1].written !== true || (args[1].type.kind !== 'double' && args[1].type.kind !== 'decimal') || literal === null) {
    throw analysisError('_LEGACY_ERROR_TEMP_1104', null, {}, 'The second argument of approx_count_distinct must be a number, written out.');
  }
  if (literal === undefined) return;
  const deviation = literal instanceof Decimal ? decimalToNumber(literal) : Number(literal);
  if (precisionOf(deviation) >= MIN_PRECISION) return;
  throw new SparkError({
    errorClass: 'AnalysisException',
    condition: 'FAILED_FUNCTION_CALL',
    sqlState: '38000',
    parameters: { funcName: '`approx_count_distinct`' },
    sentence: `approx_count_distinct cannot work with a deviation of ${deviation}: it must be at most 0.39.`,
  });
}

export const approxCountDistinct = aggregate<HllState>({
  name: 'approx_count_distinct',
  since: '1.6.0',
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['any'] },
    { name: 'relativeSD', pythonName: 'rsd', accepts: ['double'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    checkDeviation(args);
    const types = args.map((a) => a.type);
    return { argTypes: args.length > 1 ? [types[0] as DataType, DoubleType] : types, returns: LongType, nullable: false };
  },
  doc: 'About how many different values there are, nulls left out. The second argument is the relative standard deviation allowed, 0.05 by default.',
  examples: [
    ['approx_count_distinct(7)', '1'],
    ['approx_count_distinct(CAST(NULL AS INT))', '0'],
  ],
  sql: (args, distinct) => `approx_count_distinct(${distinct ? 'DISTINCT ' : ''}${args[0]})`,
  ...imperative(1, [String(DEFAULT_DEVIATION)]),
  emptyIsNull: false,
  init: () => ({ registers: null, precision: 0 }),
  update: (s, [x, deviation], ctx) => {
    if (x === null) return s;
    if (s.registers === null) {
      s.precision = precisionOf(deviation === undefined ? DEFAULT_DEVIATION : Number(deviation));
      s.registers = new Uint8Array(1 << s.precision);
    }
    addHash(s.registers, 0, s.precision, xxHash64(ctx.argTypes[0] as DataType, x as Value, HASH_SEED));
    return s;
  },
  merge: (a, b) => {
    if (b.registers === null) return a;
    if (a.registers === null) return { registers: b.registers.slice(), precision: b.precision };
    for (let i = 0; i < b.registers.length; i++) {
      if ((b.registers[i] as number) > (a.registers[i] as number)) a.registers[i] = b.registers[i] as number;
    }
    return a;
  },
  finish: (s) => (s.registers === null ? 0n : BigInt(estimate(s.registers, 0, s.precision))),
  accumulator: (ctx) => new HllAccumulator(ctx.returnType, ctx.argTypes[0] as DataType),
});
