/** Expressions as SQL with their columns' qualifiers (`Expression.sql`): some error parameters carry them so. */
import { toSql, transformUp } from '../plan/index.ts';
import type { ResolvedExpression } from '../plan/index.ts';
import { quoteIfNeeded } from '../types/index.ts';
import { qualifiedParts } from './names.ts';

/** `sum(t.revenue)`. */
export function qualifiedSql(e: ResolvedExpression): string {
  return toSql(
    transformUp(e, (x) => (x.kind === 'attribute' && x.outer !== true ? { ...x, name: qualifiedParts(x).map(quoteIfNeeded).join('.') } : x)),
  );
}
