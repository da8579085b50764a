def top_customers_by_revenue(df, n=10):
    df.createOrReplaceTempView("sales")
    return spark.sql(f"""
        SELECT customer_id, SUM(revenue) AS total_revenue
        FROM sales
        GROUP BY customer_id
        ORDER BY total_revenue DESC
        LIMIT {n}
    """)
