// cause: written_down
import { functions as F, spark } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').agg(F.sum('revenue').alias('total_revenue'));
  const rows = totals.orderBy(F.desc('total_revenue')).limit(n).collect().map((row) => row.toArray());
  return spark.createDataFrame(rows, 'customer_id BIGINT, total_revenue DOUBLE');
}
