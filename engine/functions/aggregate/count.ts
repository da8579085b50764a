import { mergeValidity } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import { BooleanType, LongType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Accumulator } from '../define.ts';
import { analysisError } from '../../core/index.ts';
import { expectExactly, expectType } from '../typing.ts';
import { aggregate } from './declare.ts';
import { longsOf, roomFor, validPrefix } from './slots.ts';

/** Counts rows of groups; `kept` says which rows count. */
class CountAccumulator implements Accumulator {
  private counts = new Float64Array(0);
  private count = 0;

  constructor(
    private readonly type: DataType,
    private readonly kept: (args: readonly Vector[]) => Validity,
  ) {}

  grow(count: number): void {
    this.counts = roomFor(this.counts, count);
    this.count = count;
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const { counts } = this;
    if (args.length === 0) return;
    const mask = this.kept(args);
    if (mask === null) {
      for (let i = 0; i < n; i++) {
        const g = groups[i] as number;
        counts[g] = (counts[g] as number) + 1;
      }
      return;
    }
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const g = groups[i] as number;
      counts[g] = (counts[g] as number) + 1;
    }
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const { counts } = this;
    const part = state[0];
    if (part?.layout !== 'long') return;
    for (let i = 0; i < n; i++) {
      const g = groups[i] as number;
      counts[g] = (counts[g] as number) + Number(part.data[i]);
    }
  }
  state(): readonly Vector[] {
    return [this.finish()];
  }
  finish(): Vector {
    return longsOf(this.type, this.counts, this.count);
  }
}

function countFrames(mask: Validity, lo: Int32Array, hi: Int32Array, n: number, rows: number, type: DataType): Vector {
  const data = new Float64Array(n);
  if (mask === null) {
    for (let i = 0; i < n; i++) data[i] = Math.max(0, (hi[i] as number) - (lo[i] as number));
  } else {
    const before = validPrefix(mask, rows);
    for (let i = 0; i < n; i++) {
      if ((hi[i] as number) > (lo[i] as number)) data[i] = (before[hi[i] as number] as number) - (before[lo[i] as number] as number);
    }
  }
  return longsOf(type, data, n);
}

/** Rows in which no argument is null; a literal star counts as a column without nulls. */
function allValid(args: readonly Vector[]): Validity {
  return mergeValidity(...args.map((a) => a.validity));
}

export const count = aggregate<{ n: bigint }>({
  name: 'count',
  since: '1.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'], optional: true, variadic: true }],
  signature: (args, { conf }) => {
    if (args.length === 0 && conf?.('spark.sql.legacy.allowParameterlessCount') !== 'true') {
      throw analysisError(
        'WRONG_NUM_ARGS.WITH_SUGGESTION',
        '42605',
        {
          functionName: '`count`',
          expectedNum: ' >= 1',
          actualNum: '0',
          legacyNum: '0',
          legacyConfKey: '"spark.sql.legacy.allowParameterlessCount"',
          legacyConfValue: '"true"',
        },
        'count needs something to count: count(*) for rows, count(column) for values that are not null.',
      );
    }
    return { argTypes: args.map((a) => a.type), returns: LongType, nullable: false };
  },
  doc: 'Number of rows in which none of the arguments is null; `count(*)` counts all rows.',
  examples: [
    ['count(1)', '1'],
    ['count(CAST(NULL AS INT))', '0'],
  ],
  init: () => ({ n: 0n }),
  update: (s, args) => {
    if (args.length > 0 && !args.includes(null)) s.n += 1n;
    return s;
  },
  merge: (a, b) => {
    a.n += b.n;
    return a;
  },
  finish: (s) => s.n,
  emptyIsNull: false,
  accumulator: (ctx) => new CountAccumulator(ctx.returnType, allValid),
  frames: (args, lo, hi, n, ctx) => (args.length === 0 ? undefined : countFrames(allValid(args), lo, hi, n, args[0]?.length ?? 0, ctx.returnType)),
});

/** Rows where a boolean column is true. */
function trueMask(args: readonly Vector[]): Validity {
  const v = args[0] as Vector;
  if (v.layout !== 'bool') return new Uint8Array(v.length);
  return v.validity === null ? v.data : mergeValidity(v.data, v.validity);
}

export const countIf = aggregate<{ n: bigint }>({
  name: 'count_if',
  since: '3.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['boolean'] }],
  signature: (args, { ansi }) => ({ argTypes: [(ansi ? expectType : expectExactly)('count_if', args, 0, BooleanType)], returns: LongType, nullable: false }),
  sharesFirst: true,
  replacement: () => ({ call: 'count', args: [{ call: 'if', args: [{ call: 'not', args: [0] }, { type: BooleanType, value: null }, 0] }] }),
  doc: 'Number of rows for which the condition is true.',
  examples: [['count_if(1 > 0)', '1']],
  init: () => ({ n: 0n }),
  update: (s, [x]) => {
    if (x === true) s.n += 1n;
    return s;
  },
  merge: (a, b) => {
    a.n += b.n;
    return a;
  },
  finish: (s) => s.n,
  emptyIsNull: false,
  accumulator: (ctx) => new CountAccumulator(ctx.returnType, trueMask),
  frames: (args, lo, hi, n, ctx) => countFrames(trueMask(args), lo, hi, n, args[0]?.length ?? 0, ctx.returnType),
});
