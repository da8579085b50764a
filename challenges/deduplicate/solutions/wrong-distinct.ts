// cause: mistake:exact_duplicates
import type { DataFrame } from 'sparring';

export function deduplicate_customers(df: DataFrame): DataFrame {
  return df.dropDuplicates();
}
