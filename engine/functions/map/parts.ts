/** Functions that take maps apart. */
import type { Vector } from '../../columnar/index.ts';
import { arrayType, BooleanType, mapType, NullType, StructValue, widerTypeWithoutText } from '../../types/index.ts';
import type { ArrayType, MapType, MapValue, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { lookUp, mapKeyMismatch } from '../collection/search.ts';
import { expectOrderable, goInto, mismatch, scalarFunction, unexpectedInput } from '../typing.ts';

const family = 'map';

function expectMap(name: string, args: readonly ArgumentInfo[]): MapType {
  const { type } = args[0] as ArgumentInfo;
  if (type.kind === 'map') return type;
  if (type.kind === 'null') return mapType(NullType, NullType);
  throw unexpectedInput(name, args, 0, '"MAP"');
}

function declarePart(
  name: string,
  since: string,
  element: (type: MapType) => ArrayType,
  init: Pick<ScalarFunction, 'doc' | 'examples' | 'row' | 'batch'>,
): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [{ name: 'map', pythonName: 'col', accepts: ['map'] }],
    signature: (args) => {
      const type = expectMap(name, args);
      return { argTypes: [type], returns: element(type) };
    },
    ...init,
  });
}

/** The keys or values of a map column are an array column over the same offsets. */
function side(which: 'keys' | 'values'): ScalarFunction['batch'] {
  return ([v], n, ctx: CallContext): Vector | undefined =>
    v?.layout === 'map'
      ? { layout: 'array', type: ctx.returnType as ArrayType, length: n, validity: v.validity, offsets: v.offsets, child: v[which] }
      : undefined;
}

const mapKeys = declarePart('map_keys', '2.0.0', (t) => arrayType(t.key), {
  doc: 'The keys of a map, as an array.',
  examples: [["map_keys(map(1, 'a', 2, 'b'))", '[1, 2]']],
  row: ([m]) => (m as MapValue).entries.map(([k]) => k),
  batch: side('keys'),
});

// Said to hold nulls also where the map has none, as Spark says it.
const mapValues = declarePart('map_values', '2.0.0', (t) => arrayType(t.value), {
  doc: 'The values of a map, as an array in the order of its keys.',
  examples: [["map_values(map(1, 'a', 2, 'b'))", '[a, b]']],
  row: ([m]) => (m as MapValue).entries.map(([, v]) => v),
  batch: side('values'),
});

function entryType(t: MapType): ArrayType {
  const entry: StructType = {
    kind: 'struct',
    fields: [
      { name: 'key', type: t.key, nullable: false },
      { name: 'value', type: t.value, nullable: t.valueContainsNull },
    ],
  };
  return arrayType(entry, false);
}

const mapEntries = declarePart('map_entries', '3.0.0', entryType, {
  doc: 'The entries of a map, as an array of structs with the fields key and value.',
  examples: [["map_entries(map(1, 'a', 2, 'b'))", '[{1, a}, {2, b}]']],
  row: ([m]) => (m as MapValue).entries.map(([k, v]) => new StructValue([k, v])),
});

const mapContainsKey = scalarFunction({
  name: 'map_contains_key',
  constancy: 'late',
  family,
  since: '3.3.0',
  params: [
    { name: 'map', pythonName: 'col', accepts: ['map'] },
    { name: 'key', pythonName: 'value', accepts: ['any'] },
  ],
  signature: (args, { ansi }) => {
    const [map, key] = args as readonly [ArgumentInfo, ArgumentInfo];
    if (key.type.kind === 'null') {
      throw mismatch('NULL_TYPE', 'map_contains_key', args, { functionName: '`map_contains_key`' }, 'map_contains_key needs a typed key, not a bare NULL.');
    }
    const common = map.type.kind === 'map' ? widerTypeWithoutText(map.type.key, key.type) : undefined;
    if (map.type.kind !== 'map' || common === undefined || !goInto(args, [{ ...map.type, key: common }, common], ansi)) throw mapKeyMismatch('map_contains_key', args);
    expectOrderable('map_contains_key', args, 1);
    return { argTypes: [{ ...map.type, key: common }, common], returns: BooleanType, nullable: true };
  },
  doc: 'True if the map has the key.',
  examples: [
    ["map_contains_key(map(1, 'a', 2, 'b'), 1)", 'true'],
    ["map_contains_key(map(1, 'a', 2, 'b'), 3)", 'false'],
  ],
  row: ([m, key], ctx): Value => {
    const type = ctx.argTypes[0] as MapType;
    const flags = { entries: (m as MapValue).entries.map(([k]) => [k, true] as const) } as MapValue;
    return lookUp(flags, key as Value, type.key) === true;
  },
});

export const mapParts: readonly ScalarFunction[] = [mapKeys, mapValues, mapEntries, mapContainsKey];
