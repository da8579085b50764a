def moving_average(df, window_size=7):
    df.createOrReplaceTempView("prices")
    return spark.sql(f"""
        SELECT *, AVG(price) OVER (ORDER BY date ROWS BETWEEN {window_size - 1} PRECEDING AND CURRENT ROW) AS moving_avg
        FROM prices
        ORDER BY date
    """)
