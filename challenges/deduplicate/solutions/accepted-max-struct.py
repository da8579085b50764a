from pyspark.sql import functions as F


def deduplicate_customers(df):
    newest = F.max(F.struct("updated_at", "name", "email")).alias("newest")
    return df.groupBy("customer_id").agg(newest).select("customer_id", "newest.name", "newest.email", "newest.updated_at")
