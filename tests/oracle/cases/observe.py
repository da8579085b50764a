import contextlib
import io
import re

from pyspark.sql import Observation, Window
from pyspark.sql import functions as F


def told(df, mode="simple", *headings):
    """Prints the plans under some headings, without the number of the DataFrame that is observed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain(mode)
    text = re.sub(r"(CollectMetrics .*\]), \d+\n", r"\1, #\n", out.getvalue())
    parts = re.split(r"(?m)(?=^== [A-Z])", text)
    print("".join(p for p in parts if not headings or any(p.startswith(f"== {h}") for h in headings)))


d = spark.range(10).withColumn("k", F.col("id") % 3)

# --- case: plans
# ts: no
o = Observation("m")
df = d.observe(o, F.count(F.lit(1)).alias("n"), F.max("id"), F.sum("k").alias("s"))
told(df, "extended")
told(df.where("k = 1"), "formatted")
print(df.count(), o.get)
result = df

# --- case: two_and_run_twice
# ts: no
o, p = Observation("first"), Observation("second")
df = d.observe(o, F.count(F.lit(1)).alias("n")).where("id > 5").observe(p, F.max("id").alias("mx"), F.avg("k"))
told(df)
df.collect()
print(o.get, p.get)
df.limit(1).collect()
print(o.get, p.get)
told(df.groupBy("k").count(), "extended", "Analyzed", "Optimized", "Physical")
result = df.groupBy("k").count()

# --- case: by_name_alone
# ts: no
result = d.observe("named", F.count("id").alias("n"), F.sum("id")).where("id < 3")

# --- case: types
# ts: no
o = Observation("types")
df = d.observe(
    o,
    F.struct(F.min("id").alias("a"), F.max("id").alias("b")).alias("st"),
    F.collect_list("k").alias("l"),
    F.max(F.lit(None)).alias("nothing"),
    (F.sum("id") + 1).alias("more"),
    F.lit(7).alias("seven"),
    F.avg(F.col("id").cast("decimal(10,2)")).alias("dec"),
    F.first("id").alias("first"),
    F.min(F.make_date(F.lit(2024), F.lit(1), F.col("id").cast("int") + 1)).alias("day"),
)
df.collect()
print(o.get)

# --- case: limits
# ts: no
for rows in (1, 3, 7):
    o = Observation(f"limit{rows}")
    d.coalesce(1).observe(o, F.count("id").alias("n"), F.sum("id").alias("s")).limit(rows).collect()
    print(o.get)
o = Observation("shown")
d.observe(o, F.count("id").alias("n")).show(2)
print(o.get)
o = Observation("head")
d.observe(o, F.count("id").alias("n")).where("id > 2").head()
print(o.get)

# --- case: no_rows
# ts: no
o = Observation("nothing")
spark.range(0).observe(o, F.count("id").alias("n"), F.max("id").alias("m"), F.collect_list("id").alias("l")).collect()
print(o.get)

# --- case: sorted_and_cached
# ts: no
o, p = Observation("sorted"), Observation("cached")
d.observe(o, F.count("id").alias("n")).orderBy(F.desc("id")).collect()
print(o.get)
df = d.observe(p, F.sum("id").alias("s")).cache()
df.count()
print(p.get)

# --- case: written
# ts: no
o = Observation("written")
d.repartition(4).observe(o, F.count("id").alias("n"), F.sum("id").alias("s")).write.format("noop").mode("overwrite").save()
print(o.get)

# --- case: joined
# ts: no
o, p = Observation("left"), Observation("right")
left = d.observe(o, F.count("id").alias("n"))
right = d.where("id > 5").observe(p, F.count("id").alias("n"))
result = left.join(right, "id").select("id")
result.collect()
print(o.get, p.get)

# --- case: union_of_one_name
# ts: no
result = d.observe("a", F.count("id").alias("n")).union(d.observe("a", F.count("id").alias("n"))).groupBy().count()

# --- case: column
# ts: no
d.observe("a", F.col("id"))

# --- case: nested_aggregate
# ts: no
d.observe("a", F.sum(F.count(F.lit(1))))

# --- case: window
# ts: no
d.observe("a", F.sum("id").over(Window.partitionBy("k")))

# --- case: distinct
# ts: no
d.observe("a", F.count_distinct("id").alias("x"))

# --- case: with_filter
# ts: no
d.observe("a", F.expr("count(id) filter (where id > 3)").alias("n"))

# --- case: random
# ts: no
d.observe("a", F.rand(3).alias("x"))

# --- case: random_beside_aggregate
# ts: no
d.observe("a", (F.sum("id") + F.rand(3)).alias("x"))

# --- case: random_in_aggregate
# ts: no
o = Observation("r")
d.observe(o, F.sum(F.rand(3)).alias("x")).collect()
print(0 < o.get["x"] < 10)

# --- case: of_a_random_aggregate
# ts: no
d.observe("a", (F.sum(F.rand(3)) >= 0).alias("x"))

# --- case: column_beside_aggregate
# ts: no
d.observe("a", (F.sum("id") + F.col("k")).alias("x"))

# --- case: unknown_column
# ts: no
d.observe("a", F.count("nope"))

# --- case: generator
# ts: no
try:
    d.observe("a", F.explode(F.array("id")))
except Exception as error:
    print(error.getCondition(), re.sub(r"#\d+L|\d+$", "#", error.getMessageParameters()["plan"]))

# --- case: name_twice
# ts: no
d.observe("a", F.count("id")).observe("a", F.sum("id"))

# --- case: name_of_two_frames
# ts: no
d.observe("a", F.count("id")).join(d.where("id > 3").observe("a", F.sum("id")), "id")

# --- case: nothing_observed
# ts: no
d.observe("a")

# --- case: name_of_wrong_type
# ts: no
d.observe(1, F.count("id"))

# --- case: expression_of_wrong_type
# ts: no
d.observe("a", "id")

# --- case: empty_name
# ts: no
try:
    d.observe("", F.count("id"))
except Exception as error:
    print(error.getCondition(), re.sub(r"#\d+L?|, \d+\n", "#", error.getMessageParameters()["operator"]))
try:
    Observation("")
except Exception as error:
    print(type(error).__name__, error.getCondition(), error.getMessageParameters())

# --- case: observation_twice
# ts: no
o = Observation("z")
d.observe(o, F.count("id")).observe(o, F.count("id"))

# --- case: observation_not_used
# ts: no
Observation("z").get

# --- case: observation_of_wrong_name
# ts: no
Observation(5)

# --- case: streams
# ts: no
# file: in/a.json
# | {"a": 1}
# | {"a": 2}
s = spark.readStream.schema("a int").json(data_dir + "/in")
observed = s.observe("m", F.count(F.lit(1)).alias("n"), F.max("a").alias("mx"), F.collect_list("a").alias("l"))
q = observed.where("a > 1").writeStream.format("memory").queryName("observed_rows").start()
q.processAllAvailable()
print(q.lastProgress["observedMetrics"], q.lastProgress.observedMetrics)
q.stop()
q = s.groupBy("a").count().observe("g", F.sum("count").alias("c")).writeStream.format("memory").outputMode("complete").queryName("observed_groups").start()
q.processAllAvailable()
print(q.lastProgress["observedMetrics"])
q.stop()
q = s.writeStream.format("memory").queryName("not_observed").start()
q.processAllAvailable()
print(q.lastProgress["observedMetrics"])
q.stop()

# --- case: observation_of_a_stream
# ts: no
# file: in/a.json
# | {"a": 1}
spark.readStream.schema("a int").json(data_dir + "/in").observe(Observation("x"), F.count("a"))
