// cause: criterion:fact_not_shuffled
import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function optimize_large_join(orders_df: DataFrame, customers_df: DataFrame, products_df: DataFrame): DataFrame {
  const joined = F.broadcast(orders_df).join(customers_df, 'customer_id').join(F.broadcast(products_df), 'product_id');
  return joined.select('order_id', 'customer_name', 'product_name', 'amount').repartition(200, 'customer_id');
}
