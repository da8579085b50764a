import { analysisError } from '../../core/index.ts';
import { gather } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { aggregate } from './declare.ts';
import { PickedRows } from './picked-rows.ts';

type End = 'first' | 'last';

/** The second argument, or IGNORE NULLS. */
function skipsNulls(ctx: CallContext): boolean {
  return ctx.ignoreNulls === true || ctx.literals[1] === true;
}

/** Rows that count; null for all. */
function countedRows(v: Vector, skipNulls: boolean): Validity {
  return skipNulls ? v.validity : null;
}

class EndAccumulator implements Accumulator {
  private readonly rows: PickedRows;
  private count = 0;

  constructor(
    private readonly end: End,
    type: DataType,
    private readonly skipNulls: boolean,
  ) {
    this.rows = new PickedRows([type]);
  }
  grow(count: number): void {
    this.count = count;
    this.rows.grow(count);
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    this.pick(groups, v, countedRows(v, this.skipNulls), n);
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const [v, present] = state;
    if (v === undefined || present?.layout !== 'bool') return;
    this.pick(groups, v, present.data, n);
  }
  private pick(groups: Int32Array, v: Vector, mask: Validity, n: number): void {
    const picked = new Int32Array(this.count).fill(-1);
    if (this.end === 'last') {
      for (let i = 0; i < n; i++) if (mask === null || mask[i] === 1) picked[groups[i] as number] = i;
    } else {
      for (let i = n - 1; i >= 0; i--) if (mask === null || mask[i] === 1) picked[groups[i] as number] = i;
      for (let g = 0; g < this.count; g++) if (this.rows.has(g)) picked[g] = -1;
    }
    this.rows.put([v], picked);
  }
  state(): readonly Vector[] {
    return [this.finish(), { layout: 'bool', type: BooleanType, length: this.count, validity: null, data: this.rows.present() }];
  }
  finish(): Vector {
    return this.rows.columns()[0] as Vector;
  }
}

/** Next (or, from the end, previous) row that counts, at or beyond each row; -1 if there is none. */
function nearest(mask: Uint8Array, forward: boolean): Int32Array {
  const n = mask.length;
  const out = new Int32Array(n);
  let near = -1;
  if (forward) for (let i = n - 1; i >= 0; i--) out[i] = mask[i] === 1 ? (near = i) : near;
  else for (let i = 0; i < n; i++) out[i] = mask[i] === 1 ? (near = i) : near;
  return out;
}

function endFrames(end: End, v: Vector, lo: Int32Array, hi: Int32Array, n: number, skipNulls: boolean): Vector {
  const rows = new Int32Array(n);
  const mask = countedRows(v, skipNulls);
  const near = mask === null ? null : nearest(mask, end === 'first');
  for (let i = 0; i < n; i++) {
    const a = lo[i] as number;
    const b = hi[i] as number;
    let row = -1;
    if (b > a) {
      row = end === 'first' ? a : b - 1;
      if (near !== null) row = near[row] as number;
      if (row < a || row >= b) row = -1;
    }
    rows[i] = row;
  }
  return gather(v, rows);
}

interface EndState {
  value: Value;
  set: boolean;
}

function endSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [value, flag] = args as readonly [ArgumentInfo, ArgumentInfo?];
  if (flag !== undefined && !/^(true|false)$/i.test(flag.sql)) {
    throw analysisError('_LEGACY_ERROR_TEMP_1210', null, { funcName: name.replace('_value', '') === 'any' ? name : name.replace('_value', '') }, `The second argument of ${name} must be true or false, written out.`);
  }
  return { argTypes: args.map((a) => a.type), returns: value.type, nullable: true };
}

function declareEnd(
  name: string,
  end: End,
  since: string,
  doc: string,
  rest: Pick<AggregateFunction, 'examples' | 'replacement'>,
): AggregateFunction<EndState> {
  return aggregate<EndState>({
    name,
    ignoresRepeats: true,
    since,
    params: [
      { name: 'expr', pythonName: 'col', accepts: ['any'] },
      { name: 'isIgnoreNull', pythonName: 'ignorenulls', accepts: ['boolean'], optional: true, literal: true, pythonDefault: 'False' },
    ],
    signature: (args) => endSignature(name, args),
    doc,
    ...rest,
    sql: (args, distinct) => `${name}(${distinct ? 'DISTINCT ' : ''}${args[0]})`,
    ...(name.endsWith('_value') && name !== 'any_value' ? { madeAs: end } : {}),
    planArguments: ([value, flag], { ignoreNulls }) => [value as string, flag ?? String(ignoreNulls === true)],
    orderSensitive: true,
    init: () => ({ value: null, set: false }),
    update: (s, [x], ctx) => {
      if ((end === 'first' && s.set) || (x === null && skipsNulls(ctx))) return s;
      s.value = x as Value;
      s.set = true;
      return s;
    },
    merge: (a, b) => {
      if (!b.set || (end === 'first' && a.set)) return a;
      a.value = b.value;
      a.set = true;
      return a;
    },
    finish: (s) => s.value,
    accumulator: (ctx) => new EndAccumulator(end, ctx.returnType, skipsNulls(ctx)),
    frames: ([v], lo, hi, n, ctx) => endFrames(end, v as Vector, lo, hi, n, skipsNulls(ctx)),
  });
}

const FIRST_DOC = 'The first value that comes, or the first that is not null with a second argument `true`. Without an order the rows may come in any.';
const LAST_DOC = 'The last value that comes, or the last that is not null with a second argument `true`. Without an order the rows may come in any.';

export const first = declareEnd('first', 'first', '2.0.0', FIRST_DOC, { examples: [['first(5)', '5'], ['first(CAST(NULL AS INT), true)', null]] });
export const firstValue = declareEnd('first_value', 'first', '2.0.0', FIRST_DOC, { examples: [['first_value(5)', '5']] });
export const last = declareEnd('last', 'last', '2.0.0', LAST_DOC, { examples: [['last(5)', '5'], ['last(CAST(NULL AS INT), true)', null]] });
export const lastValue = declareEnd('last_value', 'last', '2.0.0', LAST_DOC, { examples: [['last_value(5)', '5']] });
export const anyValue = declareEnd('any_value', 'first', '3.4.0', 'Some value of the group: the first that comes, or the first that is not null with a second argument `true`.', {
  examples: [['any_value(5)', '5']],
  replacement: (types) => ({ call: 'first', args: types.map((_, i) => i) }),
});
