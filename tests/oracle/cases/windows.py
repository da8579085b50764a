# ordered by a unique key at the end of each case, so rows compare in order
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col

t = spark.createDataFrame(
    [(1, "a", 10, 1.0), (2, "a", 20, 2.0), (3, "a", 20, None), (4, "a", None, 4.0), (5, "b", 5, 5.0), (6, "b", 5, 6.0), (7, None, 7, 7.0), (8, None, 8, None)],
    "id int, g string, v int, x double",
)
by_v = Window.partitionBy("g").orderBy("v")
by_id = Window.partitionBy("g").orderBy("id")

# --- case: rankings
# ordered
result = t.select("id", F.rank().over(by_v), F.dense_rank().over(by_v), F.percent_rank().over(by_v), F.cume_dist().over(by_v)).orderBy("id")

# --- case: row_number_and_ntile
# ordered
result = t.select("id", F.row_number().over(by_id).alias("rn"), F.ntile(2).over(by_id).alias("n2"), F.ntile(3).over(Window.orderBy("id")).alias("n3")).orderBy("id")

# --- case: rankings_descending
# ordered
w = Window.partitionBy("g").orderBy(F.desc("v"))
result = t.select("id", F.rank().over(w).alias("r"), F.dense_rank().over(w).alias("d")).orderBy("id")

# --- case: rankings_nulls_last
# ordered
w = Window.orderBy(F.col("v").asc_nulls_last())
result = t.select("id", F.rank().over(w).alias("r"), F.percent_rank().over(w).alias("p")).orderBy("id")

# --- case: lag_lead
# ordered
result = t.select("id", F.lag("v").over(by_id).alias("lag"), F.lag("v", 2).over(by_id).alias("lag2"), F.lag("v", 1, -1).over(by_id).alias("lagd"),
                  F.lead("x").over(by_id).alias("lead"), F.lead("x", 1, 0.0).over(by_id).alias("leadd"), F.lag("v", -1).over(by_id).alias("neg")).orderBy("id")

# --- case: lag_ignore_nulls
# ordered
result = t.select("id", F.lag("v", 1).over(by_id).alias("plain"), F.expr("lag(v, 1) ignore nulls over (partition by g order by id)").alias("skip")).orderBy("id")

# --- case: first_last_nth
# ordered
result = t.select("id", F.first("x").over(by_id).alias("f"), F.last("x").over(by_id).alias("l"), F.last("x", True).over(by_id).alias("lnn"),
                  F.first("x", True).over(by_id).alias("fnn"), F.nth_value("v", 2).over(by_id).alias("n2"), F.nth_value("x", 2, True).over(by_id).alias("n2nn")).orderBy("id")

# --- case: whole_partition
# ordered
w = Window.partitionBy("g")
result = t.select("id", F.sum("v").over(w), F.count("*").over(w), F.count("v").over(w), F.avg("x").over(w), F.max("v").over(w)).orderBy("id")

# --- case: running_default_frame_has_ties
# ordered
result = t.select("id", F.sum("id").over(by_v).alias("s"), F.count("*").over(by_v).alias("n"), F.collect_list("v").over(by_id).alias("vs")).orderBy("id")

# --- case: rows_unbounded_preceding
# ordered
w = by_id.rowsBetween(Window.unboundedPreceding, Window.currentRow)
result = t.select("id", F.sum("v").over(w).alias("s"), F.avg("x").over(w).alias("a"), F.min("v").over(w).alias("lo"), F.max("v").over(w).alias("hi")).orderBy("id")

# --- case: rows_sliding
# ordered
w = by_id.rowsBetween(-1, 1)
result = t.select("id", F.sum("v").over(w).alias("s"), F.avg("x").over(w).alias("a"), F.count("x").over(w).alias("n"), F.max("x").over(w).alias("hi"), F.collect_list("id").over(w).alias("ids")).orderBy("id")

# --- case: rows_ahead_only
# ordered
w = Window.orderBy("id").rowsBetween(1, 3)
result = t.select("id", F.sum("v").over(w).alias("s"), F.count("*").over(w).alias("n"), F.first("id").over(w).alias("f")).orderBy("id")

# --- case: rows_behind_only
# ordered
w = Window.orderBy("id").rowsBetween(-3, -2)
result = t.select("id", F.sum("v").over(w).alias("s"), F.min("x").over(w).alias("lo"), F.last("id").over(w).alias("l")).orderBy("id")

# --- case: rows_to_the_end
# ordered
w = by_id.rowsBetween(Window.currentRow, Window.unboundedFollowing)
result = t.select("id", F.sum("v").over(w).alias("s"), F.first("x").over(w).alias("f"), F.max("x").over(w).alias("hi")).orderBy("id")

# --- case: moving_average_seven
# ordered
days = spark.createDataFrame([(f"2024-01-{d:02d}", None if d in (3, 9) else float(d * d)) for d in range(1, 13)], "date string, price double")
result = days.withColumn("moving_avg", F.avg("price").over(Window.orderBy("date").rowsBetween(-6, 0))).orderBy("date")

# --- case: range_numeric
# ordered
w = Window.orderBy("v").rangeBetween(-5, 5)
result = t.select("id", "v", F.sum("id").over(w).alias("s"), F.count("*").over(w).alias("n")).orderBy("id")

# --- case: range_descending
# ordered
w = Window.partitionBy("g").orderBy(F.desc("v")).rangeBetween(-10, 0)
result = t.select("id", F.sum("id").over(w).alias("s")).orderBy("id")

# --- case: range_current_row
# ordered
w = by_v.rangeBetween(Window.currentRow, Window.currentRow)
result = t.select("id", F.count("*").over(w).alias("ties")).orderBy("id")

# --- case: range_unbounded_following
# ordered
w = by_v.rangeBetween(0, Window.unboundedFollowing)
result = t.select("id", F.sum("v").over(w).alias("s")).orderBy("id")

# --- case: range_on_double
# ordered
t.createOrReplaceTempView("t")
result = spark.sql("select id, count(*) over (order by x range between 1.5D preceding and 0.5D following) n from t order by id")

# --- case: range_on_dates
# ordered
d = spark.createDataFrame([(1, "2024-01-01"), (2, "2024-01-03"), (3, "2024-01-04"), (4, "2024-01-10"), (5, None)], "id int, d string").withColumn("d", F.to_date("d"))
d.createOrReplaceTempView("d")
result = spark.sql("select id, count(*) over (order by d range between interval 3 days preceding and current row) n, sum(id) over (order by d range between 2 preceding and 1 following) s from d order by id")

# --- case: range_on_timestamps
# ordered
d = spark.createDataFrame([(1, "2024-01-01 10:00:00"), (2, "2024-01-01 10:20:00"), (3, "2024-01-01 10:50:00"), (4, "2024-01-01 12:00:00")], "id int, t string").withColumn("t", F.to_timestamp("t"))
d.createOrReplaceTempView("d")
result = spark.sql("select id, sum(id) over (order by t range between interval 30 minutes preceding and current row) s from d order by id")

# --- case: range_on_seconds
# ordered
d = spark.createDataFrame([(1, "2024-01-01 10:00:00"), (2, "2024-01-01 10:20:00"), (3, "2024-01-01 10:50:00")], "id int, t string").withColumn("t", F.to_timestamp("t"))
w = Window.orderBy(F.col("t").cast("long")).rangeBetween(-1200, 0)
result = d.select("id", F.count("*").over(w).alias("n")).orderBy("id")

# --- case: deduplicate_keeps_latest
df = spark.createDataFrame([(1, "a", 10), (1, "b", 20), (2, "c", None), (2, "d", 5), (3, "e", None)], "customer_id int, name string, updated_at int")
w = Window.partitionBy("customer_id").orderBy(F.desc("updated_at"))
result = df.withColumn("row_num", F.row_number().over(w)).filter(col("row_num") == 1).drop("row_num")

# --- case: top_two_for_each_group
w = Window.partitionBy("g").orderBy(F.desc("v"), "id")
result = t.withColumn("rk", F.rank().over(w)).where("rk <= 2")

# --- case: window_in_expression
# ordered
result = t.select("id", (col("v") - F.avg("v").over(Window.partitionBy("g"))).alias("delta"), (100 * col("v") / F.sum("v").over(Window.partitionBy())).alias("share")).orderBy("id")

# --- case: window_over_aggregate
# ordered
result = t.groupBy("g").agg(F.sum("v").alias("s")).withColumn("rank", F.rank().over(Window.orderBy(F.desc("s")))).orderBy("rank")

# --- case: stddev_over_window
# ordered
w = by_id.rowsBetween(-2, 0)
result = t.select("id", F.stddev("v").over(w).alias("sd"), F.collect_set("v").over(w.partitionBy("id")).alias("set"), F.approx_count_distinct("v").over(by_id).alias("acd")).orderBy("id")

# --- case: named_window_sql
# ordered
t.createOrReplaceTempView("t")
result = spark.sql("select id, sum(v) over w s, row_number() over w n, sum(v) over (partition by g) p from t window w as (partition by g order by id) order by id")

# --- case: row_number_without_order
result = t.select(F.row_number().over(Window.partitionBy("g")))

# --- case: lag_needs_order
result = t.select(F.lag("v").over(Window.partitionBy("g")))

# --- case: range_needs_one_order
result = t.select(F.sum("v").over(Window.orderBy("id", "v").rangeBetween(-1, 1)))

# --- case: range_on_string_is_refused
result = t.select(F.sum("v").over(Window.orderBy("g").rangeBetween(-1, 1)))

# --- case: frame_is_upside_down
result = t.select(F.sum("v").over(Window.orderBy("id").rowsBetween(1, -1)))

# --- case: frame_on_row_number_is_refused
result = t.select(F.row_number().over(Window.orderBy("id").rowsBetween(-1, 1)))

# --- case: window_in_where_is_refused
result = t.where(F.row_number().over(by_id) == 1)

# --- case: distinct_in_window_is_refused
result = t.select(F.countDistinct("v").over(Window.partitionBy("g")))

# --- case: window_function_without_over
result = t.select(F.row_number())

# --- case: qualify
# ordered
t.createOrReplaceTempView("t")
result = spark.sql("select id, g, v from t qualify row_number() over (partition by g order by v desc, id) = 1 order by id")

# --- case: qualify_takes_columns_before_aliases
spark.sql("select * from values (1,10,'x'),(2,5,'y'),(3,7,'x'),(4,null,'y'),(5,1,'z') q(a,b,c)").createOrReplaceTempView("q")
queries = """select b as a, a as b from q qualify row_number() over (order by a) = 1
select -b as b, a from q qualify row_number() over (order by b desc) = 1 and b > -6
select b as z, a as e from q qualify row_number() over (order by z) = 1 and e > 0
select a + 1 as k, k + 1 as m from q qualify row_number() over (order by k) < m and k > 3
select -b as b, row_number() over (order by b) r from q qualify c = 'x'
select a as b, 1 + row_number() over (order by c) r from q qualify row_number() over (order by b desc, c) < 3
select count(*) as n, count(*) as m from q group by c qualify row_number() over (order by n, c) = 1
select -max(a) as m, count(*) as n from q group by c qualify sum(n) over (order by c desc) > 1 and c > 'x'
select a + 1 as k, count(*) as n from q group by a + 1 qualify row_number() over (order by a + 1 desc) = 1
select count(*) n, 0 as z from q group by rollup(c) qualify row_number() over (order by c desc nulls first) = 1
select a, b from q qualify row_number() over (order by b)
select a, b from q qualify max(a) over (partition by (select 1)) = a or concat('t', 'rue')"""
result = spark.createDataFrame([(i, str(sorted(map(tuple, spark.sql(text).collect()), key=str))) for i, text in enumerate(queries.split("\n"))], "i int, rows string")

# --- case: qualify_by_what_no_group_has
result = spark.sql("select c, max(a) as a from values (1,'x') q(a,c) group by c qualify row_number() over (order by a) = 1")

# --- case: qualify_without_a_window
result = spark.sql("select a from values (1,'x') q(a,c) group by a qualify a > 1")

# --- case: qualify_by_an_aggregate
result = spark.sql("select a from values (1,'x') q(a,c) qualify sum(a) > 1")

# --- case: qualify_over_an_aggregate_of_no_groups
result = spark.sql("select count(*) n from values (1,'x') q(a,c) qualify sum(count(*)) over () = 5")

# --- case: qualify_with_a_column_and_an_item_of_one_name
result = spark.sql("select -a as a, row_number() over (order by a) r from values (1,'x') q(a,c) qualify r = 1 and a < 0")

# --- case: qualify_does_not_see_the_query_around
result = spark.sql("select a, (select max(k.id) from range(3) k qualify row_number() over (order by q.a) = 1) m from values (1,'x') q(a,c)")

# --- case: qualify_by_a_grouping_set
result = spark.sql("select c, count(*) n from values (1,'x') q(a,c) group by rollup(c) qualify row_number() over (order by grouping(c)) = 1")

# --- case: qualify_by_an_unknown_name
result = spark.sql("select a as k from values (1,'x') q(a,c) qualify row_number() over (order by c) > zz")

# --- case: qualify_subquery_does_not_see_the_list
result = spark.sql("select a as x from values (1,'x') q(a,c) qualify count(*) over () > 0 and exists (select 1 from range(3) where id = x)")

# --- case: lateral_alias_in_a_window_without_order
result = spark.sql("select c, count(*) n, sum(n) over () m from values (1,'x') q(a,c) group by c")

# --- case: counter_differences
# ordered
counters = spark.sql("select * from values (1, 10, timestamp'2020-01-01'), (2, 15, timestamp'2020-01-01'), (3, 3, timestamp'2020-01-02'), (4, null, timestamp'2020-01-02'), (5, 7, timestamp'2020-01-02'), (6, 7, null), (7, 9, timestamp'2020-01-03'), (8, 12, timestamp'2020-01-04'), (9, 13, timestamp'2020-01-04') t(o, c, s)")
counters.createOrReplaceTempView("counters")
result = spark.sql("select o, counter_diff(c) over (order by o) a, counter_diff(c, s) over (order by o) b, counter_diff(cast(c as decimal(5, 2))) over (partition by o % 2 order by o) d, counter_diff(c * 1.5D) over (order by o) e from counters order by o")

# --- case: counter_below_zero
result = spark.sql("select counter_diff(x) over (order by y) d from values (-5, 1), (3, 2) t(x, y)").collect()

# --- case: counter_start_goes_back
result = spark.sql("select counter_diff(x, s) over (order by y) d from values (1, 1, timestamp'2020-01-02'), (5, 2, timestamp'2020-01-01') t(x, y, s)").collect()

# --- case: counter_of_text
result = spark.sql("select counter_diff('a') over (order by id) from range(3)")

# --- case: counter_in_a_frame
result = spark.sql("select counter_diff(id) over (order by id rows between 1 preceding and current row) from range(3)")
