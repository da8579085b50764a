# The five interview questions as candidates first write them, and as they are mended.
from pyspark.sql import Window
from pyspark.sql.functions import avg, broadcast, col, count, desc, from_json, row_number, window
from pyspark.sql.types import LongType, StringType, StructField, StructType

# --- case: top_customers
# ordered
# plan
from pyspark.sql.functions import sum
def top_customers_by_revenue(df, n=10):
    return (df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))
              .orderBy(desc("total_revenue")).limit(n))
df = spark.createDataFrame([(1, 100.0), (2, 150.0), (1, 50.0), (3, 200.0), (2, 100.0), (1, 75.0)], ["customer_id", "revenue"])
result = top_customers_by_revenue(df, 2)

# --- case: top_customers_without_the_import
def top_customers_by_revenue(df, n=10):
    return (df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))
              .orderBy(desc("total_revenue")).limit(n))
df = spark.createDataFrame([(1, 100.0), (2, 150.0), (1, 50.0)], ["customer_id", "revenue"])
result = top_customers_by_revenue(df, 2)

# --- case: deduplicate
# plan
def deduplicate_customers(df):
    window = Window.partitionBy("customer_id").orderBy(desc("updated_at"))
    return df.withColumn("row_num", row_number().over(window)).filter(col("row_num") == 1).drop("row_num")
df = spark.createDataFrame([(1, "Ada", "a@x", "2024-01-01"), (1, "Ada L", "al@x", "2024-03-01"), (2, "Bob", None, None), (2, "Bob", "b@x", "2023-01-01"), (None, "Nil", "n@x", "2024-01-01")],
                           ["customer_id", "name", "email", "updated_at"])
result = deduplicate_customers(df)

# --- case: moving_average
# ordered
# plan
def moving_average(df, window_size=7):
    window_spec = Window.orderBy("date").rowsBetween(-window_size+1, 0)
    return df.withColumn("moving_avg", avg("price").over(window_spec)).orderBy("date")
df = spark.createDataFrame([(f"2024-01-{day:02d}", None if day == 4 else float(day * 10)) for day in range(1, 11)], ["date", "price"])
result = moving_average(df)

# --- case: join_optimisation
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
def optimize_large_join(orders_df, customers_df, products_df):
    from pyspark.sql.functions import broadcast
    result = (orders_df.join(broadcast(customers_df), "customer_id").join(broadcast(products_df), "product_id")
              .select("order_id", "customer_name", "product_name", "amount"))
    return result.repartition(200, "customer_id")
orders = spark.createDataFrame([(1, 10, 100, 5.0), (2, 11, 101, 7.5), (3, 99, 100, 1.0), (4, None, 100, 2.0)], ["order_id", "customer_id", "product_id", "amount"])
customers = spark.createDataFrame([(10, "Ada"), (11, "Bob")], ["customer_id", "customer_name"])
products = spark.createDataFrame([(100, "pen"), (101, "cup")], ["product_id", "product_name"])
result = optimize_large_join(orders, customers, products)

# --- case: join_without_broadcast
# plan
# conf: spark.sql.autoBroadcastJoinThreshold=-1
orders = spark.createDataFrame([(1, 10, 100, 5.0), (2, 11, 101, 7.5)], ["order_id", "customer_id", "product_id", "amount"])
customers = spark.createDataFrame([(10, "Ada"), (11, "Bob")], ["customer_id", "customer_name"])
products = spark.createDataFrame([(100, "pen"), (101, "cup")], ["product_id", "product_name"])
result = orders.join(customers, "customer_id").join(products, "product_id").select("order_id", "customer_name", "product_name", "amount")

# --- case: streaming_watermark_on_long
# file: in/0.json
# | {"value": "{\"user_id\": \"u1\", \"action\": \"click\", \"timestamp\": 1704067200}"}
schema = StructType([StructField("user_id", StringType(), True), StructField("action", StringType(), True),
                     StructField("timestamp", LongType(), True)])
df = spark.readStream.schema("value string").json(f"{data_dir}/in")
parsed_df = df.select(from_json(col("value").cast("string"), schema).alias("data")).select("data.*")
result = (parsed_df.withWatermark("timestamp", "10 minutes")
          .groupBy(window(col("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count")))
query = result.writeStream.outputMode("update").format("console").start()

# --- case: window_on_long
parsed_df = spark.createDataFrame([("u1", "click", 1704067200)], "user_id string, action string, timestamp bigint")
result = parsed_df.groupBy(window(col("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count"))

# --- case: window_on_cast
parsed_df = spark.createDataFrame([("u1", "click", 1704067200), ("u2", "click", 1704067500)], "user_id string, action string, timestamp bigint")
result = parsed_df.groupBy(window(col("timestamp").cast("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count"))

# --- case: streaming_value_as_json
parsed_df = spark.createDataFrame([("u1", "click", 1704067200)], "user_id string, action string, timestamp bigint")
grouped = parsed_df.groupBy(window(col("timestamp").cast("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count"))
result = grouped.selectExpr("to_json(struct(*)) AS value")
