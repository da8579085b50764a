# cause: types
from pyspark.sql import Window, functions as F


def deduplicate_customers(df):
    newest_first = Window.partitionBy("customer_id").orderBy(F.desc("updated_at"))
    newest = df.withColumn("row_num", F.row_number().over(newest_first)).filter("row_num = 1").drop("row_num")
    return newest.withColumn("updated_at", F.col("updated_at").cast("string"))
