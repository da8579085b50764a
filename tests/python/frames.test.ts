/** What the facade itself makes: subqueries, plans that travel, files that Python wrote, pandas' look. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../support/python.ts';

let print: (code: string) => string;
let engine: Engine;

beforeAll(async () => {
  const python = await startPython();
  engine = new Engine({ environment: fixedEnvironment(), host: python.bridge.host(), cacheAnalysis: true });
  python.bridge.use(engine);
  print = python.run(`
import contextlib, io, json
from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
def run(code):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {"spark": spark, "F": F, "json": json})
    return out.getvalue()
run
`) as typeof print;
}, 60_000);

const STAFF = 'staff = spark.createDataFrame([("Ann", 1, 40), ("Bob", 1, 60), ("Cid", 2, 50)], "name string, dept int, pay int")\n';

describe('subqueries of DataFrames', () => {
  it('compares rows of one DataFrame used outside and inside', () => {
    const code = `${STAFF}
inner = staff.alias("b").where(F.col("b.dept") == F.col("a.dept").outer()).select(F.avg("pay"))
print(staff.alias("a").where(F.col("pay") > inner.scalar()).collect())`;
    expect(print(code)).toBe("[Row(name='Bob', dept=1, pay=60)]\n");
  });

  it('takes a DataFrame in isin', () => {
    const code = `${STAFF}print([r.name for r in staff.where(staff.dept.isin(spark.range(2, 5))).collect()])`;
    expect(print(code)).toBe("['Cid']\n");
  });
});

describe('plans for another engine', () => {
  it('carry the views that they name, as they were when they were named', () => {
    const code = `${STAFF}
staff.createOrReplaceTempView("t")
frame = spark.sql("select name from t where dept = 2")
staff.limit(0).createOrReplaceTempView("t")
print(json.dumps(frame._wire_plan()))`;
    const plan = JSON.parse(print(code)) as never;
    const other = new Engine({ environment: fixedEnvironment() });
    expect(other.handle({ op: 'collect', plan })).toMatchObject({ columns: [['Cid']] });
  });
});

describe('a session', () => {
  it("takes a builder's settings, those of a cluster too", () => {
    const code = `
from pyspark.sql import SparkSession
made = (SparkSession.builder.master("local[*]").appName("drill").config("spark.executor.memory", "2g")
        .config("spark.sql.shuffle.partitions", 4).config("spark.sql.warehouse.dir", "/x").getOrCreate())
print(made is spark, [made.conf.get(key) for key in ("spark.executor.memory", "spark.sql.shuffle.partitions")], made.sparkContext.appName)
spark.conf.unset("spark.sql.shuffle.partitions")`;
    expect(print(code)).toBe("True ['2g', '4'] drill\n");
  });
});

describe('streams', () => {
  it('tell a listener what they do, and an error in it stops nothing', () => {
    const code = `
import time
from pyspark.sql.streaming import StreamingQueryListener
class Told(StreamingQueryListener):
    def onQueryStarted(self, event):
        print("started", event.name, event.timestamp)
    def onQueryProgress(self, event):
        print("progress", event.progress.batchId, event.progress["numInputRows"])
        raise ValueError("of the listener")
    def onQueryTerminated(self, event):
        print("terminated", event.exception)
spark.streams.addListener(Told())
query = spark.readStream.format("rate").option("rowsPerSecond", 2).load().writeStream.format("memory").queryName("ticks").start()
spark._call("advanceClock", micros=3_000_000)
query.processAllAvailable()
query.stop()
print(spark.table("ticks").count())`;
    const printed = print(code);
    expect(printed).toMatch(/^started ticks 2026-01-01T00:00:00.000Z\n(progress \d+ \d+\n)+terminated None\n6\n$/);
  });
});

describe('files', () => {
  it('that Python wrote can be read by Spark', () => {
    const code = `
with open("/tmp/people.csv", "w") as out:
    out.write("name,age\\nÄnn,3\\n")
print(spark.read.csv("/tmp/people.csv", header=True, inferSchema=True).collect())`;
    expect(print(code)).toBe("[Row(name='Änn', age=3)]\n");
  });

  it('refuses a keyword that a format does not have', () => {
    expect(() => print('spark.read.csv("/tmp/people.csv", headers=True)')).toThrow(/unexpected keyword argument 'headers'. Did you mean 'header'\?/);
  });
});

describe('toPandas', () => {
  it('prints as pandas does', () => {
    const code = `
df = spark.createDataFrame([(1, 1.5, "a", None), (2, 2.25, None, 3)], "id int, x double, s string, n int")
pdf = df.toPandas()
print(pdf)
print(pdf["x"])
print(pdf.shape, list(pdf), pdf.to_dict("records")[0], [row.id for row in pdf.itertuples()])`;
    expect(print(code)).toBe(
      [
        '   id     x     s    n',
        '0   1  1.50     a  NaN',
        '1   2  2.25  None  3.0',
        '0    1.50',
        '1    2.25',
        'Name: x, dtype: float64',
        "(2, 4) ['id', 'x', 's', 'n'] {'id': 1, 'x': 1.5, 's': 'a', 'n': nan} [1, 2]",
        '',
      ].join('\n'),
    );
  });
});
