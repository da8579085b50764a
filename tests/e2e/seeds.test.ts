/** The five seed solutions as people have them: the first four pass, the fifth raises Spark's errors and, mended, passes. */
import { expect, test } from 'vitest';
import { openedBrowser } from '../support/browser.ts';
import { WorkbenchPage } from './workbench.ts';

const SLOW_MS = 120_000;

const IMPORTS = `from pyspark.sql import Window
from pyspark.sql.functions import *
from pyspark.sql.types import *

`;
const TOP = `def top_customers_by_revenue(df, n=10):
    return (df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))
              .orderBy(desc("total_revenue")).limit(n))
`;
const DEDUPLICATE = `def deduplicate_customers(df):          # customer_id, name, email, updated_at
    window = Window.partitionBy("customer_id").orderBy(desc("updated_at"))
    return df.withColumn("row_num", row_number().over(window)).filter(col("row_num") == 1).drop("row_num")
`;
const MOVING_AVERAGE = `def moving_average(df, window_size=7):  # date, price
    window_spec = Window.orderBy("date").rowsBetween(-window_size+1, 0)
    return df.withColumn("moving_avg", avg("price").over(window_spec)).orderBy("date")
`;
const JOIN = `def optimize_large_join(orders_df, customers_df, products_df):
    from pyspark.sql.functions import broadcast
    result = (orders_df.join(broadcast(customers_df), "customer_id").join(broadcast(products_df), "product_id")
              .select("order_id", "customer_name", "product_name", "amount"))
    return result.repartition(200, "customer_id")
`;
const STREAM = `def streaming_window_aggregation():
    df = spark.readStream.format("kafka").option("kafka.bootstrap.servers", "localhost:9092").option("subscribe", "events").load()
    schema = StructType([StructField("user_id", StringType(), True), StructField("action", StringType(), True),
                         StructField("timestamp", LongType(), True)])
    parsed_df = df.select(from_json(col("value").cast("string"), schema).alias("data")).select("data.*")
    result = (parsed_df.withWatermark("timestamp", "10 minutes")
              .groupBy(window(col("timestamp"), "5 minutes"), col("action")).agg(count("*").alias("action_count")))
    console_query = result.writeStream.outputMode("update").format("console").start()
    kafka_query = (result.selectExpr("to_json(struct(*)) AS value").writeStream.format("kafka")
                   .option("kafka.bootstrap.servers", "localhost:9092").option("topic", "aggregated_events").start())
    return console_query, kafka_query
`;
const WITH_TIMESTAMP = STREAM.replace('.select("data.*")', '.select("data.*").withColumn("timestamp", col("timestamp").cast("timestamp"))');
const MENDED = WITH_TIMESTAMP.replace('"aggregated_events").start()', '"aggregated_events").option("checkpointLocation", "/tmp/checkpoint").start()');

const opened = openedBrowser();

test.each([
  ['top-customers', TOP],
  ['deduplicate', DEDUPLICATE],
  ['moving-average', MOVING_AVERAGE],
  ['join-optimisation', JOIN],
])('the seed solution of %s passes', async (id, source) => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, `challenge/${id}`);
  await page.write(IMPORTS + source);
  await page.submit();
  const verdict = await page.verdict();
  expect(verdict, verdict.text).toMatchObject({ status: 'passed' });
  await page.close();
}, SLOW_MS);

test("Python's own sum raises what Python raises, and the verdict teaches the mend", async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/top-customers');
  await page.write(`from pyspark.sql.functions import desc\n\n${TOP}`);
  await page.run();
  await page.tab('Result');
  expect(await page.panel()).toContain("unsupported operand type(s) for +: 'int' and 'str'");
  await page.submit();
  expect((await page.verdict()).status).toBe('failed');
  await page.tab('Tests');
  expect(await page.panel()).toContain('F.sum');
  await page.close();
}, SLOW_MS);

test('the seed solution of streaming-window raises the errors of Spark and, once mended, passes', async () => {
  const page = await WorkbenchPage.open(opened.browser, opened.served.url, 'challenge/streaming-window');
  await page.write(IMPORTS + STREAM);
  await page.run();
  await page.tab('Result');
  const first = await page.panel();
  expect(first).toContain('EVENT_TIME_IS_NOT_ON_TIMESTAMP_TYPE');
  expect(first).toContain('42K09');
  await page.write(IMPORTS + WITH_TIMESTAMP);
  await page.run();
  await page.tab('Result');
  expect(await page.panel()).toContain('checkpointLocation');
  await page.write(IMPORTS + MENDED);
  await page.submit();
  const verdict = await page.verdict();
  expect(verdict, verdict.text).toMatchObject({ status: 'passed' });
  await page.close();
}, SLOW_MS);
