/** The type of what is in a variant, as DDL: `OBJECT<a: BIGINT, b: ARRAY<STRING>>`. */
import { compareStrings, decimalType, digitCount, quoteIfNeeded, sqlTypeName, widerType, withoutTrailingZeros } from '../../types/index.ts';
import type { DataType, Decimal, VariantNode } from '../../types/index.ts';

const MAX_DECIMAL_DIGITS = 38;
/** Digits of a long. */
const LONG_DIGITS = 20;

export type VariantSchema =
  | { readonly kind: 'scalar'; readonly type: DataType }
  | { readonly kind: 'array'; readonly element: VariantSchema }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, VariantSchema> };

export const VOID_SCHEMA: VariantSchema = { kind: 'scalar', type: { kind: 'null' } };
const VARIANT_SCHEMA: VariantSchema = { kind: 'scalar', type: { kind: 'variant' } };

export function schemaOf(node: VariantNode): VariantSchema {
  switch (node.kind) {
    case 'array':
      return { kind: 'array', element: node.items.map(schemaOf).reduce(mergeSchemas, VOID_SCHEMA) };
    case 'object':
      return { kind: 'object', fields: new Map([...node.fields].map(([name, field]) => [name, schemaOf(field)])) };
    case 'scalar': {
      if (node.type.kind !== 'decimal') return { kind: 'scalar', type: node.type };
      const { unscaled, scale } = withoutTrailingZeros(node.value as Decimal);
      return { kind: 'scalar', type: decimalType(Math.max(digitCount(unscaled), scale, 1), scale) };
    }
  }
}

function asDecimal(t: DataType): DataType {
  return t.kind === 'long' ? decimalType(LONG_DIGITS, 0) : t;
}

function mergeScalars(a: DataType, b: DataType): DataType {
  if (a.kind === 'decimal' || b.kind === 'decimal') {
    const [x, y] = [asDecimal(a), asDecimal(b)];
    if (x.kind === 'decimal' && y.kind === 'decimal') {
      const scale = Math.max(x.scale, y.scale);
      const precision = Math.max(x.precision - x.scale, y.precision - y.scale) + scale;
      return precision > MAX_DECIMAL_DIGITS ? { kind: 'double' } : decimalType(precision, scale);
    }
  }
  const isText = a.kind === 'string' || b.kind === 'string';
  return (isText && a.kind !== b.kind ? undefined : widerType(a, b)) ?? { kind: 'variant' };
}

/** A schema that both fit: VARIANT where nothing narrower does. */
export function mergeSchemas(a: VariantSchema, b: VariantSchema): VariantSchema {
  if (a === VOID_SCHEMA || (a.kind === 'scalar' && a.type.kind === 'null')) return b;
  if (b.kind === 'scalar' && b.type.kind === 'null') return a;
  if (a.kind === 'array' && b.kind === 'array') return { kind: 'array', element: mergeSchemas(a.element, b.element) };
  if (a.kind === 'object' && b.kind === 'object') {
    const fields = new Map(a.fields);
    for (const [name, field] of b.fields) {
      const old = fields.get(name);
      fields.set(name, old === undefined ? field : mergeSchemas(old, field));
    }
    return { kind: 'object', fields };
  }
  if (a.kind === 'scalar' && b.kind === 'scalar') return { kind: 'scalar', type: mergeScalars(a.type, b.type) };
  return VARIANT_SCHEMA;
}

export function schemaText(schema: VariantSchema): string {
  switch (schema.kind) {
    case 'scalar':
      return sqlTypeName(schema.type);
    case 'array':
      return `ARRAY<${schemaText(schema.element)}>`;
    case 'object': {
      const fields = [...schema.fields].sort(([x], [y]) => compareStrings(x, y));
      return `OBJECT<${fields.map(([name, field]) => `${quoteIfNeeded(name)}: ${schemaText(field)}`).join(', ')}>`;
    }
  }
}
