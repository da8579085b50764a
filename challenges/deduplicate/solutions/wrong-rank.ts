// cause: mistake:keeps_ties
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const latestFirst = Window.partitionBy('customer_id').orderBy(F.desc('updated_at'));
  const ranked = df.withColumn('row_num', F.rank().over(latestFirst));
  return ranked.filter(F.col('row_num').eq(1)).drop('row_num');
}
