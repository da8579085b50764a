/** histogram_numeric: bins that adapt to the values as they come (Ben-Haim and Tom-Tov), as Hive and Spark keep them. */
import { isAnsiInterval, isDatetime, isNumeric, IntegerType, isString, DoubleType, Decimal, decimalToNumber, StructValue, doubleToString, parseDecimal, rescale } from '../../types/index.ts';
import type { DataType, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, Signature } from '../define.ts';
import { constantInteger, expectFoldable, expectType, outOfRange, unexpectedInput, unexpectedNull } from '../typing.ts';
import { aggregate, imperative } from './declare.ts';

const REQUIRED = '("NUMERIC" or "DATE" or "TIMESTAMP" or "TIMESTAMP_NTZ" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND" or "TIME")';
const INT_MAX = 2_147_483_647;
const RANDOM_SEED = 31_183n;

interface Bin {
  readonly x: number;
  readonly y: number;
}
interface HistogramState {
  size: number;
  bins: Bin[];
  /** State of the generator that breaks ties between gaps of equal width (`java.util.Random`). */
  random: bigint;
}

function nextBits(s: HistogramState, bits: bigint): bigint {
  s.random = (s.random * 0x5deece66dn + 0xbn) & ((1n << 48n) - 1n);
  return s.random >> (48n - bits);
}

function nextDouble(s: HistogramState): number {
  return Number((nextBits(s, 26n) << 27n) + nextBits(s, 27n)) / 2 ** 53;
}

/** Joins the two neighbours that are nearest to each other until there are no more bins than wanted. */
function trim(s: HistogramState): void {
  while (s.bins.length > s.size) {
    let narrowest = Number.POSITIVE_INFINITY;
    let at = 0;
    let ties = 1;
    for (let i = 0; i + 1 < s.bins.length; i++) {
      const gap = (s.bins[i + 1] as Bin).x - (s.bins[i] as Bin).x;
      if (gap < narrowest) {
        narrowest = gap;
        at = i;
        ties = 1;
      } else if (gap === narrowest) {
        ties += 1;
        if (nextDouble(s) <= 1 / ties) at = i;
      }
    }
    const a = s.bins[at] as Bin;
    const b = s.bins[at + 1] as Bin;
    const y = a.y + b.y;
    s.bins.splice(at, 2, { x: a.x * (a.y / y) + (b.x / y) * b.y, y });
  }
}

function add(s: HistogramState, x: number): void {
  let at = 0;
  while (at < s.bins.length && (s.bins[at] as Bin).x < x) at++;
  const bin = s.bins[at];
  if (bin !== undefined && bin.x === x) s.bins[at] = { x, y: bin.y + 1 };
  else {
    s.bins.splice(at, 0, { x, y: 1 });
    trim(s);
  }
}

function merge(a: HistogramState, b: HistogramState): HistogramState {
  if (b.bins.length === 0) return a;
  if (a.bins.length === 0) {
    a.size = b.size;
    a.bins = b.bins.slice();
    return a;
  }
  a.bins = [...a.bins, ...b.bins].sort((x, y) => x.x - y.x);
  trim(a);
  return a;
}

function signature(args: readonly ArgumentInfo[]): Signature {
  const [value, nb] = args as readonly [ArgumentInfo, ArgumentInfo];
  const type = isString(value.type) || value.type.kind === 'null' ? DoubleType : value.type;
  if (!isNumeric(type) && !isDatetime(type) && !isAnsiInterval(type)) throw unexpectedInput('histogram_numeric', args, 0, REQUIRED);
  const count = expectType('histogram_numeric', args, 1, IntegerType);
  expectFoldable('histogram_numeric', args, 1, 'nb', '"INT"');
  if (nb.literal === null) throw unexpectedNull('histogram_numeric', args, 'nb');
  const bins = constantInteger(nb);
  if (bins !== undefined && bins < 2) {
    throw outOfRange('histogram_numeric', args, 'nb', `[2, ${INT_MAX}]`, String(bins));
  }
  const bin: StructType = {
    kind: 'struct',
    fields: [
      { name: 'x', type, nullable: true },
      { name: 'y', type: DoubleType, nullable: true },
    ],
  };
  return { argTypes: [type, count], returns: { kind: 'array', element: bin, containsNull: true }, nullable: true };
}

/** The middle of a bin in the type of the column, cut off. */
function output(x: number, type: DataType): Value {
  switch (type.kind) {
    case 'double':
      return x;
    case 'float':
      return Math.fround(x);
    case 'decimal':
      return rescale(parseDecimal(doubleToString(x)) as Decimal, type.scale);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'daytime_interval':
      return BigInt(Math.trunc(x));
    default:
      return Math.trunc(x);
  }
}

export const histogramNumeric = aggregate<HistogramState>({
  name: 'histogram_numeric',
  since: '3.3.0',
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['numeric', 'datetime', 'interval'] },
    { name: 'nb', pythonName: 'nBins', accepts: ['integer'], literal: true },
  ],
  signature,
  doc: 'A histogram of at most nb bins as an array of structs: x the middle of a bin, y how many values are in it. The bins adapt to the values.',
  examples: [['histogram_numeric(5, 3)', '[{5, 1.0}]']],
  ...imperative(2),
  init: () => ({ size: 0, bins: [], random: (RANDOM_SEED ^ 0x5deece66dn) & ((1n << 48n) - 1n) }),
  update: (s, [x, nb]) => {
    if (x === null) return s;
    s.size = Number(nb);
    add(s, x instanceof Decimal ? decimalToNumber(x) : Number(x));
    return s;
  },
  merge,
  finish: (s, ctx): Value => {
    if (s.bins.length === 0) return null;
    const type = ctx.argTypes[0] as DataType;
    return s.bins.map((b) => new StructValue([output(b.x, type), b.y]));
  },
});
