from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import avg, col, count, desc, max, min, sum


def top_customers_by_revenue(df: DataFrame, n: int = 10) -> DataFrame:
    # df: customer_id BIGINT, revenue DOUBLE
    # return: customer_id, total_revenue; the n largest totals, largest first
    return df
