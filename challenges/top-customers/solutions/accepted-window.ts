import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').agg(F.sum('revenue').alias('total_revenue'));
  const byTotal = Window.orderBy(F.col('total_revenue').desc());
  return totals
    .withColumn('place', F.row_number().over(byTotal))
    .filter(F.col('place').le(n))
    .orderBy('place')
    .drop('place');
}
