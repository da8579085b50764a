# cause: mistake:keeps_ties
from pyspark.sql import Window, functions as F


def deduplicate_customers(df):
    latest_first = Window.partitionBy("customer_id").orderBy(F.desc("updated_at"))
    ranked = df.withColumn("row_num", F.rank().over(latest_first))
    return ranked.filter(F.col("row_num") == 1).drop("row_num")
