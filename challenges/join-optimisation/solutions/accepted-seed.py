def optimize_large_join(orders_df, customers_df, products_df):
    from pyspark.sql.functions import broadcast
    result = (orders_df.join(broadcast(customers_df), "customer_id").join(broadcast(products_df), "product_id")
              .select("order_id", "customer_name", "product_name", "amount"))
    return result.repartition(200, "customer_id")
