# cause: mistake:no_delay
from pyspark.sql.functions import col, count, from_json, window
from pyspark.sql.types import LongType, StringType, StructField, StructType


def streaming_window_aggregation():
    df = (
        spark.readStream.format("kafka")
        .option("kafka.bootstrap.servers", "localhost:9092")
        .option("subscribe", "events")
        .load()
    )
    schema = StructType([
        StructField("user_id", StringType()),
        StructField("action", StringType()),
        StructField("timestamp", LongType()),
    ])
    events = df.select(from_json(col("value").cast("string"), schema).alias("data")).select("data.*")
    events = events.withColumn("timestamp", col("timestamp").cast("timestamp"))
    counts = (
        events.withWatermark("timestamp", "0 minutes")
        .groupBy(window(col("timestamp"), "5 minutes"), col("action"))
        .agg(count("*").alias("action_count"))
    )
    console_query = counts.writeStream.outputMode("update").format("console").start()
    kafka_query = (
        counts.selectExpr("to_json(struct(*)) AS value")
        .writeStream.format("kafka")
        .option("kafka.bootstrap.servers", "localhost:9092")
        .option("topic", "aggregated_events")
        .option("checkpointLocation", "/tmp/checkpoints/aggregated_events")
        .start()
    )
    return console_query, kafka_query
