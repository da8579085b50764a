def optimize_large_join(orders_df, customers_df, products_df):
    orders_df.createOrReplaceTempView("orders")
    customers_df.createOrReplaceTempView("customers")
    products_df.createOrReplaceTempView("products")
    return spark.sql("""
        SELECT /*+ BROADCAST(c), BROADCAST(p), REPARTITION(200, customer_id) */
            o.order_id, c.customer_name, p.product_name, o.amount, o.customer_id
        FROM orders o
        JOIN customers c ON o.customer_id = c.customer_id
        JOIN products p ON o.product_id = p.product_id
    """).drop("customer_id")
