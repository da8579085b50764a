import { describe, expect, it } from 'vitest';
import { cellReader, murmurBytes, slice, unsafeRow, vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { arrayType, BinaryType, BooleanType, ByteType, CalendarInterval, CalendarIntervalType, Decimal, decimalType, DoubleType, FloatType, IntegerType, LongType, mapType, MapValue, NullType, ShortType, StringType, structField, structType, StructValue, VariantValue } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { orderOfBytes } from './unsafe-row.ts';

const ROWS = 60;
const INNER = structType([structField('a', LongType), structField('b', StringType), structField('c', decimalType(30, 1))]);

/** A column of each type, whose values come again. */
const COLUMNS: readonly (readonly [DataType, (i: number) => Value])[] = [
  [BooleanType, (i) => i % 2 === 0],
  [ByteType, (i) => (i % 9) - 4],
  [ShortType, (i) => (i % 9) * 1000 - 4000],
  [IntegerType, (i) => (i % 11) * 300_000_000 - 1_500_000_000],
  [LongType, (i) => BigInt((i % 7) - 3) * 10_000_000_000n],
  [LongType, (i) => BigInt((i % 7) - 3) * 3_000_000_000_000_000_000n],
  [FloatType, (i) => Math.fround(i % 5 === 0 ? Number.NaN : (i % 5) / 3)],
  [DoubleType, (i) => [0, -0, Number.NaN, -1 / 3][i % 4] as number],
  [StringType, (i) => 'é'.repeat(i % 6)],
  [BinaryType, (i) => new Uint8Array(i % 10).fill(i % 3)],
  [decimalType(9, 2), (i) => new Decimal(BigInt((i % 8) - 4), 2)],
  [decimalType(38, 2), (i) => new Decimal(BigInt((i % 8) - 4) * 10n ** 25n, 2)],
  [arrayType(IntegerType), (i) => (i % 4 === 0 ? [] : [i % 4, null, 7])],
  [arrayType(decimalType(38, 0)), (i) => [new Decimal(BigInt(i % 4), 0)]],
  [INNER, (i) => new StructValue([BigInt(i % 3), i % 4 === 0 ? null : 'x', i % 5 === 0 ? null : new Decimal(3n, 1)])],
  [mapType(StringType, LongType), (i) => new MapValue([['k', BigInt(i % 5)], ['', null]])],
  [{ kind: 'variant' }, (i) => new VariantValue({ kind: 'scalar', type: LongType, value: BigInt(i % 5) })],
  [NullType, () => null],
];

function batchOf(columns: readonly (readonly [DataType, (i: number) => Value])[], isNull: (i: number, column: number) => boolean): Batch {
  return { length: ROWS, columns: columns.map(([type, f], c) => vectorOf(type, Array.from({ length: ROWS }, (_, i) => (isNull(i, c) ? null : f(i))))) };
}

/** The bytes of each row, written row by row. */
function rowsOf(batch: Batch): Uint8Array[] {
  const readers = batch.columns.map(cellReader);
  return Array.from({ length: batch.length }, (_, i) => unsafeRow(batch.columns.map((c) => c.type), readers.map((read) => read(i))));
}

function compared(a: Uint8Array, b: Uint8Array): number {
  return murmurBytes(a, 42) - murmurBytes(b, 42) || a.length - b.length || Buffer.compare(a, b);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the order of rows by their bytes', () => {
  for (const [name, isNull] of [['without nulls', () => false], ['with nulls', (i: number, c: number) => (i + c) % 7 === 3]] as const) {
    for (const [k, column] of COLUMNS.entries()) {
      it(`of a column of type ${column[0].kind} (${k}) ${name} is that of the hashes of whole rows`, () => {
        for (const batch of [batchOf([column], isNull), batchOf([[StringType, (i) => 'ab'.repeat(i % 7)], column, [LongType, (i) => BigInt(i % 2)]], isNull)]) {
          const rows = rowsOf(batch);
          const order = orderOfBytes(batch) as Int32Array;
          expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
          expect([...order].map((i) => hex(rows[i] as Uint8Array))).toEqual([...rows].sort(compared).map(hex));
        }
      });
    }
  }

  it('minds more columns than a word has bits', () => {
    const batch = batchOf(Array.from({ length: 70 }, (_, c) => [LongType, (i: number) => BigInt(i * c)] as const), (i, c) => (i * c) % 5 === 1);
    const rows = rowsOf(batch);
    expect([...(orderOfBytes(batch) as Int32Array)].map((i) => hex(rows[i] as Uint8Array))).toEqual([...rows].sort(compared).map(hex));
  });

  it('is the one in which Spark deals out ten numbers', () => {
    const numbers = vectorOf(LongType, Array.from({ length: 12 }, (_, i) => BigInt(i - 1)));
    expect([...(orderOfBytes({ length: 10, columns: [slice(numbers, 1, 11)] }) as Int32Array)]).toEqual([3, 7, 0, 5, 6, 8, 2, 9, 4, 1]);
  });

  it('is not known of intervals that are null behind texts', () => {
    const interval = [CalendarIntervalType, (i: number) => new CalendarInterval(i, i, BigInt(i))] as const;
    const text = [StringType, (i: number) => 'x'.repeat(i)] as const;
    const second = (i: number, c: number): boolean => c === 1 && i % 3 === 0;
    expect(orderOfBytes(batchOf([text, interval], second))).toBeUndefined();
    expect(orderOfBytes(batchOf([text, interval], () => false))).toBeDefined();
    expect(orderOfBytes(batchOf([[LongType, (i) => BigInt(i)], interval], second))).toBeDefined();
    expect(orderOfBytes(batchOf([[structType([structField('i', CalendarIntervalType)]), (i) => new StructValue([interval[1](i)])]], () => false))).toBeUndefined();
  });
});

describe('the bytes of a row', () => {
  it('are bits of nulls, a word a column and what is longer behind', () => {
    expect(hex(unsafeRow([IntegerType, StringType, LongType], [-2, 'abc', null]))).toBe(`0400000000000000${'feffffff00000000'}${'0300000020000000'}${'0000000000000000'}${'6162630000000000'}`);
  });
  it('hold a wide decimal in two words, also where it is null', () => {
    expect(hex(unsafeRow([decimalType(38, 0), decimalType(38, 0)], [new Decimal(258n, 0), null]))).toBe(`0200000000000000${'0200000018000000'}${'0000000028000000'}${'0102000000000000'}${'00'.repeat(24)}`);
  });
  it('hold a map as its keys, with their length before, and its values', () => {
    const [array, one] = ['0100000000000000' + '0000000000000000', '0100000000000000'];
    expect(hex(unsafeRow([mapType(LongType, LongType)], [new MapValue([[1n, 1n]])]))).toBe(`${'00'.repeat(8)}3800000010000000${'1800000000000000'}${array}${one}${array}${one}`);
  });
});
