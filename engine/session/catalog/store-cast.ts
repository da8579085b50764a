/** Expressions by which rows become a table's. */
import type { Alias, ResolvedExpression } from '../../plan/index.ts';
import { sameType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';

/** The value as the type; overflow raises, as ANSI casts do. */
export function castOf(child: ResolvedExpression, type: DataType): ResolvedExpression {
  if (sameType(child.type, type)) return child;
  return { kind: 'cast', child, type, nullable: child.nullable, mode: 'ansi', explicit: false };
}

export function aliasOf(child: ResolvedExpression, name: string, exprId: number): Alias {
  return { kind: 'alias', child, name, exprId, type: child.type, nullable: child.nullable };
}
