// cause: mistake:by_email
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const latestFirst = Window.partitionBy('email').orderBy(F.desc('updated_at'));
  const ranked = df.withColumn('row_num', F.row_number().over(latestFirst));
  return ranked.filter(F.col('row_num').eq(1)).drop('row_num');
}
