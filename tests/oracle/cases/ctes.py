import contextlib
import io
import re


def told(df, mode, *headings):
    """Prints the plans under some headings; numbers that count through the process are left out."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain(mode)
    text = re.sub(r"(CTERelation(?:Def|Ref)|UnionLoop(?:Ref)?) \d+", r"\1 #", out.getvalue())
    text = re.sub(r"\[id=#\d+\]", "[id=#]", text)
    text = re.sub(r"(rand|randn)\(-?\d+\)", r"\1(seed)", text)
    parts = re.split(r"(?m)(?=^== [A-Z])", text)
    print("".join(p for p in parts if not headings or any(p.startswith(f"== {h}") for h in headings)))


LOGICAL = ("Parsed", "Analyzed", "Optimized")

# --- case: used_once
# ts: no
df = spark.sql("with t as (select id, id % 3 as k from range(10)) select * from t where k = 1")
told(df, "extended")
result = df

# --- case: used_twice
# ts: no
df = spark.sql("with t as (select id, id % 3 as k from range(10)) select a.id, b.k from t a join t b on a.id = b.id where b.k = 1")
told(df, "extended")
result = df

# --- case: several_and_in_a_subquery
# ts: no
df = spark.sql("with t as (select id from range(10)), u as (select id + 1 as x from t) select * from u where x in (select id from t)")
told(df, "extended", *LOGICAL)
result = df

# --- case: column_names
# ts: no
df = spark.sql("with t(x, y) as (select id, id + 1 from range(10)) select x from t union all select y from t")
told(df, "extended", *LOGICAL)
result = df

# --- case: nested
# ts: no
df = spark.sql("with t as (with s as (select 1 as a) select a + 1 as b from s) select * from t")
told(df, "extended", *LOGICAL)
result = df

# --- case: not_used
# ts: no
df = spark.sql("with t as (select 1 as x), t2 as (select 2 as z) select 1 as y")
told(df, "extended", *LOGICAL)
result = df

# --- case: within_subqueries
# ts: no
df = spark.sql("select * from (with s as (select 1 as a) select a from s) x where a in (with r as (select 1 as b) select b from r)")
told(df, "extended", "Parsed", "Analyzed")
result = df

# --- case: around_subqueries
# ts: no
df = spark.sql("with t as (select 1 as a) select * from t where a in (with r as (select 1 as b) select b from r)")
told(df, "extended", "Analyzed")
told(spark.sql("with t as (select 1 as a) select * from (with r as (select 1 as b) select b from r join t) x"), "extended", "Analyzed")
told(spark.sql("(with t as (select 1 as a) select * from t) union all (with u as (select 2 as b) select b from u)"), "extended", "Analyzed")
told(spark.sql("with t as (select 1 as a) select * from (select * from (with t as (select 2 as z) select z from t) q), t"), "extended", "Analyzed")
result = df

# --- case: correlated
# ts: no
df = spark.sql(
    """select exists (with t as (select 3 as c) select * from t where c = k.a) as e, k.a from values (3), (4) k(a)"""
)
told(df, "extended", "Analyzed")
result = df

# --- case: recursive_and_others
# ts: no
df = spark.sql(
    """with recursive r(n) as (select 1 union all select n + 1 from r where n < 5), s as (select n from r)
    select * from r join s using (n)"""
)
told(df, "extended", "Analyzed")
result = df

# --- case: of_dataframes
# ts: no
df = spark.sql("with t as (select id as a from range(3)) select * from t")
told(df.where("a > 0"), "extended", "Analyzed", "Optimized")
result = df.join(df.where("a > 0"), "a")

# --- case: random_used_twice_is_computed_once
# ts: no
df = spark.sql("with t as (select id, rand() as r from range(10)) select a.id from t a join t b on a.id = b.id where a.r = b.r")
told(df, "extended", "Analyzed", "Physical")
result = df

# --- case: random_used_once
# ts: no
df = spark.sql("with t as (select id, rand() as r from range(10)) select id from t where r > 2")
told(df, "extended", "Analyzed", "Optimized", "Physical")
result = df

# --- case: random_formatted
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select a.id, a.r = b.r as same from t a join t b on a.id = b.id")
told(df, "formatted")
result = df

# --- case: random_after_it_ran
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select a.id, a.r, b.r as r2 from t a join t b on a.id = b.id")
df.collect()
told(df, "simple")
result = df.where("r = r2").select("id")

# --- case: random_without_adaptive
# conf: spark.sql.adaptive.enabled=false
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select a.id, a.r = b.r as same from t a join t b on a.id = b.id")
told(df, "simple")
told(df, "formatted")
told(df, "cost", "Optimized")
result = df

# --- case: random_nested_definitions
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)), u as (select * from t where r > 0.1) select u.id, u.r = b.r as same from u join u b on u.id = b.id")
told(df, "extended", "Optimized")
result = df

# --- case: conditions_reach_definitions
# ts: no
df = spark.sql(
    """with t as (select id, id * 2 as z, rand(1) as r from range(10))
    select a.id from t a join t b on a.id = b.id where a.r > 0.5 and b.z > 3 union all select z from t where id = 3"""
)
told(df, "extended", "Optimized")
result = df

# --- case: unused_columns_of_definitions
# ts: no
df = spark.sql("with t as (select id, id * 2 as z, rand(1) as r from range(10)) select a.id, b.r > 0.9 as high from t a join t b on a.id = b.id where a.r > 0.5 and b.r > 0.7")
told(df, "extended", "Optimized")
result = df

# --- case: random_in_subqueries
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select id from t where id in (select id from t where r > 0.5)")
told(df, "extended", "Optimized")
result = df

# --- case: random_in_scalar_subquery
# conf: spark.sql.adaptive.enabled=false
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select id, count(*) as n from t group by id having count(*) > (select min(r) from t)")
told(df, "extended", "Optimized", "Physical")
result = df

# --- case: random_limit
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10) order by r limit 3) select id from t union all select id from t")
told(df, "extended", "Optimized")
result = df

# --- case: random_columns_not_used
# ts: no
df = spark.sql("with t as (select 1 as x, rand(1) as r) select a.x from t a, t b where a.x = b.x")
told(df, "extended", "Optimized")
result = df

# --- case: random_values_stay
# ts: no
from pyspark.sql import functions as F

df = spark.range(5).select(F.rand().alias("r"), F.expr("uuid()").alias("u"), F.expr("shuffle(array(1, 2, 3, 4, 5))").alias("s"), F.randn().alias("n"))
print(df.collect() == df.collect())
twice = df.union(df)
print(twice.distinct().count())
print(spark.sql("select rand(), 1 + randn(), cast(rand() as int), uuid(), shuffle(array(1)), randstr(3), uniform(0, 1)").columns)

# --- case: union_of_random
# ts: no
df = spark.sql("with t as (select id, rand(1) as r from range(10)) select id, r from t")
told(df.union(df), "extended", "Optimized", "Physical")
result = df.union(df).count()

# --- case: cached
# ts: no
df = spark.sql("with t as (select id, rand() as r from range(4)) select a.id, a.r = b.r as same from t a join t b on a.id = b.id").cache()
again = spark.sql("with t as (select id % 2 as k, id from range(4)) select * from t")
again.cache()
print(spark.sql("with q as (select id % 2 as k, id from range(4)) select * from q").storageLevel.useMemory)
told(spark.sql("with q as (select id % 2 as k, id from range(4)) select * from q").where("k = 1"), "simple")
result = df

# --- case: names_twice
# ts: no
spark.sql("with t as (select 1 as x), t as (select 2 as x) select * from t")

# --- case: view_over_it
# ts: no
spark.sql("create temporary view cte_view as with t as (select 1 as a, rand() as r) select a.a, a.r = b.r as same from t a, t b")
result = [tuple(row) for row in spark.sql("with q as (select * from cte_view) select q.*, p.same as same2 from q, q p").collect()]

# --- case: lateral
# ts: no
rows = spark.sql(
    """with t as (select id, rand(5) as r from range(3))
    select t.id, x.n from t, lateral (with s as (select t.id + 1 as n) select n from s) x join t t2 on t2.id = x.n and t2.r = t2.r"""
)
result = sorted(tuple(row) for row in rows.collect())

# --- case: condition_of_one_side
# ts: no
result = spark.sql("with t as (select id, id * 2 as r from range(3)) select t.id, t2.id i2 from t join t t2 on t2.id = t.id + 1 and t2.r = t2.r")
