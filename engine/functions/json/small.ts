/** Smaller functions of JSON texts. */
import { analysisError, SparkError } from '../../core/index.ts';
import { arrayType, IntegerType, quotedSqlType, StringType } from '../../types/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, GeneratorFunction, ScalarFunction } from '../define.ts';
import { expectExactly, expectFoldable, mismatch, scalarFunction, unexpectedInput, unexpectedNull } from '../typing.ts';
import { schemaText } from './infer.ts';
import { jsonGrammar, NO_OPTIONS, optionsType, readOptions } from './options.ts';
import { JsonObject, JsonSyntaxError, parseJson } from './parse.ts';
import type { JsonNode } from './parse.ts';
import { jsonTree } from './path.ts';
import { textTypes } from './text-types.ts';
import { textOf } from './write.ts';

const family = 'json';

export const jsonArrayLength: ScalarFunction = scalarFunction({
  name: 'json_array_length',
  family,
  since: '3.1.0',
  params: [{ name: 'jsonArray', pythonName: 'col', accepts: ['string'] }],
  signature: (args) => ({ argTypes: [expectExactly('json_array_length', args, 0, StringType)], returns: IntegerType, nullable: true }),
  doc: 'Number of elements of the array that a JSON text holds; NULL if it holds none.',
  examples: [
    ["json_array_length('[1,2,3,4]')", '4'],
    ["json_array_length('{}')", null],
  ],
  row: ([text]): Value => {
    const node = jsonTree(text as string);
    return Array.isArray(node) ? node.length : null;
  },
});

export const jsonObjectKeys: ScalarFunction = scalarFunction({
  name: 'json_object_keys',
  family,
  since: '3.1.0',
  params: [{ name: 'json_object', pythonName: 'col', accepts: ['string'] }],
  signature: (args) => ({ argTypes: [expectExactly('json_object_keys', args, 0, StringType)], returns: arrayType(StringType), nullable: true }),
  doc: 'The names in the object that a JSON text holds, those of the outermost level; NULL if it holds no object.',
  examples: [
    ["json_object_keys('{\"key\": \"value\"}')", '[key]'],
    ["json_object_keys('[1]')", null],
  ],
  row: ([text]): Value => {
    const node = jsonTree(text as string);
    return node instanceof JsonObject ? node.names : null;
  },
});

function invalidSample(text: string): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: null,
    sentence: `"${text}" is not JSON, so no schema can be told from it.`,
  });
}

export const schemaOfJson: ScalarFunction = scalarFunction({
  name: 'schema_of_json',
  family,
  since: '2.4.0',
  params: [
    { name: 'json', accepts: ['string'], literal: true, pythonLiteral: true },
    { name: 'options', accepts: ['map'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (args) => {
    const [text, options] = args as readonly [ArgumentInfo, ArgumentInfo?];
    const optionTypes = options === undefined ? [] : [optionsType(options)];
    expectFoldable('schema_of_json', args.slice(0, 1), 0, 'json', quotedSqlType(text.type));
    if (text.type.kind !== 'string' && text.type.kind !== 'null') throw unexpectedInput('schema_of_json', args.slice(0, 1), 0, '"STRING"');
    if (text.literal === null) throw unexpectedNull('schema_of_json', args.slice(0, 1), 'json');
    return { argTypes: [StringType, ...optionTypes], returns: StringType, nullable: false };
  },
  sql: (args) => `schema_of_json(${args[0]})`,
  doc: 'The type of a sample of JSON, as DDL.',
  examples: [
    ["schema_of_json('[{\"col\":0}]')", 'ARRAY<STRUCT<col: BIGINT>>'],
    ["schema_of_json('{\"a\":1.5,\"b\":\"x\"}')", 'STRUCT<a: DOUBLE, b: STRING>'],
  ],
  row: ([text, map], ctx) => {
    const options = map === undefined ? NO_OPTIONS : readOptions(map);
    const textType = textTypes(options, ctx.sessionTimeZone, () => ctx.environment.now(), ctx.conf);
    try {
      return schemaText(parseJson(text as string, jsonGrammar(options)) ?? null, options, textType);
    } catch (e) {
      if (e instanceof JsonSyntaxError) throw invalidSample(text as string);
      throw e;
    }
  },
});

/** The fields' texts; the last of a name that comes twice. */
function tuple(text: Value, names: readonly Value[]): readonly Value[] {
  const node = text === null ? undefined : jsonTree(text as string);
  if (!(node instanceof JsonObject)) return names.map(() => null);
  return names.map((name) => {
    const at = name === null ? -1 : node.names.lastIndexOf(name as string);
    const value = node.values[at] as JsonNode | undefined;
    return value === undefined || value === null ? null : textOf(value);
  });
}

export const jsonTuple: GeneratorFunction = {
  kind: 'generator',
  name: 'json_tuple',
  family,
  since: '1.6.0',
  params: [
    { name: 'jsonStr', pythonName: 'col', accepts: ['string'] },
    { name: 'p1', pythonName: 'fields', accepts: ['string'], variadic: true, pythonLiteral: true },
  ],
  signature: (args) => {
    if (args.length < 2) {
      throw analysisError(
        'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
        '42605',
        { functionName: '`json_tuple`', expectedNum: '> 1', actualNum: String(args.length), docroot: 'https://spark.apache.org/docs/latest' },
        'json_tuple takes a JSON text and the name of at least one field.',
      );
    }
    const bad = args.find((a) => a.type.kind !== 'string');
    if (bad !== undefined) {
      throw mismatch('NON_STRING_TYPE', 'json_tuple', args, { funcName: '`json_tuple`' }, `json_tuple takes texts only, and ${bad.sql} is ${quotedSqlType(bad.type)}.`);
    }
    const returns: StructType = {
      kind: 'struct',
      fields: args.slice(1).map((_, i) => ({ name: `c${i}`, type: StringType, nullable: true })),
    };
    return { argTypes: args.map(() => StringType), returns, nullable: false };
  },
  doc: 'Fields of the object that a JSON text holds, each a column of texts (c0, c1, …); NULL where there is none.',
  examples: [],
  rows: ([text, ...names]) => [tuple(text as Value, names)],
};
