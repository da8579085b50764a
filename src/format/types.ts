/** Types in Spark's JSON form, as tables carry them, and their short names. */

export interface JsonField {
  readonly name: string;
  readonly type: JsonType;
  readonly nullable?: boolean;
}
export type JsonType =
  | string
  | { readonly type: 'struct'; readonly fields: readonly JsonField[] }
  | { readonly type: 'array'; readonly elementType: JsonType }
  | { readonly type: 'map'; readonly keyType: JsonType; readonly valueType: JsonType };

const SHORT_NAMES: Readonly<Record<string, string>> = { long: 'bigint', integer: 'int', short: 'smallint', byte: 'tinyint' };

/** The columns of a table's schema; empty when it is no struct. */
export function fieldsOf(schema: unknown): readonly JsonField[] {
  if (typeof schema !== 'object' || schema === null || !('fields' in schema) || !Array.isArray(schema.fields)) return [];
  return schema.fields as JsonField[];
}

/** As `dtypes` shows it: `array<bigint>`. */
export function typeText(type: JsonType): string {
  if (typeof type === 'string') return SHORT_NAMES[type] ?? type;
  switch (type.type) {
    case 'struct':
      return `struct<${type.fields.map((f) => `${f.name}:${typeText(f.type)}`).join(',')}>`;
    case 'array':
      return `array<${typeText(type.elementType)}>`;
    case 'map':
      return `map<${typeText(type.keyType)},${typeText(type.valueType)}>`;
  }
}

const NUMERIC = /^(byte|short|integer|long|float|double|decimal)/;

export function isNumeric(type: JsonType): boolean {
  return typeof type === 'string' && NUMERIC.test(type);
}
