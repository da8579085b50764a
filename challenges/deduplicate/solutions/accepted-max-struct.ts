import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const newest = F.max(F.struct('updated_at', 'name', 'email')).alias('newest');
  return df.groupBy('customer_id').agg(newest).select('customer_id', 'newest.name', 'newest.email', 'newest.updated_at');
}
