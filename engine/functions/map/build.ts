/** Functions that make maps. */
import { analysisError, SparkError } from '../../core/index.ts';
import { findCommonType, mapType, NullType, quotedSqlType, sameType, StringType } from '../../types/index.ts';
import type { DataType, MapType, MapValue, StructValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';
import { buildMap, buildMapOfKeys, checkKeyType } from '../map-value.ts';
import { splitOf } from '../regexp/split.ts';
import { differentTypes, expectArray, mismatch, scalarFunction, unexpectedInput } from '../typing.ts';

const family = 'map';

/** WRONG_NUM_ARGS for functions of pairs. */
export function oddArguments(name: string, count: number): SparkError {
  return analysisError(
    'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
    '42605',
    {
      functionName: `\`${name}\``,
      expectedNum: '2n (n > 0)',
      actualNum: String(count),
      docroot: 'https://spark.apache.org/docs/latest',
    },
    `${name} takes its arguments in pairs, and was given ${count}.`,
  );
}

function everySecond<T>(items: readonly T[], from: 0 | 1): T[] {
  return items.filter((_, i) => i % 2 === from);
}

function listed(types: readonly DataType[]): string {
  return `[${types.map(quotedSqlType).join(', ')}]`;
}

function mapSignature(args: readonly ArgumentInfo[], ansi: boolean): Signature {
  if (args.length % 2 !== 0) throw oddArguments('map', args.length);
  const sides = (['KEY', 'VALUE'] as const).map((side, i) => {
    const types = everySecond(args, i as 0 | 1).map((a) => a.type);
    const common = findCommonType(types, ansi);
    if (common !== undefined) return common;
    throw mismatch(
      `CREATE_MAP_${side}_DIFF_TYPES`,
      'map',
      args,
      { functionName: '`map`', dataType: listed(types) },
      `The ${side.toLowerCase()}s of a map must be of one type.`,
    );
  });
  const [key, value] = sides as [DataType, DataType];
  checkKeyType('map', args, key);
  return {
    argTypes: args.map((_, i) => (i % 2 === 0 ? key : value)),
    returns: mapType(key, value, everySecond(args, 1).some((a) => nullableAs(a, value, { ansi }))),
    nullable: false,
  };
}

const map = scalarFunction({
  name: 'map',
  family,
  since: '2.0.0',
  params: [{ name: 'key0', pythonName: 'cols', accepts: ['any'], optional: true, variadic: true }],
  signature: (args, { ansi }) => mapSignature(args, ansi),
  nulls: 'custom',
  doc: 'A map of the given keys and values, key after value. A key that comes twice raises DUPLICATED_MAP_KEY, a null one NULL_MAP_KEY.',
  examples: [
    ["map(1.0, '2', 3.0, '4')", '{1.0 -> 2, 3.0 -> 4}'],
    ['map()', '{}'],
  ],
  row: (args, ctx) => {
    const entries: (readonly [Value, Value])[] = [];
    for (let i = 0; i + 1 < args.length; i += 2) entries.push([args[i] as Value, args[i + 1] as Value]);
    return buildMap(entries, (ctx.returnType as MapType).key, ctx);
  },
});

const mapFromArrays = scalarFunction({
  name: 'map_from_arrays',
  family,
  since: '2.4.0',
  params: [
    { name: 'keys', pythonName: 'col1', accepts: ['array'] },
    { name: 'values', pythonName: 'col2', accepts: ['array'] },
  ],
  signature: (args) => {
    const keys = expectArray('map_from_arrays', args, 0);
    const values = expectArray('map_from_arrays', args, 1);
    checkKeyType('map_from_arrays', args, keys.element);
    return { argTypes: [keys, values], returns: mapType(keys.element, values.element, values.containsNull) };
  },
  doc: 'A map of an array of keys and an array of values of the same length.',
  examples: [["map_from_arrays(array(1.0, 3.0), array('2', '4'))", '{1.0 -> 2, 3.0 -> 4}']],
  row: ([k, v], ctx) => {
    const keys = k as readonly Value[];
    const values = v as readonly Value[];
    if (keys.length !== values.length) {
      throw new SparkError({
        errorClass: 'SparkRuntimeException',
        condition: '_LEGACY_ERROR_TEMP_2128',
        parameters: {},
        sentence: `A map needs as many keys as values, not ${keys.length} and ${values.length}.`,
      });
    }
    return buildMapOfKeys(keys.map((key, i) => [key, values[i] as Value] as const), (ctx.returnType as MapType).key, ctx);
  },
});

const mapFromEntries = scalarFunction({
  name: 'map_from_entries',
  family,
  since: '2.4.0',
  params: [{ name: 'arrayOfEntries', pythonName: 'col', accepts: ['array'] }],
  signature: (args) => {
    const [array] = args as readonly [ArgumentInfo];
    const entry = array.type.kind === 'array' ? array.type.element : NullType;
    if (array.type.kind !== 'array' || entry.kind !== 'struct' || entry.fields.length !== 2) {
      throw unexpectedInput('map_from_entries', args, 0, '"ARRAY" of pair "STRUCT"');
    }
    const [key, value] = entry.fields;
    const keyType = key?.type as DataType;
    checkKeyType('map_from_entries', args, keyType);
    return {
      argTypes: [array.type],
      returns: mapType(keyType, value?.type as DataType, value?.nullable === true),
      nullable: array.nullable || array.type.containsNull,
    };
  },
  doc: 'A map of an array of structs of two fields, key and value; NULL if one of the structs is null.',
  examples: [["map_from_entries(array(struct(1, 'a'), struct(2, 'b')))", '{1 -> a, 2 -> b}']],
  row: ([items], ctx): Value => {
    const structs = items as readonly (StructValue | null)[];
    if (structs.includes(null)) return null;
    const entries = structs.map((s) => [(s as StructValue).values[0] as Value, (s as StructValue).values[1] as Value] as const);
    return buildMap(entries, (ctx.returnType as MapType).key, ctx);
  },
});

function concatSignature(args: readonly ArgumentInfo[], { ansi }: SignatureContext): Signature {
  const types = args.map((a) => a.type);
  if (types.length === 0) return { argTypes: [], returns: mapType(StringType, StringType), nullable: false };
  if (types.some((t) => t.kind !== 'map')) {
    throw mismatch('MAP_CONCAT_DIFF_TYPES', 'map_concat', args, { functionName: '`map_concat`', dataType: listed(types) }, 'map_concat takes maps only.');
  }
  const common = findCommonType(types, ansi);
  if (common === undefined) throw differentTypes('map_concat', args, types);
  return { argTypes: types.map((t) => (sameType(t, common, true) ? t : common)), returns: common };
}

const mapConcat = scalarFunction({
  name: 'map_concat',
  asks: { interpreted: { decidedBy: [] } },
  constancy: 'never',
  family,
  since: '2.4.0',
  params: [{ name: 'map', pythonName: 'cols', accepts: ['map'], optional: true, variadic: true }],
  signature: concatSignature,
  doc: 'One map of the entries of several; a key that comes twice raises DUPLICATED_MAP_KEY.',
  examples: [["map_concat(map(1, 'a', 2, 'b'), map(3, 'c'))", '{1 -> a, 2 -> b, 3 -> c}']],
  row: (args, ctx) => buildMap((args as readonly MapValue[]).flatMap((m) => m.entries), (ctx.returnType as MapType).key, ctx),
});

const SHOWN_COMMA: ArgumentInfo = { type: StringType, nullable: false, foldable: true, literal: ',', sql: ',' };
const SHOWN_COLON: ArgumentInfo = { type: StringType, nullable: false, foldable: true, literal: ':', sql: ':' };

const strToMap = scalarFunction({
  name: 'str_to_map',
  family,
  since: '2.0.1',
  params: [
    { name: 'text', accepts: ['string'] },
    { name: 'pairDelim', accepts: ['string'], optional: true, pythonDefault: 'None' },
    { name: 'keyValueDelim', accepts: ['string'], optional: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const shown = [args[0] as ArgumentInfo, args[1] ?? SHOWN_COMMA, args[2] ?? SHOWN_COLON];
    for (const [i, a] of args.entries()) {
      if (a.type.kind !== 'string' && a.type.kind !== 'null') throw unexpectedInput('str_to_map', shown, i, '"STRING"');
    }
    return { argTypes: args.map(() => StringType), returns: mapType(StringType, StringType) };
  },
  sql: (args) => `str_to_map(${args[0]}, ${args[1] ?? ','}, ${args[2] ?? ':'})`,
  doc: 'A map of a text that is cut into pairs and these into key and value at delimiters, which are regular expressions (`,` and `:`). A pair without the second delimiter has the value NULL.',
  examples: [
    ["str_to_map('a:1,b:2,c:3', ',', ':')", '{a -> 1, b -> 2, c -> 3}'],
    ["str_to_map('a')", '{a -> null}'],
  ],
  row: ([text, pairs, keys], ctx) => {
    const entries = splitOf(text as string, (pairs ?? ',') as string, -1).map((pair) => {
      const [key, value] = splitOf(pair, (keys ?? ':') as string, 2);
      return [key as Value, value ?? null] as const;
    });
    return buildMap(entries, StringType, ctx);
  },
});

export const mapBuilders: readonly ScalarFunction[] = [map, mapFromArrays, mapFromEntries, mapConcat, strToMap];
