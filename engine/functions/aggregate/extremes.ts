import { gather } from '../../columnar/index.ts';
import type { DecimalVector, LongVector, StringVector, Vector } from '../../columnar/index.ts';
import { compareStrings, compareValues } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction, CallContext } from '../define.ts';
import { expectOrderable } from '../typing.ts';
import { aggregate } from './declare.ts';
import { bestRows } from './best-rows.ts';
import { roomFor, seenMask } from './slots.ts';

/** Largest (sign 1) or smallest (sign -1) number of each group; NaN is above all, of equal ones the first stays. */
class NumberExtremes implements Accumulator {
  private best = new Float64Array(0);
  private seen = new Uint8Array(0);
  private count = 0;
  private wide: Accumulator | null = null;

  constructor(
    private readonly type: DataType,
    private readonly sign: 1 | -1,
  ) {}

  grow(count: number): void {
    this.best = roomFor(this.best, count);
    this.seen = roomFor(this.seen, count);
    this.count = count;
    this.wide?.grow(count);
  }

  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    if (this.wide !== null) return this.wide.update(groups, args, n);
    if (v.layout === 'null') return;
    const { data } = v as LongVector;
    if (data instanceof BigInt64Array || Array.isArray(data)) return this.widen(groups, args, n);
    if (this.sign === 1) this.raise(groups, data, v.validity, n);
    else this.lower(groups, data, v.validity, n);
  }

  private raise(groups: Int32Array, data: Float64Array, mask: Uint8Array | null, n: number): void {
    const { best, seen } = this;
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const g = groups[i] as number;
      const x = data[i] as number;
      const b = best[g] as number;
      if (seen[g] === 0 || x > b || (x !== x && b === b)) {
        best[g] = x;
        seen[g] = 1;
      }
    }
  }

  private lower(groups: Int32Array, data: Float64Array, mask: Uint8Array | null, n: number): void {
    const { best, seen } = this;
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const g = groups[i] as number;
      const x = data[i] as number;
      const b = best[g] as number;
      if (seen[g] === 0 || x < b || (b !== b && x === x)) {
        best[g] = x;
        seen[g] = 1;
      }
    }
  }

  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.update(groups, state, n);
  }
  state(): readonly Vector[] {
    return [this.finish()];
  }

  finish(): Vector {
    if (this.wide !== null) return this.wide.finish();
    const { count, type } = this;
    const base = { type, length: count, validity: seenMask(this.seen, count) };
    const data = this.best.slice(0, count);
    switch (type.kind) {
      case 'boolean':
        return { ...base, layout: 'bool', data: Uint8Array.from(data) } as Vector;
      case 'float':
      case 'double':
        return { ...base, layout: 'double', data } as Vector;
      case 'decimal':
        return { ...base, layout: 'decimal', data } as Vector;
      case 'long':
      case 'timestamp':
      case 'timestamp_ntz':
      case 'daytime_interval':
        return { ...base, layout: 'long', data } as Vector;
      default:
        return { ...base, layout: 'int', data: Int32Array.from(data) } as Vector;
    }
  }

  /** A column of big integers came: go on with those. */
  private widen(groups: Int32Array, args: readonly Vector[], n: number): void {
    const soFar = this.finish();
    const wide = new BigExtremes(this.type, this.sign);
    wide.grow(this.count);
    wide.update(Int32Array.from({ length: this.count }, (_, g) => g), [soFar], this.count);
    wide.update(groups, args, n);
    this.wide = wide;
  }
}

/** As `NumberExtremes`, for longs and decimals that doubles do not hold. */
class BigExtremes implements Accumulator {
  private readonly best: (bigint | null)[] = [];

  constructor(
    private readonly type: DataType,
    private readonly sign: 1 | -1,
  ) {}

  grow(count: number): void {
    while (this.best.length < count) this.best.push(null);
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const { data, validity } = args[0] as LongVector | DecimalVector;
    const { best, sign } = this;
    for (let i = 0; i < n; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const g = groups[i] as number;
      const x = BigInt(data[i] as number | bigint);
      const b = best[g] as bigint | null;
      if (b === null || (sign === 1 ? x > b : x < b)) best[g] = x;
    }
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.update(groups, state, n);
  }
  state(): readonly Vector[] {
    return [this.finish()];
  }
  finish(): Vector {
    const { best, type } = this;
    const length = best.length;
    const validity = seenMask(Uint8Array.from(best, (b) => (b === null ? 0 : 1)), length);
    const values = best.map((b) => b ?? 0n);
    if (type.kind === 'decimal') return { layout: 'decimal', type, length, validity, data: values };
    return { layout: 'long', type: type as never, length, validity, data: BigInt64Array.from(values) };
  }
}

/** Extremes of strings, compared by their UTF-8 bytes. */
class StringExtremes implements Accumulator {
  private readonly best: (string | null)[] = [];

  constructor(
    private readonly type: DataType,
    private readonly sign: 1 | -1,
  ) {}

  grow(count: number): void {
    while (this.best.length < count) this.best.push(null);
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    if (v.layout !== 'string') return;
    const { codes, dictionary, validity } = v;
    const { best, sign } = this;
    for (let i = 0; i < n; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const g = groups[i] as number;
      const x = dictionary[codes[i] as number] as string;
      const b = best[g] as string | null;
      if (b === null || (b !== x && compareStrings(x, b) * sign > 0)) best[g] = x;
    }
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.update(groups, state, n);
  }
  state(): readonly Vector[] {
    return [this.finish()];
  }
  finish(): Vector {
    const { best } = this;
    const length = best.length;
    const out: StringVector = {
      layout: 'string',
      type: this.type as never,
      length,
      validity: seenMask(Uint8Array.from(best, (b) => (b === null ? 0 : 1)), length),
      codes: Int32Array.from(best, (_, i) => i),
      dictionary: best.map((b) => b ?? ''),
      distinct: false,
    };
    return out;
  }
}

function accumulatorFor(type: DataType, sign: 1 | -1): Accumulator | undefined {
  switch (type.kind) {
    case 'string':
      return new StringExtremes(type, sign);
    case 'boolean':
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'daytime_interval':
    case 'float':
    case 'double':
    case 'decimal':
      return new NumberExtremes(type, sign);
    default:
      return undefined;
  }
}

interface ExtremeState {
  value: Value;
}

function better(state: ExtremeState, x: Value, sign: 1 | -1, ctx: CallContext): ExtremeState {
  if (x !== null && (state.value === null || compareValues(ctx.returnType, x, state.value) * sign > 0)) state.value = x;
  return state;
}

function declareExtreme(name: 'max' | 'min', sign: 1 | -1, doc: string, examples: AggregateFunction['examples']): AggregateFunction<ExtremeState> {
  return aggregate<ExtremeState>({
    name,
    ignoresRepeats: true,
    since: '1.0.0',
    params: [{ name: 'expr', pythonName: 'col', accepts: ['orderable'] }],
    signature: (args) => {
      const type = expectOrderable(name, args, 0);
      return { argTypes: [type], returns: type, nullable: true };
    },
    doc,
    examples,
    init: () => ({ value: null }),
    update: (s, [x], ctx) => better(s, x as Value, sign, ctx),
    merge: (a, b, ctx) => better(a, b.value, sign, ctx),
    finish: (s) => s.value,
    accumulator: (ctx) => accumulatorFor(ctx.returnType, sign),
    frames: ([v], lo, hi, n) => {
      const rows = bestRows(v as Vector, lo, hi, n, sign);
      return rows === undefined ? undefined : gather(v as Vector, rows);
    },
  });
}

export const max = declareExtreme('max', 1, 'The largest value that is not null; NaN is above every number. NULL if there are no values.', [
  ['max(7)', '7'],
  ["max('b')", 'b'],
]);
export const min = declareExtreme('min', -1, 'The smallest value that is not null; NaN is above every number. NULL if there are no values.', [
  ['min(7)', '7'],
  ['min(CAST(NULL AS INT))', null],
]);
