# cause: mistake:mixes_rows
from pyspark.sql import functions as F


def deduplicate_customers(df):
    return df.groupBy("customer_id").agg(
        F.max("name").alias("name"), F.max("email").alias("email"), F.max("updated_at").alias("updated_at")
    )
