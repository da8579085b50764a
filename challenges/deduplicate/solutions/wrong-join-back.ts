// cause: mistake:joins_back
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  const latest = df.groupBy('customer_id').agg(F.max('updated_at').alias('updated_at'));
  return df.join(latest, ['customer_id', 'updated_at']);
}
