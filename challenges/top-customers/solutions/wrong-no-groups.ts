// cause: mistake:no_grouping
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function top_customers_by_revenue(df: DataFrame, n = 10): DataFrame {
  return df.withColumnRenamed('revenue', 'total_revenue').orderBy(F.desc('total_revenue')).limit(n);
}
