# cause: mistake:days_not_rows
from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    days = F.datediff("date", F.lit("1970-01-01"))
    window = Window.orderBy(days).rangeBetween(-(window_size - 1), 0)
    return df.withColumn("moving_avg", F.avg("price").over(window)).orderBy("date")
