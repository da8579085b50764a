// cause: types
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').agg(F.sum('revenue').alias('total_revenue'));
  const top = totals.orderBy(F.desc('total_revenue')).limit(n);
  return top.withColumn('total_revenue', F.col('total_revenue').cast('string'));
}
