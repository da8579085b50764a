from pyspark.sql import functions as F
from pyspark.sql.functions import col, count, from_json, struct, to_json, window
from pyspark.sql.types import LongType, StringType, StructField, StructType, TimestampType


def streaming_window_aggregation():
    # read: the Kafka topic "events" at localhost:9092, values like
    #       {"user_id": "u1", "action": "click", "timestamp": 1767225600}
    # write: counts of each action in 5-minute windows, to the console (update)
    #        and as JSON to the topic "aggregated_events" (append)
    # return: both queries
    df = (
        spark.readStream.format("kafka")
        .option("kafka.bootstrap.servers", "localhost:9092")
        .option("subscribe", "events")
        .load()
    )
    return None
