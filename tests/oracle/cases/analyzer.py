# How names, types and plans are resolved: what Spark's analyzer accepts, refuses and makes of it.
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

emp = spark.createDataFrame([(1, "Ada", 10, 300.0), (2, "Bob", 10, 200.0), (3, "Cid", 20, 200.0), (4, "Dee", None, 100.0), (5, "Eve", 30, None)], "id int, name string, dept int, pay double")
dept = spark.createDataFrame([(10, "Eng", 1), (20, "Ops", 3), (40, "Law", None)], "id int, title string, head int")
emp.createOrReplaceTempView("emp")
dept.createOrReplaceTempView("dept")

# --- case: order_by_aggregate_not_selected
# ordered
result = spark.sql("select dept from emp group by dept order by max(pay) desc nulls last, length(dept)")

# --- case: order_by_alias_that_hides_a_column
result = spark.sql("select dept, sum(pay) as pay from emp group by dept order by sum(pay)")

# --- case: having_by_alias_and_aggregate
result = spark.sql("select dept, sum(pay) p from emp group by dept having p > 3 and max(id) > 1")

# --- case: having_by_column_not_grouped
result = spark.sql("select dept, sum(pay) p from emp group by dept having name > 'a'")

# --- case: having_with_window
result = spark.sql("select dept from emp group by dept having row_number() over (order by dept) > 1")

# --- case: filter_above_aggregate_by_another_aggregate
result = emp.groupBy("dept").agg(F.sum("pay").alias("p")).where(F.max("id") > 1)

# --- case: sort_above_aggregate_by_another_aggregate
# ordered
result = emp.groupBy("dept").agg(F.sum("pay").alias("p")).orderBy(F.max("id").desc(), "dept")

# --- case: sort_above_aggregate_by_column_of_frame
# ordered
result = emp.groupBy("dept").agg(F.sum("pay").alias("p")).orderBy(emp.dept)

# --- case: lateral_alias_chain
result = spark.sql("select pay * 2 as p2, p2 + 1 as p3, p3 + p2 as p4 from emp")

# --- case: lateral_alias_in_aggregate
result = spark.sql("select dept, sum(pay) as s, s + 1 as s1 from emp group by dept")

# --- case: lateral_alias_in_frame
result = emp.select((col("pay") * 2).alias("p2"), (col("p2") + 1).alias("p3"))

# --- case: lateral_alias_in_with_columns
result = emp.withColumns({"a": col("id") + 1, "b": col("a") * 2})

# --- case: lateral_alias_in_window
result = spark.sql("select pay * 2 p2, sum(p2) over (partition by dept) from emp")

# --- case: lateral_alias_of_window
# ordered
result = spark.sql("select id, row_number() over (order by id desc) as rn, rn * 10 as tens from emp order by id")

# --- case: lateral_alias_in_aggregate_function
result = spark.sql("select id + 1 as k, sum(k) from emp group by id")

# --- case: lateral_alias_twice
result = spark.sql("select id a, id + 1 a, a from emp")

# --- case: alias_in_where
result = spark.sql("select id + 1 as z from emp where z > 1")

# --- case: window_over_aggregate_sql
# ordered
result = spark.sql("select dept, sum(pay) s, rank() over (order by sum(pay) desc) r from emp group by dept order by r, dept")

# --- case: window_inside_window
# ordered
result = spark.sql("select id, sum(sum(id) over (order by id)) over (order by id) t from emp order by id")

# --- case: window_inside_aggregate
result = spark.sql("select sum(row_number() over (order by id)) from emp")

# --- case: aggregate_minus_window
# ordered
result = spark.sql("select dept, sum(pay) - avg(sum(pay)) over () as d from emp group by dept order by dept")

# --- case: window_not_defined
result = spark.sql("select sum(id) over w from emp")

# --- case: window_filter
# ordered
result = spark.sql("select id, count(id) filter (where id > 2) over (order by id) n from emp order by id")

# --- case: over_after_plain_function
result = spark.sql("select upper(name) over (order by id) from emp")

# --- case: partition_by_map
result = spark.sql("select sum(1) over (partition by map(1, 2))")

# --- case: order_by_map_in_window
result = spark.sql("select sum(1) over (order by map(1, 2))")

# --- case: group_by_aggregate
result = spark.sql("select 1 from emp group by sum(id)")

# --- case: group_by_window
result = spark.sql("select 1 from emp group by row_number() over (order by id)")

# --- case: group_by_position_of_aggregate
result = spark.sql("select sum(id) from emp group by 1")

# --- case: group_by_position_of_expression
result = spark.sql("select dept + 1, count(*) from emp group by 1")

# --- case: group_by_part_of_expression
result = spark.sql("select dept + 1 + 1, count(*) from emp group by dept + 1")

# --- case: group_by_other_expression
result = spark.sql("select dept + 2, count(*) from emp group by dept + 1")

# --- case: group_by_alias_of_column_that_exists
result = spark.sql("select upper(name) as dept, count(*) from emp group by dept")

# --- case: group_by_all_with_expressions
result = spark.sql("select dept, id % 2, sum(id) + dept from emp group by all")

# --- case: star_with_aggregate
result = spark.sql("select *, count(*) from emp group by dept")

# --- case: having_without_group_by_of_column
result = spark.sql("select count(*) from emp having id > 1")

# --- case: rollup_with_grouping_everywhere
# ordered
result = spark.sql("select dept, name, sum(id), grouping_id(), grouping(dept) from emp group by rollup(dept, name) having grouping(dept) = 0 order by grouping(name), dept, name")

# --- case: grouping_of_other_column
result = spark.sql("select dept, grouping(name) from emp group by rollup(dept)")

# --- case: grouping_without_sets
result = spark.sql("select dept, grouping(dept) from emp group by dept")

# --- case: cube_by_expression
result = emp.cube("dept", (col("id") % 2).alias("odd")).agg(F.sum("id"))

# --- case: grouping_sets_with_duplicates
result = spark.sql("select dept, count(*) from emp group by grouping sets ((dept), (dept), ())")

# --- case: nested_field_of_grouped_struct
result = spark.sql("select s.d, count(*) from (select named_struct('d', dept) s from emp) group by s")

# --- case: distinct_ordered_by_other_column
result = spark.sql("select distinct name from emp order by id")

# --- case: distinct_ordered_by_expression
# ordered
result = spark.sql("select distinct name from emp order by upper(name) desc")

# --- case: union_ordered_by_hidden_column
result = spark.sql("select name from emp union all select title from dept order by id")

# --- case: order_by_all_columns
# ordered
result = spark.sql("select dept, id from emp order by all")

# --- case: order_by_constant_expression
result = spark.sql("select id, name from emp order by 1 + 1")

# --- case: sort_by_two_dropped_columns
# ordered
result = emp.select("name").orderBy(F.desc("dept"), "pay")

# --- case: sort_by_replaced_column
# ordered
result = emp.withColumn("pay", lit(1)).orderBy(emp.pay, "id")

# --- case: sort_by_column_below_limit
# ordered
result = emp.select("id", "name").limit(4).select("name").orderBy(F.desc("id"))

# --- case: filter_by_replaced_column_of_frame
result = emp.withColumn("id", col("id") + 10).where(emp.id > 3)

# --- case: select_replaced_column_of_frame
result = emp.withColumn("id", col("id") + 1).select(emp.id)

# --- case: self_join_equality_of_frame
filtered = emp.where("id > 1")
result = emp.join(filtered, emp.id == filtered.id)

# --- case: self_join_inequality
filtered = emp.where("id > 1")
result = emp.join(filtered, emp.id > filtered.id)

# --- case: self_join_other_column
filtered = emp.where("id > 1")
result = emp.join(filtered, emp.id == filtered.dept)

# --- case: self_join_then_select_of_left
filtered = emp.where("id > 1")
result = emp.join(filtered, emp.id == filtered.id).select(emp.id)

# --- case: self_join_using_then_select
result = emp.join(emp.where("id > 1"), "id").select("id", emp.name)

# --- case: self_join_by_alias
# ordered
result = emp.alias("a").join(emp.alias("b"), col("a.id") == col("b.id") + 1).where(col("a.id") > 2).select("a.name", "b.name").orderBy("a.id")

# --- case: join_with_own_aggregate
totals = emp.groupBy("dept").agg(F.sum("pay").alias("total"))
result = emp.join(totals, emp.dept == totals.dept).select(emp.name, totals.total)

# --- case: join_with_own_aggregate_using
totals = emp.groupBy("dept").agg(F.sum("pay").alias("total"))
result = emp.join(totals, "dept").select(emp.name, totals.total, emp.dept, totals.dept)

# --- case: join_of_renamed_self
renamed = emp.withColumnRenamed("id", "rid")
result = emp.join(renamed, emp.id == renamed.rid).select(emp.id, renamed.rid)

# --- case: join_of_renamed_self_other_column
renamed = emp.withColumnRenamed("id", "rid")
result = emp.join(renamed, emp.id == renamed.rid).select(renamed.name)

# --- case: column_of_frame_read_twice
result = emp.select("id").join(emp.select("name")).select(emp.name)

# --- case: cross_join_with_self
result = emp.crossJoin(emp).select(emp.id)

# --- case: union_with_self
result = emp.union(emp).select(emp.id)

# --- case: using_keeps_both_keys_by_frame
result = emp.join(dept, "id", "outer").select(emp.id, dept.id, "id")

# --- case: using_right_key_of_left
result = emp.join(dept, "id", "right").select(emp.id, "id", "title")

# --- case: using_key_by_qualifier
result = spark.sql("select e.id, d.id, title from emp e join dept d using (id) where d.id > 0")

# --- case: using_star_of_right
result = spark.sql("select d.* from emp e left join dept d on e.dept = d.id and d.id < 20")

# --- case: using_star_of_right_by_name
result = spark.sql("select d.* from emp e left join (select id dept, title from dept) d using (dept)")

# --- case: natural_join
result = spark.sql("select * from emp natural join (select id as dept, title from dept)")

# --- case: drop_column_of_other_frame
result = emp.drop(dept.title)

# --- case: drop_after_join
result = emp.join(dept, emp.dept == dept.id, "left").drop(dept.id).drop("head")

# --- case: drop_ambiguous_name_drops_both
result = emp.join(dept, emp.dept == dept.id).drop("id")

# --- case: anti_join_by_filter
result = emp.join(dept, emp.dept == dept.id, "left").where(dept.id.isNull()).select(emp.name)

# --- case: aggregate_in_join_condition
result = spark.sql("select 1 from emp e join dept d on sum(e.id) = d.id")

# --- case: qualified_by_wrong_table
result = spark.sql("select d.name from emp e join dept d on e.dept = d.id")

# --- case: ambiguous_between_aliases
result = spark.sql("select id from emp e join dept d on e.dept = d.id")

# --- case: subquery_alias_columns
result = spark.sql("select x, y from (select id, name from emp) as t(x, y)")

# --- case: subquery_alias_too_few_columns
result = spark.sql("select * from emp as e(a, b)")

# --- case: cte_used_twice
result = spark.sql("with t as (select dept, count(*) n from emp group by dept) select a.dept, a.n + b.n s from t a join t b on a.dept = b.dept")

# --- case: cte_with_columns
result = spark.sql("with t(a, b) as (select id, name from emp) select b, a from t where a < 3")

# --- case: cte_with_wrong_columns
result = spark.sql("with t(a, b) as (select 1) select * from t")

# --- case: cte_unused_with_error
result = spark.sql("with t as (select nope from emp) select 1")

# --- case: cte_seen_too_early
result = spark.sql("with a as (select * from b), b as (select 1) select * from a")

# --- case: cte_inside_subquery
result = spark.sql("select * from (with t as (select 1 as x) select x + 1 as y from t)")

# --- case: recursion_with_join
# ordered
spark.createDataFrame([(1, None), (2, 1), (3, 1), (4, 3)], "id int, boss int").createOrReplaceTempView("tree")
result = spark.sql("with recursive r(id, depth) as (select id, 0 from tree where boss is null union all select t.id, r.depth + 1 from tree t join r on t.boss = r.id) select * from r order by id")

# --- case: recursion_without_all
result = spark.sql("with recursive r(n) as (select 1 union select n % 3 + 1 from r) select n from r")

# --- case: in_subquery_of_two_columns
result = spark.sql("select name from emp where (dept, id) in (select id, head from dept)")

# --- case: in_subquery_wrong_number
result = spark.sql("select id from emp where id in (select id, title from dept)")

# --- case: in_subquery_wrong_types
result = spark.sql("select id from emp where id in (select array(1) from dept)")

# --- case: in_subquery_widens
result = spark.sql("select id from emp where id in (select cast(head as string) from dept)")

# --- case: exists_correlated
result = spark.sql("select title from dept d where exists (select 1 from emp e where e.dept = d.id and e.pay > 250)")

# --- case: not_exists_correlated
result = spark.sql("select title from dept d where not exists (select 1 from emp e where e.dept = d.id)")

# --- case: scalar_subquery_correlated_aggregate
result = spark.sql("select title, (select max(pay) from emp e where e.dept = d.id) m from dept d")

# --- case: scalar_subquery_correlated_count
result = spark.sql("select title, (select count(*) from emp e where e.dept = d.id) n from dept d")

# --- case: scalar_subquery_names
result = spark.sql("select (select max(id) from emp), (select max(pay) from emp e where e.dept = d.id) from dept d")

# --- case: scalar_subquery_in_order
# ordered
result = spark.sql("select id from dept d order by (select count(*) from emp e where e.dept = d.id) desc, id")

# --- case: scalar_subquery_of_grouped_column
result = spark.sql("select dept, (select max(title) from dept where dept.id = emp.dept) from emp group by dept")

# --- case: subquery_in_having
result = spark.sql("select dept, sum(pay) s from emp group by dept having sum(pay) > (select avg(pay) from emp)")

# --- case: subquery_uses_alias_of_outer
result = spark.sql("select e.name from emp e where e.pay >= (select max(x.pay) from emp x where x.dept = e.dept)")

# --- case: lateral_subquery
result = spark.sql("select e.id, u.x from emp e, lateral (select e.pay * 2 as x) u")

# --- case: lateral_subquery_aggregate
result = spark.sql("select d.title, u.n from dept d left join lateral (select count(*) as n from emp e where e.dept = d.id) u")

# --- case: lateral_subquery_rows
result = spark.sql("select d.title, u.name from dept d join lateral (select name from emp e where e.dept = d.id) u")

# --- case: lateral_views
result = spark.sql("select id, x, p, y from emp lateral view explode(array(id, dept)) t as x lateral view outer posexplode(array(x)) u as p, y where id < 3")

# --- case: lateral_view_without_generator
result = spark.sql("select * from emp lateral view upper('a') t as x")

# --- case: lateral_view_wrong_names
result = spark.sql("select * from emp lateral view explode(array(1)) t as x, y")

# --- case: generator_in_expression
result = emp.select(F.explode(F.array("id", lit(3))) + 1)

# --- case: generator_over_aggregate
result = emp.groupBy("dept").agg(F.explode(F.collect_list("id")).alias("z"))

# --- case: two_generators_over_aggregate
result = spark.sql("select explode(array(max(id))), explode(array(2)) from emp")

# --- case: generator_in_order
result = spark.sql("select id from emp order by explode(array(1))")

# --- case: generator_with_names
result = emp.select("id", F.posexplode(F.array("id", "dept")).alias("p", "v")).where("id < 3")

# --- case: generator_with_too_few_names
result = emp.select(F.posexplode(F.array(lit(1))).alias("a"))

# --- case: names_without_generator
result = emp.select(col("id").alias("a", "b"))

# --- case: struct_fields_ignore_case
result = emp.select(F.struct("id", "Name").alias("s")).select("S.ID", "s.name", col("s")["NAME"])

# --- case: struct_star
result = emp.select(F.struct("*").alias("s")).select("s.*", "s.id")

# --- case: struct_with_fields_twice
result = spark.sql("select named_struct('a', 1, 'A', 2).a")

# --- case: fields_of_array_of_structs
result = emp.select(F.array(F.struct("id", "name")).alias("a")).select("a.id", col("a").getItem(0)["id"], col("a")["name"])

# --- case: item_of_number
result = emp.select(col("id")["x"])

# --- case: struct_by_number
result = emp.select(F.struct("id")[lit(0)])

# --- case: array_by_text
result = emp.select(F.array("id")["x"])

# --- case: map_by_name
result = emp.select(F.create_map("name", "id").alias("m")).select("m.Ada", col("m")["x"])

# --- case: star_of_unknown
result = spark.sql("select zz.* from emp")

# --- case: star_except_unknown
result = spark.sql("select * except (zz) from emp")

# --- case: count_star_of_table
result = spark.sql("select count(emp.*) from emp")

# --- case: aliases_inside_calls
result = emp.select(F.upper(col("name").alias("z")), F.coalesce(F.upper(col("name").alias("z")), lit("x")))

# --- case: casts_of_casts
result = emp.select(col("id").cast("string").cast("int").cast("double"))

# --- case: casts_of_casts_sql
result = spark.sql("select cast(cast(name as binary) as string) from emp")

# --- case: nullability_of_casts
result = spark.sql("select cast('1' as int) a, cast(1.5D as int) b, cast(1 as decimal(5,2)) c, cast(1L as int) d, cast('2024-01-01' as date) e, cast(1.50 as decimal(3,1)) f, try_cast(1 as bigint) g, try_cast(1L as int) h, coalesce(id, '1') i, coalesce(name, 'x') j from emp where id < 2")

# --- case: named_arguments
result = spark.sql("select mask(str => 'Ab1', upperChar => 'X')")

# --- case: named_argument_unknown
result = spark.sql("select mask(foo => 'abc')")

# --- case: named_argument_twice
result = spark.sql("select mask('a', str => 'abc')")

# --- case: distinct_in_plain_function
result = spark.sql("select upper(distinct 'a')")

# --- case: filter_in_plain_function
result = spark.sql("select upper('a') filter (where true)")

# --- case: ignore_nulls_in_sum
result = spark.sql("select sum(id) ignore nulls from emp")

# --- case: lambda_of_wrong_arity
result = spark.sql("select transform(array(1), (a, b, c) -> a)")

# --- case: lambda_to_plain_function
result = spark.sql("select upper(x -> x)")

# --- case: lambda_with_unknown_name
result = emp.select(F.transform(F.array("id"), lambda x: x + col("nope")))

# --- case: value_in_place_of_lambda
result = spark.sql("select transform(array(1, 2), 7)")

# --- case: too_few_arguments
result = spark.sql("select greatest(1)")

# --- case: no_arguments
result = spark.sql("select coalesce()")

# --- case: too_many_for_none
result = spark.sql("select pi(1)")

# --- case: literal_functions
result = spark.sql("select current_date is not null a, current_timestamp is not null b")

# --- case: distinct_of_map
result = spark.sql("select distinct map(1, 2)")

# --- case: union_of_map
result = spark.sql("select map(1, 2) m union select map(1, 2)")

# --- case: drop_duplicates_of_map
result = spark.sql("select map(1, 2) m").dropDuplicates()

# --- case: union_widens
result = emp.select("id", "pay").union(dept.select(lit(1.5), "head"))

# --- case: union_by_name_with_missing
result = emp.select("id", "name").unionByName(dept.select("title", "id"), allowMissingColumns=True)

# --- case: intersect_widens
result = spark.sql("select id from emp intersect select 1L")

# --- case: except_of_different_counts
result = spark.sql("select id, name from emp except select id from dept")

# --- case: to_schema
result = emp.to(spark.createDataFrame([], "pay double, name string, id long").schema)

# --- case: to_schema_missing
result = emp.to(spark.createDataFrame([], "nope int").schema)

# --- case: unpivot_mixed
result = emp.unpivot(["name"], ["id", "pay"], "what", "value")

# --- case: unpivot_incompatible
result = emp.select(F.array("id").alias("a"), "pay", "name").unpivot("name", ["a", "pay"], "what", "value")

# --- case: unpivot_nothing
result = emp.select("id").unpivot("id", None, "what", "value")

# --- case: pivot_of_texts
result = emp.groupBy("dept").pivot("name", ["Ada", "Cid"]).agg(F.max("name").alias("n"), F.count("*").alias("c"))

# --- case: pivot_two_with_names
result = emp.groupBy("dept").pivot("name", ["Ada"]).agg(F.sum("id").alias("x"), F.max("pay"))

# --- case: pivot_value_of_wrong_type
result = spark.sql("select * from (select dept, id from emp) pivot (sum(id) for dept in (array(1)))")

# --- case: pivot_without_aggregate
result = emp.groupBy("dept").pivot("name", ["Ada"]).agg(col("id"))

# --- case: window_of_time_in_sql
spark.sql("select timestamp_seconds(60 * id) as t, id from emp").createOrReplaceTempView("ev")
result = spark.sql("select window, window.start s, count(*) n from ev group by window(t, '2 minutes')")

# --- case: window_of_time_field
spark.sql("select timestamp_seconds(60 * id) as t, id from emp").createOrReplaceTempView("ev")
result = spark.sql("select window(t, '2 minutes').end as e, id from ev")

# --- case: window_of_window
ev = emp.select(F.timestamp_seconds(col("id") * 60).alias("t"))
result = ev.groupBy(F.window("t", "1 minute")).count().groupBy(F.window("window", "3 minutes")).agg(F.sum("count").alias("n"))

# --- case: windows_sliding_oddly
ev = emp.select(F.timestamp_seconds(col("id") * 60).alias("t"))
result = ev.groupBy(F.window("t", "7 minutes", "3 minutes", "1 minute")).count()

# --- case: window_slide_too_long
ev = emp.select(F.timestamp_seconds(col("id") * 60).alias("t"))
result = ev.select(F.window("t", "5 minutes", "10 minutes"))

# --- case: window_of_months
ev = emp.select(F.timestamp_seconds(col("id") * 60).alias("t"))
result = ev.select(F.window("t", "1 month"))

# --- case: two_windows_of_time
ev = emp.select(F.timestamp_seconds(col("id") * 60).alias("t"))
result = ev.groupBy(F.window("t", "5 minutes"), F.window("t", "1 minute")).count()

# --- case: session_windows_that_touch
ev = spark.createDataFrame([("a", 0), ("a", 300), ("a", 700), ("b", 10), ("a", None)], "k string, s long").select("k", F.timestamp_seconds("s").alias("t"))
result = ev.groupBy("k", F.session_window("t", "5 minutes").alias("w")).count()

# --- case: with_columns_renamed_to_same
result = emp.withColumnRenamed("name", "id")

# --- case: with_column_of_missing_struct_field
result = emp.withColumn("x", col("name.first"))

# --- case: attribute_with_bad_backticks
result = emp.select("`id")

# --- case: negative_limit
result = emp.limit(-1)

# --- case: unknown_hint_is_ignored
result = emp.hint("nonsense", 3).select("id")

# --- case: hints_of_partitions
result = emp.hint("repartition", 3, "dept").select("id")

# --- case: case_insensitive_name_as_written
result = emp.select("ID", col("Name").alias("n"), "emp.PAY" if False else "PAY")

# --- case: case_sensitive
# conf: spark.sql.caseSensitive=true
result = emp.select("ID")

# --- case: count_distinct_of_several
result = spark.sql("select count(distinct dept, name), count(distinct dept) from emp")

# --- case: aggregate_filter_not_boolean
result = spark.sql("select sum(id) filter (where id) from emp")

# --- case: nested_aggregate_in_expression
result = spark.sql("select sum(max(id)) from emp")

# --- case: aggregate_without_grouping_in_select
result = emp.select(F.sum("id"), F.max("pay") - F.min("pay"))

# --- case: values_of_mixed_types
result = spark.sql("select * from values (1, 'a'), (2.5, null) as t(x, y)")

# --- case: values_not_constant
result = spark.sql("select * from values (rand(1) > 2, 1) as t(x, y)")

# --- case: sample_by_strata
result = emp.sampleBy("dept", {10: 1.0, 20: 0.0}, 7)

# --- case: cross_tab_of_numbers
result = emp.crosstab("dept", "id")

# --- case: frequent_items
result = spark.createDataFrame([("a",)] * 5 + [("b",)] * 3, "p string").freqItems(["p"], 0.5)
