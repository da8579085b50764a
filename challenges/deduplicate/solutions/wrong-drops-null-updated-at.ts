// cause: mistake:drops_null_updated_at
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const latestFirst = Window.partitionBy('customer_id').orderBy(F.desc('updated_at'));
  const ranked = df.filter(F.col('updated_at').isNotNull()).withColumn('row_num', F.row_number().over(latestFirst));
  return ranked.filter(F.col('row_num').eq(1)).drop('row_num');
}
