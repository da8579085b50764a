/** Arrays as sets. Null is an element like any other, NaN equals NaN, 0.0 equals -0.0. */
import { arrayType, BooleanType, quotedSqlType, tightestCommonType } from '../../types/index.ts';
import type { ArrayType, DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature } from '../define.ts';
import { expectArray, goInto, mismatch, scalarFunction } from '../typing.ts';
import { valueKey } from '../value-key.ts';
import type { ValueKey } from '../value-key.ts';
import { comparable } from './search.ts';

const family = 'collection';

type Items = readonly Value[];
type KeyOf = (x: Value) => ValueKey | null;

function keyOf(ctx: CallContext): KeyOf {
  const key = valueKey((ctx.argTypes[0] as ArrayType).element);
  return (x) => (x === null ? null : key(x));
}

/** Zeros lose their sign when elements are compared as keys. */
function normal(x: Value): Value {
  return x === 0 ? 0 : x;
}

function distinct(items: Items, key: KeyOf, seen: Set<ValueKey | null> = new Set()): Value[] {
  const out: Value[] = [];
  for (const x of items) {
    const k = key(x);
    if (seen.has(k)) continue;
    seen.add(k);
    out.push(normal(x));
  }
  return out;
}

const arrayDistinct = scalarFunction({
  name: 'array_distinct',
  family,
  since: '2.4.0',
  params: [{ name: 'array', pythonName: 'col', accepts: ['array'] }],
  signature: (args) => {
    const type = expectArray('array_distinct', args, 0);
    comparable('array_distinct', args, type.element);
    return { argTypes: [type], returns: type };
  },
  doc: 'The array without repeats, each element where it came first.',
  examples: [['array_distinct(array(1, 2, 2, NULL, NULL))', '[1, 2, null]']],
  row: ([items], ctx) => distinct(items as Items, keyOf(ctx)),
});

/** Both arrays with the elements in which they meet. */
function meeting(a: DataType, b: DataType): [ArrayType, ArrayType] | undefined {
  if (a.kind !== 'array' || b.kind !== 'array') return undefined;
  const element = tightestCommonType(a.element, b.element, false);
  return element === undefined ? undefined : [arrayType(element, a.containsNull), arrayType(element, b.containsNull)];
}

/** Two arrays in the type in which their elements meet. */
function pairSignature(name: string, args: readonly ArgumentInfo[], ansi: boolean): [ArrayType, ArrayType] {
  const [a, b] = args.map((x) => x.type) as [DataType, DataType];
  const met = meeting(a, b);
  if (met === undefined || !goInto(args, met, ansi)) {
    throw mismatch(
      'BINARY_ARRAY_DIFF_TYPES',
      name,
      args,
      { functionName: `\`${name}\``, arrayType: '"ARRAY"', leftType: quotedSqlType(a), rightType: quotedSqlType(b) },
      `${name} needs two arrays of one element type, not ${[a, b].map((t) => quotedSqlType(t).replaceAll('"', '')).join(' and ')}.`,
    );
  }
  comparable(name, args, met[0].element);
  return met;
}

function declareSet(
  name: string,
  containsNull: (a: boolean, b: boolean) => boolean,
  doc: string,
  examples: ScalarFunction['examples'],
  combine: (a: Items, b: Items, key: KeyOf) => Value[],
): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '2.4.0',
    params: [
      { name: 'array1', pythonName: 'col1', accepts: ['array'] },
      { name: 'array2', pythonName: 'col2', accepts: ['array'] },
    ],
    signature: (args, { ansi }): Signature => {
      const [a, b] = pairSignature(name, args, ansi);
      return { argTypes: [a, b], returns: arrayType(a.element, containsNull(a.containsNull, b.containsNull)) };
    },
    doc,
    examples,
    row: ([a, b], ctx) => combine(a as Items, b as Items, keyOf(ctx)),
  });
}

const arraysOverlap = scalarFunction({
  name: 'arrays_overlap',
  family,
  since: '2.4.0',
  params: [
    { name: 'a1', accepts: ['array'] },
    { name: 'a2', accepts: ['array'] },
  ],
  signature: (args, { ansi }) => {
    const [a, b] = pairSignature('arrays_overlap', args, ansi);
    return {
      argTypes: [a, b],
      returns: BooleanType,
      nullable: args.some((x) => x.nullable) || a.containsNull || b.containsNull,
    };
  },
  doc: 'True if the arrays share an element that is not null; NULL if they do not but one holds a null and neither is empty.',
  examples: [
    ['arrays_overlap(array(1, 2, 3), array(3, 4, 5))', 'true'],
    ['arrays_overlap(array(1, NULL), array(2))', null],
  ],
  row: ([x, y], ctx): Value => {
    const [a, b] = [x as Items, y as Items];
    const key = keyOf(ctx);
    const keys = new Set(a.map(key));
    keys.delete(null);
    if (b.some((item) => item !== null && keys.has(key(item)))) return true;
    return a.length > 0 && b.length > 0 && (a.includes(null) || b.includes(null)) ? null : false;
  },
});

export const sets: readonly ScalarFunction[] = [
  arrayDistinct,
  declareSet(
    'array_union',
    (a, b) => a || b,
    'The elements of both arrays without repeats, those of the first in front.',
    [['array_union(array(1, 2, 3), array(1, 3, 5))', '[1, 2, 3, 5]']],
    (a, b, key) => {
      const seen = new Set<ValueKey | null>();
      return [...distinct(a, key, seen), ...distinct(b, key, seen)];
    },
  ),
  declareSet(
    'array_intersect',
    (a, b) => a && b,
    'The elements of the first array that are in the second too, without repeats.',
    [['array_intersect(array(1, 2, 3), array(1, 3, 5))', '[1, 3]']],
    (a, b, key) => {
      const others = new Set(b.map(key));
      return distinct(a, key).filter((x) => others.has(key(x)));
    },
  ),
  declareSet(
    'array_except',
    (a) => a,
    'The elements of the first array that are not in the second, without repeats.',
    [['array_except(array(1, 2, 3), array(1, 3, 5))', '[2]']],
    (a, b, key) => distinct(a, key, new Set(b.map(key))),
  ),
  arraysOverlap,
];
