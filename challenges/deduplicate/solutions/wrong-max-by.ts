// cause: mistake:max_by_null
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  return df
    .groupBy('customer_id')
    .agg(F.max_by('name', 'updated_at').alias('name'), F.max_by('email', 'updated_at').alias('email'), F.max('updated_at').alias('updated_at'));
}
