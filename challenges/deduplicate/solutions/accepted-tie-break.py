from pyspark.sql import Window, functions as F


def deduplicate_customers(df):
    newest_first = Window.partitionBy("customer_id").orderBy(
        F.col("updated_at").desc_nulls_last(), F.col("email"), F.col("name")
    )
    return df.select("*", F.row_number().over(newest_first).alias("place")).where("place = 1").drop("place")
