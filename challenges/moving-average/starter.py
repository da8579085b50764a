from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import avg, col, desc


def moving_average(df: DataFrame, window_size: int = 7) -> DataFrame:
    # df: date DATE, price DOUBLE
    # return: date, price, moving_avg; by date
    return df


# The second part, if you like: the same for each symbol.
# def moving_average_by_symbol(df: DataFrame, window_size: int = 7) -> DataFrame:
#     df: symbol STRING, date DATE, price DOUBLE
#     return: symbol, date, price, moving_avg; by symbol, then date
