import { concat, gather, nullVector } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import { arrayType, holdsMap, quotedSqlType } from '../../types/index.ts';
import type { ArrayType, DataType, Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction, ArgumentInfo, CallContext } from '../define.ts';
import { mismatch, unexpectedInput } from '../typing.ts';
import { aggregate } from './declare.ts';
import { ScalaSet } from './scala-set.ts';

/** Piles up values with their groups; lists are made at the end, each in the order in which its values came. */
class CollectAccumulator implements Accumulator {
  private readonly groups: Int32Array[] = [];
  private readonly values: Vector[] = [];
  private count = 0;

  constructor(
    private readonly type: ArrayType,
    private readonly keepNulls: boolean,
  ) {}

  grow(count: number): void {
    this.count = count;
  }

  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    if (this.keepNulls || v.validity === null) {
      this.groups.push(groups.slice(0, n));
      this.values.push(v);
      return;
    }
    const rows = validRows(v.validity, n);
    this.groups.push(Int32Array.from(rows, (i) => groups[i] as number));
    this.values.push(gather(v, rows));
  }

  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const lists = state[0];
    if (lists?.layout !== 'array') return;
    const { offsets, child } = lists;
    const start = offsets[0] as number;
    const owners = new Int32Array((offsets[n] as number) - start);
    for (let i = 0; i < n; i++) owners.fill(groups[i] as number, (offsets[i] as number) - start, (offsets[i + 1] as number) - start);
    this.groups.push(owners);
    this.values.push(gather(child, Int32Array.from(owners, (_, k) => start + k)));
  }

  state(): readonly Vector[] {
    return [this.finish()];
  }

  finish(): Vector {
    const total = this.groups.reduce((sum, g) => sum + g.length, 0);
    const offsets = new Int32Array(this.count + 1);
    for (const part of this.groups) for (let i = 0; i < part.length; i++) offsets[(part[i] as number) + 1] = (offsets[(part[i] as number) + 1] as number) + 1;
    for (let g = 0; g < this.count; g++) offsets[g + 1] = (offsets[g + 1] as number) + (offsets[g] as number);
    const next = offsets.slice(0, this.count);
    const rows = new Int32Array(total);
    let base = 0;
    for (const part of this.groups) {
      for (let i = 0; i < part.length; i++) {
        const g = part[i] as number;
        rows[next[g] as number] = base + i;
        next[g] = (next[g] as number) + 1;
      }
      base += part.length;
    }
    const pile = this.values.length === 0 ? nullVector(this.type.element, 0) : concat(this.type.element, this.values);
    return { layout: 'array', type: this.type, length: this.count, validity: null, offsets, child: gather(pile, rows) };
  }
}

function validRows(mask: Uint8Array, n: number): Int32Array {
  const rows = new Int32Array(n);
  let k = 0;
  for (let i = 0; i < n; i++) if (mask[i] === 1) rows[k++] = i;
  return rows.subarray(0, k);
}

/** Lists of frames share the rows of the column, nulls left out. */
function collectFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, type: ArrayType, keepNulls: boolean): Vector {
  const mask: Validity = keepNulls ? null : v.validity;
  const offsets = new Int32Array(n + 1);
  const rows: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let k = lo[i] as number; k < (hi[i] as number); k++) if (mask === null || mask[k] === 1) rows.push(k);
    offsets[i + 1] = rows.length;
  }
  return { layout: 'array', type, length: n, validity: null, offsets, child: gather(v, Int32Array.from(rows)) };
}

interface ListState {
  items: Value[];
}

const objectArguments: AggregateFunction['planArguments'] = (args, { ignoreNulls }) => [...args, '0', '0', String(ignoreNulls !== false)];

const collectList = aggregate<ListState>({
  name: 'collect_list',
  aliases: ['array_agg'],
  since: '2.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }],
  keepsNulls: true,
  signature: (args, { respectsNulls = false }) => {
    const { type } = args[0] as ArgumentInfo;
    return { argTypes: [type], returns: arrayType(type, respectsNulls), nullable: false };
  },
  doc: 'An array of the values that are not null, in the order in which they come; empty if there are none.',
  examples: [
    ['collect_list(5)', '[5]'],
    ['collect_list(CAST(NULL AS INT))', '[]'],
  ],
  interpreted: true,
  planArguments: objectArguments,
  emptyIsNull: false,
  orderSensitive: true,
  init: () => ({ items: [] }),
  update: (s, [x], ctx) => {
    if (x !== null || keepsNulls(ctx)) s.items.push(x as Value);
    return s;
  },
  merge: (a, b) => {
    for (const x of b.items) a.items.push(x);
    return a;
  },
  finish: (s) => s.items.slice(),
  accumulator: (ctx) => new CollectAccumulator(ctx.returnType as ArrayType, keepsNulls(ctx)),
  frames: ([v], lo, hi, n, ctx) => collectFrames(v as Vector, lo, hi, n, ctx.returnType as ArrayType, keepsNulls(ctx)),
});

/** RESPECT NULLS, written out. */
function keepsNulls(ctx: CallContext): boolean {
  return ctx.ignoreNulls === false;
}

function refuseMaps(name: string, args: readonly ArgumentInfo[], type: DataType): void {
  if (!holdsMap(type)) return;
  throw mismatch(
    'UNSUPPORTED_INPUT_TYPE',
    name,
    args,
    { functionName: `\`${name}\``, dataType: '"MAP" or "COLLATED STRING"' },
    `${name} cannot compare maps, and ${quotedSqlType(type).replaceAll('"', '')} holds them.`,
  );
}

interface SetState {
  /** In the order that `finish` gives. */
  items: readonly Value[];
  /** Built when the first value comes. */
  set: ScalaSet | null;
}

function addAll(s: SetState, items: readonly Value[], element: DataType, keepNulls: boolean): SetState {
  if (s.set === null) {
    s.set = new ScalaSet(element);
    for (const x of s.items) s.set.add(x);
  }
  for (const x of items) if (x !== null || keepNulls) s.set.add(x);
  return s;
}

function itemsOf(s: SetState): readonly Value[] {
  return s.set === null ? s.items : s.set.values();
}

function declareSet(
  init: Pick<AggregateFunction<SetState>, 'name' | 'since' | 'signature' | 'doc' | 'examples' | 'params' | 'ignoresRepeats'> & {
    readonly values: (x: Value) => readonly Value[];
  },
): AggregateFunction<SetState> {
  const { values, ...rest } = init;
  const element = (ctx: CallContext): DataType => (ctx.returnType as ArrayType).element;
  return aggregate<SetState>({
    ...rest,
    keepsNulls: true,
    interpreted: true,
    planArguments: objectArguments,
    emptyIsNull: false,
    init: () => ({ items: [], set: null }),
    update: (s, [x], ctx) => (x === undefined ? s : addAll(s, values(x), element(ctx), keepsNulls(ctx))),
    merge: (a, b, ctx) => addAll(a, itemsOf(b), element(ctx), keepsNulls(ctx)),
    finish: (s) => itemsOf(s),
  });
}

const collectSet = declareSet({
  name: 'collect_set',
  ignoresRepeats: true,
  since: '2.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }],
  signature: (args, { respectsNulls = false }) => {
    const { type } = args[0] as ArgumentInfo;
    refuseMaps('collect_set', args, type);
    return { argTypes: [type], returns: arrayType(type, respectsNulls), nullable: false };
  },
  doc: 'An array of the different values that are not null, in no order to rely on; empty if there are none.',
  examples: [
    ['collect_set(5)', '[5]'],
    ['collect_set(CAST(NULL AS INT))', '[]'],
  ],
  values: (x) => [x],
});

const collectUnion = declareSet({
  name: 'collect_union',
  since: '4.2.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['array'] }],
  signature: (args, { respectsNulls = false }) => {
    const { type } = args[0] as ArgumentInfo;
    if (type.kind !== 'array') throw unexpectedInput('collect_union', args, 0, '"ARRAY"');
    refuseMaps('collect_union', args, type);
    return { argTypes: [type], returns: arrayType(type.element, respectsNulls), nullable: false };
  },
  doc: 'An array of the different elements of all arrays, nulls left out, in no order to rely on.',
  examples: [['collect_union(array(1, 2, 1))', '[1, 2]']],
  values: (x) => (x ?? []) as readonly Value[],
});

// biome-ignore lint/suspicious/noExplicitAny: the state is private to each aggregate
export const collections: readonly AggregateFunction<any>[] = [collectList, collectSet, collectUnion];
