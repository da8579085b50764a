/** CHAR and VARCHAR: the catalog knows their lengths; queries see texts, marked with the type that they have in the table. */
import { catalogString, parseType } from '../../types/index.ts';
import type { DataType, StructField, StructType } from '../../types/index.ts';

/** Key of a column's metadata. */
export const CHAR_TYPE_KEY = '__CHAR_VARCHAR_TYPE_STRING';

export function hasLengths(type: DataType): boolean {
  switch (type.kind) {
    case 'char':
    case 'varchar':
      return true;
    case 'array':
      return hasLengths(type.element);
    case 'map':
      return hasLengths(type.key) || hasLengths(type.value);
    case 'struct':
      return type.fields.some((f) => hasLengths(f.type));
    default:
      return false;
  }
}

/** The type of the values: texts have no lengths. */
export function withoutLengths(type: DataType): DataType {
  if (!hasLengths(type)) return type;
  switch (type.kind) {
    case 'array':
      return { ...type, element: withoutLengths(type.element) };
    case 'map':
      return { ...type, key: withoutLengths(type.key), value: withoutLengths(type.value) };
    case 'struct':
      return { ...type, fields: type.fields.map((f) => ({ ...f, type: withoutLengths(f.type) })) };
    default:
      return { kind: 'string' };
  }
}

/** The columns as queries see them. */
export function readSchema(schema: StructType): StructType {
  if (!schema.fields.some((f) => hasLengths(f.type))) return schema;
  const fields = schema.fields.map((f): StructField => {
    if (!hasLengths(f.type)) return f;
    return { ...f, type: withoutLengths(f.type), metadata: { ...f.metadata, [CHAR_TYPE_KEY]: catalogString(f.type) } };
  });
  return { kind: 'struct', fields };
}

/** The columns as a table made of such rows has them. */
export function rawSchema(schema: StructType): StructType {
  if (!schema.fields.some((f) => f.metadata?.[CHAR_TYPE_KEY] !== undefined)) return schema;
  const fields = schema.fields.map((f): StructField => {
    const { [CHAR_TYPE_KEY]: text, ...others } = f.metadata ?? {};
    if (typeof text !== 'string') return f;
    const { metadata: _, ...rest } = f;
    return { ...rest, type: parseType(text), ...(Object.keys(others).length === 0 ? {} : { metadata: others }) };
  });
  return { kind: 'struct', fields };
}

/** Whether values are filled up with spaces when they are read. */
export function hasChar(type: DataType): boolean {
  switch (type.kind) {
    case 'char':
      return true;
    case 'array':
      return hasChar(type.element);
    case 'map':
      return hasChar(type.key) || hasChar(type.value);
    case 'struct':
      return type.fields.some((f) => hasChar(f.type));
    default:
      return false;
  }
}
