def optimize_large_join(orders_df, customers_df, products_df):
    joined = orders_df.join(customers_df.hint("broadcast"), "customer_id").join(products_df.hint("broadcast"), "product_id")
    return joined.select("order_id", "customer_name", "product_name", "amount").repartition(200, "customer_id")
