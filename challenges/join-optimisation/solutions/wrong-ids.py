# cause: mistake:ids_not_names
from pyspark.sql import functions as F


def optimize_large_join(orders_df, customers_df, products_df):
    joined = orders_df.join(F.broadcast(customers_df), "customer_id").join(F.broadcast(products_df), "product_id")
    return joined.select("order_id", "customer_id", "product_id", "amount").repartition(200, "customer_id")
