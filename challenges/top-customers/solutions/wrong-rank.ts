// cause: mistake:keeps_ties
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  const totals = df.groupBy('customer_id').agg(F.sum('revenue').alias('total_revenue'));
  const place = F.rank().over(Window.orderBy(F.desc('total_revenue')));
  return totals.withColumn('place', place).filter(F.col('place').le(n)).orderBy('place').drop('place');
}
