# cause: mistake:no_grouping
from pyspark.sql import functions as F


def top_customers_by_revenue(df, n=10):
    return df.withColumnRenamed("revenue", "total_revenue").orderBy(F.desc("total_revenue")).limit(n)
