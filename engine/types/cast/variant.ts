/** Casts from and to VARIANT (`VariantGet.cast`, `VariantExpressionEvalUtils.castToVariant`). */
import { SparkError } from '../../core/index.ts';
import { isNumeric } from '../coercion.ts';
import type { DataType, StructType } from '../data-type.ts';
import { quotedSqlType, sqlTypeName } from '../names.ts';
import { timeZone } from '../time-zone.ts';
import { MapValue, StructValue } from '../value.ts';
import type { Value } from '../value.ts';
import { isVariantNull, VARIANT_NULL, VariantValue, variantToJson } from '../variant.ts';
import type { VariantNode } from '../variant.ts';
import { canCast } from './rules.ts';
import type { CastMode } from './rules.ts';

/** Casts a scalar of one type to another, raising as ANSI casts do. */
export type ScalarCast = (value: Value, from: DataType, to: DataType) => Value;

export function invalidVariantCast(node: VariantNode, to: DataType, zone: string): SparkError {
  const value = variantToJson(node, timeZone(zone));
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_VARIANT_CAST',
    sqlState: '22023',
    parameters: { value, dataType: quotedSqlType(to) },
    sentence: `The variant ${value} cannot be read as ${sqlTypeName(to)}. Use try_variant_get or try_cast to get NULL for it.`,
  });
}

function scalarTo(node: VariantNode, to: DataType, cast: ScalarCast, zone: string): Value {
  if (node.kind !== 'scalar') {
    if (to.kind === 'string') return variantToJson(node, timeZone(zone));
    throw invalidVariantCast(node, to, zone);
  }
  if (to.kind === 'string' && node.type.kind === 'decimal') return variantToJson(node);
  if (!canCast(node.type, to, 'ansi')) throw invalidVariantCast(node, to, zone);
  try {
    return cast(node.value, node.type, to);
  } catch (error) {
    if (error instanceof SparkError) throw invalidVariantCast(node, to, zone);
    throw error;
  }
}

/** The node as a value of a type; JSON's null is NULL. Of nested values each part is cast for itself. */
function nodeTo(node: VariantNode, to: DataType, lenient: boolean, cast: ScalarCast, zone: string): Value {
  if (to.kind === 'variant') return new VariantValue(node);
  if (isVariantNull(node)) return null;
  try {
    const part = (n: VariantNode, type: DataType): Value => nodeTo(n, type, lenient, cast, zone);
    if (to.kind === 'array' && node.kind === 'array') return node.items.map((item) => part(item, to.element));
    if (to.kind === 'map' && to.key.kind === 'string' && node.kind === 'object') {
      return new MapValue([...node.fields].map(([name, field]) => [name, part(field, to.value)] as const));
    }
    if (to.kind === 'struct' && node.kind === 'object') {
      return new StructValue(
        to.fields.map((f) => {
          const field = node.fields.get(f.name);
          return field === undefined ? null : part(field, f.type);
        }),
      );
    }
    if (to.kind === 'array' || to.kind === 'map' || to.kind === 'struct') throw invalidVariantCast(node, to, zone);
    return scalarTo(node, to, cast, zone);
  } catch (error) {
    if (lenient && error instanceof SparkError) return null;
    throw error;
  }
}

export function fromVariant(to: DataType, mode: CastMode, cast: ScalarCast, zone: string): (value: Value) => Value {
  return (v) => nodeTo((v as VariantValue).node, to, mode === 'try', cast, zone);
}

const LONG: DataType = { kind: 'long' };

/** VARIANT_DUPLICATE_KEY: of several names that come twice the first by the alphabet. */
export function duplicateVariantKey(key: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'VARIANT_DUPLICATE_KEY',
    sqlState: '22023',
    parameters: { key },
    sentence: `An object of a variant has each name once, and ${key} is there already.`,
  });
}

function refuseRepeatedNames(type: StructType): void {
  const names = type.fields.map((f) => f.name);
  const [repeated] = names.filter((name, i) => names.indexOf(name) < i).sort();
  if (repeated !== undefined) throw duplicateVariantKey(repeated);
}

/** The node of a value of a type that `fitsVariant`; NULL becomes JSON's null. */
export function variantNodeOf(value: Value, from: DataType): VariantNode {
  if (value === null) return VARIANT_NULL;
  switch (from.kind) {
    case 'variant':
      return (value as VariantValue).node;
    case 'array':
      return { kind: 'array', items: (value as readonly Value[]).map((item) => variantNodeOf(item, from.element)) };
    case 'struct':
      refuseRepeatedNames(from);
      return { kind: 'object', fields: new Map(from.fields.map((f, i) => [f.name, variantNodeOf((value as StructValue).values[i] ?? null, f.type)])) };
    case 'map':
      return { kind: 'object', fields: new Map((value as MapValue).entries.map(([k, v]) => [k as string, variantNodeOf(v, from.value)])) };
    case 'char':
    case 'varchar':
      return { kind: 'scalar', type: { kind: 'string' }, value };
    default:
      if (isNumeric(from) && typeof value !== 'object' && from.kind !== 'float' && from.kind !== 'double') return { kind: 'scalar', type: LONG, value: BigInt(value as number | bigint) };
      return { kind: 'scalar', type: from, value };
  }
}
