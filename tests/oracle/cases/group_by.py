from pyspark.sql import functions as F
from pyspark.sql.functions import col

sales = spark.createDataFrame(
    [("n", "a", 10, 1.5), ("n", "a", 20, None), ("n", "b", None, 2.5), ("s", "a", 40, 3.5), ("s", None, 50, 4.5), (None, "a", 60, float("nan")), (None, None, None, None)],
    "region string, product string, qty int, price double",
)

# --- case: count
result = sales.groupBy("region").count()

# --- case: count_variants
result = sales.groupBy("region").agg(F.count("*").alias("rows"), F.count("qty").alias("qty"), F.countDistinct("product").alias("products"), F.count_distinct("product", "qty").alias("pairs"))

# --- case: sum_avg_min_max
result = sales.groupBy("region").agg(F.sum("qty"), F.avg("qty"), F.mean("price"), F.min("price"), F.max("price"), F.min("product"))

# --- case: shorthand_methods
result = sales.groupBy("product").sum("qty", "price")

# --- case: shorthand_all_numeric
result = sales.groupBy("product").max()

# --- case: avg_shorthand
result = sales.groupBy("region").avg("qty")

# --- case: two_keys
result = sales.groupBy("region", "product").agg(F.sum("qty").alias("qty"))

# --- case: global_aggregate
result = sales.agg(F.count("*"), F.sum("qty"), F.avg("price"), F.max("region"))

# --- case: global_aggregate_of_empty
result = sales.where("false").agg(F.count("*"), F.sum("qty"), F.avg("price"), F.collect_list("qty"), F.max("qty"))

# --- case: grouped_aggregate_of_empty
result = sales.where("false").groupBy("region").agg(F.count("*"), F.sum("qty"))

# --- case: expression_of_aggregates
result = sales.groupBy("region").agg((F.sum("qty") / F.count("*")).alias("mean"), (F.max("qty") - F.min("qty")).alias("spread"), F.round(F.avg("price"), 1).alias("price"))

# --- case: key_inside_aggregate_expression
result = sales.groupBy("region").agg(F.concat(col("region"), F.count("*").cast("string")).alias("label"))

# --- case: group_by_expression
result = sales.groupBy((col("qty") > 30).alias("big")).agg(F.count("*").alias("n"))

# --- case: double_keys
df = spark.createDataFrame([(0.0, 1), (-0.0, 2), (float("nan"), 3), (float("nan"), 4), (None, 5)], "k double, v int")
result = df.groupBy("k").agg(F.sum("v"))

# --- case: array_and_struct_keys
df = spark.createDataFrame([([1, 2], (1, "a"), 1), ([1, 2], (1, "a"), 2), ([2, 1], (1, None), 3), (None, None, 4)], "xs array<int>, p struct<i:int,s:string>, v int")
result = df.groupBy("xs", "p").agg(F.sum("v"))

# --- case: map_key
df = spark.createDataFrame([({"a": 1}, 1)], "m map<string,int>, v int")
result = df.groupBy("m").count()

# --- case: having_by_filter
result = sales.groupBy("region").agg(F.sum("qty").alias("qty")).where(col("qty") > 50)

# --- case: filtered_aggregate_sql
sales.createOrReplaceTempView("sales")
result = spark.sql("select region, sum(qty) filter (where product = 'a') as a, count(*) filter (where price is null) as missing from sales group by region")

# --- case: distinct_and_plain_together
result = sales.groupBy("region").agg(F.countDistinct("product").alias("d"), F.sum("qty").alias("s"), F.sum_distinct("qty").alias("sd"))

# --- case: two_distincts
result = sales.agg(F.countDistinct("region"), F.countDistinct("product"), F.count("*"))

# --- case: dict_agg
result = sales.groupBy("region").agg({"qty": "sum", "*": "count"})

# --- case: group_by_position
result = sales.groupBy(1).count()

# --- case: group_by_nothing
result = sales.groupBy().count()

# --- case: aggregate_of_aggregate_is_refused
result = sales.agg(F.max(F.sum("qty")))

# --- case: rollup
result = sales.where("region is not null and product is not null").rollup("region", "product").agg(F.sum("qty").alias("qty"), F.grouping_id().alias("gid"))

# --- case: cube
result = sales.where("region is not null and product is not null").cube("region", "product").agg(F.count("*").alias("n"), F.grouping("region").alias("gr"), F.grouping("product").alias("gp"))

# --- case: grouping_sets_sql
sales.createOrReplaceTempView("sales")
result = spark.sql("select region, product, sum(qty) q from sales group by grouping sets ((region), (product), ())")

# --- case: pivot
result = sales.where("region is not null").groupBy("region").pivot("product").sum("qty")

# --- case: pivot_with_values
result = sales.groupBy("region").pivot("product", ["a", "b", "zz"]).agg(F.sum("qty"))

# --- case: pivot_two_aggregates
result = sales.groupBy("region").pivot("product", ["a", "b"]).agg(F.sum("qty").alias("q"), F.avg("price").alias("p"))

# --- case: pivot_sql
sales.createOrReplaceTempView("sales")
result = spark.sql("select * from (select region, product, qty from sales) pivot (sum(qty) for product in ('a' as apples, 'b'))")

# --- case: having_over_sets_by_keys_that_are_not_shown
t = "values (1, 10, 'x', date'2024-01-01'), (2, 20, 'y', null), (2, 30, null, date'2024-01-02') t(a, b, c, d)"
conditions = ["a > 1", "a is null", "a", "a in (1, 2)", "cast(a as bigint) > 1L", "not a > 1", "case when a > 1 then true else false end", "a = 1 and abs(1) = 1", "a in (select 1)", "(a, 1) = (1, 1)", "(a = 1) is not unknown", "~a < -1", "a % 2 = 1", "sum(a) > 2", "grouping_id() = 1"]
conditions_of_texts = ["c like any ('x', 'z')", "c rlike 'x'", "c is distinct from 'x'", "c || 'x' = 'xx'"]
parts = [f"select {i} i, sum(b) s from {t} group by rollup(a) having {h}" for i, h in enumerate(conditions)] + [f"select 100 + {i}, sum(b) from {t} group by rollup(c) having {h}" for i, h in enumerate(conditions_of_texts)]
result = spark.sql(" union all ".join(f"({p})" for p in parts) + " order by 1, 2")

# --- case: having_over_sets_by_names_of_the_list
t = "values (1, 10), (2, 20), (2, 30) t(a, b)"
result = spark.sql(f"(select b as a, sum(b) s, 1 i from {t} group by rollup(a, b) having a > 1) union all (select b as a, sum(b), 2 from {t} group by rollup(a, b) having a > 1L) union all (select b as a, sum(b), 3 from {t} group by rollup(a, b) having abs(a) > 1) union all (select b as a, sum(b), 4 from {t} group by rollup(a, b) having a > 1 or a > 2L) order by 3, 1, 2")

# --- case: having_over_sets_by_a_key_of_another_type
result = spark.sql("select sum(b) from values (1, 10) t(a, b) group by rollup(a) having a > 1L")

# --- case: having_over_sets_by_a_function_of_a_key
result = spark.sql("select a k, sum(b) from values (1, 10) t(a, b) group by rollup(a) having max(b) > 1 and abs(a) > 1")

# --- case: having_over_sets_by_a_key_and_a_function
result = spark.sql("select a k from values (1, 10) t(a, b) group by rollup(a) having a > abs(1)")

# --- case: having_over_sets_by_a_set_and_a_key
result = spark.sql("select a k, grouping(a) from values (1, 10) t(a, b) group by rollup(a) having grouping(a) = 1")

# --- case: sorts_over_sets_by_keys_that_are_not_shown
t = "values (1, 10), (2, 20), (2, 30) t(a, b)"
result = spark.sql(f"select * from (select sum(b) s, 1 i from {t} group by rollup(a) order by a desc limit 2) union all (select sum(b), 2 from {t} group by rollup(a) order by a + 1L limit 2) union all (select sum(b), 3 from {t} group by rollup(a) order by max(a) desc, t.a limit 2) union all (select sum(b), 4 from {t} group by rollup(a) having a is not null order by abs(a) desc limit 1)")

# --- case: sorts_over_sets_by_a_function_that_is_a_key
result = spark.sql("select sum(b) from values (1, 10) t(a, b) group by rollup(abs(a)) order by abs(a)")

# --- case: maps_grouped_by_sorting
# ordered
t = spark.sql("SELECT * FROM VALUES (1, map(1, 2), 'x'), (2, map(2, 1, 3, 1), 'y'), (2, map(3, 1, 2, 1), 'w'), (3, map(), 'z'), (3, map(1, CAST(NULL AS INT)), 'q'), (4, map(1, 2, 0, 5), 'k'), (5, NULL, 'n') t(a, m, s)")
result = t.groupBy("m").agg(F.max("s"), F.min(F.struct("s")), F.count_distinct("a"))

# --- case: maps_counted_beside_sorted_groups
t = spark.sql("SELECT * FROM VALUES (1, map(1, 2), 'x'), (2, map(2, 1, 3, 1), 'y'), (2, map(3, 1, 2, 1), 'w') t(a, m, s)")
result = t.agg(F.min(F.struct("s")), F.approx_count_distinct("m"), F.expr("count(DISTINCT m)"), F.expr("count(DISTINCT array(m))"))

# --- case: calendar_intervals_grouped_by_sorting
t = spark.sql("SELECT * FROM VALUES (1, 'x'), (2, 'y'), (1, 'z') t(a, s)")
result = t.groupBy(F.expr("make_interval(a)").alias("i")).agg(F.max("s").alias("m")).select(F.col("i").cast("string"), "m")
