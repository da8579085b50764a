# cause: mistake:distinct_sales
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum_distinct("revenue").alias("total_revenue"))
    return totals.orderBy(F.desc("total_revenue")).limit(n)
