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

# --- case: membership_asks_item_after_item
tell(
    "select 3 in (3, cast('x' as int)), 3 not in (3, 1 / 0)",
    "select 4 in (3, cast('x' as int))",
    "select c in (3, cast(d as int)), c in (null, 3) from values (3, 'x'), (3, null) t(c, d)",
    "select c in (4, cast(d as int)) from values (3, 'x') t(c, d)",
    "select c, c in (d, c + 1, d + 1) from values (3, 2), (3, null), (null, 3), (9, 5) t(c, d)",
    "select timestamp '2020-01-01' in (timestamp '2020-01-01', cast(1 as string))",
)

# --- case: names_in_errors_of_builders
tell(
    "select ceil(1.5, 0, 0)",
    "select floor(x -> x)",
    "select explode_outer(7)",
    "select posexplode_outer(named_struct('a', 1))",
    "select inline_outer(array(1, 2))",
    "select posexplode(array(5, 6)) as (a, b, c)",
    "select json_tuple()",
    "select percentile_cont(0.5) within group (order by c, d) from values (1, 2) t(c, d)",
    "select percentile_disc(0.5) within group (order by c, d) from values (1, 2) t(c, d)",
    "select format_string('%0$s', 'x')",
)

# --- case: operands_of_different_kinds
tell(
    "select null / interval '3' month",
    "select timestamp '2020-01-01' / date '2020-01-01'",
    "select date '2020-01-01' * timestamp '2020-01-01'",
    "select date '2020-01-01' / date '2020-01-01'",
    "select '4' + date '2020-01-01'",
    "select date '2020-01-01' + '4'",
    "select interval '-178956970-8' year to month / -1",
    "select interval '-106751991 04:00:54.775808' day to second / -1L",
    "select interval '-106751991 04:00:54.775808' day to second / -1.0",
)

# --- case: keys_of_two_maps
tell(
    "select map_zip_with(map(2.5BD, 1), map(2L, 3), (k, a, b) -> a)",
    "select map_zip_with(map(2.5BD, 1), map(2D, 3), (k, a, b) -> b)",
)
result = spark.sql("select map_zip_with(map(date '2020-01-02', 1), map(timestamp '2020-01-02', 3), (k, a, b) -> a + b) m")

# --- case: variant_beside_text
result = spark.sql("select coalesce(parse_json('{}'):a, 'none') a, if(true, parse_json('3'), 'x') b")

# --- case: binary_of_constants
tell(
    "select try_to_binary('abc', 7), try_to_binary('abc', null), try_to_binary('YWJ=  =', 'base64')",
    "select to_binary(' YW Jj ', 'base64'), unbase64(' YW Jj ')",
    "select to_binary(' ab cdef= = ', 'base64')",
    "select unbase64('YW= =')",
)

# --- case: sizes_of_sketches
tell(
    "select theta_sketch_agg(c, '10') from values (1) t(c)",
    "select theta_sketch_agg(c, c) from values (10), (11) t(c)",
    "select theta_sketch_agg(c, null) from values (1) t(c)",
    "select theta_union_agg(c, length(c)) from (select theta_sketch_agg(1) c)",
    "select theta_union(c, c, '10') from (select theta_sketch_agg(1) c)",
    "select hll_sketch_agg(c, c) from values (10), (11) t(c)",
    "select hll_sketch_agg(c, 2) from values (10), (11) t(c)",
    "select hll_sketch_agg(c, null) from values (10), (11) t(c)",
    "select hll_union_agg(c, 'true') from (select hll_sketch_agg(1) c)",
    "select hll_union(c, c, 'true') from (select hll_sketch_agg(1) c)",
)

# --- case: averages_of_timestamps
result = spark.sql("""
    select avg(c) a, sum(c) s, try_avg(c) t, avg(distinct c) d, count(*) n
    from values (timestamp '2020-01-01'), (timestamp '2020-01-03'), (null) t(c)""")

# --- case: averages_of_dates
tell("select avg(date '2020-01-01')", "select sum(timestamp_ntz '2020-01-01')", "select stddev(timestamp '2020-01-01')")

# --- case: binary_in_xml
spark.sql("""
    select from_xml('<r><a>[61 6B]</a></r>', 'a binary') a, from_xml('<r><a>c7</a></r>', 'a binary') b, from_xml('<r><a>[]</a></r>', 'a binary') c,
           from_xml('<r><a>616B</a></r>', 'a binary') d, from_xml(to_xml(named_struct('a', X'00FF')), 'a binary') e""").show(truncate=False)

# --- case: texts_beside_dates_without_ansi
# conf: spark.sql.ansi.enabled=false
tell(
    "select date_add('2021-11-11', '2.5')",
    "select date_sub('2021-11-11', 'two')",
    "select date_add('2021-11-11', '2'), date_sub('2021-11-11', '2')",
    "select date_add('2021-11-11', c) from values ('2') t(c)",
    "select date '2021-11-11' - '2021-11-01'",
    "select '2021-11-11' - date '2021-11-01', date '2021-11-11' - null",
    "select date '2021-11-11' + '3'",
    "select '3' + date '2021-11-11'",
    "select timestamp '2021-11-11 11:11:11' - '2021-11-11 11:11:10'",
    "select '2021-11-11 11:11:11' - timestamp '2021-11-11 11:11:10'",
    "select coalesce(parse_json('4'), 'x')",
)

# --- case: times_as_small_numbers_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select cast(time '23:59:59' as tinyint) a, cast(time '23:59:59' as smallint) b, cast(time '00:00:07' as tinyint) c, cast(time '23:59:59' as int) d")

# --- case: fields_of_times_that_are_off
tell("select extract(hour from time '10:20:30')", "select date_part('second', time '10:20:30')", "select hour(time '10:20:30')")

# --- case: days_of_years_in_patterns
tell(
    "select to_timestamp('31-365', 'dd-DDD'), to_timestamp('12-365', 'MM-DDD'), to_date('2020-30-365', 'yyyy-dd-DDD'), to_date('2020-12-350', 'yyyy-MM-DDD')",
    "select to_timestamp('2020-12-15 350', 'yyyy-MM-dd D')",
    "select to_timestamp('2020-12-15 351', 'yyyy-MM-dd D')",
    "select to_timestamp('30-365', 'dd-DDD')",
    "select to_timestamp('11-365', 'MM-DDD')",
    "select to_timestamp('2020-01-365', 'yyyy-dd-DDD')",
    "select to_timestamp('2020-10-350', 'yyyy-MM-DDD')",
    "select to_timestamp('366', 'D')",
    "select to_timestamp('2021 366', 'yyyy D')",
)

# --- case: fields_read_twice
tell(
    "select to_timestamp('1234 2019-10-06 10:11:12.1234', 'SSSS yyyy-MM-dd HH:mm:ss.SSSS')",
    "select to_timestamp('2234 2019-10-06 10:11:12.1234', 'SSSS yyyy-MM-dd HH:mm:ss.SSSS')",
    "select to_date('05 2019-06-05', 'MM yyyy-MM-dd')",
    "select to_date('06 2019-06-05', 'MM yyyy-MM-dd'), try_to_timestamp('05 2019-06-05', 'MM yyyy-MM-dd')",
    "select to_timestamp('2019-10-06 10:11:12.', 'yyyy-MM-dd HH:mm:ss.SSS')",
    "select to_timestamp('2019-10-06 10:11:12', 'yyyy-MM-dd HH:mm:ss[.SSS]'), to_timestamp('2019-10-06 10:11:12.5', 'yyyy-MM-dd HH:mm:ss[.SSS]')",
)

# --- case: times_by_patterns
tell(
    "select date_format(time '13:02:03.5', 'hh:mm a SSS'), to_char(time '13:02:03', 'H'), to_varchar(time '13:02:03', 'HH mm'), date_format(time '00:02:03.123456', 'kk KK S [SSSSSS]')",
    "select date_format(time '13:02:03', 'yyyy')",
    "select date_format(time '13:02:03', 'z')",
    "select date_format(time '13:02:03', 'A')",
    "select date_format(time '13:02:03', null), date_format(time '13:02:03', 5)",
    "select date_format(time '13:02:03', c) from values ('HH'), ('mm') t(c)",
)

# --- case: formats_of_to_binary_that_are_none
tell("select to_binary('abc', 'NoFormat')", "select to_binary('abc', 1)", "select to_binary('abc', true)", "select to_binary('abc', array(1))")

# --- case: time_without_time_zone
# conf: spark.sql.timeType.enabled=true
result = spark.sql("select cast(cast('10:00' as time without time zone) as string) a, cast(cast('10:00:00.12345' as time(3) without time zone) as string) b")

# --- case: texts_in_arithmetic_without_ansi
# conf: spark.sql.ansi.enabled=false
tell(
    "select timestamp '2021-11-11 11:11:11' + '4'",
    "select '4' - true",
    "select array(4) * '4'",
    "select '4' / date '2020-01-01'",
    "select 'four' div true",
)

# --- case: constant_texts_as_days_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select date_sub(date '2021-11-11', '4') a, date_add('2021-11-11', '4') b, date_add(c, '4') d from values (date '2020-01-01') t(c)")
