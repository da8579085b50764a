from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.createDataFrame([(1, None, "a"), (None, 2, None), (3, 3, ""), (None, None, "z")], "a int, b int, s string")

# --- case: coalesce_and_friends
result = df.select(F.coalesce("a", "b"), F.coalesce("a", "b", lit(0)), F.ifnull("a", lit(-1)), F.nvl("b", "a"), F.nvl2("a", lit("yes"), lit("no")), F.nullif("a", "b"), F.equal_null("a", "b"))

# --- case: coalesce_widens
result = df.select(F.coalesce("a", lit(1.5)), F.when(col("a") == 1, col("a")).otherwise(lit(2.5)))

# --- case: coalesce_number_and_text
result = df.select(F.coalesce("a", "s"))

# --- case: when_number_otherwise_text
result = df.select(F.when(col("a") == 1, col("a")).otherwise(lit("x")))

# --- case: when_without_otherwise
result = df.select(F.when(col("a") > 1, "big"), F.when(col("a").isNull(), lit(0)).when(col("b").isNull(), lit(1)))

# --- case: when_null_condition
result = df.select(F.when(col("a") > col("b"), "gt").otherwise("not gt"), F.expr("if(a > 1, 'y', 'n')"), F.expr("if(b is null, 1, 2)"))

# --- case: three_valued_logic
b = spark.createDataFrame([(x, y) for x in (True, False, None) for y in (True, False, None)], "x boolean, y boolean")
result = b.select("x", "y", col("x") & col("y"), col("x") | col("y"), ~col("x"), col("x") == col("y"), col("x").eqNullSafe(col("y")))

# --- case: case_sql
df.createOrReplaceTempView("t")
result = spark.sql("select a, case a when 1 then 'one' when 3 then 'three' end x, case when s = '' then 'empty' when s > 'm' then 'late' else 'other' end y from t")

# --- case: in_with_nulls_sql
df.createOrReplaceTempView("t")
result = spark.sql("select a, a in (1, null) i, a not in (1, null) n, a <=> null e, a is distinct from b d from t")

# --- case: short_circuit
result = spark.createDataFrame([(0, 1), (2, 1)], "a int, b int").select(F.when(col("a") != 0, col("b") / col("a")).otherwise(-1.0))

# --- case: comparison_of_kinds
import datetime
k = spark.createDataFrame([(datetime.date(2024, 1, 1), "2024-01-01", 1, "1")], "d date, ds string, i int, is string")
result = k.select(col("d") == col("ds"), col("d") > "2023-12-31", col("i") == col("is"), col("is") > 0, col("d") == datetime.datetime(2024, 1, 1))

# --- case: assert_true_passes
result = df.where("a is not null").select(F.assert_true(col("a") > 0), F.assert_true(col("a") > 0, "positive"))

# --- case: raise_error
result = spark.range(1).select(F.raise_error(lit("boom")))

# --- case: assert_true_fails
result = spark.range(1).select(F.assert_true(col("id") > 5, "too small"))
