# What streaming refuses, at analysis or at start. Nothing here processes a row.
from pyspark.sql import functions as F
from pyspark.sql.functions import col

events = spark.readStream.format("rate").option("rowsPerSecond", 1).load()

# --- case: no_checkpoint_location
# file: in/0.json
# | {"value": "x"}
query = events.writeStream.format("json").option("path", f"{data_dir}/out").start()

# --- case: watermark_on_long
result = events.withWatermark("value", "10 minutes")

# --- case: watermark_on_unknown_column
result = events.withWatermark("nope", "10 minutes")

# --- case: watermark_bad_delay
result = events.withWatermark("timestamp", "ten minutes")

# --- case: watermark_negative_delay
result = events.withWatermark("timestamp", "-10 minutes")

# --- case: append_without_watermark
query = events.groupBy("value").count().writeStream.outputMode("append").format("memory").queryName("q").start()

# --- case: complete_without_aggregation
query = events.writeStream.outputMode("complete").format("memory").queryName("q").start()

# --- case: unknown_output_mode
query = events.writeStream.outputMode("everything")

# --- case: memory_without_name
query = events.writeStream.format("memory").start()

# --- case: collect_on_stream
result = events.collect()

# --- case: show_on_stream
events.show()

# --- case: count_on_stream
result = events.count()

# --- case: write_on_stream
events.write.format("json").save("nowhere")

# --- case: write_stream_on_batch
query = spark.range(3).writeStream.format("console").start()

# --- case: sort_on_stream
query = events.orderBy("value").writeStream.format("memory").queryName("q").start()

# --- case: limit_in_update_mode
query = events.limit(3).writeStream.outputMode("update").format("memory").queryName("q").start()

# --- case: row_number_on_stream
from pyspark.sql import Window
query = events.withColumn("n", F.row_number().over(Window.partitionBy("value").orderBy("timestamp"))).writeStream.format("memory").queryName("q").start()

# --- case: session_window_in_update_mode
query = (events.withWatermark("timestamp", "1 minute").groupBy(F.session_window("timestamp", "1 minute")).count()
         .writeStream.outputMode("update").format("memory").queryName("q").start())

# --- case: distinct_aggregate_on_stream
query = events.agg(F.countDistinct("value")).writeStream.outputMode("complete").format("memory").queryName("q").start()

# --- case: distinct_in_complete_mode
query = events.select("value").distinct().writeStream.outputMode("complete").format("memory").queryName("q").start()

# --- case: no_schema
# file: in/0.json
# | {"value": "x"}
result = spark.readStream.json(f"{data_dir}/in")

# --- case: bad_trigger
query = events.writeStream.trigger(processingTime="soon")

# --- case: two_triggers
query = events.writeStream.trigger(once=True, availableNow=True)

# --- case: stream_is_streaming
watermarked = events.withWatermark("timestamp", "10 minutes").groupBy(F.window("timestamp", "5 minutes"), col("value")).agg(F.count("*").alias("n"))
result = [events.isStreaming, watermarked.isStreaming, spark.range(1).isStreaming, watermarked.schema.simpleString(), events.schema.simpleString()]

# --- case: join_stream_stream_outer_without_watermark
other = spark.readStream.format("rate").load().withColumnRenamed("value", "v")
query = events.join(other, col("value") == col("v"), "left").writeStream.format("memory").queryName("q").start()

# --- case: table_of_another_format
# file: in/0.json
# | {"value": "x"}
spark.sql("create table stream_target_csv (v bigint) using csv")
try:
    query = events.select(col("value").alias("v")).writeStream.option("checkpointLocation", f"{data_dir}/cp").toTable("stream_target_csv")
finally:
    spark.sql("drop table stream_target_csv")

# --- case: table_is_a_view
# file: in/0.json
# | {"value": "x"}
spark.sql("create temporary view stream_target_view as select 1L as v")
try:
    query = events.select(col("value").alias("v")).writeStream.option("checkpointLocation", f"{data_dir}/cp").toTable("stream_target_view")
finally:
    spark.catalog.dropTempView("stream_target_view")

# --- case: table_in_unknown_schema
# file: in/0.json
# | {"value": "x"}
query = events.writeStream.option("checkpointLocation", f"{data_dir}/cp").toTable("no_such_schema.t")
