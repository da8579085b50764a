"""What the fuzzer and the grids around its finds showed in the analyzer, the optimizer and the aggregates: names, types, nullability, refusals."""

import datetime

from pyspark.sql import Window
from pyspark.sql import functions as F

nested = spark.sql(
    "select 1 i, 'x' str, timestamp'2020-01-01' ts, named_struct('a', 1, 'b', 'y', 't', named_struct('x', 1)) s, array(1, 2) a, map('k', 1) m, array(named_struct('p', 1)) p"
)

# --- case: pair_aggregates_of_infinities
inf, nan = float("inf"), float("nan")
pairs = ["corr(a, b)", "covar_pop(a, b)", "covar_samp(a, b)", "regr_sxx(a, b)", "regr_syy(a, b)", "regr_sxy(a, b)", "regr_slope(a, b)", "regr_intercept(a, b)", "regr_r2(a, b)", "var_pop(a)", "stddev(b)", "skewness(a)", "kurtosis(b)"]
t = spark.createDataFrame([(1, inf, 1.5), (1, 1.5, 1.5), (2, 1.5, 1e308), (3, nan, 1e308), (4, 1e308, inf), (5, inf, 1e308), (6, 1.5, 2.5), (6, 1.5, None)], "k int, a double, b double")
result = t.repartition(3).groupBy("k").agg(*[F.expr(e) for e in pairs])

# --- case: pair_aggregates_of_tiny_numbers
t = spark.createDataFrame([(1e-100, 1e-100), (2e-100, 3e-100)], "a double, b double")
result = t.agg(F.expr("corr(a, b)"))

# --- case: pair_aggregates_of_tiny_numbers_without_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([(1e-100, 1e-100), (2e-100, 3e-100)], "a double, b double")
result = t.agg(F.expr("corr(a, b)"), F.expr("regr_r2(a, b)"), F.expr("skewness(a)"), F.expr("kurtosis(a)"), F.expr("regr_slope(a, b)"), F.expr("stddev(a)"))

# --- case: names_of_casts_of_fields
result = nested.select(F.col("s.a").cast("string"), F.col("s.a").cast("long").cast("string"), F.expr("cast(s.a as long)"), F.col("s.a").try_cast("long"), F.col("s").getField("a").cast("long"), F.col("s.a").alias("q").cast("string"), F.col("i").alias("q").cast("string").cast("binary"), nested["s.a"].cast("string"), F.expr("cast(p.p as array<string>)"))

# --- case: names_of_casts_of_fields_in_sql
nested.createOrReplaceTempView("nested")
result = spark.sql("select cast(s.a as string), cast(cast(s.a as string) as int), s.a::long, cast(nested.s.a as string), cast(i as string) from nested")

# --- case: names_of_aliases_below_casts
result = spark.createDataFrame([(1,), (2,)], "i int").groupBy(F.col("i").alias("q").cast("string")).agg(F.max(F.col("i").alias("z").cast("string")), F.max(F.col("i").alias("z")).cast("string"))

# --- case: metadata_of_an_alias_below_another
result = nested.select(F.col("i").alias("i", metadata={"x": 1}).alias("n"), F.col("i").alias("i", metadata={"x": 1}).alias("k", metadata={}))

# --- case: names_of_functions_without_brackets
result = spark.sql("select typeof(current_date) = 'date', current_user = current_user, session_user = user, typeof(current_timestamp)").columns

# --- case: functions_without_brackets_are_not_marked
result = [(f.name, f.metadata) for f in spark.sql("select current_date, current_timestamp, current_user, user, session_user").schema]

# --- case: localtimestamp_needs_brackets
result = spark.sql("select localtimestamp")

# --- case: names_of_paths_of_variants
result = spark.sql("select v:a, v:a.b, v:a[0], v:['c d'], v:[0], v:a::int, v:a::int::string, upper(v:a::string) from (select parse_json('{}') v)")

# --- case: grouping_by_a_window_over_an_aggregate
result = nested.groupBy(F.max("i").over(Window.partitionBy())).count()

# --- case: grouping_by_a_window_in_sql
nested.createOrReplaceTempView("nested")
result = spark.sql("select row_number() over (order by i), count(*) from nested group by row_number() over (order by i)")

# --- case: grouping_by_rows_of_an_array_in_sql
nested.createOrReplaceTempView("nested")
result = spark.sql("select explode(a), count(*) from nested group by explode(a)")

# --- case: grouping_by_rows_of_constants
result = nested.groupBy(F.expr("stack(2, 1, 2)")).count()

# --- case: elements_said_to_be_null
result = spark.sql("select array_append(array(1, 2), 9) a, array_prepend(array(1), 9) b, map_values(map(1, 'a')) c, get(array(1, 2), 0) d, get(array(1, 2), 5) e, bit_and(NULL) f")

# --- case: timestamps_made_without_ansi_may_be_null
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select make_timestamp_ntz(2024, 1, 31, 1, 31, 60) a, make_timestamp_ntz(10000, 31, 1, -1, 31, 60) b, make_timestamp(2024, 1, 31, 1, 31, 60) c")

# --- case: element_at_a_null_key
result = spark.sql("select element_at(map('a', 1), NULL), try_element_at(map('a', 1), NULL), to_csv(NULL)")

# --- case: percentages_that_are_columns
result = spark.createDataFrame([(1, [0.5])], "a int, p array<double>").selectExpr("percentile(a, p)")

# --- case: format_of_to_binary_in_a_column
result = spark.createDataFrame([("abc", "hex")], "a string, f string").selectExpr("to_binary(a, f)")

# --- case: ranks_of_columns_in_kll_sketches
result = spark.createDataFrame([(1,)], "a bigint").groupBy("a").agg(F.expr("kll_sketch_agg_bigint(a)").alias("s")).selectExpr("kll_sketch_get_rank_bigint(s, a)")

# --- case: first_ignoring_nulls_is_written_out
result = spark.sql("select first(1, coalesce(true, NULL))")

# --- case: sets_of_arrays_and_structs
s = spark.createDataFrame([(1, "null"), (2, "{}"), (7, "null"), (None, ""), (100000, None)], "x int, y string")
result = s.selectExpr("struct(x, y) s", "array(x, NULL) a", "cast(x * 1.25 as decimal(12, 3)) d", "cast(y as binary) b").agg(F.collect_set("s"), F.collect_set("a"), F.expr("collect_union(array(s, NULL))"), F.collect_set("d"), F.collect_set("b"))

# --- case: elements_of_an_intersection
# conf: spark.sql.ansi.enabled=false
l = spark.createDataFrame([("2024-01-01",), (None,)], "a string").selectExpr("split(a, ' ') c", "array(1) d")
r = spark.createDataFrame([([datetime.date(2024, 1, 1)], [1, None])], "c array<date>, d array<int>")
result = l.intersect(r)

# --- case: elements_of_a_difference
l = spark.createDataFrame([(1,)], "a int").selectExpr("array(1L, 2L) c", "array(named_struct('a', 1)) d")
result = l.exceptAll(spark.createDataFrame([(1, None)], "a int, b int").selectExpr("array(a, b) c", "array(named_struct('a', b)) d"))

# --- case: options_that_are_no_map_written_out
result = spark.sql("select from_csv(a, 'x int', o) from values ('1', map('mode', 'FAILFAST')) t(a, o)")

# --- case: lambdas_in_errors
result = spark.range(1).selectExpr("transform(id, (x, i) -> upper(x) || i)")

# --- case: sample_joined_with_its_origin
df = spark.createDataFrame([(1, 10), (2, 20)], "k int, v int").select("k", "v")
s = df.sample(1.0, seed=1)
result = df.join(s, s.k == df.k).toDF("a", "b", "c", "d").union(s.crossJoin(s))

# --- case: origin_of_a_renamed_column_joined
df = spark.createDataFrame([(1, 10), (2, 20), (2, 5)], "k int, v int")
r = df.withColumnRenamed("v", "v")
result = df.join(r, df.k == r.k).filter(df.v > r.v).select(df.v, r.v)

# --- case: origin_of_an_aliased_column_joined
df = spark.createDataFrame([(1, 10), (2, 20), (2, 5)], "k int, v int")
r = df.select(df.k.alias("c"), "v")
result = r.join(df, (r.c == df.k) & (df.v > 5))

# --- case: largest_of_each_group_joined
df = spark.createDataFrame([(1, 10), (2, 20), (2, 5)], "k int, v int")
m = df.groupBy("k").agg(F.max("v").alias("m"))
result = df.join(m, (df.k == m.k) & (df.v == m.m)).select(df.k, df.v)

# --- case: columns_of_both_sides_compared_crosswise
df = spark.createDataFrame([(1, 10), (2, 20)], "k int, v int")
l, r = df.select("*"), df.filter("v > 0")
result = l.join(r, l.k == r.v)

# --- case: column_of_an_origin_in_a_sum
df = spark.createDataFrame([(1, 10), (2, 20)], "k int, v int")
r = df.filter("v > 0")
result = df.join(r, df.k + 1 == r.k)

# --- case: a_calendar_interval_beside_null
result = spark.sql("SELECT try_subtract(NULL, make_interval(1))")

# --- case: null_beside_a_calendar_interval
result = spark.sql("SELECT make_interval(2) + NULL AS x")

# --- case: field_of_date_part_that_is_no_text
result = spark.range(1).selectExpr("date_part(1, timestamp'2024-01-01 00:00:00')")

# --- case: time_of_a_number
result = spark.range(1).selectExpr("to_unix_timestamp('2016-04-08', true)")

# --- case: pattern_of_to_binary_from_a_column
result = spark.range(1).selectExpr("to_binary('abc', id)")

# --- case: pattern_of_try_to_binary_from_a_column
result = spark.range(1).selectExpr("try_to_binary('abc', cast(id as string))")

# --- case: order_of_sort_array_from_a_column
result = spark.range(1).selectExpr("sort_array(array(1), id)")

# --- case: sample_of_json_from_a_column
result = spark.range(1).selectExpr("schema_of_json(id)")

# --- case: mask_without_arguments
result = spark.range(1).selectExpr("mask()")

# --- case: variant_set_without_path
result = spark.range(1).selectExpr("variant_set(parse_json('1'))")

# --- case: sketch_of_tuples_without_summary
result = spark.range(1).selectExpr("tuple_sketch_agg_double(id)")

# --- case: nth_value_without_place
result = spark.range(1).selectExpr("nth_value(id) over (order by id)")

# --- case: try_make_interval_of_a_boolean
result = spark.range(1).selectExpr("try_make_interval(true)")

# --- case: try_make_timestamp_of_a_boolean
result = spark.range(1).selectExpr("try_make_timestamp(true, 1, 1, 1, 1, 1)")

# --- case: text_beside_a_number_in_or
result = spark.range(1).selectExpr("'a' or id")

# --- case: text_beside_a_double_in_bits
result = spark.range(1).selectExpr("'a' & 1.5D")

# --- case: null_beside_a_double_in_bits
result = spark.range(1).selectExpr("NULL | 1.5D")

# --- case: text_divided_wholly_by_a_double
result = spark.range(1).selectExpr("'12' div 1.5D")

# --- case: format_of_to_number_from_a_column
result = spark.range(1).selectExpr("to_number('454', id)")

# --- case: rough_percentiles_of_intervals
result = spark.range(1).selectExpr("percentile_approx(make_interval(1), 0.5)")

# --- case: timestamp_of_an_array
result = spark.range(1).selectExpr("to_timestamp(array(1))")

# --- case: place_of_get_that_is_an_interval
result = spark.range(1).selectExpr("get(array(1), interval 1 day)")

# --- case: variant_explode_as_an_item
result = spark.sql("select variant_explode(parse_json('[1]'))")

# --- case: variant_explode_in_lateral_view
result = spark.sql("select * from range(1) lateral view variant_explode(parse_json('[1]')) x")

# --- case: accuracy_that_is_a_text
result = spark.range(1).selectExpr("percentile_approx(id, 0.5, '100')")

# --- case: percentage_of_a_wrong_type
result = spark.range(1).selectExpr("percentile(id, true)")

# --- case: percentages_with_nulls
result = spark.range(1).selectExpr("percentile(id, array(0.5, null))")

# --- case: sketch_of_small_integers
result = spark.range(1).selectExpr("hll_sketch_agg(cast(id as tinyint))")

# --- case: shift_of_a_date
result = spark.range(1).selectExpr("date'2024-01-01' >> 1")

# --- case: shift_by_a_date
result = spark.range(1).selectExpr("id << date'2024-01-01'")

# --- case: timestampadd_of_a_boolean
result = spark.range(1).selectExpr("timestampadd(day, true, timestamp'2024-01-01 00:00:00')")

# --- case: timestampdiff_of_a_number
result = spark.range(1).selectExpr("timestampdiff(hour, timestamp'2024-01-01 00:00:00', id)")

# --- case: fold_over_a_text
result = spark.range(1).selectExpr("aggregate('a', 0, (a, x) -> a + x)")

# --- case: message_that_is_an_array
result = spark.range(1).selectExpr("raise_error(array(id))")

# --- case: rank_of_a_kll_sketch_from_a_column
result = spark.range(1).selectExpr("kll_sketch_get_rank_float(X'02020F04C80008000000803F', current_date() + cast(id as int))")

# --- case: bins_of_a_histogram_with_a_fraction
result = spark.range(1).selectExpr("histogram_numeric(id, 1.5)")

# --- case: histogram_of_an_array
result = spark.range(1).selectExpr("histogram_numeric(array(id), 3)")

# --- case: variant_insert_of_two
result = spark.range(1).selectExpr("variant_insert(parse_json('1'), '$')")

# --- case: variant_insert_by_name
result = spark.range(1).selectExpr("variant_insert(v => parse_json('{}'), path => '$.a', value => 1)")

# --- case: options_of_to_csv_before_its_value
result = spark.range(1).selectExpr("to_csv(id, 'a')")

# --- case: options_of_to_xml_before_its_value
result = spark.range(1).selectExpr("to_xml(id, map('a', 1))")

# --- case: constants_of_types_that_do_not_go_together
result = spark.sql("select * from values (1), ('1')")

# --- case: constants_that_functions_make
result = spark.sql("select * from values (true), ('a'), (abs(1))")

# --- case: between_among_constants
result = spark.sql("select * from values (1 between 1 and 2)")

# --- case: decode_of_a_struct
result = spark.sql("select decode(date'2024-01-01', '12', named_struct('a', 1))")

# --- case: hmac_of_a_number
result = spark.sql("select hmac('a', 9.5D)")

# --- case: outer_columns_in_arguments_for_show
result = spark.sql("select (select max(nvl(t.a, 1)) as b from range(1) r) from values (1) t(a)")

# --- case: two_columns_before_outer_ones
result = spark.sql("select (select sum(t.a) b, 2 from range(1) r where r.id = t.a) from values (1) t(a)")

# --- case: a_constant_text_beside_a_column_that_is_tried
result = spark.createDataFrame([], "a int").selectExpr("try_multiply(' x ', a)")

# --- case: texts_divided_by_doubles
result = spark.sql("select 'a' div 0.5D")

# --- case: bits_of_decimals
result = spark.sql("select 1 & 1.5")

# --- case: bits_of_floats_and_decimals
result = spark.sql("select 1F & 1.5")

# --- case: bits_of_texts_beside_booleans
result = spark.sql("select 'a' & true")

# --- case: bits_of_nothing_beside_doubles
result = spark.sql("select null | 1D")

# --- case: paths_of_no_variant
result = spark.sql("select variant_delete(true, array(1), 5)")

# --- case: merged_kll_sketches_are_no_texts
result = spark.range(1).selectExpr("kll_merge_agg_double('a')")

# --- case: calendar_intervals_as_texts_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select lpad('hi', 5, make_interval(1))")

# --- case: calendar_intervals_as_patterns_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select make_interval(1) like 'a'")

# --- case: calendar_intervals_joined_to_texts_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select concat_ws(' ', make_interval(1), 'a')")

# --- case: calendar_intervals_concatenated_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select 1 || make_interval(1)")

# --- case: calendar_intervals_as_dates_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select to_date(make_interval(1))")

# --- case: paths_with_a_colon_of_no_variant
result = spark.sql("select a:b from values (1) t(a)")

# --- case: places_of_the_nth_value_that_are_no_numbers
result = spark.sql("select nth_value(a, current_date()) over (order by a) from values (1) t(a)")

# --- case: places_of_the_nth_value_that_are_texts
result = spark.sql("select nth_value(a, 'x') over (order by a) from values (1) t(a)")

# --- case: places_of_the_nth_value_that_are_texts_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select nth_value(a, 'x') over (order by a) from values (1) t(a)")

# --- case: rows_back_that_are_no_numbers
result = spark.sql("select lag(a, b) over (order by a) from values (1, true) t(a, b)")

# --- case: percentages_that_are_texts
result = spark.sql("select percentile(a, 'x') from values (1) t(a)")

# --- case: percentages_that_are_texts_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select percentile_approx(a, 'x') from values (1) t(a)")

# --- case: accuracies_that_are_no_whole_numbers
result = spark.sql("select percentile_approx(a, 0.5, 10.5) from values (1) t(a)")

# --- case: dates_beside_arrays
result = spark.sql("select concat(date'2024-01-01', 1, array(1D))")

# --- case: maps_beside_arrays
result = spark.sql("select concat(array(1), map(1, 2))")

# --- case: an_algorithm_with_a_quote
result = spark.sql(r"select hmac('x', 'a', 'it\'s')")

# --- case: values_in_place_of_lambdas_over_no_array
result = spark.sql("select exists(a, a + 1) from values (1) t(a)")

# --- case: values_in_place_of_lambdas_over_no_map
result = spark.sql("select map_filter(a, current_date()) from values (1) t(a)")

# --- case: sorting_what_is_no_array
result = spark.sql("select array_sort(a) from values (1) t(a)")

# --- case: quantiles_of_no_sketch_that_are_no_constants
result = spark.sql("select kll_sketch_get_quantile_double(a, a) from values (1) t(a)")

# --- case: options_of_a_schema_that_are_no_map
result = spark.sql("select schema_of_json(a, a) from values (1) t(a)")

# --- case: options_of_a_schema_of_csv_that_are_no_map
result = spark.sql("select schema_of_csv(null, 1)")

# --- case: flags_of_the_last_value_that_are_no_booleans
result = spark.sql("select last_value(a, 1) from values (1) t(a)")

# --- case: zones_of_what_is_no_timestamp
result = spark.sql("select convert_timezone('UTC', 1)")

# --- case: one_sketch_where_two_are_needed
result = spark.sql("select tuple_intersection_double(a) from values (1) t(a)")

# --- case: decimals_as_number_formats
result = spark.sql("select to_number('454', 1.5)")

# --- case: number_formats_of_binaries
result = spark.sql("select to_char(x'00', '99G999D9S')")

# --- case: numbers_read_by_what_is_no_pattern
result = spark.sql("select to_timestamp(1, array(1))")

# --- case: binaries_read_by_a_column_and_from_no_text
result = spark.sql("select to_binary(a, b) from values (array(1), 'hex') t(a, b)")

# --- case: places_among_texts_that_are_no_numbers
result = spark.sql("select elt(array(1), 'a', array(2))")

# --- case: maps_among_texts
result = spark.sql("select elt(1, map(1, 2), -1)")

# --- case: the_first_row_that_fails
t = spark.createDataFrame([("1", "2"), ("1", "x"), ("y", "2")], "a string, b string")
result = t.selectExpr("cast(a as int)", "cast(b as int)")

# --- case: the_first_row_that_fails_in_a_filter
t = spark.createDataFrame([("1", 2), ("1", 0), ("y", 2)], "a string, b int")
result = t.filter("cast(a as int) > 0 and 1 / b > 0")

# --- case: distances_on_arrays
result = spark.sql("select sum(a) over (order by array(a) range between 1 preceding and current row) from values (1) t(a)")

# --- case: distances_on_binaries
result = spark.sql("select sum(1) over (order by a range between 1 preceding and current row) from values (x'00') t(a)")

# --- case: distances_on_binaries_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select sum(1) over (order by a range between 1 preceding and current row) from values (x'00') t(a)")

# --- case: calendar_intervals_reversed_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select reverse(make_interval(1))")
