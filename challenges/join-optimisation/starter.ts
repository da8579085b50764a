import { functions as F } from 'sparring';
import type { DataFrame } from 'sparring';

/**
 * orders_df (large): order_id BIGINT, customer_id BIGINT, product_id BIGINT, amount DOUBLE.
 * customers_df (small): customer_id BIGINT, customer_name STRING. products_df (small): product_id BIGINT, product_name STRING.
 * Return order_id, customer_name, product_name, amount, in 200 partitions by customer_id.
 */
export function optimize_large_join(orders_df: DataFrame, customers_df: DataFrame, products_df: DataFrame): DataFrame {
  return orders_df;
}
