# Columns that are constants, and rows that may come once or often: what the optimizer makes of them.
import contextlib
import io

from pyspark.errors import PySparkException
from pyspark.sql import Window
from pyspark.sql import functions as F

t = spark.createDataFrame([(1, "a", 2.5)], "a int, b string, c double")
u = spark.createDataFrame([(1, "a", 2.5)], "a int, z string, y double")
k = t.selectExpr("a", "5 as k", "b")


def optimized(*frames):
    for frame in frames:
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            frame.explain(True)
        text = text.getvalue()
        print(text[text.index("== Optimized"):text.index("== Physical")])


# --- case: below_aggregates
d0 = t.alias("l").join(u.alias("r"), F.expr("l.b = r.z")).selectExpr("l.a as a", "r.z as z")
d1 = d0.selectExpr("'q' IN (z, NULL) as e", "5 as k", "dayofweek(TIMESTAMP '9998-01-01 00:00:00') as w")
optimized(d1.groupBy().agg(F.max("k")), d1.filter("e IS TRUE").groupBy().agg(F.max("w")), d1.filter("e").groupBy("w").agg(F.max("k")), d1.filter("e").select("k", "w").distinct(), d1.filter("k = 5").groupBy().agg(F.max("w"), F.count("e")))
try:
    d1.filter("e IS TRUE").groupBy().agg(F.expr("max(unbase64(w))")).collect()
except Exception as error:
    print(type(error).__name__)

# --- case: through_operators
optimized(k.filter("a > 3").groupBy().agg(F.max("k")), k.limit(3).groupBy().agg(F.max("k")), k.orderBy("a").groupBy("a").agg(F.max("k")), k.repartition(3).groupBy().agg(F.max("k")), k.sample(0.5, 3).groupBy().agg(F.max("k")), k.filter("a > 3").selectExpr("explode(array(k, a)) as z", "k").groupBy().agg(F.max("k")), k.offset(1).filter("k > 4").groupBy("k").count(), k.repartition(3, "k"), k.orderBy("k"))

# --- case: over_joins
optimized(k.join(u, "a").groupBy("a").agg(F.max("k")), t.join(u.selectExpr("a", "5 as k"), "a", "left").groupBy("a").agg(F.sum("k")), k.join(u.selectExpr("a as a2"), F.expr("k = a2")), k.join(u.selectExpr("5 as k", "a as z"), "k"), k.join(u.selectExpr("5 as k", "a as z"), "k", "left"), k.join(u.selectExpr("5 as j", "a as z"), F.expr("a = z"), "left").selectExpr("j + 1", "k + 1"), k.join(u.selectExpr("5 as j", "a as z"), F.expr("a = z"), "full").selectExpr("j + 1", "k + 1"))

# --- case: groups_and_windows
optimized(k.groupBy("k").count(), k.rollup("k").count(), k.select(F.row_number().over(Window.partitionBy("k").orderBy("a"))), k.select("a", F.row_number().over(Window.partitionBy("a").orderBy("k"))), k.groupBy("a").agg(F.lit(3).alias("m"), F.count("b").alias("c")).filter("m > c"), k.groupBy("a", "k").agg(F.count("b").alias("c")).filter("k > c"), k.union(k).filter("k > 3").groupBy("k").count())

# --- case: repeats_that_do_not_matter
d = t.select("a", "b").distinct()
optimized(d.groupBy().agg(F.max("a")), d.groupBy("b").agg(F.max("a")), d.groupBy("b").agg(F.max("a"), F.count("a")), d.groupBy("b").agg(F.countDistinct("a")), d.groupBy("b").agg(F.sum_distinct("a"), F.max("a")), t.groupBy("a", "b").agg(F.sum("c").alias("s")).groupBy("b").agg(F.max("a")), t.groupBy("a", "b").agg(F.sum("c").alias("s")).groupBy("b").agg(F.max("s")), t.groupBy().agg(F.max("a").alias("m")).groupBy().agg(F.max("m")))

# --- case: outer_joins_that_only_repeat
j = t.join(u, "a", "left")
optimized(j.groupBy().agg(F.max("b")), j.groupBy("b").agg(F.max("a")), j.groupBy("b").agg(F.max("a"), F.count("a")), j.groupBy("b").agg(F.countDistinct("a")), j.groupBy("b").agg(F.max("a"), F.max("z")), t.join(u, "a", "right").groupBy("z").agg(F.max("y")), t.join(u, "a", "full").groupBy("z").agg(F.max("y")), j.select("b", F.expr("a + 1 as q")).groupBy("b").agg(F.max("q")))

# --- case: numbers_widened_by_way_of_floats
w = spark.createDataFrame([(2147483647, 9223372036854775807, 0.1)], "i int, l long, d double")
print(w.selectExpr("double(float(i))", "cast(cast(cast(i as long) as float) as double)", "double(float(l))", "float(i) = i", "float(i) + d", "float(i) * 1D", "cast(float(i) as string)").collect())

# --- case: joins_that_ask_whether_there_is_a_row
optimized(t.join(u, F.lit(True), "left_semi"), t.join(u, F.lit(True), "left_anti"), t.join(u.filter("a > 3").select("z"), None, "left_semi"), t.join(u, F.expr("b > 'x'"), "left_semi"), t.join(u.limit(1), F.lit(True), "left_semi"))
print(t.join(u, F.lit(True), "left_semi").collect(), t.join(u.filter("a > 3"), F.lit(True), "left_semi").collect(), t.join(u.filter("a > 3"), F.lit(True), "left_anti").collect())

# --- case: errors_in_explained_statements
for statement in ["EXPLAIN SELECT nocol", "EXPLAIN SELECT 1 div 0", "EXPLAIN FORMATTED SELECT 1 div d FROM VALUES (0) t(d)", "EXPLAIN SELECT raise_error('a b') FROM VALUES (0) t(d)"]:
    print(spark.sql(statement).first())

# --- case: filters_that_come_together
one = spark.createDataFrame([(1, "a", 2.0)], "a int, b string, c double")
never = "DATE '2000-01-01' IS DISTINCT FROM DATE '2000-01-01'"
conditions = [never, "'x' = 1", "a > 0", "b = 'a'", "1 = 1", "c <=> c"]
for chosen in [(0, 1), (1, 0), (0, 1, 2), (0, 1, 5), (2, 0, 1), (1, 0, 4), (0, 4, 1), (4, 0, 1), (0, 1, 4, 5), (2, 3, 4), (5, 2, 3)]:
    frame = one
    for place in chosen:
        frame = frame.filter(conditions[place])
    try:
        print(chosen, frame.collect())
        optimized(frame)
    except PySparkException as error:
        print(chosen, error.getCondition())
try:
    one.filter(never).filter("'x' = 1").withColumn("s", F.expr("substring('a,b,c', 42, 3)")).filter("s <=> s").collect()
except PySparkException as error:
    print(error.getCondition())
optimized(one.filter("a > 0").select("a", "b").filter("b = 'a'").filter("a < 5").select("a").filter("a <> 3"))
