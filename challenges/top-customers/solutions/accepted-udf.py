from pyspark.sql import functions as F


@F.udf("double")
def as_amount(revenue):
    return revenue


def top_customers_by_revenue(df, n=10):
    totals = df.groupBy("customer_id").agg(F.sum(as_amount("revenue")).alias("total_revenue"))
    return totals.orderBy(F.desc("total_revenue")).limit(n)
