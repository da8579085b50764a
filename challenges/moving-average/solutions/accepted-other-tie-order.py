from pyspark.sql import Window, functions as F


def moving_average(df, window_size=7):
    window = Window.orderBy("date", F.desc("price")).rowsBetween(1 - window_size, Window.currentRow)
    return df.select("*", F.mean("price").over(window).alias("moving_avg")).sort("date")
