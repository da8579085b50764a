/** Higher-order functions of maps. */
import { castForcesNull, equalValues, mapType, MapValue, quotedSqlType, widerType } from '../../types/index.ts';
import type { DataType, MapType, Value } from '../../types/index.ts';
import type { ArgumentInfo, HigherOrderFunction, LambdaValue } from '../define.ts';
import { buildMapOfKeys, checkKeyType } from '../map-value.ts';
import { mismatch } from '../typing.ts';
import { valueKey } from '../value-key.ts';
import { expectCondition, higherOrder, mapArgument } from './declare.ts';

type Params = readonly { type: DataType; nullable: boolean }[];

function entryParams(type: MapType): Params {
  return [
    { type: type.key, nullable: false },
    { type: type.value, nullable: type.valueContainsNull },
  ];
}

function declareEntryFunction(
  name: string,
  since: string,
  init: Pick<HigherOrderFunction, 'signature' | 'doc' | 'examples' | 'row'>,
): HigherOrderFunction {
  return higherOrder({
    name,
    since,
    interpreted: true,
    params: [
      { name: 'argument', pythonName: 'col', accepts: ['map'] },
      { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [2] },
    ],
    lambdaParams: (_, args) => entryParams(mapArgument(name, args)),
    ...init,
  });
}

const transformKeys = declareEntryFunction('transform_keys', '3.0.0', {
  signature: (args) => {
    const [map, body] = args as readonly [ArgumentInfo, ArgumentInfo];
    const type = mapArgument('transform_keys', args);
    checkKeyType('transform_keys', args, body.type);
    return { argTypes: [type, body.type], returns: mapType(body.type, type.value, type.valueContainsNull), nullable: map.nullable };
  },
  doc: 'The map with the keys that the function gives for each key and value. A key that comes twice raises DUPLICATED_MAP_KEY.',
  examples: [["transform_keys(map(1, 'a', 2, 'b'), (k, v) -> k + 1)", '{2 -> a, 3 -> b}']],
  row: ([m, f], ctx): Value => {
    if (m === null) return null;
    const entries = (m as MapValue).entries.map(([k, v]) => [(f as LambdaValue)([k, v]), v] as const);
    return buildMapOfKeys(entries, (ctx.returnType as MapType).key, ctx);
  },
});

const transformValues = declareEntryFunction('transform_values', '3.0.0', {
  signature: (args) => {
    const [map, body] = args as readonly [ArgumentInfo, ArgumentInfo];
    const type = mapArgument('transform_values', args);
    return { argTypes: [type, body.type], returns: mapType(type.key, body.type, body.nullable), nullable: map.nullable };
  },
  doc: 'The map with the values that the function gives for each key and value.',
  examples: [["transform_values(map(1, 10, 2, 20), (k, v) -> k + v)", '{1 -> 11, 2 -> 22}']],
  row: ([m, f]): Value => (m === null ? null : new MapValue((m as MapValue).entries.map(([k, v]) => [k, (f as LambdaValue)([k, v])] as const))),
});

const mapFilter = declareEntryFunction('map_filter', '3.0.0', {
  signature: (args) => {
    const type = mapArgument('map_filter', args);
    return { argTypes: [type, expectCondition('map_filter', args, 1)], returns: type, nullable: (args[0] as ArgumentInfo).nullable };
  },
  doc: 'The entries for whose key and value the function is true.',
  examples: [['map_filter(map(1, 0, 2, 2, 3, -1), (k, v) -> k > v)', '{1 -> 0, 3 -> -1}']],
  row: ([m, f]): Value => (m === null ? null : new MapValue((m as MapValue).entries.filter(([k, v]) => (f as LambdaValue)([k, v]) === true))),
});

/** The key type in which both maps meet. */
function commonKey(args: readonly (ArgumentInfo | undefined)[], ansi: boolean): DataType {
  const left = mapArgument('map_zip_with', args, 0);
  const right = mapArgument('map_zip_with', args, 1);
  const key = widerType(left.key, right.key, ansi);
  // No cast may make a null of a key.
  if (key !== undefined && !castForcesNull(left.key, key) && !castForcesNull(right.key, key)) return key;
  throw mismatch(
    'MAP_ZIP_WITH_DIFF_TYPES',
    'map_zip_with',
    args as readonly ArgumentInfo[],
    { functionName: '`map_zip_with`', leftType: quotedSqlType(left.key), rightType: quotedSqlType(right.key) },
    `map_zip_with needs two maps of one key type, not ${quotedSqlType(left.key).replaceAll('"', '')} and ${quotedSqlType(right.key).replaceAll('"', '')}.`,
  );
}

const mapZipWith = higherOrder({
  name: 'map_zip_with',
  since: '3.0.0',
  interpreted: true,
  params: [
    { name: 'map1', pythonName: 'col1', accepts: ['map'] },
    { name: 'map2', pythonName: 'col2', accepts: ['map'] },
    { name: 'function', pythonName: 'f', accepts: ['lambda'], lambdaArity: [3] },
  ],
  lambdaParams: (_, args, { ansi }) => [
    { type: commonKey(args, ansi), nullable: false },
    { type: mapArgument('map_zip_with', args, 0).value, nullable: true },
    { type: mapArgument('map_zip_with', args, 1).value, nullable: true },
  ],
  signature: (args, { ansi }) => {
    const [left, right, body] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
    const key = commonKey(args, ansi);
    const argTypes = [mapArgument('map_zip_with', args, 0), mapArgument('map_zip_with', args, 1)].map((t) => ({ ...t, key }));
    return { argTypes: [...argTypes, body.type], returns: mapType(key, body.type, body.nullable), nullable: left.nullable || right.nullable };
  },
  doc: 'A map of all keys of two maps to what the function gives for the key and its two values, NULL where a map lacks it.',
  examples: [["map_zip_with(map(1, 'a', 2, 'b'), map(1, 'x'), (k, v1, v2) -> coalesce(v2, v1))", '{1 -> x, 2 -> b}']],
  row: ([a, b, f], ctx): Value => {
    if (a === null || b === null) return null;
    const [left, right] = [a as MapValue, b as MapValue];
    const type = (ctx.returnType as MapType).key;
    const keyOf = valueKey(type);
    const known = new Set(left.entries.map(([k]) => keyOf(k)));
    const keys = [...left.entries.map(([k]) => k), ...right.entries.map(([k]) => k).filter((k) => !known.has(keyOf(k)))];
    const at = (m: MapValue, key: Value): Value => m.entries.find(([k]) => equalValues(type, k, key))?.[1] ?? null;
    return new MapValue(keys.map((k) => [k, (f as LambdaValue)([k, at(left, k), at(right, k)])] as const));
  },
});

export const mapLambdas: readonly HigherOrderFunction[] = [transformKeys, transformValues, mapFilter, mapZipWith];
