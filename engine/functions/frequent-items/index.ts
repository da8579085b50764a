/** Frequent values by Karp, Schenker and Papadimitriou's algorithm: `df.stat.freqItems`. */
import { arrayType, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, CallContext } from '../define.ts';
import { imperative } from '../aggregate/declare.ts';
import { valueKey } from '../value-key.ts';

interface Counted {
  readonly value: Value;
  readonly count: number;
}
type Counts = Map<unknown, Counted>;

/** Adds a value that was seen `count` times; when the table is full the rarest values make room. */
function add(counts: Counts, key: unknown, value: Value, count: number, size: number): Counts {
  const known = counts.get(key);
  if (known !== undefined) return counts.set(key, { value, count: known.count + count });
  if (counts.size < size) return counts.set(key, { value, count });
  const least = Math.min(...[...counts.values()].map((c) => c.count));
  const taken = Math.min(least, count);
  if (count >= least) counts.set(key, { value, count });
  const left = [...counts].map(([k, c]) => [k, { ...c, count: c.count - taken }] as const);
  return new Map(count >= least ? left.filter(([, c]) => c.count > 0) : left);
}

function sizeOf(ctx: CallContext): number {
  return Number(ctx.literals[1] ?? 0);
}

const NULL_KEY = Symbol('null');

export const COLLECT_FREQUENT_ITEMS: AggregateFunction<Counts> = {
  kind: 'aggregate',
  name: 'collect_frequent_items',
  family: 'frequent-items',
  since: '1.4.0',
  params: [
    { name: 'expr', accepts: ['any'] },
    { name: 'size', accepts: ['integer'], literal: true },
  ],
  signature: (args: readonly ArgumentInfo[]) => {
    const [value] = args as readonly [ArgumentInfo];
    return { argTypes: [value.type, IntegerType], returns: arrayType(value.type, value.nullable), nullable: false };
  },
  doc: 'Values that may occur in more than a share of the rows; false ones may be among them.',
  examples: [],
  internal: true,
  ...imperative(),
  emptyIsNull: false,
  allowsDistinct: false,
  init: () => new Map(),
  update: (counts, [value], ctx) => {
    const key = value === null || value === undefined ? NULL_KEY : valueKey(ctx.argTypes[0] as DataType)(value);
    return add(counts, key, value ?? null, 1, sizeOf(ctx));
  },
  merge: (a, b, ctx) => [...b].reduce((counts, [key, c]) => add(counts, key, c.value, c.count, sizeOf(ctx)), a),
  finish: (counts) => [...counts.values()].map((c) => c.value),
};
