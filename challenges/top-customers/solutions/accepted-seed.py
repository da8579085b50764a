from pyspark.sql.functions import desc, sum


def top_customers_by_revenue(df, n=10):
    return (df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))
              .orderBy(desc("total_revenue")).limit(n))
