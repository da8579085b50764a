import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const newestFirst = Window.partitionBy('customer_id').orderBy(F.col('updated_at').desc_nulls_last(), F.col('email'), F.col('name'));
  return df.select('*', F.row_number().over(newestFirst).alias('place')).where('place = 1').drop('place');
}
