/** Functions that change arrays. */
import { arrayType, asNullable, castForcesNull, equalValues, IntegerType, NullType, StringType, StructValue } from '../../types/index.ts';
import type { ArrayType, DataType, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { commonElement, expectArray, expectExactly, expectType, meetInArrays, scalarFunction, unexpectedInput } from '../typing.ts';
import { checkRoom, indexOfZero, invalidParameter } from './errors.ts';
import { comparable } from './search.ts';

const family = 'collection';
type Items = readonly Value[];

function elementOf(ctx: CallContext): DataType {
  return (ctx.argTypes[0] as ArrayType).element;
}

function declareEnd(name: string, since: string, put: (items: Items, x: Value) => Value[], doc: string, example: string): ScalarFunction {
  return scalarFunction({
    name,
    asks: { decidedBy: [0] },
    constancy: 'late',
    family,
    since,
    params: [
      { name: 'array', pythonName: 'col', accepts: ['array'] },
      { name: 'element', pythonName: 'value', accepts: ['any'] },
    ],
    signature: (args, ctx) => {
      const [array] = args as readonly [ArgumentInfo];
      if (array.type.kind !== 'array') throw unexpectedInput(name, args, 0, '"ARRAY"');
      const { element, containsNull } = commonElement(name, args, ctx);
      const type = arrayType(asNullable(element), containsNull);
      return {
        argTypes: [type, type.element],
        // Always said to hold nulls, as Spark says it.
        returns: arrayType(type.element),
        nullable: array.nullable,
      };
    },
    nulls: 'custom',
    doc,
    examples: [
      [`${name}(array(1, 2), 9)`, example],
      [`${name}(CAST(NULL AS ARRAY<INT>), 9)`, null],
    ],
    row: ([items, x]): Value => (items === null ? null : put(items as Items, x as Value)),
  });
}

function insertSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [array, at, item] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
  // Where element and array do not go together the place is not cast either, and is complained of first.
  const isApart = array.type.kind === 'array' && meetInArrays(array.type.element, item.type) === undefined;
  if (isApart && at.type.kind !== 'integer') throw unexpectedInput('array_insert', args, 1, '"INT"');
  const { element, containsNull } = commonElement('array_insert', args, ctx, meetInArrays, 2);
  if (!['integer', 'short', 'byte'].includes(at.type.kind)) throw unexpectedInput('array_insert', args, 1, '"INT"');
  const items = asNullable(element);
  return {
    argTypes: [arrayType(items, containsNull), IntegerType, items],
    returns: arrayType(items, true),
    nullable: array.nullable || at.nullable,
  };
}

/** Places are counted from 1, or from the end: -1 puts the item last. Gaps beyond the ends are filled with nulls. */
function insertAt(items: Items, place: number, x: Value, ctx: CallContext): Value[] {
  if (place === 0) throw indexOfZero();
  const n = items.length;
  const counted = place > 0 && ctx.interpreted !== true && ctx.literals[1] === undefined;
  checkRoom('array_insert', Math.abs(place), counted ? 'count' : undefined);
  if (place > 0) {
    const at = place - 1;
    if (at <= n) return [...items.slice(0, at), x, ...items.slice(at)];
    return [...items, ...new Array<Value>(at - n).fill(null), x];
  }
  // As Spark did it once: -1 put the item before the last.
  const at = n + place + (ctx.conf('spark.sql.legacy.negativeIndexInArrayInsert') === 'true' ? 0 : 1);
  if (at >= 0) return [...items.slice(0, at), x, ...items.slice(at)];
  return [x, ...new Array<Value>(-at).fill(null), ...items];
}

const arrayInsert = scalarFunction({
  name: 'array_insert',
  asks: { decidedBy: [0, 1] },
  family,
  since: '3.4.0',
  params: [
    { name: 'x', pythonName: 'arr', accepts: ['array'] },
    { name: 'pos', accepts: ['integer'] },
    { name: 'val', pythonName: 'value', accepts: ['any'] },
  ],
  signature: insertSignature,
  nulls: 'custom',
  doc: 'The array with an element put in at a place counted from 1, or from the end if negative (-1: last). Gaps are filled with nulls; place 0 raises INVALID_INDEX_OF_ZERO.',
  examples: [
    ['array_insert(array(1, 2, 3, 4), 5, 5)', '[1, 2, 3, 4, 5]'],
    ['array_insert(array(5, 4, 3, 2), -1, 1)', '[5, 4, 3, 2, 1]'],
    ['array_insert(array(1), 4, 9)', '[1, null, null, 9]'],
  ],
  row: ([items, at, x], ctx): Value => {
    if (items === null || at === null) return null;
    return insertAt(items as Items, at as number, x as Value, ctx);
  },
});

const arrayRemove = scalarFunction({
  name: 'array_remove',
  family,
  since: '2.4.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'element', accepts: ['any'] },
  ],
  signature: (args, ctx) => {
    const [array, value] = args as readonly [ArgumentInfo, ArgumentInfo];
    const type = commonElement('array_remove', args, ctx);
    comparable('array_remove', args, type.element);
    return { argTypes: [type, type.element], returns: type, nullable: array.nullable || value.nullable || castForcesNull(value.type, type.element) };
  },
  doc: 'The array without the elements that equal the value; nulls stay.',
  examples: [['array_remove(array(1, 2, 3, NULL, 3), 3)', '[1, 2, null]']],
  row: ([items, x], ctx) => {
    const type = elementOf(ctx);
    return (items as Items).filter((item) => item === null || !equalValues(type, item, x as Value));
  },
});

const arrayCompact = scalarFunction({
  name: 'array_compact',
  constancy: 'late',
  family,
  since: '3.4.0',
  params: [{ name: 'array', pythonName: 'col', accepts: ['array'] }],
  signature: (args) => {
    const type = expectArray('array_compact', args, 0);
    return { argTypes: [type], returns: arrayType(type.element, false) };
  },
  doc: 'The array without its nulls.',
  examples: [['array_compact(array(1, NULL, 2))', '[1, 2]']],
  row: ([items]) => (items as Items).filter((x) => x !== null),
});

const flatten = scalarFunction({
  name: 'flatten',
  family,
  since: '2.4.0',
  params: [{ name: 'arrayOfArrays', pythonName: 'col', accepts: ['array'] }],
  signature: (args) => {
    const [array] = args as readonly [ArgumentInfo];
    const inner = array.type.kind === 'array' ? array.type.element : NullType;
    if (array.type.kind !== 'array' || inner.kind !== 'array') throw unexpectedInput('flatten', args, 0, '"ARRAY" of "ARRAY"');
    return { argTypes: [array.type], returns: inner, nullable: array.nullable || array.type.containsNull };
  },
  doc: 'The arrays inside an array, one behind the other; NULL if one of them is null. Only one level is taken away.',
  examples: [
    ['flatten(array(array(1, 2), array(3, 4)))', '[1, 2, 3, 4]'],
    ['flatten(array(array(1), NULL))', null],
  ],
  row: ([items]): Value => ((items as Items).includes(null) ? null : (items as readonly Items[]).flat()),
});

function cut(items: Items, start: number, length: number): Items {
  if (start === 0) {
    throw invalidParameter('START', { parameter: '`start`', functionName: '`slice`' }, 'The start of slice is counted from 1, or from the end if negative; 0 is neither.');
  }
  if (length < 0) {
    throw invalidParameter(
      'LENGTH',
      { parameter: '`length`', length: String(length), functionName: '`slice`' },
      `A slice cannot have ${length} elements.`,
    );
  }
  const from = start > 0 ? start - 1 : items.length + start;
  return from < 0 || from >= items.length ? [] : items.slice(from, from + length);
}

const slice = scalarFunction({
  name: 'slice',
  family,
  since: '2.4.0',
  params: [
    { name: 'x', accepts: ['array'] },
    { name: 'start', accepts: ['integer'] },
    { name: 'length', accepts: ['integer'] },
  ],
  signature: (args) => {
    const type = expectArray('slice', args, 0);
    return { argTypes: [type, expectType('slice', args, 1, IntegerType), expectType('slice', args, 2, IntegerType)], returns: type };
  },
  doc: 'So many elements of an array from a place counted from 1, or from the end if negative.',
  examples: [
    ['slice(array(1, 2, 3, 4), 2, 2)', '[2, 3]'],
    ['slice(array(1, 2, 3, 4), -2, 2)', '[3, 4]'],
  ],
  row: ([items, start, length]) => cut(items as Items, start as number, length as number),
});

const arrayJoin = scalarFunction({
  name: 'array_join',
  nullIntolerant: false,
  asks: { places: [2, 0, 1], interpreted: {} },
  family,
  since: '2.4.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'delimiter', accepts: ['string'], pythonLiteral: true },
    { name: 'nullReplacement', pythonName: 'null_replacement', accepts: ['string'], optional: true, pythonLiteral: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    const inner = type.kind === 'array' ? type.element : StringType;
    if ((type.kind !== 'array' && type.kind !== 'null') || inner.kind === 'array' || inner.kind === 'map' || inner.kind === 'struct') {
      throw unexpectedInput('array_join', args, 0, '"ARRAY<STRING>"');
    }
    const strings = arrayType(StringType, type.kind === 'array' ? type.containsNull : true);
    return { argTypes: [strings, ...args.slice(1).map((_, i) => expectExactly('array_join', args, i + 1, StringType))], returns: StringType };
  },
  doc: 'The elements as one text with the delimiter between them; nulls are left out, or replaced if a third argument is given.',
  examples: [
    ["array_join(array('hello', NULL, 'world'), ' ')", 'hello world'],
    ["array_join(array('hello', NULL, 'world'), ' ', ',')", 'hello , world'],
  ],
  row: ([items, delimiter, replacement]) =>
    (items as Items)
      .map((x) => x ?? replacement ?? null)
      .filter((x) => x !== null)
      .join(delimiter as string),
});

const arraysZip = scalarFunction({
  name: 'arrays_zip',
  nullIntolerant: false,
  asks: { interpreted: { decidedBy: [] } },
  constancy: 'never',
  family,
  since: '2.4.0',
  params: [{ name: 'cols', accepts: ['array'], optional: true, variadic: true }],
  signature: (args) => {
    const types = args.map((_, i) => expectArray('arrays_zip', args, i));
    const element: StructType = {
      kind: 'struct',
      fields: types.map((t, i) => ({ name: args[i]?.name ?? String(i), type: t.element, nullable: true })),
    };
    return { argTypes: types, returns: arrayType(element, false) };
  },
  doc: 'An array of structs: the n-th holds the n-th elements of all arrays, null where one is shorter. Fields are named as the columns, or by their place.',
  examples: [
    ['arrays_zip(array(1, 2, 3), array(2, 3, 4))', '[{1, 2}, {2, 3}, {3, 4}]'],
    ["arrays_zip(array(1, 2), array('a'))", '[{1, a}, {2, null}]'],
  ],
  row: (args) => {
    const arrays = args as readonly Items[];
    const length = arrays.reduce((longest, a) => Math.max(longest, a.length), 0);
    return Array.from({ length }, (_, i) => new StructValue(arrays.map((a) => a[i] ?? null)));
  },
});

export const edits: readonly ScalarFunction[] = [
  declareEnd('array_append', '3.4.0', (items, x) => [...items, x], 'The array with the element at its end.', '[1, 2, 9]'),
  declareEnd('array_prepend', '3.5.0', (items, x) => [x, ...items], 'The array with the element at its start.', '[9, 1, 2]'),
  arrayInsert,
  arrayRemove,
  arrayCompact,
  flatten,
  slice,
  arrayJoin,
  arraysZip,
];
