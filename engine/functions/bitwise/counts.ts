/** bit_count, bit_get, and positions in bitmaps. */
import { SparkError } from '../../core/index.ts';
import { IntegerType, isIntegral, LongType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { expectType, scalarFunction, unexpectedInput } from '../typing.ts';

const family = 'bitwise';

function countBits(x: bigint): number {
  let rest = BigInt.asUintN(64, x);
  let count = 0;
  for (; rest !== 0n; rest &= rest - 1n) count += 1;
  return count;
}

const bitCount = scalarFunction({
  name: 'bit_count',
  family,
  since: '3.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['integral', 'boolean'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (!isIntegral(type) && type.kind !== 'boolean' && type.kind !== 'null') throw unexpectedInput('bit_count', args, 0, '("INTEGRAL" or "BOOLEAN")');
    return { argTypes: [type.kind === 'null' ? IntegerType : type], returns: IntegerType };
  },
  doc: 'How many bits of the number are set, taken as 64 bits.',
  examples: [
    ['bit_count(7)', '3'],
    ['bit_count(-1)', '64'],
  ],
  row: ([x]) => (typeof x === 'boolean' ? Number(x) : countBits(BigInt(x as number | bigint))),
});

const WIDTHS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32, long: 64 };

function outside(name: string, width: number, at: number): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE',
    sqlState: '22023',
    parameters: { parameter: '`pos`', functionName: `\`${name}\``, upper: String(width), invalidValue: String(at) },
    sentence: `${name} counts bits from 0 to ${width - 1} here, so there is no bit ${at}.`,
  });
}

function bitGet(name: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.2.0',
    params: [
      { name: 'expr', pythonName: 'col', accepts: ['integral'] },
      { name: 'pos', accepts: ['integer'] },
    ],
    signature: (args) => {
      const { type } = args[0] as ArgumentInfo;
      if (!isIntegral(type) && type.kind !== 'null') throw unexpectedInput(name, args, 0, '"INTEGRAL"');
      const at = expectType(name, args, 1, IntegerType);
      return { argTypes: [type.kind === 'null' ? IntegerType : type, at], returns: { kind: 'byte' } };
    },
    doc: 'The bit (0 or 1) at a place, counted from 0 at the right.',
    examples: [
      [`${name}(11, 0)`, '1'],
      [`${name}(11, 2)`, '0'],
    ],
    row: ([x, at], ctx) => {
      const width = WIDTHS[(ctx.argTypes[0] as DataType).kind] as number;
      const place = at as number;
      if (place < 0 || place >= width) throw outside(name, width, place);
      return Number((BigInt(x as number | bigint) >> BigInt(place)) & 1n);
    },
  });
}

const BITMAP_BITS = 32_768n;

function bitmapFunction(name: string, of: (x: bigint) => bigint, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.5.0',
    params: [{ name: 'child', pythonName: 'col', accepts: ['long'] }],
    signature: (args) => ({ argTypes: [expectType(name, args, 0, LongType)], returns: LongType }),
    doc,
    examples,
    row: ([x]) => of(x as bigint),
  });
}

const bitmapCount = scalarFunction({
  name: 'bitmap_count',
  family,
  since: '3.5.0',
  params: [{ name: 'child', pythonName: 'col', accepts: ['binary'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (type.kind !== 'binary') throw unexpectedInput('bitmap_count', args, 0, '"BINARY"');
    return { argTypes: [type], returns: LongType };
  },
  doc: 'How many bits of a bitmap are set.',
  examples: [["bitmap_count(X'1010')", '2']],
  row: ([bytes]): Value => BigInt((bytes as Uint8Array).reduce((sum, b) => sum + countBits(BigInt(b)), 0)),
});

export const bitCounts: readonly ScalarFunction[] = [
  bitCount,
  bitGet('bit_get'),
  bitGet('getbit'),
  bitmapFunction('bitmap_bit_position', (x) => (x > 0n ? (x - 1n) % BITMAP_BITS : -x % BITMAP_BITS), 'The place of a number in its bitmap of 32768 bits.', [
    ['bitmap_bit_position(123)', '122'],
  ]),
  bitmapFunction('bitmap_bucket_number', (x) => (x > 0n ? 1n + (x - 1n) / BITMAP_BITS : x / BITMAP_BITS), 'The number of the bitmap of 32768 bits that holds a number.', [
    ['bitmap_bucket_number(123)', '1'],
  ]),
  bitmapCount,
];
