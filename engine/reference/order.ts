import type { ResolvedExpression, SortOrder } from '../plan/index.ts';
import { compareValues } from '../types/index.ts';
import type { Value } from '../types/index.ts';

/** Compares two lists of key values as the orders say. */
export function compareKeys(orders: readonly SortOrder[], a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < orders.length; i++) {
    const o = orders[i] as SortOrder;
    const x = a[i] ?? null;
    const y = b[i] ?? null;
    if (x === null && y === null) continue;
    if (x === null) return o.nullsFirst ? -1 : 1;
    if (y === null) return o.nullsFirst ? 1 : -1;
    const d = compareValues(o.child.type, x, y);
    if (d !== 0) return o.ascending ? d : -d;
  }
  return 0;
}

export function ascending(e: ResolvedExpression): SortOrder {
  return { child: e, ascending: true, nullsFirst: true };
}
