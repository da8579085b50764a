# cause: mistake:max_by_null
from pyspark.sql import functions as F


def deduplicate_customers(df):
    return df.groupBy("customer_id").agg(
        F.max_by("name", "updated_at").alias("name"),
        F.max_by("email", "updated_at").alias("email"),
        F.max("updated_at").alias("updated_at"),
    )
