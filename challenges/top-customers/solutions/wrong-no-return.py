# cause: not_a_dataframe
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    df.groupBy("customer_id").agg(F.sum("revenue").alias("total_revenue")).orderBy(F.desc("total_revenue")).limit(n)
