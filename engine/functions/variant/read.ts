/** parse_json, variant_get, schema_of_variant and the like: variants made and read. */
import { SparkError } from '../../core/index.ts';
import { BooleanType, caster, castMismatch, fitsVariant, isString, StringType, variantFits, VariantValue, variantNodeOf } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { AggregateFunction, ArgumentInfo, CallContext, FunctionDeclaration, ScalarFunction, SignatureContext } from '../define.ts';
import { DuplicateName, JsonSyntaxError, malformedRecord, parseJson, STRICT_GRAMMAR, variantOfJson } from '../json/index.ts';
import { refuseCharacters, schemaOf } from '../json/from-json.ts';
import { exactText, typed } from '../typed.ts';
import { callText, expectExactly, scalarFunction, unexpectedInput } from '../typing.ts';
import { find, parseVariantPath } from './path.ts';
import { mergeSchemas, schemaOf as schemaOfNode, schemaText, VOID_SCHEMA } from './schema.ts';
import type { VariantSchema } from './schema.ts';

export const family = 'variant';
const since = '4.0.0';
export const VariantType: DataType = { kind: 'variant' };

export function variantArgument(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'variant' || type.kind === 'null') return VariantType;
  throw unexpectedInput(name, args, index, '"VARIANT"');
}

/** Null where the text is no JSON, or has a name twice. */
function parsed(text: string): VariantValue | null {
  try {
    const tree = parseJson(text, STRICT_GRAMMAR);
    return tree === undefined ? null : new VariantValue(variantOfJson(tree));
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof DuplicateName) return null;
    throw error;
  }
}

function parse(name: string, lenient: boolean): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['jsonStr'],
    takes: [exactText],
    returns: VariantType,
    ...(lenient ? { nullable: true } : {}),
    doc: `A JSON text as a variant; ${lenient ? 'NULL' : 'an error'} where it is none.`,
    examples: [[`to_json(${name}('{"b":1,"a":[2.50,null]}'))`, '{"a":[2.5,null],"b":1}'], ...(lenient ? ([[`${name}('{a')`, null]] as const) : [])],
    row: ([text]) => {
      const variant = parsed(text as string);
      if (variant === null && !lenient) throw malformedRecord(text as string);
      return variant;
    },
  });
}

const isNullVariant = scalarFunction({
  name: 'is_variant_null',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'v', accepts: ['any'] }],
  signature: (args) => ({ argTypes: [variantArgument('is_variant_null', args, 0)], returns: BooleanType, nullable: false }),
  nulls: 'custom',
  doc: 'Whether a variant holds the null of JSON, which is not NULL.',
  examples: [
    ["is_variant_null(parse_json('null'))", 'true'],
    ['is_variant_null(NULL)', 'false'],
  ],
  row: ([v]) => v instanceof VariantValue && v.node.kind === 'scalar' && v.node.type.kind === 'null',
});

const isValid = typed({
  name: 'is_valid_variant',
  family,
  since: '4.2.0',
  params: ['v'],
  takes: [variantArgument],
  returns: BooleanType,
  doc: 'Whether a variant is well formed, as every variant of this engine is.',
  examples: [["is_valid_variant(parse_json('1'))", 'true']],
  row: () => true,
});

/** The type that a call names; that of the whole variant where it names none. */
function wantedType(type: ArgumentInfo | undefined, ctx: SignatureContext): DataType {
  if (type === undefined) return VariantType;
  const named = schemaOf(type, ctx);
  refuseCharacters(named);
  return named;
}

function got(v: VariantValue, text: string, name: string, ctx: CallContext, lenient: boolean): Value {
  const found = find(v.node, parseVariantPath(text, name, 'INVALID_VARIANT_GET_PATH'));
  if (found === undefined) return null;
  const cast = caster(VariantType, ctx.returnType, lenient ? 'try' : 'ansi', { timeZone: ctx.sessionTimeZone, now: ctx.environment.now });
  return cast(new VariantValue(found));
}

function get(name: string, lenient: boolean): ScalarFunction {
  return scalarFunction({
    name,
    asks: { decidedBy: [], interpreted: { decidedBy: [0, 1] } },
    family,
    since,
    params: [
      { name: 'v', accepts: ['any'] },
      { name: 'path', accepts: ['string'] },
      { name: 'type', pythonName: 'targetType', accepts: ['string'], optional: true, literal: true },
    ],
    signature: (given, ctx) => {
      const args = given.slice(0, 2);
      const returns = wantedType(given[2], ctx);
      const argTypes = [variantArgument(name, args, 0), expectExactly(name, args, 1, StringType)];
      if (returns.kind !== 'time' && !variantFits(returns)) throw castMismatch(VariantType, returns, 'legacy', callText(name, args));
      return { argTypes: given.length > 2 ? [...argTypes, StringType] : argTypes, returns, nullable: true };
    },
    sql: (args) => `${name}(${args[0]}, ${args[1]})`,
    doc: `What lies at a path such as $.a[0] of a variant, as the given type (by default a variant); NULL where nothing is there, ${lenient ? 'or it' : 'an error where it'} is not of the type.`,
    examples: [
      [`${name}(parse_json('{"a":[1,2]}'), '$.a[1]', 'int')`, '2'],
      [`${name}(parse_json('{"a":1}'), '$.b', 'int')`, null],
    ],
    // A constant path is looked at whether there are rows or not.
    prepare: (_types, [, path]) => {
      if (typeof path === 'string') parseVariantPath(path, name, 'INVALID_VARIANT_GET_PATH');
    },
    row: ([v, path], ctx) => got(v as VariantValue, path as string, name, ctx, lenient),
  });
}

const schemaOfVariant = typed({
  name: 'schema_of_variant',
  family,
  since,
  params: ['v'],
  takes: [variantArgument],
  returns: StringType,
  doc: 'The type of what a variant holds, as DDL.',
  examples: [['schema_of_variant(parse_json(\'{"a":[1,2.5]}\'))', 'OBJECT<a: ARRAY<DECIMAL(21,1)>>']],
  row: ([v]) => schemaText(schemaOfNode((v as VariantValue).node)),
});

const schemaOfVariantAgg: AggregateFunction<{ schema: VariantSchema }> = aggregate<{ schema: VariantSchema }>({
  name: 'schema_of_variant_agg',
  family,
  since,
  params: [{ name: 'v', accepts: ['any'] }],
  signature: (args) => ({ argTypes: [variantArgument('schema_of_variant_agg', args, 0)], returns: StringType, nullable: false }),
  doc: 'A type, as DDL, that all of the variants fit.',
  examples: [["schema_of_variant_agg(parse_json('[1]'))", 'ARRAY<BIGINT>']],
  ...imperative(),
  emptyIsNull: false,
  init: () => ({ schema: VOID_SCHEMA }),
  update: (s, [v]) => (v instanceof VariantValue ? { schema: mergeSchemas(s.schema, schemaOfNode(v.node)) } : s),
  merge: (a, b) => ({ schema: mergeSchemas(a.schema, b.schema) }),
  finish: (s) => schemaText(s.schema),
});

const toVariantObject = scalarFunction({
  name: 'to_variant_object',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'col', accepts: ['array', 'map', 'struct'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    const isContainer = type.kind === 'array' || type.kind === 'map' || type.kind === 'struct';
    if (!isContainer || !fitsVariant(type, true)) throw castMismatch(type, VariantType, 'legacy', callText('to_variant_object', args));
    return { argTypes: [type], returns: VariantType };
  },
  doc: 'An array, a map with texts as keys, or a struct as a variant: maps and structs become objects.',
  examples: [["to_json(to_variant_object(named_struct('b', 1, 'a', array('x'))))", '{"a":["x"],"b":1}']],
  row: ([value], ctx) => new VariantValue(variantNodeOf(value as Value, ctx.argTypes[0] as DataType)),
});

/** What `argument` is cast to where a variant is wanted: it stays, and `asVariant` turns its values. */
export function variantFit(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (isString(type) || fitsVariant(type)) return type;
  throw castMismatch(type, VariantType, 'legacy', callText(name, args));
}

/** As a function: NULL in place of the error that another raises. */
export function nullForErrors(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof SparkError) return null;
    throw error;
  }
}

export const readFunctions: readonly FunctionDeclaration[] = [
  parse('parse_json', false),
  parse('try_parse_json', true),
  isNullVariant,
  isValid,
  get('variant_get', false),
  get('try_variant_get', true),
  schemaOfVariant,
  schemaOfVariantAgg,
  toVariantObject,
];
