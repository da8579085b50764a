# cause: mistake:drops_equal_orders
from pyspark.sql import functions as F


def optimize_large_join(orders_df, customers_df, products_df):
    joined = orders_df.join(F.broadcast(customers_df), "customer_id").join(F.broadcast(products_df), "product_id").groupBy("customer_name", "product_name", "amount").agg(F.min("order_id").alias("order_id"))
    return joined.select("order_id", "customer_name", "product_name", "amount")
