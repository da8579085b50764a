# Where Spark makes no code: below some functions, in the arguments of aggregates that keep objects, in projections of rows that a
# query holds itself. Arguments are asked for in another order there, and a few values and errors are others.
from decimal import Decimal

from pyspark.errors import PySparkException

far = Decimal("-9999999999999999999999999999.9999999999")
t = spark.createDataFrame([(far, [far], {1: far}, 2147483647, None, 1, [1])] * 2, "d decimal(38,10), a array<decimal(38,10)>, m map<int,decimal(38,10)>, n int, z int, i int, r array<int>")
t.createOrReplaceTempView("t")
MOMENT = "cast(d as timestamp)"
TOO_MANY = "size(array_repeat(i, n))"
NULL_FIRST = "concat(string(z), string(1 div (i - 1)))"


def told(*queries):
    for query in queries:
        try:
            print(query, [[str(cell) for cell in row] for row in spark.sql(query).collect()])
        except PySparkException as error:
            print(query, type(error).__name__, error.getCondition(), sorted((error.getMessageParameters() or {}).items()))


def selected(*expressions):
    told(*(f"SELECT string({each}) FROM t" for each in expressions))


# --- case: bodies_of_lambdas
selected("transform(a, x -> cast(x as timestamp))", f"transform(r, x -> {MOMENT})", "filter(a, x -> date_format(cast(x as timestamp), 'SSSSSS') = '887232')", "exists(a, x -> date_format(cast(x as timestamp), 'SSSSSS') = '887232')", "forall(a, x -> date_format(cast(x as timestamp), 'SSSSSS') = '887232')", "aggregate(a, timestamp'2020-01-01', (s, x) -> cast(x as timestamp))", f"aggregate(a, timestamp'2020-01-01', (s, x) -> s, s -> {MOMENT})")
selected("zip_with(a, a, (x, y) -> cast(x as timestamp))", "transform_values(m, (k, v) -> cast(v as timestamp))", "transform_keys(m, (k, v) -> cast(v as timestamp))", "map_filter(m, (k, v) -> date_format(cast(v as timestamp), 'SSSSSS') = '887232')", "map_zip_with(m, m, (k, v, w) -> cast(v as timestamp))")

# --- case: arguments_beside_lambdas
selected(f"array_sort(array({MOMENT}))", f"array_sort(array({MOMENT}), (l, r) -> 0)", f"transform(array({MOMENT}), x -> x)", f"filter(array({MOMENT}), x -> true)", f"aggregate(r, {MOMENT}, (s, x) -> s)", f"zip_with(array({MOMENT}), r, (x, y) -> x)", f"map_filter(map(1, {MOMENT}), (k, v) -> true)", f"transform(array_sort(array({MOMENT})), x -> x)", f"array_sort(transform(r, x -> {MOMENT}))")

# --- case: errors_of_arrays_that_none_holds
selected("transform(r, x -> size(array_repeat(x, n)))", "zip_with(r, r, (x, y) -> size(array_repeat(x, n)))", f"transform(array({TOO_MANY}), x -> x)", f"zip_with(array({TOO_MANY}), r, (x, y) -> x)", f"from_json(string({TOO_MANY}), 'a int')", f"from_csv(string({TOO_MANY}), 'a int')")

# --- case: which_arguments_are_asked_for
selected("transform(r, x -> concat(string(z), string(1 div (x - 1))))", "zip_with(r, r, (x, y) -> concat(string(z), string(1 div (x - 1))))", NULL_FIRST, f"transform(array({NULL_FIRST}), x -> x)", f"array_sort(array({NULL_FIRST}))")

# --- case: arguments_of_aggregates_that_keep_objects
for aggregate in ["collect_list({})", "collect_set({})", "array_agg({})", "mode({})", "listagg(string({}), ',')", "histogram_numeric({}, 1)", "collect_list(struct({}))", "approx_percentile({}, 0.5)", "collect_list(DISTINCT {})", "max({})", "first({})", "max_by({}, i)"]:
    told(f"SELECT {aggregate.format(MOMENT)} FROM t", f"SELECT i, {aggregate.format(MOMENT)} FROM t GROUP BY i")

# --- case: errors_of_arguments_of_aggregates
for aggregate in ["collect_list({})", "mode({})", "percentile({}, 0.5)", "hll_sketch_agg({})", "max({})", "max_by({}, i)", "bool_and({} > 1)", "any_value({})", "sum({})"]:
    told(f"SELECT {aggregate.format(TOO_MANY)} FROM t")
for aggregate in ["collect_list({})", "approx_count_distinct({})", "count_min_sketch({}, 0.5d, 0.5d, 1)", "max({})", "count({})"]:
    told(f"SELECT {aggregate.format(NULL_FIRST)} FROM t")

# --- case: conditions_of_aggregates
told(f"SELECT sum(i) FILTER (WHERE date_format({MOMENT}, 'SSSSSS') = '887232'), collect_list(i) FILTER (WHERE date_format({MOMENT}, 'SSSSSS') = '887232') FROM t")

# --- case: windows_and_pivots
told(f"SELECT mode({MOMENT}) OVER (PARTITION BY i), collect_list({MOMENT}) OVER (PARTITION BY i) FROM t", f"SELECT * FROM (SELECT i, d FROM t) PIVOT (collect_list({MOMENT}) FOR i IN (1))")

# --- case: rows_of_the_query
told(*(query.format(f"VALUES (CAST('{far}' AS DECIMAL(38,10))) v(d)") for query in [f"SELECT {MOMENT} FROM {{}}", f"SELECT 1 FROM {{}} WHERE date_format({MOMENT}, 'SSSSSS') = '887232'", f"SELECT 2 FROM {{}} WHERE date_format({MOMENT}, 'SSSSSS') = '887233'", f"SELECT max({MOMENT}) FROM {{}}", f"SELECT collect_list({MOMENT}) FROM {{}}"]))

# --- case: repeated_expressions
told(f"SELECT {MOMENT}, array_sort(array({MOMENT})), transform(array({MOMENT}), x -> {MOMENT}) FROM t")
