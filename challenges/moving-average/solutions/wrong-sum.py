# cause: mistake:sums
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    window = Window.orderBy("date").rowsBetween(-(window_size - 1), 0)
    return df.withColumn("moving_avg", F.sum("price").over(window)).orderBy("date")


def moving_average_by_symbol(df, window_size=7):
    window = Window.partitionBy("symbol").orderBy("date").rowsBetween(-(window_size - 1), 0)
    return df.withColumn("moving_avg", F.sum("price").over(window)).orderBy("symbol", "date")
