import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').sum('revenue').withColumnRenamed('sum(revenue)', 'total_revenue');
  return totals.sort('total_revenue', { ascending: false }).limit(n);
}
