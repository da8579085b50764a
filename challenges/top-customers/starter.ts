import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

/** df: customer_id BIGINT, revenue DOUBLE. Return customer_id, total_revenue: the n largest totals, largest first. */
export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  return df;
}
