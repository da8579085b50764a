from pyspark.sql import functions as F

nums = spark.createDataFrame(
    [("a", 1, 2.0), ("a", 2, 4.5), ("a", 2, 7.0), ("a", None, None), ("b", 5, 1.0), ("b", 9, -3.0), ("c", 4, 8.0), ("d", None, None)],
    "g string, x int, y double",
)

# --- case: stddev_variance
result = nums.groupBy("g").agg(F.stddev("y"), F.stddev_samp("y"), F.stddev_pop("y"), F.variance("y"), F.var_samp("y"), F.var_pop("y"))

# --- case: covariance_correlation
result = nums.groupBy("g").agg(F.corr("x", "y"), F.covar_pop("x", "y"), F.covar_samp("x", "y"))

# --- case: skewness_kurtosis
result = nums.groupBy("g").agg(F.skewness("y"), F.kurtosis("y"))

# --- case: first_last
# ordered
ordered = nums.coalesce(1).sortWithinPartitions("g", F.desc_nulls_first("x"))
result = ordered.groupBy("g").agg(F.first("x"), F.first("x", ignorenulls=True).alias("f"), F.last("x"), F.last("x", True).alias("l")).orderBy("g")

# --- case: collect
# ordered
result = nums.coalesce(1).groupBy("g").agg(F.sort_array(F.collect_list("x")).alias("list"), F.sort_array(F.collect_set("x")).alias("set"), F.array_agg("x").alias("agg")).orderBy("g")

# --- case: collect_structs
result = nums.where("g in ('a', 'c')").groupBy("g").agg(F.sort_array(F.collect_list(F.struct("x", "y")), asc=False).alias("pairs"))

# --- case: percentiles
result = nums.groupBy("g").agg(F.percentile("y", 0.5).alias("p50"), F.percentile("y", [0.25, 0.75]).alias("quartiles"), F.median("x").alias("median"))

# --- case: percentile_approx
result = nums.groupBy("g").agg(F.percentile_approx("x", 0.5).alias("p50"), F.percentile_approx("y", [0.1, 0.9], 100).alias("ends"), F.approx_percentile("x", 1.0).alias("top"))

# --- case: percentile_sql
nums.createOrReplaceTempView("nums")
result = spark.sql("select g, percentile_cont(0.5) within group (order by y) c, percentile_disc(0.5) within group (order by y) d from nums group by g")

# --- case: mode
result = nums.where("g = 'a'").agg(F.mode("x"), F.mode("g"))

# --- case: approx_count_distinct
result = spark.range(1000).agg(F.approx_count_distinct("id"), F.approx_count_distinct(F.col("id") % 10), F.approx_count_distinct("id", 0.01))

# --- case: booleans
df = spark.createDataFrame([("a", True), ("a", False), ("b", True), ("b", None), ("c", None)], "g string, ok boolean")
result = df.groupBy("g").agg(F.bool_and("ok"), F.bool_or("ok"), F.every("ok"), F.some("ok"), F.count_if("ok"))

# --- case: max_by_min_by
result = nums.groupBy("g").agg(F.max_by("x", "y"), F.min_by("x", "y"))

# --- case: any_value
result = nums.where("g = 'c'").agg(F.any_value("x"), F.any_value("y", True))

# --- case: sum_distinct
result = nums.groupBy("g").agg(F.sum_distinct("x"), F.sum(F.col("x") * 2), F.expr("avg(distinct x)"))

# --- case: product
result = nums.groupBy("g").agg(F.product("x"))

# --- case: bit_aggregates
result = nums.groupBy("g").agg(F.bit_and("x"), F.bit_or("x"), F.bit_xor("x"))

# --- case: min_max_of_kinds
import datetime
df = spark.createDataFrame([("b", datetime.date(2024, 1, 2), True, 1.5, [2, 1]), ("a", datetime.date(2023, 1, 2), False, float("nan"), [1, 5]), (None, None, None, None, None)],
                           "s string, d date, ok boolean, x double, xs array<int>")
result = df.agg(F.min("s"), F.max("s"), F.min("d"), F.max("d"), F.max("ok"), F.max("x"), F.min("x"), F.max("xs"), F.min(F.struct("s", "d")))

# --- case: sum_result_types
df = spark.createDataFrame([(1, 2, 3, 4, 1.5, 2.5)], "a byte, b short, c int, d long, e float, f double")
result = df.agg(F.sum("a"), F.sum("b"), F.sum("c"), F.sum("d"), F.sum("e"), F.sum("f"), F.avg("a"), F.avg("e"))

# --- case: sum_of_strings
df = spark.createDataFrame([("1",), ("2.5",), (None,)], "s string")
result = df.agg(F.sum("s"), F.avg("s"), F.max("s"))

# --- case: sum_overflow
df = spark.createDataFrame([(9223372036854775807,), (1,)], "v bigint")
result = df.agg(F.sum("v"))

# --- case: try_sum
df = spark.createDataFrame([(9223372036854775807,), (1,)], "v bigint")
result = df.agg(F.try_sum("v"), F.try_avg("v"), F.max("v"))

# --- case: listagg
# ordered
nums.createOrReplaceTempView("nums")
result = spark.sql("select g, listagg(x, '-') within group (order by x desc) l from nums group by g order by g")

# --- case: string_agg_function
result = nums.where("g = 'c'").agg(F.listagg(F.col("x").cast("string"), ","))

# --- case: histogram_numeric
result = nums.where("g = 'a'").agg(F.histogram_numeric("x", F.lit(5)))

# --- case: regr
result = nums.where("g = 'a'").agg(F.regr_count("y", "x"), F.regr_slope("y", "x"), F.regr_intercept("y", "x"), F.regr_r2("y", "x"), F.regr_avgx("y", "x"))

# --- case: sum_of_boolean_is_refused
result = nums.agg(F.sum(F.col("x") > 1))

# --- case: aggregate_in_filter_function
result = nums.groupBy("g").agg(F.sum(F.when(F.col("x") > 1, F.col("y")).otherwise(0)).alias("big"), F.count(F.when(F.col("x") > 1, 1)).alias("n"))

# --- case: max_by_ties_and_nulls
df = spark.createDataFrame([(1, None), (2, None)], "a int, b int")
result = df.agg(F.max_by("a", "b"), F.min_by("a", "b"), F.first("b"), F.corr("a", "b"))
