# cause: order
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    window = Window.orderBy("date").rowsBetween(-(window_size - 1), 0)
    return df.withColumn("moving_avg", F.avg("price").over(window)).orderBy(F.desc("date"))
