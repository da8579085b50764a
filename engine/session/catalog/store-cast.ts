/** Expressions by which rows become a table's, and a table's values those that queries see. */
import { readSidePadding, writeSideCheck } from '../../functions/string/index.ts';
import type { Alias, ResolvedExpression } from '../../plan/index.ts';
import { hasLengths, sameType, withoutLengths } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';

/** The value as the type; overflow raises, as ANSI casts do, and names the table's column if there is one. */
export function castOf(child: ResolvedExpression, type: DataType, tableColumn?: string): ResolvedExpression {
  if (sameType(child.type, type)) return child;
  return { kind: 'cast', child, type, nullable: child.nullable, mode: 'ansi', explicit: false, ...(tableColumn === undefined ? {} : { tableColumn }) };
}

/** The value as a table's column of the type stores it. */
export function storedValue(child: ResolvedExpression, type: DataType, name: string): ResolvedExpression {
  const valueType = withoutLengths(type);
  const cast = castOf(child, valueType, name);
  if (!hasLengths(type)) return cast;
  return { kind: 'call', fn: writeSideCheck(type, valueType), args: [cast], type: valueType, nullable: cast.nullable };
}

/** The value of a column that holds CHAR, filled up to its length. */
export function readValue(child: ResolvedExpression, type: DataType): ResolvedExpression {
  return { kind: 'call', fn: readSidePadding(type, child.type), args: [child], type: child.type, nullable: child.nullable };
}

export function aliasOf(child: ResolvedExpression, name: string, exprId: number): Alias {
  return { kind: 'alias', child, name, exprId, type: child.type, nullable: child.nullable };
}
