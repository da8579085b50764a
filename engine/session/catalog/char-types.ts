/** CHAR and VARCHAR: the catalog knows their lengths; queries see texts, marked with the type that they have in the table. */
import { catalogString, hasLengths, parseType, someType, withoutLengths } from '../../types/index.ts';
import type { DataType, StructField, StructType } from '../../types/index.ts';

/** Key of a column's metadata. */
export const CHAR_TYPE_KEY = '__CHAR_VARCHAR_TYPE_STRING';

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
  return someType(type, (t) => t.kind === 'char');
}
