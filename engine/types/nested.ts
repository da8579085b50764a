/** Types inside of types. */
import type { DataType } from './data-type.ts';

/** Whether the type passes the test, or one that it is made of. */
export function someType(type: DataType, test: (t: DataType) => boolean): boolean {
  if (test(type)) return true;
  switch (type.kind) {
    case 'array':
      return someType(type.element, test);
    case 'map':
      return someType(type.key, test) || someType(type.value, test);
    case 'struct':
      return type.fields.some((f) => someType(f.type, test));
    default:
      return false;
  }
}

export function holdsMap(type: DataType): boolean {
  return someType(type, (t) => t.kind === 'map');
}

/** Whether a CHAR or VARCHAR is in it. */
export function hasLengths(type: DataType): boolean {
  return someType(type, (t) => t.kind === 'char' || t.kind === 'varchar');
}

/** The type of the values: CHAR and VARCHAR are lengths of columns in tables, elsewhere they are strings. */
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
