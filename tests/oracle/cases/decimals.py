from decimal import Decimal

from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

d = spark.createDataFrame([(Decimal("12.34"), Decimal("5.678")), (Decimal("-0.01"), Decimal("3.000")), (None, Decimal("1.111"))], "a decimal(10,2), b decimal(8,3)")

# --- case: arithmetic
result = d.select(col("a") + col("b"), col("a") - col("b"), col("a") * col("b"), col("a") / col("b"), col("a") % col("b"), -col("a"))

# --- case: with_int_and_double
result = d.select(col("a") + 1, col("a") * 2, col("a") / 3, col("a") + lit(1.5), col("a") * col("b").cast("double"), F.expr("a * 1.1"))

# --- case: aggregates
result = d.agg(F.sum("a"), F.avg("a"), F.min("a"), F.max("b"), F.count("a"), F.stddev("a"), F.sum_distinct("b"))

# --- case: rounding
result = d.select(F.round("a", 1), F.round("a"), F.bround("b", 1), F.ceil("a"), F.floor("b"), F.abs("a"), F.round("b", -1))

# --- case: casts
result = d.select(col("a").cast("int"), col("a").cast("decimal(10,1)"), col("b").cast("string"), col("a").cast("double"), col("b").cast("decimal(20,10)"))

# --- case: cast_overflow
result = d.select(col("a").cast("decimal(3,2)"))

# --- case: comparison
result = d.select(col("a") > col("b"), col("a") == Decimal("12.340"), col("a") < 12, col("b") >= 3.0)

# --- case: big_precision
df = spark.createDataFrame([(Decimal("12345678901234567890123456789012345678"),)], "d decimal(38,0)")
result = df.select("d", col("d") + 0, col("d").cast("double"), col("d").cast("string"))

# --- case: precision_is_capped
df = spark.createDataFrame([(Decimal("1.23456789012345678"), Decimal("2.5"))], "a decimal(38,18), b decimal(38,18)")
result = df.select(col("a") * col("b"), col("a") / col("b"), col("a") + col("b"))

# --- case: overflow
df = spark.createDataFrame([(Decimal("99999999999999999999999999999999999999"),)], "d decimal(38,0)")
result = df.select(col("d") * 10)

# --- case: sum_overflow
df = spark.createDataFrame([(Decimal("99999999999999999999999999999999999999"),), (Decimal("99999999999999999999999999999999999999"),)], "d decimal(38,0)")
result = df.agg(F.sum("d"))

# --- case: literals_sql
result = spark.sql("select 1.10, 1.10 + 2, 0.1 + 0.2, 7.0 / 2, 1.5 * 1.5, 10 / 4.0, cast(1 as decimal(3,1)) / 3, 1e2, 1.0e0bd, -1.50")

# --- case: group_and_join_keys
e = spark.createDataFrame([(Decimal("12.34"), "x")], "a decimal(20,4), n string")
result = d.join(e, d.a == e.a).select(d.a, "n")

# --- case: divide_by_zero
result = d.select(col("a") / lit(0).cast("decimal(5,2)"))

# --- case: window_average
# ordered
from pyspark.sql import Window
result = d.select("b", F.sum("a").over(Window.orderBy("b")), F.avg("b").over(Window.orderBy("b").rowsBetween(-1, 0))).orderBy("b")
