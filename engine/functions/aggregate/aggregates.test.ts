import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../core/index.ts';
import { slice, toValues, vectorOf } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import {
  arrayType,
  BinaryType,
  BooleanType,
  DateType,
  Decimal,
  decimalType,
  DoubleType,
  FloatType,
  IntegerType,
  LongType,
  ShortType,
  StringType,
  StructValue,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, CallContext } from '../define.ts';
import { aggregateFunctions } from './index.ts';

// biome-ignore lint/suspicious/noExplicitAny: states are private to each aggregate
type Aggregate = AggregateFunction<any>;

const ALL = aggregateFunctions.filter((f): f is Aggregate => f.kind === 'aggregate' && !f.name.startsWith('grouping'));

function contextFor(fn: Aggregate, types: readonly DataType[], literals: readonly (Value | undefined)[], keys: number): CallContext | undefined {
  const infos: ArgumentInfo[] = types.map((type, i) => ({
    type,
    nullable: true,
    foldable: literals[i] !== undefined,
    sql: `c${i}`,
    ...(literals[i] === undefined ? {} : { literal: literals[i] as Value }),
  }));
  let signature: ReturnType<Aggregate['signature']>;
  try {
    signature = fn.signature(infos, { ansi: true, withinGroupKeys: keys });
  } catch {
    return undefined;
  }
  // Columns are made in the type asked for, so only calls without casts are tried.
  if (signature.argTypes.some((t, i) => t.kind !== (types[i] as DataType).kind)) return undefined;
  return {
    argTypes: signature.argTypes,
    returnType: signature.returns,
    literals,
    ansi: true,
    sessionTimeZone: 'UTC',
    environment: fixedEnvironment(),
    partitionIndex: 0,
    conf: () => undefined,
    ...(keys > 0 ? { withinGroup: Array.from({ length: keys }, () => ({ ascending: true, nullsFirst: true })) } : {}),
  };
}

function values(type: DataType): fc.Arbitrary<Value> {
  const some = (): fc.Arbitrary<Value> => {
    switch (type.kind) {
      case 'boolean':
        return fc.boolean();
      case 'short':
      case 'integer':
      case 'date':
        return fc.integer({ min: -20, max: 20 });
      case 'long':
        return fc.oneof(fc.bigInt({ min: -9n, max: 9n }), fc.bigInt({ min: -(2n ** 55n), max: 2n ** 55n }));
      case 'float':
        return fc.integer({ min: -9, max: 9 }).map((x) => x / 4);
      case 'double':
        return fc.oneof(fc.integer({ min: -9, max: 9 }).map((x) => x / 8), fc.constantFrom(0, -0, 50));
      case 'decimal':
        return fc.bigInt({ min: -(10n ** BigInt(type.precision)) + 1n, max: 10n ** BigInt(type.precision) - 1n }).map((x) => new Decimal(x, type.scale));
      case 'array':
        return fc.array(values(type.element), { maxLength: 3 });
      case 'binary':
        return fc.uint8Array({ maxLength: 5 });
      default:
        return fc.constantFrom('', 'a', 'b', 'ab', 'é', '😀');
    }
  };
  return fc.oneof({ weight: 4, arbitrary: some() }, { weight: 1, arbitrary: fc.constant(null) });
}

interface Case {
  readonly fn: Aggregate;
  readonly types: readonly DataType[];
  readonly literals: readonly (Value | undefined)[];
  readonly ctx: CallContext;
}

const COLUMN_TYPES: readonly DataType[] = [
  BooleanType,
  ShortType,
  IntegerType,
  LongType,
  FloatType,
  DoubleType,
  DateType,
  StringType,
  BinaryType,
  decimalType(5, 2),
  decimalType(28, 3),
  arrayType(IntegerType),
];

/** The constant arguments behind the columns that a function takes. */
function extras(name: string): readonly (readonly [DataType, Value])[] {
  if (name === 'percentile' || name.endsWith('percentile') || name === 'percentile_approx') {
    return [[arrayType(DoubleType, false), [0.25, 0.5, 1]]];
  }
  if (name === 'histogram_numeric') return [[IntegerType, 1000]];
  return [];
}

function casesOf(fn: Aggregate): Case[] {
  const out: Case[] = [];
  const twoColumns = /^(corr|covar|regr|max_by|min_by)/.test(fn.name);
  for (const type of COLUMN_TYPES) {
    const ordered = fn.name === 'percentile_cont' || fn.name === 'percentile_disc';
    const columns = twoColumns ? [type, type] : [type];
    const types = ordered ? [DoubleType, type] : [...columns, ...extras(fn.name).map(([t]) => t)];
    const literals = ordered ? [0.5, undefined] : [...columns.map(() => undefined), ...extras(fn.name).map(([, v]) => v)];
    const ctx = contextFor(fn, types, literals, ordered ? 1 : 0);
    if (ctx !== undefined) out.push({ fn, types, literals, ctx });
  }
  return out;
}

function rowsOf(c: Case): fc.Arbitrary<Value[][]> {
  const row = fc.tuple(...c.types.map((t, i) => (c.literals[i] === undefined ? values(t) : fc.constant(c.literals[i] as Value))));
  return fc.array(row, { maxLength: 24 });
}

function columnsOf(c: Case, rows: readonly (readonly Value[])[]): Vector[] {
  return c.types.map((t, k) => vectorOf(t, rows.map((r) => r[k] as Value)));
}

function fold(c: Case, rows: readonly (readonly Value[])[]): unknown {
  return rows.reduce<unknown>((s, r) => c.fn.update(s, r, c.ctx), c.fn.init(c.ctx));
}
function byRows(c: Case, rows: readonly (readonly Value[])[]): Value {
  return c.fn.finish(fold(c, rows), c.ctx);
}

/** Comparable form; the values of sets sorted. */
function plain(c: Case, v: Value): unknown {
  if (v === null) return null;
  if (v instanceof Decimal) return `${v.unscaled}e-${v.scale}`;
  if (v instanceof Uint8Array) return Array.from(v).join(' ');
  if (v instanceof StructValue) return v.values.map((x) => plain(c, x));
  if (Array.isArray(v)) {
    const items = (v as readonly Value[]).map((x) => plain(c, x));
    return c.fn.name === 'collect_set' || c.fn.name === 'collect_union' ? items.map(String).sort() : items;
  }
  return v;
}

/** The largest whole number among the values: doubles of such sizes, summed up in another order, differ by a part of it. */
function largest(rows: readonly (readonly Value[])[]): number {
  return Math.max(0, ...rows.flat().map((x) => (typeof x === 'bigint' ? Math.abs(Number(x)) : 0)));
}

/** The outcome with numbers taken from `expected` where they differ only in their last digits, as merging may do. */
function nearest(actual: unknown, expected: unknown, rows: readonly (readonly Value[])[]): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((x, i) => nearest(x, expected[i], rows));
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual;
  return Math.abs(actual - expected) <= Math.max(1e-9 * Math.max(1, Math.abs(expected)), 1e-12 * largest(rows)) ? expected : actual;
}

/** The outcome of a computation, errors by their condition. */
function outcome(c: Case, f: () => Value): unknown {
  try {
    return plain(c, f());
  } catch (e) {
    return (e as { condition?: string }).condition ?? e;
  }
}

const CASES = ALL.flatMap(casesOf);
const named = CASES.map((c) => [`${c.fn.name}(${c.types[c.types.length > 1 && c.literals[0] !== undefined ? 1 : 0]?.kind})`, c] as const);
const RUNS = { numRuns: 50 };

describe('aggregates', () => {
  it('are all tried with some type', () => {
    const tried = new Set(CASES.map((c) => c.fn.name));
    expect(ALL.map((f) => f.name).filter((n) => !tried.has(n))).toEqual([]);
  });

  // The bins of histogram_numeric depend on the partitions, in Spark too.
  it.each(named.filter(([, c]) => c.fn.name !== 'histogram_numeric'))('%s gives the same however the rows are split', (_, c) => {
    fc.assert(
      fc.property(rowsOf(c), fc.array(fc.nat(24), { maxLength: 4 }), (rows, cuts) => {
        const ends = [...cuts.map((k) => Math.min(k, rows.length)).sort((a, b) => a - b), rows.length];
        const whole = outcome(c, () => byRows(c, rows));
        if (whole === 'ARITHMETIC_OVERFLOW') return;
        const left = outcome(
          c,
          () => {
            let state = c.fn.init(c.ctx);
            ends.forEach((end, i) => {
              state = c.fn.merge(state, fold(c, rows.slice(ends[i - 1] ?? 0, end)), c.ctx);
            });
            return c.fn.finish(state, c.ctx);
          },
        );
        const right = outcome(
          c,
          () => {
            const parts = ends.map((end, i) => fold(c, rows.slice(ends[i - 1] ?? 0, end)));
            return c.fn.finish(parts.reduceRight((b, a) => c.fn.merge(a, b, c.ctx), c.fn.init(c.ctx)), c.ctx);
          },
        );
        expect(nearest(left, whole, rows)).toEqual(whole);
        expect(nearest(right, whole, rows)).toEqual(whole);
      }),
      RUNS,
    );
  });

  it.each(named.filter(([, c]) => c.fn.accumulator?.(c.ctx) !== undefined))('%s: the kernel equals the rows', (_, c) => {
    fc.assert(
      fc.property(rowsOf(c), fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, owner, size, merged) => {
        const groups = 3;
        const columns = columnsOf(c, rows);
        const expected = outcome(c, () => [0, 1, 2].map((g) => byRows(c, rows.filter((_, i) => owner[i] === g))));
        const actual = outcome(
          c,
          () => {
            const out = c.fn.accumulator?.(c.ctx);
            out?.grow(groups);
            for (let at = 0; at < rows.length; at += size) {
              const end = Math.min(at + size, rows.length);
              const part = columns.map((v) => slice(v, at, end));
              const ids = Int32Array.from(owner.slice(at, end));
              if (!merged) out?.update(ids, part, end - at);
              else {
                const partial = c.fn.accumulator?.(c.ctx);
                partial?.grow(1);
                partial?.grow(groups);
                partial?.update(ids, part, end - at);
                out?.merge(Int32Array.from([0, 1, 2]), partial?.state() ?? [], groups);
              }
            }
            return toValues(out?.finish() as Vector);
          },
        );
        if (merged && (expected === 'ARITHMETIC_OVERFLOW' || actual === 'ARITHMETIC_OVERFLOW')) return;
        expect(merged ? nearest(actual, expected, rows) : actual).toEqual(expected);
      }),
      RUNS,
    );
  });

  it.each(named.filter(([, c]) => c.fn.frames !== undefined))('%s: the frames kernel equals a new sum of each frame', (_, c) => {
    const frames = fc.oneof(
      fc.record({ before: fc.integer({ min: -2, max: 4 }), after: fc.integer({ min: -2, max: 4 }) }).map(({ before, after }) => (i: number) => [i - before, i + after + 1]),
      fc.integer({ min: 0, max: 3 }).map((peers) => (i: number) => [0, (Math.floor(i / (peers + 1)) + 1) * (peers + 1)]),
      fc.constant((i: number) => [i, Number.MAX_SAFE_INTEGER]),
    );
    fc.assert(
      fc.property(rowsOf(c), frames, fc.integer({ min: 1, max: 10 }), (rows, frame, size) => {
        const n = rows.length;
        const lo = new Int32Array(n);
        const hi = new Int32Array(n);
        for (let i = 0; i < n; i++) {
          const start = Math.floor(i / size) * size;
          const end = Math.min(n, start + size);
          const [a = 0, b = 0] = frame(i - start);
          lo[i] = Math.min(end, Math.max(start, start + a));
          hi[i] = Math.max(lo[i] as number, Math.min(end, start + b));
        }
        const expected = outcome(c, () => rows.map((_, i) => byRows(c, rows.slice(lo[i], hi[i]))));
        let declined = false;
        const actual = outcome(c, () => {
          const v = c.fn.frames?.(columnsOf(c, rows), lo, hi, n, c.ctx);
          declined = v === undefined;
          return v === undefined ? null : toValues(v);
        });
        if (!declined) expect(actual).toEqual(expected);
      }),
      RUNS,
    );
  });
});
