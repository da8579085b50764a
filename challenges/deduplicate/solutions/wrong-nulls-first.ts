// cause: mistake:null_is_latest
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const latestFirst = Window.partitionBy('customer_id').orderBy(F.col('updated_at').desc_nulls_first());
  const ranked = df.withColumn('row_num', F.row_number().over(latestFirst));
  return ranked.filter(F.col('row_num').eq(1)).drop('row_num');
}
