import contextlib
import io
import re

from pyspark.sql import Window
from pyspark.sql import functions as F

SCHEMA = "id int, s struct<a:int,b:string,c:struct<x:int,y:string>>, arr array<struct<p:int,q:string>>, m map<string,struct<u:int,v:int>>"


def told(df):
    """Prints the optimized and the physical plan, without folders."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain(True)
    text = out.getvalue()
    print(re.sub(r"Location: (\w+)\((\d+) paths\)\[.*?(\]|\.\.\.), ", r"Location: \1 \2, ", text[text.index("== Optimized"):]))


def source(kind):
    rows = [(1, (1, "b", (2, "y")), [(1, "q"), (2, "r")], {"k": (1, 2)}), (2, None, [], None), (3, (3, "c", None), None, {})]
    path = f"/tmp/nested_columns_{kind}"
    spark.createDataFrame(rows, SCHEMA).write.mode("overwrite").format(kind).save(path)
    return spark.read.schema(SCHEMA).format(kind).load(path)


# --- case: fields_of_structs
# ts: no
p = source("parquet")
told(p.select("s.a"))
told(p.where("s.c.x > 1").select("s.b"))
told(p.select("s", "s.a"))
result = p.select("s.c.x", "id")

# --- case: arrays_and_maps
# ts: no
p = source("parquet")
told(p.select("arr.p"))
told(p.selectExpr("arr[0].q"))
told(p.selectExpr("map_values(m).u"))
result = p.selectExpr("m['k'].u", "arr.p")

# --- case: groups
# ts: no
p = source("parquet")
df = p.groupBy("s.a").agg(F.max("s.c.x"))
told(df)
told(p.where("s.a in (1, 3)").agg(F.count("s.b")))
result = df

# --- case: sorts
# ts: no
df = source("parquet").orderBy("s.a").select("s.b")
told(df)
result = df

# --- case: joins
# ts: no
p = source("parquet")
df = p.join(p.select(F.col("id").alias("i2"), F.col("s.a").alias("a2")), F.expr("s.a = a2"), "left").select("s.b", "i2")
told(df)
result = df

# --- case: samples_limits_and_repartitions
# ts: no
p = source("parquet")
told(p.limit(2).select("s.a"))
told(p.repartition(3).select("s.a"))
told(p.sample(0.5, 3).select("s.c.y"))
result = p.repartition("s.a").select("s.b")

# --- case: windows
# ts: no
df = source("parquet").select("s.a", F.sum("s.c.x").over(Window.partitionBy("s.b")).alias("w"))
told(df)
result = df

# --- case: exploded
# ts: no
p = source("parquet")
df = p.select("id", F.explode("arr").alias("e")).select("id", "e.p")
told(df)
result = df

# --- case: exploded_with_positions
# ts: no
df = source("parquet").selectExpr("s.a", "posexplode(arr) as (i, e)").select("a", "i", "e.p")
told(df)
result = df

# --- case: exploded_outer
# ts: no
df = source("parquet").select("id", F.explode_outer("arr").alias("e")).select("id", "e.q")
told(df)
result = df

# --- case: of_json
# ts: no
j = source("json")
told(j.select("s.a"))
told(j.groupBy("s.a").count())
result = j.select(F.explode("arr").alias("e")).select("e.p")

# --- case: rows_in_memory
# ts: no
df = spark.createDataFrame([(1, (1, "b")), (2, (3, None)), (3, None)], "id int, s struct<a:int,b:string>")
told(df.groupBy("s.a").count())
result = df.join(df.select(F.col("s.a").alias("k")), F.expr("s.a = k"), "full").select("s.b", "k")

# --- case: switched_off
# conf: spark.sql.optimizer.nestedSchemaPruning.enabled=false
# ts: no
df = source("parquet").orderBy("s.a").select("s.b")
told(df)
result = df

# --- case: renamed_and_dropped_columns_below_explode
t = spark.createDataFrame([(1, "x", [1, 2]), (2, "y", [])], "a int not null, b string, c array<int>")
result = t.fillna(1).selectExpr("a", "c", "explode(c) as e")

# --- case: renamed_and_dropped_columns_below_explode_outer
t = spark.createDataFrame([(1, "x", [1, 2]), (2, "y", [])], "a int not null, b string, c array<int>")
result = t.selectExpr("coalesce(a, 1) as a", "b", "c").select("a", F.posexplode_outer("c")).filter("a > 0")
