from pyspark.sql.functions import col, count, from_json, window
from pyspark.sql.types import StringType, StructField, StructType, TimestampType


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
        StructField("timestamp", TimestampType()),
    ])
    events = df.select(from_json(col("value").cast("string"), schema).alias("data")).select("data.*")
    counts = (
        events.withWatermark("timestamp", "10 minutes")
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
