# cause: mistake:running_average
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    return df.withColumn("moving_avg", F.avg("price").over(Window.orderBy("date"))).orderBy("date")
