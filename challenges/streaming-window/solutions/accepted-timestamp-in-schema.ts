import { functions as F, spark } from 'sparring';
import type { StreamingQuery } from 'sparring';

export function streaming_window_aggregation(): StreamingQuery[] {
  const df = spark.readStream
    .format('kafka')
    .option('kafka.bootstrap.servers', 'localhost:9092')
    .option('subscribe', 'events')
    .load();
  const schema = 'user_id STRING, action STRING, timestamp TIMESTAMP';
  const parsed = df.select(F.from_json(F.col('value').cast('string'), schema).alias('data')).select('data.*');
  const events = parsed;
  const counts = events
    .withWatermark('timestamp', '10 minutes')
    .groupBy(F.window(F.col('timestamp'), '5 minutes'), F.col('action'))
    .agg(F.count('*').alias('action_count'));
  const consoleQuery = counts.writeStream.outputMode('update').format('console').start();
  const kafkaQuery = counts
    .selectExpr('to_json(struct(*)) AS value')
    .writeStream.format('kafka')
    .option('kafka.bootstrap.servers', 'localhost:9092')
    .option('topic', 'aggregated_events')
    .option('checkpointLocation', '/tmp/checkpoints/aggregated_events')
    .start();
  return [consoleQuery, kafkaQuery];
}
