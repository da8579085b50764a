# Names that Spark makes for columns without an alias.
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.createDataFrame([(1, 2.5, "x", True, [1, 2], {"k": 1})], "id int, x double, s string, ok boolean, xs array<int>, m map<string,int>")

# --- case: operators
result = df.select(col("id") + 1, col("id") - 1.5, col("id") * col("x"), col("id") / 2, col("id") % 2, -col("id"), col("id") > 1, col("id") == 1,
                   col("id") != 1, ~col("ok"), col("ok") & True, col("ok") | False, col("id").eqNullSafe(1))

# --- case: nested_operators
result = df.select((col("id") + 1) * 2, col("id") + col("x") * 2, (col("id") > 1) & (col("x") < 3) | col("ok"))

# --- case: predicates
result = df.select(col("id").isin(1, 2), col("id").between(1, 2), col("s").isNull(), col("s").like("a%"), col("s").rlike("a"), col("s").contains("x"), col("s").startswith("x"))

# --- case: literals
result = df.select(lit(1), lit(1.0), lit("a"), lit(True), lit(None), lit([1, 2]), F.lit(1).cast("decimal(5,2)"))

# --- case: literal_dates
import datetime
from decimal import Decimal
result = df.select(lit(datetime.date(2024, 1, 1)), lit(datetime.datetime(2024, 1, 1, 10, 0)), lit(Decimal("1.50")), lit(b"ab"))

# --- case: casts
result = df.select(col("id").cast("string"), col("x").cast("int"), (col("id") + 1).cast("bigint"), F.upper(col("id").cast("string")), F.expr("cast(id as string)"))

# --- case: functions
result = df.select(F.upper("s"), F.concat("s", lit("-"), "id"), F.coalesce("s", lit("z")), F.round("x", 1), F.substring("s", 1, 2), F.when(col("ok"), 1).otherwise(0),
                   F.length(F.trim("s")), F.array("id", lit(3)), F.struct("id", "s"), F.create_map(lit("a"), "id"))

# --- case: access
result = df.select(col("xs")[0], col("m")["k"], F.struct("id").getField("id"), F.size("xs"), F.element_at("xs", 1), F.get("xs", 5))

# --- case: aggregates
result = df.agg(F.sum("x"), F.avg("id"), F.count("*"), F.count(lit(1)), F.countDistinct("id", "s"), F.max(col("id") + 1), F.collect_list("s"), F.first("s"), F.first("s", ignorenulls=True),
                F.sum_distinct("id"), F.approx_count_distinct("id"), F.stddev("x"), F.expr("count(distinct id)"))

# --- case: agg_dict
result = df.groupBy("s").agg({"x": "sum", "id": "max"})

# --- case: group_by_expression
result = df.groupBy(col("id") % 2, F.upper("s")).count()

# --- case: windows
w = Window.partitionBy("s").orderBy(F.desc("id"))
result = df.select(F.row_number().over(w), F.sum("x").over(w), F.lag("id", 1, 0).over(w.orderBy("x")), F.avg("x").over(Window.orderBy("id").rowsBetween(-6, 0)))

# --- case: sql_names
df.createOrReplaceTempView("t")
result = spark.sql("select id + 1, -id, not ok, id between 1 and 3, id in (1, 2), s || 'y', count(*) over (), case when ok then 1 end, if(ok, 1, 2), 1, 'a', 1.50, date'2024-01-01', null, xs[0], m['k'], s like 'x%' from t")

# --- case: sql_aggregate_names
df.createOrReplaceTempView("t")
result = spark.sql("select count(1), count(*), sum(distinct id), max(id) filter (where id > 0), avg(x + 1), count(distinct id, s) from t")

# --- case: higher_order
result = df.select(F.transform("xs", lambda v: v * 2), F.filter("xs", lambda v: v > 1), F.aggregate("xs", lit(0), lambda acc, v: acc + v), F.exists("xs", lambda v: v == 2))
