/** Streams through the TypeScript API: Kafka to console, Kafka and memory, on the virtual clock. */
import { describe, expect, it } from 'vitest';
import { createSparkSession, Engine, fixedEnvironment, functions as F } from '../../index.ts';
import type { EngineEvent } from '../../index.ts';

const MINUTE = 60_000_000;
const START = 1_767_225_600_000_000;

function setUp() {
  let printed = '';
  const events: EngineEvent[] = [];
  const engine = new Engine({ environment: fixedEnvironment(START), cacheAnalysis: true, host: { onEvent: (e) => events.push(e), print: (t) => (printed += t) } });
  engine.broker.createTopic('events', 1);
  const spark = createSparkSession(engine.client());
  const send = (action: string, minute: number): void => {
    engine.broker.append({ topic: 'events', value: JSON.stringify({ action, timestamp: new Date((START + minute * MINUTE) / 1000).toISOString() }) });
  };
  return { engine, spark, send, events, printed: () => printed };
}

function counts(spark: ReturnType<typeof createSparkSession>) {
  return spark.readStream
    .format('kafka')
    .option('kafka.bootstrap.servers', 'localhost:9092')
    .option('subscribe', 'events')
    .load()
    .select(F.from_json(F.col('value').cast('string'), 'action string, timestamp timestamp').alias('data'))
    .select('data.*')
    .withWatermark('timestamp', '10 minutes')
    .groupBy(F.window('timestamp', '5 minutes'), 'action')
    .agg(F.count('*').alias('n'));
}

describe('streams in TypeScript', () => {
  it('count by windows, to the console in update mode and to Kafka in append mode', () => {
    const { engine, spark, send, events, printed } = setUp();
    const result = counts(spark);
    expect(result.isStreaming).toBe(true);
    const shown = result.writeStream.outputMode('update').format('console').option('truncate', false).start();
    const sent = result
      .selectExpr('to_json(struct(*)) AS value')
      .writeStream.format('kafka')
      .option('kafka.bootstrap.servers', 'x:9092')
      .option('topic', 'out')
      .option('checkpointLocation', '/checkpoint')
      .start();
    for (const [action, minute] of [['click', 1], ['view', 2], ['click', 3]] as const) send(action, minute);
    for (const q of [shown, sent]) q.processAllAvailable();
    expect(engine.broker.records('out')).toEqual([]);
    send('view', 30);
    send('late', 2);
    for (const q of [shown, sent]) q.processAllAvailable();
    const emitted = engine.broker.records('out').map((r) => JSON.parse(new TextDecoder().decode(r.value ?? new Uint8Array())) as { action: string; n: number });
    expect(emitted.map((r) => [r.action, r.n]).sort()).toContainEqual(['click', 2]);
    expect(printed()).toContain('Batch: 0');
    expect(printed()).toContain('|click |2  |');
    expect(events.filter((e) => e.kind === 'microBatch').length).toBeGreaterThan(2);
    expect(spark.streams.active.map((q) => q.id).sort()).toEqual([shown.id, sent.id].sort());
    spark.stop();
    expect(spark.streams.active).toEqual([]);
  });
  it('fill a view in memory', () => {
    const { spark, send } = setUp();
    const query = counts(spark).writeStream.outputMode('complete').format('memory').queryName('totals').start();
    send('click', 1);
    query.processAllAvailable();
    expect(spark.table('totals').select('action', 'n').collect().map((r) => r.toArray())).toEqual([['click', 1]]);
    send('click', 2);
    query.processAllAvailable();
    expect(spark.sql('select sum(n) from totals').collect()[0]?.toArray()).toEqual([2]);
    expect(query.lastProgress).toMatchObject({ name: 'totals', numInputRows: 1 });
  });
  it('hand micro-batches to a function', () => {
    const { spark, send } = setUp();
    const seen: unknown[] = [];
    const query = counts(spark)
      .writeStream.outputMode('update')
      .foreachBatch((batch, id) => seen.push([id, batch.count()]))
      .start();
    send('a', 1);
    query.processAllAvailable();
    expect(seen).toContainEqual([0, 1]);
  });
  it('add to a table, which is there from the start and keeps its layout', () => {
    const { spark } = setUp();
    spark.range(4).write.json('/in');
    const add = (table: string) => spark.readStream.schema('id long').json('/in').selectExpr('id', 'id % 2 AS half').writeStream.option('checkpointLocation', `/checkpoints/${table}`).toTable(table);
    const made = add('made');
    expect(spark.table('made').columns).toEqual(['id', 'half']);
    made.processAllAvailable();
    expect(spark.table('made').count()).toBe(4);
    spark.sql('create table halves (id long, half long) using parquet partitioned by (half)');
    add('halves').processAllAvailable();
    expect(spark.sql('show partitions halves').collect().map((r) => r.toArray())).toEqual([['half=0'], ['half=1']]);
    spark.sql('create table texts (id long, half long) using csv');
    expect(() => add('texts')).toThrow('_LEGACY_ERROR_TEMP_1192');
  });
  it('refuse what Spark refuses', () => {
    const { spark } = setUp();
    const stream = spark.readStream.format('rate').load();
    expect(() => stream.collect()).toThrow('_LEGACY_ERROR_TEMP_3102');
    expect(() => stream.write.csv('/out')).toThrow('CALL_ON_STREAMING_DATASET_UNSUPPORTED');
    expect(() => stream.withWatermark('value', '1 minute')).toThrow('EVENT_TIME_IS_NOT_ON_TIMESTAMP_TYPE');
    expect(() => spark.range(1).writeStream.format('console').start()).toThrow('WRITE_STREAM_NOT_ALLOWED');
  });
});
