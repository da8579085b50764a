# Functions called with arguments at the border of what they take: each query's rows, or its error's condition and parameters.
def tell(*queries):
    for query in queries:
        try:
            print(spark.sql(query).collect())
        except Exception as e:
            print(type(e).__name__, e.getCondition(), sorted((e.getMessageParameters() or {}).items()))


# --- case: mode_arguments
tell(
    "select mode(c, 'yes') from values (1), (2) t(c)",
    "select mode(c, 3) from values (1), (2) t(c)",
    "select mode(c, null) from values (1), (2) t(c)",
    "select mode(c, cast(null as boolean)) from values (1), (2) t(c)",
    "select mode(distinct c) from values (1), (2) t(c)",
    "select mode(distinct c) within group (order by c) from values (1), (2) t(c)",
    "select percentile_cont(distinct 0.5) within group (order by c) from values (1), (2) t(c)",
    "select mode(c, true) from values (map(2, 3)), (map(1, 2)) t(c)",
    "select mode(c, true) from values (map(5, 3, 1, 1)), (map(1, 9)), (map(1, 1)) t(c)",
)

# --- case: distinct_constants_beside_others
result = spark.sql("""
    select count(distinct 7, 8), count(distinct 7), count(distinct 7, c), count(distinct c, 7), count(distinct null, 7),
           collect_list(distinct 4), sum(distinct 5), count(distinct c)
    from values (1), (2), (2), (null) t(c)""")

# --- case: nanvl_asks_its_second_argument_only_for_nan
tell(
    "select nanvl(c, 1 / 0) from values (2.5D), (null) t(c)",
    "select nanvl(c, c / (c - c)) from values (2.5D) t(c)",
    "select nanvl(c, 1 / 0) from values (double('nan')) t(c)",
    "select nanvl(c, d) from values (double('nan'), 4D), (1D, 5D), (null, 6D), (double('nan'), null) t(c, d)",
)

# --- case: flags_and_sizes_are_not_cast
tell(
    "select sort_array(array('x', 'a'), '0')",
    "select sort_array(array('x', 'a'), 0)",
    "select sort_array(array('x', 'a'), null)",
    "select hll_sketch_agg(c, '10') from values (1) t(c)",
    "select hll_sketch_agg(c, 10L) from values (1) t(c)",
    "select kll_sketch_agg_bigint(c, '10') from values (1L) t(c)",
    "select kll_sketch_agg_bigint(c, null) from values (1L) t(c)",
    "select kll_sketch_agg_bigint(id, cast(id as int)) from range(3)",
)

# --- case: kll_questions
sketch = "(select kll_sketch_agg_bigint(c) k, min(c) c from values (1L), (4L) t(c))"
tell(
    f"select kll_sketch_get_quantile_bigint(k, true) from {sketch}",
    f"select kll_sketch_get_quantile_bigint(k, array('0.5')) from {sketch}",
    f"select kll_sketch_get_quantile_bigint(k, c / 8) from {sketch}",
    f"select kll_sketch_get_rank_bigint(k, c) from {sketch}",
    f"select kll_sketch_get_rank_bigint(k, array(1, cast(c as int))) from {sketch}",
    f"select kll_sketch_get_quantile_bigint(k, '0.9'), kll_sketch_get_rank_bigint(k, array(1L, 4L)) from {sketch}",
)

# --- case: fold_into_structs_of_other_names
result = spark.sql("""
    select aggregate(array(4, 6), (0 as total, 0 as n), (a, x) -> (a.total + x, a.n + 1), a -> a.total / a.n) as mean,
           aggregate(array(4, 6), named_struct('a', 0), (a, x) -> named_struct('b', a.a + x)) as last,
           aggregate(array(4, 6), array(0), (a, x) -> array(x)) as list,
           reduce(array(4, 6), map(1, 2), (a, x) -> a) as same""")

# --- case: fold_into_another_type
result = spark.sql("select aggregate(array(4, 6), named_struct('a', 0), (a, x) -> named_struct('b', 1L))")

# --- case: make_timestamp_of_no_time
result = spark.sql("select make_timestamp(date '2020-02-03', null) a, make_timestamp_ntz(null, null) b, try_make_timestamp_ltz(date '2020-02-03', null, 'UTC') c")
