// cause: types
import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const newestFirst = Window.partitionBy('customer_id').orderBy(F.desc('updated_at'));
  const newest = df.withColumn('row_num', F.row_number().over(newestFirst)).filter('row_num = 1').drop('row_num');
  return newest.withColumn('updated_at', F.col('updated_at').cast('string'));
}
