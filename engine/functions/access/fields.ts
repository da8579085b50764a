/** Fields of structs: reading one, of one struct or of each in an array; replacing, adding and dropping one. */
import { mergeValidity, withType } from '../../columnar/index.ts';
import type { StructVector, Vector } from '../../columnar/index.ts';
import { analysisError, invariant } from '../../core/index.ts';
import { arrayType, StructValue } from '../../types/index.ts';
import type { ArrayType, DataType, StructField, StructType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { about } from '../operator/errors.ts';
import { fieldNotFound, noFieldName, noParts } from './errors.ts';

const family = 'access';
const STRUCT: ParameterSpec = { name: 'child', accepts: ['struct'] };
const NAME: ParameterSpec = { name: 'name', accepts: ['string'], literal: true };
/** Which of several fields of one name is meant, counted from 0 over all fields. */
const PLACE: ParameterSpec = { name: 'ordinal', accepts: ['integer'], optional: true, literal: true };

/** The place of a field: by its very name, else without regard to case. */
function placeOf(type: StructType, name: string): number {
  const exact = type.fields.findIndex((f) => f.name === name);
  if (exact >= 0) return exact;
  return type.fields.findIndex((f) => f.name.toLowerCase() === name.toLowerCase());
}

/** Where the field named by the arguments stands. */
function fieldPlace(type: StructType, args: readonly ArgumentInfo[]): number {
  const place = args[2]?.literal;
  if (typeof place === 'number') return place;
  const [, key] = args as readonly [ArgumentInfo, ArgumentInfo];
  if (typeof key.literal !== 'string') throw noFieldName(key);
  const found = placeOf(type, key.literal);
  if (found < 0) throw fieldNotFound(type, key.literal);
  return found;
}

/** The same at run time. */
function literalPlace(type: StructType, ctx: CallContext): number {
  const place = ctx.literals[2];
  if (typeof place === 'number') return place;
  const found = placeOf(type, String(ctx.literals[1]));
  invariant(found >= 0, `the struct has no field ${String(ctx.literals[1])}`);
  return found;
}

function others(args: readonly ArgumentInfo[]): DataType[] {
  return args.slice(1).map((a) => a.type);
}

const getField = scalarFunction({
  name: 'getField',
  family,
  since: '1.3.0',
  internal: true,
  sqlOnly: true,
  params: [STRUCT, NAME, PLACE],
  signature: (args) => {
    const [a] = args as readonly [ArgumentInfo];
    if (a.type.kind !== 'struct') throw noParts(a);
    const field = a.type.fields[fieldPlace(a.type, args)] as StructField;
    return { argTypes: [a.type, ...others(args)], returns: field.type, nullable: a.nullable || field.nullable };
  },
  sql: ([struct, name]) => `${struct}.${name}`,
  doc: 'A field of a struct.',
  examples: [["named_struct('a', 1, 'b', 'x').b", 'x']],
  row: ([struct], ctx): Value => (struct as StructValue).values[literalPlace(ctx.argTypes[0] as StructType, ctx)] ?? null,
  batch: ([v], _n, ctx) => (v?.layout === 'struct' ? v.children[literalPlace(ctx.argTypes[0] as StructType, ctx)] : undefined),
});

function elementStruct(args: readonly ArgumentInfo[]): StructType {
  const [a] = args as readonly [ArgumentInfo];
  if (a.type.kind === 'array' && a.type.element.kind === 'struct') return a.type.element;
  throw noParts(a);
}

/** The field of each struct; NULL for a null struct. */
function fieldOfEach(v: Vector, ctx: CallContext): Vector | undefined {
  if (v.layout !== 'array' || v.child.layout !== 'struct') return undefined;
  const structs: StructVector = v.child;
  const field = structs.children[literalPlace((ctx.argTypes[0] as ArrayType).element as StructType, ctx)] as Vector;
  const child = { ...field, validity: mergeValidity(field.validity, structs.validity) };
  return { ...v, type: ctx.returnType as ArrayType, child };
}

const getArrayStructFields = scalarFunction({
  name: 'getArrayStructFields',
  family,
  since: '1.3.0',
  internal: true,
  sqlOnly: true,
  params: [{ name: 'child', accepts: ['array'] }, NAME, PLACE],
  signature: (args) => {
    const struct = elementStruct(args);
    const [a] = args as readonly [ArgumentInfo];
    const field = struct.fields[fieldPlace(struct, args)] as StructField;
    const containsNull = (a.type as ArrayType).containsNull || field.nullable;
    return { argTypes: [a.type, ...others(args)], returns: arrayType(field.type, containsNull), nullable: a.nullable };
  },
  sql: ([array, name]) => `${array}.${name}`,
  doc: 'A field of each struct of an array, as an array.',
  examples: [["array(named_struct('a', 1), named_struct('a', 2)).a", '[1, 2]']],
  row: ([items], ctx): Value => {
    const place = literalPlace((ctx.argTypes[0] as ArrayType).element as StructType, ctx);
    return (items as readonly (StructValue | null)[]).map((s) => (s === null ? null : (s.values[place] ?? null)));
  },
  batch: ([v], _n, ctx) => fieldOfEach(v as Vector, ctx),
});

function matches(f: StructField, name: string): boolean {
  return f.name.toLowerCase() === name.toLowerCase();
}

function expectStruct(sql: string, args: readonly ArgumentInfo[]): StructType {
  const [a] = args as readonly [ArgumentInfo];
  if (a.type.kind === 'struct') return a.type;
  throw about(sql, unexpectedInput('update_fields', args, 0, '"STRUCT"'));
}

function withFieldText([struct, , value]: readonly string[]): string {
  return `update_fields(${struct}, WithField(${value}))`;
}

function withFieldSignature(args: readonly ArgumentInfo[]): Signature {
  const [struct, name, value] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
  const type = expectStruct(withFieldText(args.map((a) => a.sql)), args);
  const field: StructField = { name: String(name.literal), type: value.type, nullable: value.nullable };
  const exists = type.fields.some((f) => matches(f, field.name));
  const fields = exists ? type.fields.map((f) => (matches(f, field.name) ? field : f)) : [...type.fields, field];
  return { argTypes: [type, name.type, value.type], returns: { kind: 'struct', fields }, nullable: struct.nullable };
}

/** For each field of the result: the place in the old struct, or -1 for the new value. */
function sources(ctx: CallContext): number[] {
  const old = ctx.argTypes[0] as StructType;
  const name = String(ctx.literals[1]);
  const places = old.fields.map((f, i) => (matches(f, name) ? -1 : i));
  return places.includes(-1) ? places : [...places, -1];
}

const withField = scalarFunction({
  name: 'withField',
  family,
  since: '3.1.0',
  internal: true,
  sqlOnly: true,
  params: [STRUCT, NAME, { name: 'value', accepts: ['any'] }],
  signature: withFieldSignature,
  sql: withFieldText,
  nulls: 'custom',
  doc: 'A struct with a field of this name replaced, or added at its end. NULL if the struct is.',
  examples: [],
  row: ([struct, , value], ctx): Value => {
    if (struct === null) return null;
    const { values } = struct as StructValue;
    return new StructValue(sources(ctx).map((i) => (i < 0 ? (value as Value) : (values[i] ?? null))));
  },
  batch: ([v, , value], n, ctx) => {
    if (v?.layout !== 'struct' || value === undefined) return undefined;
    const children = sources(ctx).map((i) => (i < 0 ? value : (v.children[i] as Vector)));
    return withType({ layout: 'struct', type: ctx.returnType as StructType, length: n, validity: v.validity, children }, ctx.returnType);
  },
});

const DROP_TEXT = ([struct]: readonly string[]): string => `update_fields(${struct}, dropfield())`;

const dropFields = scalarFunction({
  name: 'dropFields',
  family,
  since: '3.1.0',
  internal: true,
  sqlOnly: true,
  params: [STRUCT, NAME],
  signature: (args) => {
    const sql = DROP_TEXT(args.map((a) => a.sql));
    const type = expectStruct(sql, args);
    const fields = type.fields.filter((f) => !matches(f, String(args[1]?.literal)));
    if (fields.length === 0) {
      throw analysisError('DATATYPE_MISMATCH.CANNOT_DROP_ALL_FIELDS', '42K09', { sqlExpr: `"${sql}"` }, 'A struct must keep at least one field.');
    }
    return { argTypes: [type, ...others(args)], returns: { kind: 'struct', fields } };
  },
  sql: DROP_TEXT,
  doc: 'A struct without the fields of this name.',
  examples: [],
  row: ([struct], ctx): Value => {
    const old = ctx.argTypes[0] as StructType;
    return new StructValue((struct as StructValue).values.filter((_, i) => !matches(old.fields[i] as StructField, String(ctx.literals[1]))));
  },
  batch: ([v], _n, ctx) => {
    if (v?.layout !== 'struct') return undefined;
    const old = ctx.argTypes[0] as StructType;
    const children = v.children.filter((_, i) => !matches(old.fields[i] as StructField, String(ctx.literals[1])));
    return { ...v, type: ctx.returnType as StructType, children };
  },
});

export const fields: readonly ScalarFunction[] = [getField, getArrayStructFields, withField, dropFields];
