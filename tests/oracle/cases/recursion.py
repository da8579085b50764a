import contextlib
import io
import re

edges = spark.createDataFrame([(1, 2), (2, 3), (3, 4), (2, 5)], "a int, b int")
edges.createOrReplaceTempView("e")


def plan(df):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain()
    print(re.sub(r", splits=Some\(\d+\)", "", out.getvalue()))


# --- case: numbers
# plan
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select * from r")

# --- case: filtered_above
# plan
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select * from r where n > 2")

# --- case: limited
# plan
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r) select * from r limit 7")

# --- case: limited_over_expression
# plan
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r) select n * 2 as m from r limit 7")

# --- case: shown_without_end
spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r) select * from r").show(5)

# --- case: without_end
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r) select * from r")

# --- case: limit_above_a_filter
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r) select * from r where n > 3 limit 2")

# --- case: level_of_its_own
result = spark.sql("with recursive r(n) max recursion level 3 as (select 1 union all select n + 1 from r) select * from r")

# --- case: level_of_the_session
# conf: spark.sql.cteRecursionLevelLimit=5
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 6) select * from r")

# --- case: level_of_the_session_exceeded
# conf: spark.sql.cteRecursionLevelLimit=5
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 7) select * from r")

# --- case: rows_of_the_session_exceeded
# conf: spark.sql.cteRecursionRowLimit=10
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 50) select * from r")

# --- case: rows_of_the_session_enough
# conf: spark.sql.cteRecursionRowLimit=10
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 10) select * from r")

# --- case: paths
# plan
result = spark.sql("with recursive p(x, d) as (select 1, 0 union all select e.b, d + 1 from p join e on p.x = e.a) select * from p")

# --- case: deepest
result = spark.sql("with recursive p(x, d) as (select 1, 0 union all select e.b, d + 1 from p join e on p.x = e.a) select max(d) from p")
plan(result)

# --- case: several_at_once
result = spark.sql("with recursive p(x, d) as (select id, 0 from range(3) union all select x + 1, d + 1 from p where d < 2) select d, count(*) from p group by d")
plan(result)

# --- case: twice
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 3) select a.n, b.n as m from r a join r b on a.n = b.n")

# --- case: none_to_begin_with
result = spark.sql("with recursive r(n) as (select 1 where false union all select n + 1 from r where n < 5) select * from r")

# --- case: two_steps
result = spark.sql("with recursive r as (select 1 as n union all (select n + 1 from r where n < 3 union all select n + 10 from r where n < 3)) select * from r")

# --- case: one_after_another
result = spark.sql(
    "with recursive r(n) as (select 1 union all select n + 1 from r where n < 3), "
    "s(n, m) as (select n, 0 from r union all select n, m + 1 from s where m < n) select * from s"
)

# --- case: texts
result = spark.sql("with recursive r(t) as (select 'a' union all select t || 'b' from r where length(t) < 4) select * from r")

# --- case: from_a_frame
result = spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 4) select * from r").join(edges, edges.a == 2).where("n <> b")

# --- case: other_type
spark.sql("with recursive r(n) as (select 1 union all select n + 1L from r where n < 5) select * from r")

# --- case: aggregated_inside
spark.sql("with recursive r(n) as (select 1 union all select max(n) + 1 from r where n < 5) select * from r")

# --- case: view
spark.sql("create or replace temp view numbers as with recursive r(n) as (select 1 union all select n + 1 from r where n < 4) select * from r")
result = spark.sql("select a.n from numbers a join numbers b on a.n = b.n + 1")

# --- case: with_in_the_step
result = spark.sql("with recursive r(n) as (select 1 union all (with s as (select n + 2 as k from r where n < 6) select k from s)) select n from r")

# --- case: with_of_several_in_the_step
result = spark.sql(
    "with recursive r(n) as (values (1) union all (with s(k) as (select n + 1 from r), t(k) as (select k * 2 from s) select k from t where k < 40)) select * from r"
)

# --- case: with_in_the_anchor
result = spark.sql(
    "with recursive r(n) as ((with recursive r(n) as (values 1 union all select n + 1 from r where n < 3) select * from r) union all select n * 10 from r where n < 10) select * from r"
)

# --- case: with_around_the_union
result = spark.sql(
    "with recursive r(a, b) as (with recursive s as (select 0 as m union all select m + 1 from s where m < 2) "
    "select 0, m from s union all select a + 1, b from r where a < 1) select a, b from r"
)

# --- case: name_of_the_inner_with_wins
result = spark.sql(
    "with recursive r(n) as (with recursive r(n) as (values 1 union all select n + 1 from r where n < 3) select * from r union all select n * 10 from r) select n from r"
)

# --- case: narrower_type_in_the_step
result = spark.sql("with recursive r(n, m) as (select 1, 10L union all select n + 1, n from r where n < 4) select n, m from r")

# --- case: nulls_of_both_parts
result = spark.sql("with recursive r(n, t) as (select 1, 'a' union all select n + 1, 'b' from r where n < 4) select n, t from r")

# --- case: anchor_reads_itself
spark.sql("with recursive r(n) as (select n from r union all select n + 1 from r where n < 4) select n from r")

# --- case: levels_without_recursion
spark.sql("with r(n) max recursion level 3 as (select 1) select n from r")

# --- case: step_aggregated_in_a_subquery
spark.sql("with recursive r(n) as (select 1 union all select (select min(n) from r) + 1) select n from r")

# --- case: step_in_order
spark.sql("with recursive r(n) as (select 1 union all (select n + 1 from r where n < 4 order by n)) select n from r")

# --- case: step_in_a_window
spark.sql("with recursive r(n) as (select 1L union all select sum(n) over (order by n) from r where n < 4) select n from r")

# --- case: step_behind_an_outer_join
spark.sql("with recursive r(n) as (select 1 union all select e.b from e left join r on r.n = e.a) select n from r")

# --- case: step_before_an_outer_join
result = spark.sql("with recursive r(n) as (select 1 union all select e.b from r left join e on r.n = e.a where r.n is not null) select n from r")

# --- case: step_in_a_semi_join
spark.sql("with recursive r(n) as (select 1 union all select e.b from e left semi join r on r.n = e.a) select n from r")

# --- case: step_in_a_subquery
result = spark.sql("with recursive r(n) as (select 1 union all select (select n + 1 from r where n < 4)) select n from r limit 4")

# --- case: inner_with_reads_the_name
spark.sql("with recursive r(n) as (with s as (select n from r) select 1 as n union all select n + 1 from s where n < 4) select n from r")

# --- case: seeds_of_levels
result = spark.sql("with recursive r(n) as (select cast(rand(5) * 1000 as int) union all select cast(rand(6) * 1000 as int) from r) select n from r limit 4")

# --- case: number_behind_a_text
spark.sql("with recursive r(n) as (select '7' union all select n + 1 from r where n < 10) select n from r")

# --- case: decimal_behind_a_number
spark.sql("with recursive r(n) as (select 1 union all select cast(n + 1 as decimal(10, 0)) from r where n < 4) select n from r")

# --- case: number_behind_a_decimal
spark.sql("with recursive r(n) as (select 1.5bd union all select cast(n + 1 as int) from r where n < 4) select n from r")
