# cause: advice:builtin_sum
from pyspark.sql.functions import desc


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))
    return totals.orderBy(desc("total_revenue")).limit(n)
