# Hints of how many partitions to make and how to join: what they take, what they refuse, and what they make of a plan.
import contextlib
import io
import re

from pyspark.errors import PySparkException
from pyspark.sql import functions as F

t = spark.range(0, 6, 1, 2).selectExpr("cast(id as int) i", "cast(id as string) s").alias("t")
t.createOrReplaceTempView("t")


def planned(frame):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        frame.explain(True)
    text = text.getvalue()
    return re.sub(r"#\d+L?|\[?plan_id=\d+\]?", "", text[text.index("== Optimized"):])


def tell(name, make):
    try:
        print(name, planned(make()))
    except PySparkException as error:
        print(name, type(error).__name__, error.getCondition(), sorted((error.getMessageParameters() or {}).items()))


def told(*hints, columns="*"):
    for hint in hints:
        tell(hint, lambda: spark.sql(f"SELECT /*+ {hint} */ {columns} FROM t"))


# --- case: repartition
told("REPARTITION", "REPARTITION(3)", "REPARTITION(1)", "REPARTITION((3))", "REPARTITION(i)", "REPARTITION(3, i)", "REPARTITION(1, i)", "REPARTITION('i')", "REPARTITION('t.`i`')", "REPARTITION(t.i, s)", "COALESCE(1)")

# --- case: repartition_by_range
told("REPARTITION_BY_RANGE", "REPARTITION_BY_RANGE(i)", "REPARTITION_BY_RANGE(3)", "REPARTITION_BY_RANGE(3, i, s)")

# --- case: rebalance
told("REBALANCE", "REBALANCE(3)", "REBALANCE(1)", "REBALANCE(i)", "REBALANCE(1, i)", "REBALANCE(3, i, s)")

# --- case: rebalance_without_adaptive_execution
# conf: spark.sql.adaptive.enabled=false
told("REBALANCE", "REBALANCE(i)", "REBALANCE(nope)", "REBALANCE(1.5)")

# --- case: rebalance_as_it_ran
frame = t.hint("rebalance", "i")
frame.collect()
tell("ran", lambda: frame)

# --- case: several_in_a_row
told("REPARTITION(i), REBALANCE(s)", "REBALANCE(i), REBALANCE(s)", "REBALANCE(i), REPARTITION(s)", "REBALANCE, COALESCE(2)", "COALESCE(1), REBALANCE", "REPARTITION(3) COALESCE(2)", "nope, REPARTITION(3)")
tell("repartition, then rebalance", lambda: t.repartition(3).hint("rebalance", "i"))
tell("rebalance, then repartition", lambda: t.hint("rebalance", "i").repartition(3, "s"))
tell("rebalance, then coalesce", lambda: t.hint("rebalance", "i").coalesce(3))

# --- case: over_sorts
s = t.sort("s")
for name, frame in [("rebalance", s.hint("rebalance")), ("rebalance by a key", s.hint("rebalance", "i")), ("rebalance in partitions", t.sortWithinPartitions("s").hint("rebalance")), ("repartition(3)", s.repartition(3)), ("repartition by a key", s.repartition("i")), ("by range", s.repartitionByRange("i")), ("within partitions", t.sortWithinPartitions("s").repartition("i")), ("projected", s.select("i").repartition("i")), ("filtered", s.where("i > 2").repartition("i")), ("twice", s.repartition("i").sort("i").repartition("s")), ("coalesced", s.coalesce(1))]:
    tell(name, lambda: frame)

# --- case: below_other_operators
tell("order", lambda: spark.sql("SELECT /*+ REBALANCE(i) */ * FROM t ORDER BY s"))
tell("filter", lambda: spark.sql("SELECT * FROM (SELECT /*+ REBALANCE(i) */ * FROM t) WHERE i > 3"))
tell("limit", lambda: spark.sql("SELECT /*+ REBALANCE(i) */ i FROM t LIMIT 3"))
tell("aggregate by the key", lambda: spark.sql("SELECT i, count(*) FROM (SELECT /*+ REBALANCE(i) */ * FROM t) GROUP BY i"))
tell("aggregate", lambda: spark.sql("SELECT i, count(*) FROM (SELECT /*+ REBALANCE */ * FROM t) GROUP BY i"))
tell("nothing", lambda: spark.sql("SELECT /*+ REBALANCE(i) */ * FROM t WHERE false"))
tell("union", lambda: spark.sql("SELECT /*+ REBALANCE(i) */ i FROM t UNION ALL SELECT i FROM t"))

# --- case: columns_that_are_not_selected
told("REPARTITION(s)", "REPARTITION(2, s)", "REPARTITION_BY_RANGE(s)", "REBALANCE(s)", "REBALANCE(nope)", "REPARTITION(nope)", columns="i")

# --- case: parameters_that_are_none
told("REPARTITION(i, 3)", "REPARTITION(1.5)", "REPARTITION(3L)", "REPARTITION(3, 4)", "REPARTITION(NULL)", "REPARTITION(2, 3, 'x', 4.5)", "REPARTITION(DATE'2024-01-01')", "REPARTITION(abs(i))", "REPARTITION(*)", "REPARTITION('a.b')", "REPARTITION('3')", "REPARTITION('')", "REPARTITION_BY_RANGE(i, 3)", "REBALANCE('x', 3)", "REBALANCE(2L)", "REPARTITION(:p)", "REPARTITION(i.x)")

# --- case: numbers_of_partitions_that_are_none
told("REPARTITION(0)", "REPARTITION(-1)", "COALESCE(-2)", "REPARTITION_BY_RANGE(0, i)", "REBALANCE(0)")

# --- case: coalesce_takes_one_number
told("COALESCE", "COALESCE(2, i)", "COALESCE(i)", "COALESCE('a')", "COALESCE(2L)", "COALESCE(2, 3)")

# --- case: joins_take_names
told("BROADCAST(1)", "BROADCAST(1.5)", "BROADCAST(t, 1)", "BROADCAST('a', NULL)", "BROADCAST(abs(t))", "MERGE(1)", "SHUFFLE_HASH(true)", "BROADCAST(nope)", "BROADCAST('t')", "BROADCAST")

# --- case: syntax
told("REPARTITION()", "REPARTITION(i + 1)", "REPARTITION 3", "REPARTITION(3", "3", "", "REPARTITION(3),")

# --- case: of_dataframes
for parameters in [["i"], ["t.i"], ["`i`"], [3, "i"], [["i", "s"]], [F.col("i")], [F.lit(3)], [F.lit("i")], [3], ["3"], [""], ["i + 1"], ["i s"], [2.5], [F.col("i") + 1], [F.col("i").desc()]]:
    tell(f"repartition {parameters}", lambda: t.hint("repartition", *parameters))
    tell(f"repartition_by_range {parameters}", lambda: t.hint("repartition_by_range", *parameters))
