import { functions as F, spark } from 'sparring';
import type { StreamingQuery } from 'sparring';

/**
 * Read the Kafka topic "events" at localhost:9092, values like {"user_id": "u1", "action": "click", "timestamp": 1767225600}.
 * Write counts of each action in 5-minute windows to the console (update) and as JSON to the topic "aggregated_events" (append).
 * Return both queries.
 */
export function streaming_window_aggregation(): StreamingQuery[] {
  const df = spark.readStream
    .format('kafka')
    .option('kafka.bootstrap.servers', 'localhost:9092')
    .option('subscribe', 'events')
    .load();
  return [];
}
