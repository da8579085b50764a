/** Functions that put the elements of an array in another order. */
import { BooleanType, compareValues, isOrderable, LongType, quotedSqlType } from '../../types/index.ts';
import type { ArrayType, DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature } from '../define.ts';
import { expectArray, expectExactly, expectFoldable, expectWrittenSeed, mismatch, scalarFunction } from '../typing.ts';
import { MersenneTwister } from './mersenne-twister.ts';

const family = 'collection';
type Items = readonly Value[];

/** Nulls come first when ascending, last when descending. */
export function sorted(items: Items, type: DataType, ascending: boolean): Value[] {
  const sign = ascending ? 1 : -1;
  return [...items].sort((a, b) => compareValues(type, a, b) * sign);
}

const SHOWN_TRUE: ArgumentInfo = { type: BooleanType, nullable: false, foldable: true, literal: true, sql: 'true' };

function sortSignature(args: readonly ArgumentInfo[]): Signature {
  const shown = args.length > 1 ? args : [...args, SHOWN_TRUE];
  const type = expectArray('sort_array', shown, 0);
  if (!isOrderable(type.element)) {
    throw mismatch(
      'INVALID_ORDERING_TYPE',
      'sort_array',
      shown,
      { functionName: '`sort_array`', dataType: quotedSqlType(type) },
      `sort_array needs elements that have an order, and those of ${quotedSqlType(type).replaceAll('"', '')} have none.`,
    );
  }
  const { type: given } = shown[1] as ArgumentInfo;
  expectFoldable('sort_array', shown, 1, 'ascendingOrder', quotedSqlType(given.kind === 'null' ? BooleanType : given), true);
  const flag = expectExactly('sort_array', shown, 1, BooleanType);
  return { argTypes: args.length > 1 ? [type, flag] : [type], returns: type };
}

const sortArray = scalarFunction({
  name: 'sort_array',
  family,
  since: '1.5.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'ascendingOrder', pythonName: 'asc', accepts: ['boolean'], optional: true, literal: true, pythonDefault: 'True' },
  ],
  signature: sortSignature,
  sql: (args) => `sort_array(${args[0]}, ${args[1] ?? 'true'})`,
  doc: 'The array sorted ascending with nulls first, or descending with nulls last if the second argument is false.',
  examples: [
    ["sort_array(array('b', 'd', NULL, 'c', 'a'), true)", '[null, a, b, c, d]'],
    ['sort_array(array(2, NULL, 1), false)', '[2, 1, null]'],
  ],
  row: ([items, ascending], ctx) => sorted(items as Items, (ctx.argTypes[0] as ArrayType).element, ascending !== false),
});

const GENERATORS = new WeakMap<CallContext, MersenneTwister>();

function generatorOf(ctx: CallContext): MersenneTwister {
  let generator = GENERATORS.get(ctx);
  if (generator === undefined) {
    const seed = ctx.literals[1];
    const start = seed === undefined || seed === null ? BigInt(ctx.environment.seed()) : BigInt(seed as number | bigint);
    generator = new MersenneTwister(start + BigInt(ctx.partitionIndex));
    GENERATORS.set(ctx, generator);
  }
  return generator;
}

/** Each place takes what a random earlier one held, which takes the new element. */
function shuffled(items: Items, random: MersenneTwister): Value[] {
  const out: Value[] = [];
  for (let i = 0; i < items.length; i++) {
    const j = random.nextInt(i + 1);
    if (j !== i) out[i] = out[j] as Value;
    out[j] = items[i] as Value;
  }
  return out;
}

const shuffle = scalarFunction({
  name: 'shuffle',
  family,
  since: '2.4.0',
  deterministic: false,
  pulledOut: true,
  seedAt: 1,
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'seed', accepts: ['integral'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const type = expectArray('shuffle', args.slice(0, 1), 0);
    if (args.length > 1) expectWrittenSeed('shuffle', args[1] as ArgumentInfo);
    return { argTypes: args.length > 1 ? [type, LongType] : [type], returns: type };
  },
  sql: (args) => `shuffle(${args[0]})`,
  doc: 'The array in random order, the same for the same seed and partition.',
  examples: [['shuffle(array(1, 2, 3), 42)', '[1, 3, 2]']],
  row: ([items], ctx) => shuffled(items as Items, generatorOf(ctx)),
});

export const orders: readonly ScalarFunction[] = [sortArray, shuffle];
