# Aggregate calls in plans: with the fields that Spark's classes have, and replaced by others once analysis is over.
import contextlib
import io
import re

from pyspark.sql import functions as F

t = spark.createDataFrame([(1, "a", 2.5, True, [1.0, 2.0], bytearray(b"ab"), None)], "a int, b string, c double, p boolean, r array<float>, x binary, d decimal(10,2)")
t.createOrReplaceTempView("t")


def shown(text, start="== Optimized"):
    """The plans from one on; ids by the order in which they come in them."""
    ids = {}
    text = re.sub(r"_common_expr_\d+", "_common_expr", text[text.index(start):])
    return re.sub(r"#\d+", lambda m: ids.setdefault(m.group(), f"#{len(ids)}"), text)


def explained(frame):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        frame.explain(True)
    return text.getvalue()


def plans(*frames):
    for frame in frames:
        print(shown(explained(frame)))


def lines(*calls, form="{} FILTER (WHERE c > 3)"):
    """Of the plans the lines of the aggregates alone."""
    for call in calls:
        text = shown(explained(spark.sql("select b, " + form.format(call) + " from t group by b")))
        print(*[line for line in text.split("\n") if "Aggregate" in line], sep="\n")


def by_b(*calls):
    plans(*[t.groupBy("b").agg(F.expr(call).alias("o")) for call in calls])


# --- case: replaced_by_others
by_b("bool_and(p)", "some(a = 1)", "any_value(a)", "any_value(a, true)", "any_value(a) IGNORE NULLS", "regr_count(a, c)", "regr_avgx(a, c)", "regr_avgy(a, d)", "regr_sxx(a, c)", "regr_syy(a, c)", "median(a)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY a)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC)")

# --- case: replaced_and_shared
by_b("median(a) + percentile(a, 0.5)", "bool_or(p) = max(p)", "regr_count(a, c) + count(a, c)")

# --- case: analyzed
for call in ["median(a)", "bool_and(p)", "first(a)", "percentile(a, 0.5)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC)", "percentile_disc(0.5) WITHIN GROUP (ORDER BY a)", "regr_avgx(DISTINCT a, c)", "listagg(b)", "mode(a)", "collect_set(DISTINCT a)", "kll_sketch_agg_bigint(a)"]:
    print(shown(explained(t.selectExpr(call + " as o")), "== Analyzed").split("\n== Optimized")[0])

# --- case: replaced_in_windows
plans(*[spark.sql(f"select b, {call} OVER (PARTITION BY b) as o from t") for call in ["every(a = 1)", "bool_or(p)", "any_value(a)", "median(a)", "regr_avgx(a, c)", "first(a)", "collect_list(a)", "mode(a)", "regr_sxx(a, c)"]])

# --- case: hidden_fields
by_b("first(a)", "last(a, true)", "first_value(a, true)", "first_value(a) IGNORE NULLS", "collect_list(a)", "array_agg(a)", "collect_set(a)", "percentile(a, 0.5)", "percentile(d, array(0.25, 0.5), a)", "percentile_disc(0.5) WITHIN GROUP (ORDER BY a DESC)", "approx_percentile(a, 0.5)", "percentile_approx(c, 0.5, 100)", "mode(a)", "mode(a, true)", "mode() WITHIN GROUP (ORDER BY a DESC)", "listagg(b)", "string_agg(b, ',') WITHIN GROUP (ORDER BY a DESC, b)", "histogram_numeric(a, 2)", "max_by(a, c)", "max_by(a, c, 2)", "min_by(a, c, 2)")

# --- case: hidden_fields_of_sketches
by_b("approx_count_distinct(a)", "approx_count_distinct(b, 0.1D)", "count_min_sketch(a, 0.5D, 0.5D, 1)", "hll_sketch_agg(a)", "hll_union_agg(x, true)", "theta_sketch_agg(a)", "theta_union_agg(x, 8)", "theta_intersection_agg(x)", "tuple_sketch_agg_double(a, c)", "tuple_union_agg_integer(x, 8, 'max')", "tuple_intersection_agg_double(x)", "kll_sketch_agg_bigint(a)", "kll_sketch_agg_double(c, 100)", "kll_merge_agg_bigint(x)", "vector_sum(r)", "bitmap_construct_agg(a)", "bitmap_or_agg(x)")

# --- case: with_filters
lines("bool_and(p)", "any_value(a)", "median(a)", "regr_avgx(a, c)", "regr_count(a, c)", "first(a)", "mode(a)", "approx_count_distinct(a)", "listagg(b, ',')", "percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC)")

# --- case: of_distinct_values
lines("bool_and(DISTINCT p)", "any_value(DISTINCT a)", "median(DISTINCT a)", "regr_avgx(DISTINCT a, c)", "regr_sxx(DISTINCT a, c)", "regr_count(DISTINCT a, c)", "first(DISTINCT a)", "listagg(DISTINCT a, ',')", "collect_list(DISTINCT a)", "try_avg(DISTINCT d)", form="{}")
plans(t.selectExpr("regr_syy(DISTINCT a, c)"))

# --- case: values_of_distinct_pairs
v = spark.createDataFrame([(1, 1.0), (1, 2.0), (2, 2.0), (2, None), (None, 5.0), (3, 2.0)], "a int, c double")
print(v.selectExpr("regr_sxx(DISTINCT a, c)", "regr_syy(DISTINCT a, c)", "regr_avgx(DISTINCT a, c)", "regr_avgy(DISTINCT a, c)", "regr_count(DISTINCT a, c)").collect())
print(v.selectExpr("percentile(a, 0.3)", "percentile(DISTINCT a, array(0.1, 0.9))", "median(cast(a as decimal(10,2)))", "percentile_cont(0.2) WITHIN GROUP (ORDER BY c DESC)", "percentile(cast(a as bigint), 0.2, cast(c as int))", "typeof(median(a))", "typeof(percentile(cast(a as decimal(3,1)), array(0.5)))").collect())

# --- case: names_with_clauses
print(t.selectExpr("string_agg(b, ',') WITHIN GROUP (ORDER BY a)", "string_agg(b)", "first_value(a) IGNORE NULLS", "last_value(a) RESPECT NULLS", "any_value(a) IGNORE NULLS", "first_value(a)").columns)
print(spark.sql("select last_value(a) IGNORE NULLS OVER (ORDER BY b), last_value(a) OVER (ORDER BY b) from t").columns)

# --- case: first_rows_of_duplicates
plans(t.select("a", "b", "c").dropDuplicates(["b"]), t.groupBy("b").pivot("a", [1, 2]).agg(F.sum("c")), t.groupBy("b").agg(F.try_sum("a"), F.try_avg("d"), F.product("a")))

# --- case: nulls_respected
n = spark.createDataFrame([(1, "a", None), (None, "b", 2.0), (5, "b", 3.0), (-7, "c", 3.0), (None, None, None)], "a int, b string, c double").coalesce(1)
n.createOrReplaceTempView("n")
for call in ["collect_list(a)", "collect_set(a)", "collect_set(b)", "collect_set(c)", "collect_union(array(a, null))", "collect_union(if(a is null, null, array(a)))", "collect_list(a) FILTER (WHERE c IS NULL)", "first_value(c)", "any_value(c)", "max_by(a, c)"]:
    r = spark.sql(f"select {call} RESPECT NULLS from n")
    print(r.columns, r.schema[0].dataType.jsonValue(), r.collect()[0][0])
print(spark.sql("select collect_list(a) RESPECT NULLS x, collect_list(a) y, collect_list(a) IGNORE NULLS z, collect_list(a) RESPECT NULLS OVER (ORDER BY b) w from n group by a, b order by b, a").collect())
print(spark.sql("select sort_array(array_agg(DISTINCT a) RESPECT NULLS) from n").collect())
print(spark.sql("select collect_set(a) RESPECT NULLS OVER (), collect_list(a) RESPECT NULLS OVER (ORDER BY b) from n").collect())
plans(spark.sql("select b, collect_set(a) RESPECT NULLS, collect_list(a) RESPECT NULLS, collect_list(a) from n group by b"))
for call in ["max_by(a, c)", "min_by(a, c, 2)", "listagg(b)"]:
    try:
        spark.sql(f"select {call} IGNORE NULLS from n")
    except Exception as error:
        print(error.getCondition())

# --- case: arguments_shared
by_b("count_if(p)", "count_if(a = 1)", "count_if(p) + count_if(p)", "count_if(c > a) + max(a)", "count_if(DISTINCT a = 1)", "nullif(max(a), 2)", "sum(nullif(a + 1, 2))", "count_if(true)")
plans(
    t.groupBy("b").agg(F.expr("count_if(a = 1)"), F.expr("count_if(a = 1) + 1"), F.expr("count_if(a = 2)"), F.max("a")),
    t.groupBy(F.expr("a + 1")).agg(F.expr("count_if(a = 1)")),
    spark.sql("select b, count_if(a = 1) filter (where c > 3) from t group by b having count_if(a = 1) > 2"),
    spark.sql("select b, count_if(a = 1) over (partition by b), count_if(p) over (partition by b) from t"),
    t.rollup("b").agg(F.expr("count_if(a = 1)")),
    t.selectExpr("nullif(a + 1, 2)", "nullif(a, 2)", "nullif(rand(1), 2)", "a + 1 between 2 and 3", "case when a > 1 then nullif(a * 3, 2) end"),
    t.filter("nullif(a + 1, 2) > 3"),
    t.filter("a + 1 between 2 and 3"),
    t.orderBy(F.expr("nullif(a + 1, 2)")),
    t.join(t.selectExpr("a as z"), F.expr("nullif(a + 1, 2) = z"), "left"),
    t.groupBy(F.expr("nullif(a + 1, 2)")).agg(F.expr("max(nullif(c + 1, 2))")),
)
print(spark.sql("select count_if(x > 1), count_if(DISTINCT x > 1), count_if(x is null), count_if(x > 1) + count_if(x < 2), nullif(max(x) + 1, 4) from values (1), (2), (3), (null) v(x)").collect())
