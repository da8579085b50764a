// cause: mistake:mixes_rows
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  return df
    .groupBy('customer_id')
    .agg(F.max('name').alias('name'), F.max('email').alias('email'), F.max('updated_at').alias('updated_at'));
}
