import contextlib
import io
import re

from pyspark.sql import functions as F


def told(df, mode="simple", start="== "):
    """Prints plans without folders and the numbers of subqueries' plans."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain(mode)
    text = re.sub(r"Location: (\w+)\((\d+) paths\)\[.*?(\]|\.\.\.), ", r"Location: \1 \2, ", out.getvalue())
    text = re.sub(r"Location: (\w+) \[.*?\]", r"Location: \1", text)
    text = re.sub(r"\[id=#\d+\]", "[id=#]", text)
    print(text[text.index(start):])


def tables():
    """Many rows in ten folders, and few that say which folders are wanted."""
    spark.range(100).selectExpr("id", "id % 10 as p", "id * 2 as v").write.mode("overwrite").partitionBy("p").parquet("/tmp/partition_pruning/facts")
    spark.range(10).selectExpr("id as k", "id % 3 as c", "concat('n', id) as n").write.mode("overwrite").parquet("/tmp/partition_pruning/few")
    return spark.read.parquet("/tmp/partition_pruning/facts"), spark.read.parquet("/tmp/partition_pruning/few")


# --- case: inner_join
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
told(df, "extended", "== Optimized")
told(df, "formatted")
result = df

# --- case: after_it_ran
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
df.collect()
told(df)
result = df

# --- case: without_adaptive
# conf: spark.sql.adaptive.enabled=false
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
told(df)
told(df, "formatted")
result = df

# --- case: few_rows_on_the_left
# conf: spark.sql.adaptive.enabled=false
# ts: no
facts, few = tables()
df = few.where("c = 1").join(facts, facts.p == few.k).select("id", "n")
told(df)
result = df

# --- case: not_broadcast
# conf: spark.sql.autoBroadcastJoinThreshold=-1
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
told(df, "extended", "== Optimized")
df.collect()
told(df)
result = df

# --- case: not_broadcast_without_adaptive
# conf: spark.sql.autoBroadcastJoinThreshold=-1
# conf: spark.sql.adaptive.enabled=false
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
told(df)
result = df

# --- case: nothing_chosen
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k)
told(df)
result = df.select("id", "n")

# --- case: outer_joins
# ts: no
facts, few = tables()
some = few.where("c = 1")
told(facts.join(some, facts.p == some.k, "left"))
told(some.join(facts, facts.p == some.k, "right"))
df = some.join(facts, facts.p == some.k, "left")
told(df)
result = df

# --- case: semi_joins
# ts: no
facts, few = tables()
some = few.where("c = 1")
told(facts.join(some, facts.p == some.k, "left_anti"))
df = facts.join(some, facts.p == some.k, "left_semi")
told(df)
result = df

# --- case: in_subquery
# ts: no
facts, few = tables()
facts.createOrReplaceTempView("facts")
few.createOrReplaceTempView("few")
df = spark.sql("select * from facts where p in (select k from few where c = 1)")
told(df)
result = df

# --- case: rows_in_memory
# ts: no
facts, _ = tables()
small = spark.createDataFrame([(1, "a"), (2, "b")], "k long, n string")
df = facts.join(F.broadcast(small.where("n = 'a'")), F.col("p") == F.col("k"))
told(df)
result = df

# --- case: through_projections_and_joins
# ts: no
facts, few = tables()
other = spark.createDataFrame([(1, "x"), (4, "y"), (11, "z")], "id long, w string")
df = facts.select(F.col("p").alias("q"), "id").where("id < 50").join(other, "id").join(few.where("n like 'n4%'"), F.col("q") == F.col("k"))
told(df, "extended", "== Optimized")
result = df

# --- case: two_keys
# ts: no
facts, few = tables()
df = facts.join(few, (facts.p == few.k) & (facts.id == few.c)).where("n > 'n0'")
told(df)
df.collect()
told(df)
result = df

# --- case: switched_off
# conf: spark.sql.optimizer.dynamicPartitionPruning.enabled=false
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1")
told(df)
result = df

# --- case: no_folder_left
# conf: spark.sql.adaptive.enabled=false
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1 and n = 'nothing'")
df.collect()
told(df)
result = df

# --- case: aggregated
# ts: no
facts, few = tables()
df = facts.join(few, facts.p == few.k).where("c = 1").groupBy("n").agg(F.sum("v").alias("s"))
df.collect()
told(df)
result = df

# --- case: tables_of_the_catalog
# ts: no
spark.sql("create database if not exists pruning")
spark.sql("use pruning")
spark.sql("drop table if exists facts")
spark.sql("drop table if exists few")
spark.range(40).selectExpr("id", "id % 4 as p").write.partitionBy("p").saveAsTable("facts")
spark.range(4).selectExpr("id as k", "concat('n', id) as n").write.saveAsTable("few")
df = spark.sql("select facts.id, few.n from facts join few on p = k where n in ('n1', 'n3')")
told(df)
result = df

# --- case: scalar_subqueries_formatted
# conf: spark.sql.adaptive.enabled=false
# ts: no
spark.range(5).createOrReplaceTempView("numbers")
df = spark.sql("select id from numbers where id > (select max(id) from numbers) or id < (select max(id) from numbers)")
told(df, "formatted")
result = df
