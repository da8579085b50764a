from pyspark.sql import Window
from pyspark.sql.functions import avg


def moving_average(df, window_size=7):
    window_spec = Window.orderBy("date").rowsBetween(-window_size+1, 0)
    return df.withColumn("moving_avg", avg("price").over(window_spec)).orderBy("date")
