from pyspark.sql import Window, functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue"))
    by_total = Window.orderBy(F.col("total_revenue").desc())
    return (
        totals.withColumn("place", F.row_number().over(by_total))
        .filter(F.col("place") <= n)
        .orderBy("place")
        .drop("place")
    )
