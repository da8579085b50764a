# cause: written_down
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue"))
    rows = [tuple(row) for row in totals.orderBy(F.desc("total_revenue")).limit(n).collect()]
    return spark.createDataFrame(rows, "customer_id BIGINT, total_revenue DOUBLE")
