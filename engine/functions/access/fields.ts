/** Fields of structs: of one struct, or of each in an array. */
import { mergeValidity } from '../../columnar/index.ts';
import type { StructVector, Vector } from '../../columnar/index.ts';
import { invariant } from '../../core/index.ts';
import { arrayType } from '../../types/index.ts';
import type { ArrayType, DataType, StructField, StructType, StructValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';
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

export const fields: readonly ScalarFunction[] = [getField, getArrayStructFields];
