# cause: mistake:drops_null_customer
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    known = df.filter(F.col("customer_id").isNotNull())
    totals = known.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue"))
    return totals.orderBy(F.desc("total_revenue")).limit(n)
