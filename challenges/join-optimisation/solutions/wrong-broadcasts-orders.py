# cause: criterion:fact_not_shuffled
from pyspark.sql import functions as F


def optimize_large_join(orders_df, customers_df, products_df):
    joined = F.broadcast(orders_df).join(customers_df, "customer_id").join(F.broadcast(products_df), "product_id")
    return joined.select("order_id", "customer_name", "product_name", "amount").repartition(200, "customer_id")
