# cause: mistake:whole_windows_only
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    by_date = Window.orderBy("date")
    average = F.avg("price").over(by_date.rowsBetween(-(window_size - 1), 0))
    place = F.row_number().over(by_date)
    return df.withColumn("moving_avg", F.when(place >= window_size, average)).orderBy("date")
