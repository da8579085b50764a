# cause: mistake:drops_nulls
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    window = Window.orderBy("date").rowsBetween(-(window_size - 1), 0)
    return df.dropna(subset=["price"]).withColumn("moving_avg", F.avg("price").over(window)).orderBy("date")
