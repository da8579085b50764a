# cause: mistake:keeps_oldest
from pyspark.sql import Window, functions as F


def deduplicate_customers(df):
    latest_first = Window.partitionBy("customer_id").orderBy(F.col("updated_at").asc_nulls_last())
    ranked = df.withColumn("row_num", F.row_number().over(latest_first))
    return ranked.filter(F.col("row_num") == 1).drop("row_num")
