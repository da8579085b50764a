from pyspark.sql import Window
from pyspark.sql.functions import col, desc, row_number


def deduplicate_customers(df):
    window = Window.partitionBy("customer_id").orderBy(desc("updated_at"))
    return df.withColumn("row_num", row_number().over(window)).filter(col("row_num") == 1).drop("row_num")
