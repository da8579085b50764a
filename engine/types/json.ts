/** Spark's JSON form of types (`DataType.json`), the form that crosses every boundary. */
import { invariant, unsupported } from '../core/index.ts';
import { decimalType } from './data-type.ts';
import type { AtomicKind, DataType, StructField } from './data-type.ts';
import { parseDataType } from './ddl.ts';
import { typeName } from './names.ts';

type Json = string | { readonly [key: string]: unknown };

const ATOMIC: Readonly<Record<string, AtomicKind>> = {
  void: 'null',
  null: 'null',
  boolean: 'boolean',
  byte: 'byte',
  short: 'short',
  integer: 'integer',
  long: 'long',
  float: 'float',
  double: 'double',
  string: 'string',
  binary: 'binary',
  date: 'date',
  timestamp: 'timestamp',
  timestamp_ltz: 'timestamp',
  timestamp_ntz: 'timestamp_ntz',
  variant: 'variant',
};

function isObject(json: unknown): json is { readonly [key: string]: unknown } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/**
 * Reads a type in JSON form, or a DDL string (`"a INT, b STRING"`, `"array<int>"`) where Spark takes one.
 * Throws SparkError (ParseException) for a DDL text that does not parse.
 */
export function typeFromJson(json: unknown): DataType {
  if (typeof json === 'string') {
    const kind = ATOMIC[json];
    if (kind !== undefined) return { kind };
    if (json === 'decimal') return decimalType();
    if (json === 'interval') return { kind: 'calendar_interval' };
    if (json.startsWith('{')) return typeFromJson(JSON.parse(json));
    return parseDataType(json);
  }
  invariant(isObject(json), 'a type must be a JSON string or object');
  switch (json.type) {
    case 'array':
      return { kind: 'array', element: typeFromJson(json.elementType), containsNull: json.containsNull !== false };
    case 'map':
      return {
        kind: 'map',
        key: typeFromJson(json.keyType),
        value: typeFromJson(json.valueType),
        valueContainsNull: json.valueContainsNull !== false,
      };
    case 'struct':
      invariant(Array.isArray(json.fields), 'a struct type must list its fields');
      return { kind: 'struct', fields: json.fields.map(fieldFromJson) };
    case 'udt':
      throw unsupported('A user-defined type');
    default:
      invariant(typeof json.type === 'string', 'a type must name its kind');
      return typeFromJson(json.type);
  }
}

function fieldFromJson(json: unknown): StructField {
  invariant(isObject(json) && typeof json.name === 'string', 'a field must have a name');
  const field = { name: json.name, type: typeFromJson(json.type), nullable: json.nullable !== false };
  return isObject(json.metadata) && Object.keys(json.metadata).length > 0
    ? { ...field, metadata: json.metadata }
    : field;
}

/** The type in Spark's JSON form, as a value ready for `JSON.stringify`. */
export function typeToJson(t: DataType): Json {
  switch (t.kind) {
    case 'array':
      return { type: 'array', elementType: typeToJson(t.element), containsNull: t.containsNull };
    case 'map':
      return {
        type: 'map',
        keyType: typeToJson(t.key),
        valueType: typeToJson(t.value),
        valueContainsNull: t.valueContainsNull,
      };
    case 'struct':
      return {
        type: 'struct',
        fields: t.fields.map((f) => ({
          name: f.name,
          type: typeToJson(f.type),
          nullable: f.nullable,
          metadata: f.metadata ?? {},
        })),
      };
    default:
      return typeName(t);
  }
}
