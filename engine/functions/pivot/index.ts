/** What puts the rows of a pivot side by side: an array with the value of each pivot value's row. */
import { arrayType, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, CallContext } from '../define.ts';
import { valueKey } from '../value-key.ts';

/** Types that Spark pivots in this way; with others each value gets aggregates of its own. */
const KINDS: ReadonlySet<DataType['kind']> = new Set(['byte', 'short', 'integer', 'long', 'float', 'double', 'decimal', 'boolean']);

export function takesPivotFirst(type: DataType): boolean {
  return KINDS.has(type.kind);
}

/** Pivot values stand between these many arguments at each end. */
const BEFORE_COUNT = 2;
const BEHIND_COUNT = 2;
const NULL_KEY = Symbol('null');

const PLACES = new WeakMap<CallContext, ReadonlyMap<unknown, number>>();

function keyOf(ctx: CallContext, value: Value): unknown {
  return value === null ? NULL_KEY : valueKey(ctx.argTypes[0] as DataType)(value);
}

/** Where each pivot value stands in the array. */
function placesOf(ctx: CallContext): ReadonlyMap<unknown, number> {
  let places = PLACES.get(ctx);
  if (places === undefined) {
    const values = ctx.literals.slice(BEFORE_COUNT, -BEHIND_COUNT);
    places = new Map(values.map((v, i) => [keyOf(ctx, v ?? null), i]));
    PLACES.set(ctx, places);
  }
  return places;
}

/** `pivotfirst(pivot column, value, pivot values …, 0, 0)`; the zeros are where Spark keeps its buffers. */
export const PIVOT_FIRST: AggregateFunction<Value[]> = {
  kind: 'aggregate',
  name: 'pivotfirst',
  interpreted: true,
  family: 'pivot',
  since: '2.0.0',
  params: [
    { name: 'column', accepts: ['any'] },
    { name: 'value', accepts: ['any'] },
    { name: 'rest', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: (args: readonly ArgumentInfo[]) => ({
    argTypes: args.map((a, i) => (i >= args.length - BEHIND_COUNT ? IntegerType : a.type)),
    returns: arrayType((args[1] as ArgumentInfo).type),
    nullable: true,
  }),
  doc: 'The value of the one row that each pivot value has in the group, NULL where it has none.',
  examples: [],
  internal: true,
  emptyIsNull: false,
  allowsDistinct: false,
  init: (ctx) => new Array<Value>(ctx.literals.length - BEFORE_COUNT - BEHIND_COUNT).fill(null),
  update: (state, [column, value], ctx) => {
    const at = placesOf(ctx).get(keyOf(ctx, column ?? null));
    if (at !== undefined && value !== null) state[at] = value as Value;
    return state;
  },
  merge: (a, b) => {
    b.forEach((value, i) => {
      if (value !== null) a[i] = value;
    });
    return a;
  },
  finish: (state) => state,
};
