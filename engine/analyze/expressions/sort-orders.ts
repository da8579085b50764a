/** Sort keys. */
import { analysisError } from '../../core/index.ts';
import { sortOrderSql, stripAlias } from '../../plan/index.ts';
import type { Expression, SortOrder, SortOrderExpr } from '../../plan/index.ts';
import { isOrderable, quotedSqlType, sqlTypeName } from '../../types/index.ts';
import type { Analysis, Env } from '../analysis.ts';
import { contextOf } from '../origins.ts';

/** A key with its direction; an expression without one sorts ascending, nulls first. */
export function asSortOrder(e: Expression): SortOrderExpr {
  return e.type === 'SortOrder' ? e : { type: 'SortOrder', child: e, direction: 'ascending', nullOrdering: 'nullsFirst' };
}

export function resolveOrder(e: SortOrderExpr, env: Env): SortOrder {
  const child = stripAlias(env.analysis.resolve(e.child, env));
  return checkOrder(env.analysis, { child, ascending: e.direction === 'ascending', nullsFirst: e.nullOrdering === 'nullsFirst' }, e);
}

/** Raises DATATYPE_MISMATCH.INVALID_ORDERING_TYPE for a key whose type has no order. */
export function checkOrder(analysis: Analysis, order: SortOrder, written: SortOrderExpr): SortOrder {
  if (isOrderable(order.child.type)) return order;
  throw analysisError(
    'DATATYPE_MISMATCH.INVALID_ORDERING_TYPE',
    '42K09',
    {
      functionName: '`sortorder`',
      dataType: quotedSqlType(order.child.type),
      sqlExpr: `"${sortOrderSql(order, { timeZone: analysis.context.sessionTimeZone })}"`,
    },
    `${sqlTypeName(order.child.type)} has no order, so nothing can be sorted by it.`,
    contextOf(written.child.origin ?? written.origin),
  );
}
