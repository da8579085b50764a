/** Kernels against the row form over random columns with edges, nulls and constants: the same values, or both raise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toValues, vectorOf } from '../columnar/index.ts';
import { compileExpression } from '../execute/expressions/index.ts';
import { interpret, plainTask } from '../plan/index.ts';
import type { AttributeReference, ResolvedExpression, ScalarCall } from '../plan/index.ts';
import { DateType, Decimal, decimalType, DoubleType, equalValues, FloatType, IntegerType, LongType, ShortType, StringType } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import type { ArgumentInfo } from './define.ts';
import { registry } from './registry.ts';

const MAX_LONG = 2n ** 63n - 1n;
const longs = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, 2n ** 53n, -(2n ** 53n), 2n ** 53n - 1n, MAX_LONG, -MAX_LONG - 1n, 3_037_000_500n),
  fc.bigInt(-100n, 100n),
  fc.bigInt(-MAX_LONG, MAX_LONG),
);
const ints = fc.oneof(fc.constantFrom(0, 1, -1, 2_147_483_647, -2_147_483_648, 46_341), fc.integer({ min: -20, max: 20 }), fc.integer());
const doubles = fc.oneof(fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5, 2.5, 1.005, -1.5), fc.double(), fc.integer({ min: -9, max: 9 }));

const TYPES: readonly (readonly [DataType, fc.Arbitrary<Value>])[] = [
  [IntegerType, ints],
  [LongType, longs],
  [DoubleType, doubles],
  [FloatType, doubles.map(Math.fround)],
  [ShortType, fc.integer({ min: -32_768, max: 32_767 })],
  [DateType, fc.integer({ min: -5, max: 5 })],
  [StringType, fc.constantFrom('', 'a', 'b', 'ab', 'é', '\u{1f600}', '\uffff')],
  [decimalType(10, 2), fc.bigInt(-9_999_999_999n, 9_999_999_999n).map((x) => new Decimal(x, 2))],
  [decimalType(38, 2), fc.bigInt(-(10n ** 37n), 10n ** 37n).map((x) => new Decimal(x, 2))],
];

/** Names with how many arguments of one type they are tried on. */
const NUMERIC: readonly (readonly [string, number])[] = [
  ['+', 2],
  ['-', 2],
  ['*', 2],
  ['/', 2],
  ['%', 2],
  ['div', 2],
  ['pmod', 2],
  ['negative', 1],
  ['abs', 1],
  ['round', 1],
  ['ceil', 1],
  ['floor', 1],
  ['zeroifnull', 1],
  ['isnan', 1],
];
const ANY: readonly (readonly [string, number])[] = [
  ['==', 2],
  ['!=', 2],
  ['<=>', 2],
  ['<', 2],
  ['<=', 2],
  ['>', 2],
  ['>=', 2],
  ['between', 3],
  ['in', 4],
  ['nullif', 2],
  ['greatest', 3],
  ['least', 2],
  ['coalesce', 2],
  ['isnull', 1],
  ['isnotnull', 1],
  ['hash', 2],
];

function infoOf(e: ResolvedExpression): ArgumentInfo {
  return { type: e.type, nullable: true, foldable: false, sql: 'x' };
}

/** The call with its implicit casts, or undefined where the function does not take the types. */
function callOf(name: string, args: readonly ResolvedExpression[]): ScalarCall | undefined {
  const fn = registry.get(name);
  if (fn?.kind !== 'scalar' || fn.becomes?.(args.map(infoOf), { ansi: true }) !== undefined) return undefined;
  try {
    const { argTypes, returns } = fn.signature(args.map(infoOf), { ansi: true });
    const cast = args.map((a, i): ResolvedExpression => {
      const type = argTypes[i] as DataType;
      if (a.kind === 'literal' || type.kind === a.type.kind) return a;
      return { kind: 'cast', child: a, type, nullable: true, mode: 'ansi', explicit: false };
    });
    return { kind: 'call', fn, args: cast, type: returns, nullable: true };
  } catch {
    return undefined;
  }
}

const ROWS = 6;

function compare(name: string, arity: number, type: DataType, rows: readonly (readonly Value[])[], constants: readonly Value[]): void {
  const input: AttributeReference[] = Array.from({ length: arity }, (_, i) => ({ kind: 'attribute', name: `c${i}`, exprId: i + 1, qualifier: [], type, nullable: true }));
  for (const constantFrom of [arity, 1]) {
    const args = input.map((a, i): ResolvedExpression => (i < constantFrom ? a : { kind: 'literal', value: constants[i] ?? null, type, nullable: true }));
    const call = callOf(name, args);
    if (call === undefined) return;
    const attempt = (f: () => Value[]): Value[] | undefined => {
      try {
        return f();
      } catch {
        return undefined;
      }
    };
    const wanted = attempt(() => rows.map((r) => interpret(call, (id) => r[id - 1] ?? null, plainTask())));
    const columns = input.map((_, i) => vectorOf(type, rows.map((r) => r[i] ?? null)));
    const got = attempt(() => toValues(compileExpression(call, input)({ length: rows.length, columns }, plainTask())));
    const same = wanted === undefined || got === undefined ? wanted === got : wanted.every((x, i) => equalValues(call.type, x, got[i] as Value));
    expect(same, `${name} over ${type.kind}: ${String(wanted)} by rows, ${String(got)} by columns`).toBe(true);
  }
}

describe.each([...NUMERIC.map((f) => [...f, true] as const), ...ANY.map((f) => [...f, false] as const)])('%s of %i', (name, arity, numeric) => {
  const types = TYPES.filter(([t]) => !numeric || (t.kind !== 'string' && t.kind !== 'date'));
  it.each(types)('$kind', (type, values) => {
    const row = fc.array(fc.option(values, { freq: 6 }), { minLength: arity, maxLength: arity });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: ROWS }), row, (rows, constants) => compare(name, arity, type, rows, constants)),
      { numRuns: 60, seed: 20_261_126 },
    );
  });
});
