import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

export function optimize_large_join(orders_df: DataFrame, customers_df: DataFrame, products_df: DataFrame): DataFrame {
  const joined = orders_df.join(F.broadcast(products_df), 'product_id').join(F.broadcast(customers_df), 'customer_id');
  const spread = joined.repartition(200, F.col('customer_id'));
  return spread.select('order_id', 'customer_name', 'product_name', 'amount');
}
