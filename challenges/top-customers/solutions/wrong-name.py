# cause: names
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("Total Revenue"))
    return totals.orderBy(F.desc("Total Revenue")).limit(n)
