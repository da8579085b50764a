/** `printSchema()`: a schema as a tree (`StructType.treeString`). */
import { typeName } from '../types/index.ts';
import type { DataType, StructType } from '../types/index.ts';

function typeLines(type: DataType, prefix: string, depth: number): string {
  switch (type.kind) {
    case 'array':
      return depth > 0
        ? `${prefix}-- element: ${typeName(type.element)} (containsNull = ${type.containsNull})\n${typeLines(type.element, `${prefix}    |`, depth - 1)}`
        : '';
    case 'map':
      if (depth <= 0) return '';
      return (
        `${prefix}-- key: ${typeName(type.key)}\n${typeLines(type.key, `${prefix}    |`, depth - 1)}` +
        `${prefix}-- value: ${typeName(type.value)} (valueContainsNull = ${type.valueContainsNull})\n${typeLines(type.value, `${prefix}    |`, depth - 1)}`
      );
    case 'struct':
      return depth > 0 ? fieldLines(type, prefix, depth) : '';
    default:
      return '';
  }
}

function fieldLines(type: StructType, prefix: string, depth: number): string {
  return type.fields
    .map(
      (f) =>
        `${prefix}-- ${f.name}: ${typeName(f.type)} (nullable = ${f.nullable})\n${typeLines(f.type, `${prefix}    |`, depth - 1)}`,
    )
    .join('');
}

/** The tree down to `level` (all of it when absent or not positive), with a line break at its end. */
export function treeString(schema: StructType, level?: number): string {
  const depth = level === undefined || level <= 0 ? Number.MAX_SAFE_INTEGER : level;
  return `root\n${fieldLines(schema, ' |', depth)}`;
}
