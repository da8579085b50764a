# cause: mistake:keeps_ties
from pyspark.sql import Window, functions as F


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue"))
    place = F.rank().over(Window.orderBy(F.desc("total_revenue")))
    return totals.withColumn("place", place).filter(F.col("place") <= n).orderBy("place").drop("place")
