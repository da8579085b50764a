# cause: mistake:lowest
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue"))
    return totals.orderBy("total_revenue").limit(n)
