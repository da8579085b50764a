from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.functions import broadcast, col


def optimize_large_join(orders_df: DataFrame, customers_df: DataFrame, products_df: DataFrame) -> DataFrame:
    # orders_df: order_id BIGINT, customer_id BIGINT, product_id BIGINT, amount DOUBLE  (large)
    # customers_df: customer_id BIGINT, customer_name STRING                            (small)
    # products_df: product_id BIGINT, product_name STRING                               (small)
    # return: order_id, customer_name, product_name, amount; 200 partitions by customer_id
    return orders_df
