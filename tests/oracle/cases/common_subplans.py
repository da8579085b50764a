import contextlib
import io
import re


def plan(df):
    """Prints the plan without the folders of this machine and the numbers of subqueries' plans."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain()
    text = re.sub(r"Location: (\w+)\((\d+) paths\)\[.*?(\]|\.\.\.), ", r"Location: \1 \2, ", out.getvalue())
    print(re.sub(r"\[id=#\d+\]", "[id=#]", text))


def table(name):
    """A table of a schema apart from that of other cases."""
    spark.sql("CREATE DATABASE IF NOT EXISTS subplans")
    spark.sql("USE subplans")
    spark.sql(f"DROP TABLE IF EXISTS {name}")
    spark.range(20).selectExpr("id", "id % 3 as k", "id * 2 as v").write.saveAsTable(name)
    return spark.table(name)


df = spark.createDataFrame([(i, i % 3, float(i)) for i in range(20)], "id long, k long, v double")
df.createOrReplaceTempView("t")

# --- case: scalar_subqueries_merged
table("merged_a")
result = spark.sql("select (select max(v) from merged_a) a, (select min(v) from merged_a) b, (select avg(id) from merged_a) c")
plan(result)

# --- case: scalar_subqueries_merged_without_adaptive
# conf: spark.sql.adaptive.enabled=false
table("merged_b")
result = spark.sql("select * from t where v > (select avg(v) from merged_b) and id < (select max(id) from merged_b)")
plan(result)

# --- case: scalar_subqueries_merged_in_filter
table("merged_c")
result = spark.sql("select * from t where v > (select avg(v) from merged_c) and id < (select max(id) from merged_c)")
plan(result)
result.collect()
plan(result)

# --- case: scalar_subqueries_equal
# conf: spark.sql.adaptive.enabled=false
result = spark.sql("select * from t where v > (select avg(v) from t) or v < (select avg(v) from t)")
plan(result)

# --- case: scalar_subqueries_equal_adaptive
result = spark.sql("select (select max(v) from t) a, (select max(v) from t) b from t")
plan(result)

# --- case: scalar_subqueries_same_filter
table("merged_d")
result = spark.sql("select (select max(v) from merged_d where k = 1) a, (select min(v) from merged_d where k = 1) b")
plan(result)

# --- case: scalar_subqueries_other_filter
table("merged_e")
result = spark.sql("select (select max(v) from merged_e where k = 1) a, (select min(v) from merged_e where k = 2) b")
plan(result)

# --- case: scalar_subqueries_distinct
table("merged_f")
result = spark.sql("select (select max(v) from merged_f) a, (select count(distinct v) from merged_f) b, (select max(v) + 1 from merged_f) c")
plan(result)

# --- case: scalar_subqueries_some_equal
table("merged_g")
result = spark.sql("select (select max(v) from merged_g) a, (select max(v) from merged_g) b, (select sum(k) from merged_g) c")
plan(result)

# --- case: scalar_subqueries_over_joins
table("merged_h")
result = spark.sql(
    "select (select max(a.v) from merged_h a join merged_h b on a.id = b.id) a, (select min(a.v) from merged_h a join merged_h b on a.id = b.id) b"
)
plan(result)

# --- case: scalar_subqueries_other_aggregation
table("merged_i")
result = spark.sql("select (select max(v) from merged_i) a, (select size(collect_list(v)) from merged_i) b, (select sum(v) from merged_i) c")
plan(result)

# --- case: scan_told_of_subquery
table("merged_j")
result = spark.sql("select * from merged_j where v > (select avg(id) from t)")
plan(result)

# --- case: reused_exchange_of_table
# conf: spark.sql.adaptive.enabled=false
x = table("reused_a")
counts = x.groupBy("k").count()
result = counts.union(counts).union(x.groupBy("k").sum("v"))
plan(result)

# --- case: reused_exchange_of_table_adaptive
x = table("reused_b")
counts = x.groupBy("k").count()
result = counts.union(counts)
plan(result)
result.collect()
plan(result)

# --- case: reused_exchange_in_join
# conf: spark.sql.adaptive.enabled=false
# conf: spark.sql.autoBroadcastJoinThreshold=-1
x = table("reused_c")
result = x.join(x.select("k", "v"), "k")
plan(result)

# --- case: cte_twice
result = spark.sql("with c as (select k, sum(v) s from t group by k) select * from c a join c b on a.k = b.k where a.s > 10")
plan(result)

# --- case: cte_twice_without_adaptive
# conf: spark.sql.adaptive.enabled=false
result = spark.sql("with c as (select k, sum(v) s from t group by k) select * from c a join c b on a.k = b.k")
plan(result)

# --- case: cte_random_once
result = spark.sql("with c as (select id, k, rand(5) r from t) select id from c")
plan(result)

# --- case: value_of_one_row_broadcast
table("single_a")
result = spark.sql("select id, (select v from single_a b where b.id = t.id) x from t")
plan(result)

# --- case: value_of_one_row_by_two_conditions
x = table("single_b")
result = spark.sql("select id, (select v from single_b b where b.id = t.id and b.k < t.k + 1) x from t")
plan(result)

# --- case: value_of_one_row_unequal
table("single_c")
result = spark.sql("select id, (select v from single_c b where b.id > t.id + 18) x from t")
plan(result)

# --- case: value_of_one_row_not_broadcast
# conf: spark.sql.autoBroadcastJoinThreshold=-1
table("single_d")
result = spark.sql("select id, (select v from single_d b where b.id = t.id) x from t")
plan(result)

# --- case: value_of_several_rows
table("single_e")
result = spark.sql("select id, (select v from single_e b where b.k = t.k) x from t")

# --- case: value_of_several_groups
table("single_f")
result = spark.sql("select id, (select sum(v) from single_f b where b.k = t.k group by b.id) x from t")

# --- case: value_of_a_group
table("single_g")
result = spark.sql("select id, (select sum(v) from single_g b where b.id = t.id group by b.k) x from t")
plan(result)

# --- case: value_in_a_filter
table("single_h")
result = spark.sql("select id from t where v > (select v - 1 from single_h b where b.id = t.id)")
plan(result)

# --- case: value_of_distinct_rows
table("single_i")
result = spark.sql("select id, (select distinct k from single_i b where b.id = t.id) x from t")
plan(result)

# --- case: joins_reordered_over_cross
table("reorder_a")
result = spark.sql("select a.id, b.v, c.k from reorder_a a cross join reorder_a b join reorder_a c on a.id = c.id and c.k = b.k")
plan(result)

# --- case: joins_reordered_by_conditions
table("reorder_b")
result = spark.sql("select a.id, b.v, c.k, d.v as w from reorder_b a, reorder_b b, reorder_b c, reorder_b d where a.id = d.id and d.k = b.k and b.v = c.v")
plan(result)
