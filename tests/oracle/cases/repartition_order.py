# Which row repartition() deals to which partition, and in which order: by the bytes of the rows, not as they came.
from pyspark.sql import functions as F


def dealt(df, *counts):
    for n in counts:
        print(n, [[tuple(map(str, row)) for row in part] for part in df.repartition(n).rdd.glom().collect()])


def numbers(partitions=1, rows=23):
    return spark.range(0, rows, 1, partitions)


def of(*expressions):
    for e in expressions:
        print(e)
        dealt(numbers().selectExpr(f"{e} AS v"), 3)
        dealt(numbers().selectExpr("id", f"if(id % 7 = 3, null, {e}) AS v"), 2)


# --- case: numbers
dealt(numbers(), 1, 2, 3, 7, 40)
dealt(numbers(4), 2, 3, 7)
dealt(numbers(3).where("id > 100"), 2)
dealt(numbers(3, 9).select(), 2)

# --- case: rows_that_come_again
dealt(numbers(2).selectExpr("id % 3 AS a", "'x' AS b"), 2, 3, 5)

# --- case: whole_numbers
of("id % 2 = 0", "cast(id - 9 AS tinyint)", "cast((id - 9) * 1000 AS smallint)", "cast((id - 9) * 70000000 AS int)", "(id - 9) * 300000000000000000")

# --- case: fractions
of("cast((id - 9) / 7 AS float)", "cast((id - 9) AS double) / 7", "if(id % 3 = 0, double('nan'), id)", "cast(id - 9 AS decimal(10, 2))", "cast(id - 9 AS decimal(38, 2))", "cast(id - 9 AS decimal(38, 2)) * 100000000000000000000")

# --- case: texts_and_bytes
of("repeat('x', cast(id % 19 AS int)) || id", "repeat('é€😀', cast(id % 5 AS int))", "''", "cast(repeat('x', cast(id % 19 AS int)) AS binary)")

# --- case: times
of("date_add(date'2020-01-01', cast(id AS int) * 100)", "timestamp_micros((id - 9) * 12345678901234)", "cast(timestamp_micros((id - 9) * 12345678901234) AS timestamp_ntz)", "make_dt_interval(cast(id - 9 AS int), 1)")

# --- case: arrays
of("array(id, id * 2)", "if(id % 4 = 0, array(), array(id, null, id * 2))", "array('a' || id, null, repeat('z', cast(id % 12 AS int)))", "array(id % 2 = 0, null)", "array(cast(id AS tinyint))", "array(cast(id AS decimal(38, 2)), null)", "array(array(id), array(), null)", "sequence(id, id + 70)")

# --- case: structs_and_maps
of("struct(id, 'x' || id AS b)", "struct(if(id % 2 = 0, id, null) AS a, cast(if(id % 5 = 0, id, null) AS decimal(38, 1)) AS c, array(id) AS d)", "struct(struct(id, 'a' || id) AS q, array(struct(id, id % 2 = 0)) AS r)")
print([str(r[0]) for r in numbers().selectExpr("id", "map('k' || id, id, '', null) AS m").repartition(3).select("id").collect()])
print([str(r[0]) for r in numbers().selectExpr("id", "parse_json('{\"a\":' || id || ',\"b\":[1, \"x\", null, 1.5]}') AS m").repartition(3).select("id").collect()])
print([str(r[0]) for r in numbers().selectExpr("id", "if(id % 3 = 0, null, make_interval(id, id)) AS m").repartition(3).select("id").collect()])

# --- case: more_columns_than_bits
wide = numbers(2).selectExpr(*[f"if(id % {k % 9 + 2} = 0, null, id * {k}) AS c{k}" for k in range(70)])
print([[row[1] for row in part] for part in wide.repartition(3).rdd.glom().collect()])

# --- case: behind_other_operators
people = numbers(1, 12).selectExpr("id AS a", "'x' || id % 5 AS s", "id / 3 AS f")
dealt(people.groupBy("s").agg(F.sum("f"), F.count("*"), F.collect_list("a")), 3)
dealt(people.join(spark.range(0, 6, 1, 1), F.expr("a = id"), "left"), 3)
dealt(people.selectExpr("a", "row_number() OVER (PARTITION BY s ORDER BY a) AS r"), 3)
dealt(people.union(people).repartition(2, "a").select("s"), 4)
dealt(numbers(2, 9).union(numbers(3, 9)), 4)
dealt(people.orderBy(F.desc("a")), 2)

# --- case: before_other_operators
spread = spark.range(0, 40, 1, 2).selectExpr("id AS a", "'x' || id % 5 AS s").repartition(3)
print(spread.limit(5).collect(), spread.first(), spread.where("a > 30").collect())
print(spread.select("a", F.spark_partition_id(), F.monotonically_increasing_id()).collect())
print(spread.sortWithinPartitions("s").collect())
print(spread.groupBy("s").agg(F.first("a"), F.last("a")).collect())

# --- case: hints
for n in (2, 3):
    print([row.id for row in spark.sql(f"SELECT /*+ REPARTITION({n}) */ id FROM range(0, 20, 1, 2)").collect()])
print([row.id for row in spark.sql("SELECT /*+ REBALANCE */ id FROM range(0, 20, 1, 2)").collect()])

# --- case: unsorted
# conf: spark.sql.execution.sortBeforeRepartition=false
dealt(numbers(2), 3)
print([row.id for row in spark.sql("SELECT /*+ REBALANCE */ id FROM range(0, 20, 1, 2)").collect()])

# --- case: many_rows
many = spark.range(0, 20000, 1, 3).selectExpr("id", "id % 1000 AS m", "'' || id % 77 AS s").repartition(7)
print([row.id for row in many.take(20)])
print(many.groupBy(F.spark_partition_id().alias("p")).agg(F.sum("id"), F.count("*"), F.first("id"), F.last("id")).orderBy("p").collect())

# --- case: by_chance
three = numbers(3).selectExpr("id AS a", "'x' || id % 5 AS s")
for df in [
    three.repartition(3, F.rand(3)),
    three.repartition(3, F.rand(3) + F.col("a"), "s"),
    three.repartition(3, F.rand(3), F.rand(3)).where("a > 3").select("s"),
    three.repartitionByRange(3, F.rand(3).desc(), "a"),
    three.repartitionById(3, (F.rand(3) * 3).cast("int")),
    three.select("a").repartition(3, F.rand(3) * F.length(three.s)),
    three.repartition(3, F.monotonically_increasing_id()),
    three.coalesce(1).orderBy((F.rand(3) + F.rand(3)).desc(), "a").limit(5),
    three.sortWithinPartitions(F.rand(3)),
    three.groupBy((F.rand(3) * 3).cast("int").alias("k")).agg(F.sum("a"), F.expr("cast(rand(3) * 3 AS int) + 1 AS more")).coalesce(1).sort("k"),
]:
    print([[tuple(map(str, row)) for row in part] for part in df.rdd.glom().collect()])
print(spark.sql("SELECT cast(rand(3) * 3 AS int) AS k, count(*) FROM range(0, 14, 1, 2) GROUP BY cast(rand(3) * 3 AS int) ORDER BY k").collect())
print(spark.sql("SELECT cast(rand(3) * 3 AS int) AS k, count(*) FROM range(0, 14, 1, 2) GROUP BY k HAVING k > 0 ORDER BY k").collect())
print(spark.sql("SELECT (SELECT max(id) FROM (SELECT id FROM range(0, 14, 1, 1) ORDER BY rand(3) LIMIT 3)) AS m").collect())

# --- case: plan_of_repartition_by_chance
# plan
result = numbers(3).repartition(3, F.rand(3)).where("id > 3").select("id")

# --- case: plan_of_range_by_chance
# plan
result = numbers(3).repartitionByRange(3, F.rand(3), F.rand(3) + 1)

# --- case: plan_of_sort_by_chance
# plan
result = numbers(3).orderBy(F.rand(3), "id")

# --- case: plan_of_groups_by_chance
# plan
result = numbers(3).groupBy(F.spark_partition_id().alias("p")).agg(F.sum("id").alias("n"))

# --- case: rows_by_chance_from_cache
kept = numbers(3).repartition(3, F.rand(3)).cache()
print(kept.count(), kept.where("id > 3").collect())
kept.where("id > 3").explain()
kept.unpersist()

# --- case: partitions_of_rdds
elements = [(i, f"x{i % 3}") for i in range(11)]
print([[len(part) for part in spark.sparkContext.parallelize(list(range(m)), n).glom().collect()] for m in (0, 1, 11, 3000) for n in (1, 3, 4, 7)])
print([len(part) for part in spark.sparkContext.parallelize(range(11), 4).glom().collect()])
for n in (1, 3, 4, 20):
    rdd = spark.sparkContext.parallelize(elements, n)
    for df in [
        spark.createDataFrame(rdd, "a int, s string"),
        rdd.toDF(["a", "s"]).selectExpr("a", "spark_partition_id() AS p", "rand(3) AS r"),
        spark.createDataFrame(rdd.filter(lambda t: t[0] > 6).map(lambda t: t[0]), "int"),
        spark.createDataFrame(rdd, "a int, s string").repartition(3),
    ]:
        print(df.rdd.getNumPartitions(), [[tuple(map(str, row)) for row in part] for part in df.rdd.glom().collect()])
none = spark.createDataFrame(spark.sparkContext.parallelize([], 3), "a int")
print(none.rdd.getNumPartitions(), none.groupBy().count().collect(), none.collect())
