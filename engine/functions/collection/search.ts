/** Functions that look into arrays and maps. */
import { gather } from '../../columnar/index.ts';
import type { ArrayVector, Vector } from '../../columnar/index.ts';
import { BooleanType, castForcesNull, compareValues, equalValues, IntegerType, isOrderable, LongType, quotedSqlType, tightestCommonType, widerTypeWithoutText } from '../../types/index.ts';
import type { ArrayType, DataType, MapType, MapValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import {
  commonElement,
  expectArray,
  expectType,
  goInto,
  mismatch,
  scalarFunction,
  unexpectedInput,
} from '../typing.ts';
import { constantPlace, itemNullable } from '../access/item-nullable.ts';
import { elementOutOfBounds, indexOfZero } from './errors.ts';

const family = 'collection';

/** NULL_TYPE: an untyped null where an array or a value is needed. */
function refuseUntyped(name: string, args: readonly ArgumentInfo[]): void {
  if (args.every((a) => a.type.kind !== 'null')) return;
  throw mismatch('NULL_TYPE', name, args, { functionName: `\`${name}\`` }, `${name} needs typed arguments, not a bare NULL.`);
}

function elementOf(ctx: CallContext): DataType {
  return (ctx.argTypes[0] as ArrayType).element;
}

/** INVALID_ORDERING_TYPE, naming the element type, if elements cannot be compared. */
export function comparable(name: string, args: readonly ArgumentInfo[], element: DataType): void {
  if (isOrderable(element)) return;
  throw mismatch(
    'INVALID_ORDERING_TYPE',
    name,
    args,
    { functionName: `\`${name}\``, dataType: quotedSqlType(element) },
    `${name} compares elements, and ${quotedSqlType(element).replaceAll('"', '')} has no order.`,
  );
}

function containsSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  refuseUntyped('array_contains', args);
  expectArray('array_contains', args, 0);
  const type = commonElement('array_contains', args, ctx, widerTypeWithoutText);
  comparable('array_contains', args, type.element);
  return {
    argTypes: [type, type.element],
    returns: BooleanType,
    nullable: args.some((a) => a.nullable) || type.containsNull || castForcesNull((args[1] as ArgumentInfo).type, type.element),
  };
}

const arrayContains = scalarFunction({
  name: 'array_contains',
  family,
  since: '1.5.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'value', accepts: ['any'] },
  ],
  signature: containsSignature,
  doc: 'True if the array holds the value; NULL if it does not but holds a null.',
  examples: [
    ['array_contains(array(1, 2), 2)', 'true'],
    ['array_contains(array(1, NULL), 2)', null],
  ],
  row: ([items, x], ctx): Value => {
    const type = elementOf(ctx);
    let sawNull = false;
    for (const item of items as readonly Value[]) {
      if (item === null) sawNull = true;
      else if (equalValues(type, item, x as Value)) return true;
    }
    return sawNull ? null : false;
  },
});

const arrayPosition = scalarFunction({
  name: 'array_position',
  family,
  since: '2.4.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'element', pythonName: 'value', accepts: ['any'] },
  ],
  signature: (args, ctx) => {
    const [array, value] = args as readonly [ArgumentInfo, ArgumentInfo];
    const isUntyped = array.type.kind === 'null' || (array.type.kind === 'array' && array.type.element.kind === 'null' && value.type.kind === 'null');
    if (isUntyped) refuseUntyped('array_position', args);
    expectArray('array_position', args, 0);
    const type = commonElement('array_position', args, ctx);
    comparable('array_position', args, type.element);
    return { argTypes: [type, type.element], returns: LongType, nullable: array.nullable || value.nullable || castForcesNull(value.type, type.element) };
  },
  doc: 'Where the value comes first in the array, counted from 1; 0 if it does not come.',
  examples: [
    ["array_position(array('a', 'b', 'b'), 'b')", '2'],
    ['array_position(array(1), 9)', '0'],
  ],
  row: ([items, x], ctx) => {
    const type = elementOf(ctx);
    const at = (items as readonly Value[]).findIndex((item) => item !== null && equalValues(type, item, x as Value));
    return BigInt(at + 1);
  },
});

function declareExtreme(name: 'array_max' | 'array_min', sign: 1 | -1): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '2.4.0',
    params: [{ name: 'array', pythonName: 'col', accepts: ['array'] }],
    signature: (args) => {
      const type = expectArray(name, args, 0);
      comparable(name, args, type.element);
      return { argTypes: [type], returns: type.element, nullable: true };
    },
    doc: `The ${sign === 1 ? 'largest' : 'smallest'} element that is not null; NULL if there is none. NaN is above every number.`,
    examples: [[`${name}(array(1, 20, NULL, 3))`, sign === 1 ? '20' : '1']],
    row: ([items], ctx) => {
      const type = elementOf(ctx);
      let best: Value = null;
      for (const x of items as readonly Value[]) {
        if (x !== null && (best === null || compareValues(type, x, best) * sign > 0)) best = x;
      }
      return best;
    },
  });
}

/** Number of elements straight from the offsets. */
function lengths(v: Vector, n: number): Vector | undefined {
  if (v.layout !== 'array' && v.layout !== 'map') return undefined;
  const { offsets } = v;
  const data = new Int32Array(n);
  for (let i = 0; i < n; i++) data[i] = (offsets[i + 1] as number) - (offsets[i] as number);
  return { layout: 'int', type: IntegerType, length: n, validity: v.validity, data };
}

function declareSize(name: string, since: string, maps: boolean): ScalarFunction {
  // Of a null, `size` was -1 before there was ANSI mode.
  const ofNullIsMinusOne = ({ ansi, conf }: Pick<SignatureContext, 'ansi' | 'conf'>): boolean => maps && !ansi && conf?.('spark.sql.legacy.sizeOfNull')?.toLowerCase() !== 'false';
  return scalarFunction({
    name,
    family,
    since,
    params: [{ name: maps ? 'expr' : 'array', pythonName: 'col', accepts: maps ? ['array', 'map'] : ['array'] }],
    signature: (args, ctx) => {
      const { type } = args[0] as ArgumentInfo;
      const takes = type.kind === 'array' || type.kind === 'null' || (maps && type.kind === 'map');
      if (!takes) throw unexpectedInput(name, args, 0, maps ? '("ARRAY" or "MAP")' : '"ARRAY"');
      const ofNull = ofNullIsMinusOne(ctx) ? { nullable: false } : { nullable: (args[0] as ArgumentInfo).nullable };
      return { argTypes: [type.kind === 'null' ? expectArray(name, args, 0) : type], returns: IntegerType, ...ofNull };
    },
    ...(maps ? { planText: ([x]: readonly string[]) => `size(${x}, false)` } : { constancy: 'late' }),
    nulls: 'custom',
    doc: `Number of elements of an array${maps ? ' or entries of a map' : ''}.`,
    examples: [[`${name}(array('b', 'd'))`, '2'], ...(maps ? ([[`${name}(map('a', 1))`, '1']] as const) : [])],
    row: ([x], ctx) => {
      if (x === null) return ofNullIsMinusOne(ctx) ? -1 : null;
      return Array.isArray(x) ? x.length : (x as MapValue).entries.length;
    },
    batch: ([v], n, ctx) => (ofNullIsMinusOne(ctx) ? undefined : lengths(v as Vector, n)),
  });
}

/** MAP_FUNCTION_DIFF_TYPES: the key's type does not meet the map's. */
export function mapKeyMismatch(name: string, args: readonly ArgumentInfo[]): ReturnType<typeof mismatch> {
  const [map, key] = args as readonly [ArgumentInfo, ArgumentInfo];
  return mismatch(
    'MAP_FUNCTION_DIFF_TYPES',
    name,
    args,
    { functionName: `\`${name}\``, dataType: '"MAP"', leftType: quotedSqlType(map.type), rightType: quotedSqlType(key.type) },
    `${name} needs a key of the map's key type, not ${quotedSqlType(key.type).replaceAll('"', '')}.`,
  );
}

/** A map's type with its keys widened to the type in which they meet the key that is looked up. */
export function lookupType(name: string, args: readonly ArgumentInfo[], ansi: boolean): MapType {
  const [map, key] = args as readonly [ArgumentInfo, ArgumentInfo];
  const type = map.type as MapType;
  const common = tightestCommonType(type.key, key.type, false);
  if (common === undefined || key.type.kind === 'null' || !goInto(args, [{ ...type, key: common }, common], ansi)) throw mapKeyMismatch(name, args);
  return { ...type, key: common };
}

/** Errors name both functions `element_at`. */
function elementSignature(args: readonly ArgumentInfo[], strict: boolean, ansi: boolean): Signature {
  const { type } = args[0] as ArgumentInfo;
  if (type.kind === 'map') {
    // Nothing lies at a key that is null, whatever the keys' type.
    const map = (args[1] as ArgumentInfo).type.kind === 'null' ? type : lookupType('element_at', args, ansi);
    return { argTypes: [map, map.key], returns: map.value, nullable: true };
  }
  if (type.kind !== 'array') throw unexpectedInput('element_at', args, 0, '("ARRAY" or "MAP")');
  const index = args[1] as ArgumentInfo;
  if (index.type.kind !== 'integer' && index.type.kind !== 'short' && index.type.kind !== 'byte') throw unexpectedInput('element_at', args, 1, '"INT"');
  return { argTypes: [type, IntegerType], returns: type.element, nullable: itemNullable(args[0] as ArgumentInfo, constantPlace(index), 1, strict) };
}

/** The value of a key, null if the map lacks it. */
export function lookUp(map: MapValue, key: Value, keyType: DataType): Value {
  for (const [k, v] of map.entries) if (equalValues(keyType, k, key)) return v;
  return null;
}

function elementAt(container: Value, at: Value, ctx: CallContext, strict: boolean): Value {
  const type = ctx.argTypes[0] as DataType;
  if (type.kind === 'map') return lookUp(container as MapValue, at, type.key);
  const items = container as readonly Value[];
  const index = at as number;
  if (index === 0) throw indexOfZero();
  if (Math.abs(index) > items.length) {
    if (strict && ctx.ansi) throw elementOutOfBounds(index, items.length);
    return null;
  }
  return (index > 0 ? items[index - 1] : items[items.length + index]) as Value;
}

function declareElementAt(name: string, since: string, strict: boolean): ScalarFunction {
  return scalarFunction({
    name,
    ...(strict ? {} : { constancy: 'late' }),
    family,
    since,
    params: [
      { name: 'collection', pythonName: 'col', accepts: ['array', 'map'] },
      { name: 'key', pythonName: 'extraction', accepts: ['any'] },
    ],
    signature: (args, { ansi }) => elementSignature(args, strict && ansi, ansi),
    doc: `The element of an array at a place counted from 1, or from the end if negative; or the value of a map's key, NULL if it lacks it. A place beyond the array ${strict ? 'raises INVALID_ARRAY_INDEX_IN_ELEMENT_AT' : 'gives NULL'}.`,
    examples: [
      [`${name}(array(1, 2, 3), -1)`, '3'],
      [`${name}(map('a', 1), 'b')`, null],
    ],
    row: ([container, at], ctx) => elementAt(container as Value, at as Value, ctx, strict),
  });
}

/** Elements at places counted from 0, null beyond the ends. */
function pick(v: ArrayVector, places: Int32Array, n: number, valid: Uint8Array | null): Vector {
  const { offsets } = v;
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const start = offsets[i] as number;
    const at = start + (places[i] as number);
    rows[i] = (valid === null || valid[i] === 1) && at >= start && at < (offsets[i + 1] as number) ? at : -1;
  }
  return gather(v.child, rows);
}

const get = scalarFunction({
  name: 'get',
  family,
  since: '3.4.0',
  params: [
    { name: 'array', pythonName: 'col', accepts: ['array'] },
    { name: 'index', accepts: ['integral'] },
  ],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (type.kind !== 'array') throw unexpectedInput('get', args, 0, '"ARRAY"');
    return { argTypes: [type, expectType('get', args, 1, IntegerType)], returns: type.element, nullable: itemNullable(args[0] as ArgumentInfo, constantPlace(args[1] as ArgumentInfo), 0, false) };
  },
  doc: 'The element of an array at a place counted from 0; NULL beyond its ends.',
  examples: [
    ['get(array(1, 2, 3), 0)', '1'],
    ['get(array(1, 2, 3), 3)', null],
    ['get(array(1, 2, 3), -1)', null],
  ],
  row: ([items, at]): Value => (items as readonly Value[])[at as number] ?? null,
  batch: ([v, at], n, _, valid) => (v?.layout === 'array' && at?.layout === 'int' ? pick(v, at.data, n, valid) : undefined),
});

export const searches: readonly ScalarFunction[] = [
  arrayContains,
  arrayPosition,
  declareExtreme('array_max', 1),
  declareExtreme('array_min', -1),
  declareSize('size', '1.5.0', true),
  declareSize('cardinality', '2.4.0', true),
  declareSize('array_size', '3.3.0', false),
  declareElementAt('element_at', '2.4.0', true),
  declareElementAt('try_element_at', '3.5.0', false),
  get,
];
