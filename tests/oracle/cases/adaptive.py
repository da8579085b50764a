from pyspark.sql import functions as F

facts = spark.range(1000).selectExpr("id", "id % 97 AS k")
names = spark.range(100).selectExpr("id AS k", "id * 2 AS v")
rows = spark.createDataFrame([(i, i % 4) for i in range(20)], ["a", "b"])


def ran(df):
    df.collect()
    df.explain()


# --- case: aggregate_before_and_after
df = rows.groupBy("b").count()
df.explain()
ran(df)

# --- case: settled_by_the_first_explain
# conf: spark.sql.autoBroadcastJoinThreshold=-1
df = facts.join(names, "k")
df.explain()
spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "10MB")
df.explain()
facts.join(names, "k").explain()

# --- case: settled_before_it_was_cached
df = rows.groupBy("b").count()
df.explain()
df.cache()
df.explain()
df.unpersist()

# --- case: other_actions
for act in [lambda d: d.count(), lambda d: d.show(2), lambda d: d.first(), lambda d: d.rdd.getNumPartitions(), lambda d: list(d.toLocalIterator())]:
    df = rows.groupBy("b").agg(F.max("a"))
    act(df)
    df.explain()

# --- case: sort_merge_becomes_broadcast
# conf: spark.sql.autoBroadcastJoinThreshold=-1
# conf: spark.sql.adaptive.autoBroadcastJoinThreshold=3KB
# conf: spark.sql.shuffle.partitions=4
for how in ["inner", "left", "semi", "anti", "full"]:
    ran(facts.join(names, "k", how))

# --- case: joins_of_three
# conf: spark.sql.autoBroadcastJoinThreshold=-1
# conf: spark.sql.adaptive.autoBroadcastJoinThreshold=3KB
# conf: spark.sql.shuffle.partitions=4
# ordered
more = spark.range(50).selectExpr("id AS k", "id * 3 AS w")
result = facts.join(names, "k").join(more, "k").groupBy("k").agg(F.sum("w")).orderBy("k")
ran(result)

# --- case: empty_partitions_are_not_broadcast
ran(rows.join(spark.createDataFrame([(1, "x")], ["b", "n"]), "b"))

# --- case: broadcast_by_hint
j = facts.join(F.broadcast(names), "k")
ran(j)

# --- case: exchange_used_twice
g = rows.groupBy("b").count()
ran(g.join(g.withColumnRenamed("count", "c"), "b"))

# --- case: skewed_join
# conf: spark.sql.autoBroadcastJoinThreshold=-1
# conf: spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes=100KB
# conf: spark.sql.adaptive.advisoryPartitionSizeInBytes=50KB
# conf: spark.sql.adaptive.coalescePartitions.minPartitionSize=1KB
# conf: spark.sql.adaptive.coalescePartitions.parallelismFirst=false
# conf: spark.sql.shuffle.partitions=8
skewed = spark.range(0, 100000, 1, 4).selectExpr("id", "CASE WHEN id < 90000 THEN 0 ELSE id % 50 END AS k").filter("k IS NOT NULL")
few = spark.range(50).selectExpr("id AS k", "id * 2 AS v")
ran(skewed.join(few, "k", "left"))
ran(few.join(skewed, "k", "right"))
ran(skewed.join(few, "k", "semi"))
print(skewed.join(few, "k").agg(F.sum("v"), F.count("id"), F.max("id")).collect())
print(skewed.join(few, "k", "anti").count(), few.join(skewed, "k").count())

# --- case: formatted_after_a_run
# conf: spark.sql.autoBroadcastJoinThreshold=-1
df = facts.join(names, "k")
df.collect()
df.explain("formatted")

# --- case: cached_plan_keeps_its_partitions
df = rows.groupBy("b").count().cache()
df.explain()
print(df.rdd.getNumPartitions())
df.explain()
df.filter("count > 1").explain()
df.unpersist()

# --- case: repartitions
ran(spark.range(10).repartition(3).orderBy("id"))
ran(spark.range(10).repartition("id"))
ran(spark.range(10).repartition(5, "id"))
ran(spark.range(10).groupBy().count())
ran(spark.range(10).repartition(3).join(spark.range(3).hint("merge"), "id"))
print(spark.range(10).repartition("id").rdd.getNumPartitions())

# --- case: without_coalescing
# conf: spark.sql.adaptive.coalescePartitions.enabled=false
# conf: spark.sql.shuffle.partitions=3
df = rows.groupBy("b").count()
ran(df)
print(df.rdd.getNumPartitions())

# --- case: switched_off
# conf: spark.sql.adaptive.enabled=false
# conf: spark.sql.shuffle.partitions=3
ran(rows.groupBy("b").count().orderBy("b"))
