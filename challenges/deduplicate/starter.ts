import { functions as F, Window } from 'sparring';
import type { DataFrame } from 'sparring';

/** df: customer_id BIGINT, name STRING, email STRING, updated_at TIMESTAMP. Return the latest row of each customer. */
export function deduplicate_customers(df: DataFrame): DataFrame {
  return df;
}
