def deduplicate_customers(df):
    df.createOrReplaceTempView("customers")
    return spark.sql("""
        SELECT customer_id, name, email, updated_at
        FROM (
            SELECT *, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY updated_at DESC) AS row_num
            FROM customers
        )
        WHERE row_num = 1
    """)
