# Grouping by ALL and by names of columns without an alias, pivots over several columns, names of WITH and WINDOW.
emp = spark.createDataFrame(
    [(1, "Ada", 10, 300.0), (2, "Bob", 10, 200.0), (3, "Cid", 20, 200.0), (4, "Dee", None, 100.0)],
    "id int, name string, dept int, pay double",
)
emp.createOrReplaceTempView("emp")
spark.sql("create or replace temp view boxes as select id, named_struct('kind', name, 'at', named_struct('x', dept, 'y', id)) as s, map('k', dept) as m, date'2024-01-01' + id as d, pay from emp")

# --- case: all_without_groups
spark.sql("select id + count(*) from emp group by all")

# --- case: all_without_groups_beside_an_aggregate
spark.sql("select dept % 2 + sum(id), sum(id) from emp group by all")

# --- case: all_with_one_group_and_another_column
spark.sql("select dept, id + count(*) from emp group by all")

# --- case: all_of_aggregates_alone
result = spark.sql("select count(*), sum(id) + 1 from emp group by all")

# --- case: all_with_an_alias_of_an_aggregate
result = spark.sql("select count(dept) as c, sum(id) + c as t from emp group by all")

# --- case: all_with_an_alias_and_a_column
spark.sql("select count(dept) as c, sum(id) + c, sum(id) + id from emp group by all")

# --- case: all_with_a_correlated_subquery
spark.sql("select (select count(*) from emp e where e.dept = f.dept) + count(f.id) from emp f group by all")

# --- case: by_name_of_a_field
result = spark.sql("select s.kind, count(*) from boxes group by kind")

# --- case: by_name_of_an_expression
result = spark.sql("select upper(name), count(*) from emp group by `upper(name)`")

# --- case: pivot_over_two_columns
result = spark.sql("select * from (select name, dept, pay from emp) pivot (sum(pay) for (name, dept) in (('Ada', 10), ('Cid', 20) as cid))")

# --- case: pivot_over_a_struct_and_a_column
result = spark.sql("select * from (select id, s.kind, s.at, pay from boxes) pivot (max(pay) for (kind, at) in (('Ada', (10, 1)), ('Cid', (20, 3)) as cid))")

# --- case: pivot_over_two_columns_of_wrong_type
spark.sql("select * from (select name, dept, pay from emp) pivot (sum(pay) for (name, dept) in (('Ada', array(10))))")

# --- case: pivot_over_a_map
spark.sql("select * from (select m, pay from boxes) pivot (sum(pay) for m in (map('k', 10)))")

# --- case: pivot_of_a_function_of_no_aggregate
spark.sql("select * from emp pivot (upper(name) for dept in (10, 20))")

# --- case: windows_of_one_name
spark.sql("select sum(id) over w from emp window w as (order by id), w as (order by name)")

# --- case: range_of_hours_over_dates
spark.sql("select sum(pay) over (order by d range between interval '1 2' day to hour preceding and current row) from boxes")

# --- case: range_of_days_over_dates
result = spark.sql("select id, sum(pay) over (order by d range between interval '1' day preceding and current row) as p from boxes")

# --- case: range_of_a_number_over_timestamps
spark.sql("select sum(pay) over (order by cast(d as timestamp) range between current row and 1 following) from boxes")

# --- case: range_of_longs
result = spark.sql("select id, sum(pay) over (order by id + 0L range between 2 preceding and 1 following) from boxes")

# --- case: range_of_doubles
result = spark.sql("select id, sum(id) over (order by pay range between 100 preceding and 1.5 following) from boxes")

# --- case: nested_with_of_one_name
spark.conf.set("spark.sql.legacy.ctePrecedencePolicy", "EXCEPTION")
try:
    result = spark.sql("with t as (select 1 as a), s as (with T as (select 2 as a) select a from t) select a from s")
finally:
    spark.conf.unset("spark.sql.legacy.ctePrecedencePolicy")

# --- case: nested_with_of_one_name_in_a_subquery
spark.conf.set("spark.sql.legacy.ctePrecedencePolicy", "EXCEPTION")
try:
    result = spark.sql("with t as (select 1 as a) select (with t as (select 2 as a) select a from t)")
finally:
    spark.conf.unset("spark.sql.legacy.ctePrecedencePolicy")
