# cause: mistake:joins_back
from pyspark.sql import functions as F


def deduplicate_customers(df):
    latest = df.groupBy("customer_id").agg(F.max("updated_at").alias("updated_at"))
    return df.join(latest, ["customer_id", "updated_at"])
