// cause: order
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').agg(F.sum('revenue').alias('total_revenue'));
  return totals.orderBy(F.desc('total_revenue')).limit(n).orderBy('total_revenue');
}
