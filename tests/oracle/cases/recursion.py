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
