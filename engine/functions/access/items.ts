/** `a[i]` of arrays and `m[k]` of maps. */
import { gather } from '../../columnar/index.ts';
import type { ArrayVector, MapVector, Vector } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { canImplicitCast, isIntegral, NullType, quotedSqlType } from '../../types/index.ts';
import type { DataType, MapValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { lookUp } from '../collection/search.ts';
import { constantPlace, itemNullable, placeOf } from './item-nullable.ts';
import { about } from '../operator/errors.ts';
import { noParts } from './errors.ts';

function outOfBounds(index: number, size: number): SparkError {
  return new SparkError({
    errorClass: 'ArrayIndexOutOfBoundsException',
    condition: 'INVALID_ARRAY_INDEX',
    sqlState: '22003',
    parameters: { indexValue: String(index), arraySize: String(size) },
    sentence: `The array has ${size} elements, counted from 0, so there is no element ${index}. Use get() to have NULL instead.`,
  });
}

function shown([container, key]: readonly string[]): string {
  return `${container}[${key}]`;
}

function itemSignature(args: readonly ArgumentInfo[], { ansi }: SignatureContext): Signature {
  const [container, key] = args as readonly [ArgumentInfo, ArgumentInfo];
  const misfit = (required: string): Error => about(shown(args.map((a) => a.sql)), unexpectedInput('getItem', args, 1, required));
  if (container.type.kind === 'map') {
    const { type } = container;
    if (!canImplicitCast(key.type, type.key, ansi)) throw misfit(quotedSqlType(type.key));
    return { argTypes: [type, type.key], returns: type.value, nullable: true };
  }
  if (container.type.kind === 'null') return { argTypes: [NullType, key.type], returns: NullType, nullable: true };
  if (container.type.kind !== 'array') throw noParts(container);
  const { type } = container;
  if (!isIntegral(key.type) && key.type.kind !== 'null') throw misfit('"INTEGRAL"');
  const index: DataType = key.type.kind === 'null' ? { kind: 'integer' } : key.type;
  return { argTypes: [type, index], returns: type.element, nullable: itemNullable(container, constantPlace({ ...key, legacy: true }), 0, ansi) };
}

/** Places of the elements in the child, -1 for NULL. Beyond the ends: an error in ANSI mode, else NULL. */
function elementRows(v: ArrayVector, indexes: Int32Array | Float64Array, n: number, ansi: boolean, valid: Uint8Array | null): Int32Array {
  const { offsets } = v;
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) {
      rows[i] = -1;
      continue;
    }
    const start = offsets[i] as number;
    const size = (offsets[i + 1] as number) - start;
    const index = placeOf(indexes[i] as number);
    if (index >= 0 && index < size) rows[i] = start + index;
    else if (ansi) throw outOfBounds(index, size);
    else rows[i] = -1;
  }
  return rows;
}

/** Places of the values of a constant text key, -1 where the map lacks it. */
function valueRows(v: MapVector, key: string, n: number): Int32Array | undefined {
  const { keys, offsets } = v;
  if (keys.layout !== 'string') return undefined;
  const { codes, dictionary } = keys;
  const rows = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const end = offsets[i + 1] as number;
    for (let k = offsets[i] as number; k < end; k++) {
      if (dictionary[codes[k] as number] !== key) continue;
      rows[i] = k;
      break;
    }
  }
  return rows;
}

function itemKernel(args: readonly Vector[], n: number, ctx: CallContext, valid: Uint8Array | null): Vector | undefined {
  const [container, key] = args;
  if (container?.layout === 'array' && (key?.layout === 'int' || (key?.layout === 'long' && key.data instanceof Float64Array))) {
    return gather(container.child, elementRows(container, key.data as Int32Array, n, ctx.ansi, valid));
  }
  if (container?.layout !== 'map' || typeof ctx.literals[1] !== 'string') return undefined;
  const rows = valueRows(container, ctx.literals[1], n);
  return rows === undefined ? undefined : gather(container.values, rows);
}

export const getItem: ScalarFunction = scalarFunction({
  name: 'getItem',
  family: 'access',
  since: '1.3.0',
  internal: true,
  sqlOnly: true,
  params: [
    { name: 'child', accepts: ['array', 'map'] },
    { name: 'key', accepts: ['any'] },
  ],
  signature: itemSignature,
  sql: shown,
  doc: 'The element of an array at a place counted from 0, which must exist; or the value of a key of a map, NULL where it lacks the key.',
  examples: [
    ['array(1, 2)[0]', '1'],
    ["map('a', 1)['a']", '1'],
    ["map('a', 1)['b']", null],
  ],
  row: ([container, key], ctx): Value => {
    const type = ctx.argTypes[0] ?? NullType;
    if (type.kind === 'map') return lookUp(container as MapValue, key as Value, type.key);
    const items = container as readonly Value[];
    const index = placeOf(key as number | bigint);
    if (index >= 0 && index < items.length) return items[index] as Value;
    if (ctx.ansi) throw outOfBounds(index, items.length);
    return null;
  },
  batch: itemKernel,
});
