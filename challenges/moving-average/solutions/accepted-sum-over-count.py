from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    window = Window.orderBy("date").rowsBetween(-(window_size - 1), 0)
    total, present = F.sum("price").over(window), F.count("price").over(window)
    return df.withColumn("moving_avg", F.when(present > 0, total / present)).orderBy("date")
