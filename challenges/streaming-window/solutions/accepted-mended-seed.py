from pyspark.sql.functions import col, count, from_json, window
from pyspark.sql.types import LongType, StringType, StructField, StructType


def streaming_window_aggregation():
    df = spark.readStream.format("kafka").option("kafka.bootstrap.servers", "localhost:9092").option("subscribe", "events").load()
    schema = StructType([StructField("user_id", StringType(), True), StructField("action", StringType(), True),
                         StructField("timestamp", LongType(), True)])
    parsed_df = df.select(from_json(col("value").cast("string"), schema).alias("data")).select("data.*")
    parsed_df = parsed_df.withColumn("timestamp", col("timestamp").cast("timestamp"))
    result = (parsed_df.withWatermark("timestamp", "10 minutes")
              .groupBy(window(col("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count")))
    console_query = result.writeStream.outputMode("update").format("console").start()
    kafka_query = (result.selectExpr("to_json(struct(*)) AS value").writeStream.format("kafka")
                   .option("kafka.bootstrap.servers", "localhost:9092").option("topic", "aggregated_events")
                   .option("checkpointLocation", "/tmp/checkpoint").start())
    return console_query, kafka_query
