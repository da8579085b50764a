"""What the fuzzer found (tests/fuzz): the smallest program of each difference that was mended, and its neighbours."""

import datetime
from decimal import Decimal

from pyspark.sql import functions as F

# --- case: fields_of_timestamps_on_the_wall_clock
# conf: spark.sql.session.timeZone=Asia/Kolkata
result = spark.range(1).selectExpr("date_part('minute', timestamp'2020-01-01 10:20:00')", "date_part('hour', timestamp'2020-01-01 10:20:00')", "extract(hour from timestamp'2020-01-01 10:20:00')", "date_part('hour', date'2020-01-01')", "date_part('second', timestamp'2020-01-01 10:20:30.5')", "minute(date'2020-01-01')", "date_part('hour', timestamp_ntz'2020-01-01 10:20:00')")

# --- case: fields_of_dates_before_time_zones
# conf: spark.sql.session.timeZone=America/New_York
t = spark.createDataFrame([(datetime.date(1, 1, 1),)], "d date")
result = t.selectExpr("date_part('minute', d)", "extract(minute from d)", "minute(d)", "hour(d)", "cast(cast(d as timestamp) as string)", "cast(cast(d as timestamp) as bigint)")

# --- case: booleans_have_no_order_with_numbers
# conf: spark.sql.ansi.enabled=false
result = spark.range(1).selectExpr("false < 1")

# --- case: booleans_between_numbers
# conf: spark.sql.ansi.enabled=false
result = spark.range(1).selectExpr("false BETWEEN false AND 42")

# --- case: texts_with_decimals
# conf: spark.sql.ansi.enabled=false
result = spark.range(1).selectExpr("'1100' = 1.5", "'1.50' = 1.5", "'a' < 1.5", "1.5 >= '1.4'", "'1.5' between 1.0 and 2.0", "nullif('1.5', 1.50)", "'1e2' = 100.0", "'1.5' <=> 1.50", "case '1.5' when 1.50 then 1 else 2 end")

# --- case: seconds_too_large_for_small_numbers
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select int(t), smallint(t), tinyint(t), bigint(t), decimal(t), boolean(t), int(u), tinyint(u) from values (timestamp'9998-01-01', timestamp'1970-01-01 00:01:00') as x(t, u)")

# --- case: percentiles_of_negative_zero
result = spark.sql("select percentile_disc(0.25) within group (order by f desc) a, percentile_cont(0.5) within group (order by f) b, percentile(f, 0.5) c, median(f) d from values (float('-0.0')) as x(f)")

# --- case: percentiles_of_both_zeros
result = spark.sql("select percentile_disc(0.25) within group (order by f) a, percentile_cont(0.5) within group (order by f) b, percentile(f, 0.5) c, median(f) d from values (float(0.0)),(float(0.0)),(float('-0.0')) as x(f)")

# --- case: base32_of_odd_letters
result = spark.range(1).selectExpr("hex(from_base32('straße'))", "hex(from_base32('ß'))", "hex(from_base32('STRAE'))", "hex(from_base32('abc日'))", "hex(from_base32('abcd11efgh'))")

# --- case: months_with_numbers
result = spark.range(1).selectExpr("1 + INTERVAL '1' MONTH")

# --- case: months_with_texts
result = spark.range(1).selectExpr("'2024-01-01' - INTERVAL '1' MONTH")

# --- case: days_less_months
result = spark.range(1).selectExpr("INTERVAL '1' DAY - INTERVAL '1' MONTH")

# --- case: months_less_days
result = spark.range(1).selectExpr("INTERVAL '1' MONTH - INTERVAL '1' DAY")

# --- case: number_less_days
result = spark.range(1).selectExpr("try_subtract(1, INTERVAL '1' DAY)")

# --- case: small_decimals_as_they_arrive
row = spark.range(1).selectExpr("cast(1e-7 as decimal(20,7))", "cast(1e-7 as decimal(38,20))", "0.00000001", "-0.0000000005", "cast(0 as decimal(20,10))").collect()[0]
result = [str(each) for each in row]

# --- case: names_of_small_decimals
result = spark.range(1).selectExpr("-0.0000000005", "0.0000001", "0.000001", "0.00000010", "1e-10BD", "-0.0000001 + 1", "0.0000000", "0E5BD", "1E2BD")

# --- case: json_numbers_end_at_spaces
result = spark.sql("select try_parse_json('2023-12-31') a, try_parse_json('1 2') b, try_parse_json('1x') c, try_parse_json('1,2') d, try_parse_json('1.5x') e, try_parse_json('[1]]') f, try_parse_json('{}x') g, try_parse_json('truex') h")

# --- case: json_objects_of_bare_numbers
result = spark.range(1).selectExpr("get_json_object('2024-1-5', '$')", "get_json_object('2024 1', '$')", "get_json_object('12', '$')")

# --- case: parse_json_of_a_share
result = spark.range(1).selectExpr("parse_json('50%')")

# --- case: csv_of_nested_nulls
result = spark.range(1).selectExpr("to_csv(named_struct('x', 1, 'y', named_struct('a', 100, 'b', cast(null as string))))", "to_csv(named_struct('x', 1, 'y', array(1, null, 2)))", "to_csv(named_struct('x', 1, 'y', map('a', cast(null as int))))", "to_csv(named_struct('x', array(array(1, null), null)))", "to_csv(named_struct('y', array(null, 'c')), map('nullValue', 'N'))")

# --- case: csv_of_nested_dates
result = spark.range(1).selectExpr("to_csv(named_struct('y', named_struct('a', true, 'c', date'2020-01-01', 'd', timestamp'2020-01-01 10:00:00', 'e', X'41')))", "to_csv(named_struct('x', array(date'2020-01-01')), map('dateFormat', 'yyyy'))")

# --- case: csv_of_escapes
result = spark.range(1).selectExpr(r"to_csv(named_struct('x', ',a\\b'))", r"to_csv(named_struct('x', 'a\\b'))", r"to_csv(named_struct('x', 'a\\\"b'))", "to_csv(named_struct('x', '#a', 'y', '#b'))")

# --- case: width_bucket_of_intervals_and_numbers
result = spark.range(1).selectExpr("width_bucket(interval '1' day, 5, interval '1' day, 3)")

# --- case: width_bucket_of_a_number_between_intervals
result = spark.range(1).selectExpr("width_bucket(5, interval '1' day, interval '1' day, 3)")

# --- case: schema_that_begins_with_a_number
result = spark.range(1).selectExpr("from_json('a', '2024-06-15 12:00:00+02:00')")

# --- case: schema_of_other_letters
result = spark.range(1).selectExpr("from_json('a', '日本語')")

# --- case: schema_with_a_text
result = spark.range(1).selectExpr("from_json('a', 'say \"hi\"')")

# --- case: concat_ws_of_nested_arrays
result = spark.range(1).selectExpr("concat_ws(',', array(array('a')))")

# --- case: concat_ws_of_arrays
result = spark.range(1).selectExpr("concat_ws(',', array(1, 2), array(true), array(null), array(date'2020-01-01'))")

# --- case: unpivot_of_float_and_long
result = spark.range(1).selectExpr("float(1) a", "2L b").unpivot([], ["a", "b"], "k", "v")

# --- case: unpivot_of_text_and_number
result = spark.range(1).selectExpr("'a' a", "1 b").unpivot([], ["a", "b"], "k", "v")

# --- case: unknown_of_a_constant
result = spark.createDataFrame([(True,)], "b boolean").selectExpr("true IS UNKNOWN", "b is unknown", "b is not unknown", "true is not unknown")

# --- case: groups_of_numbers_too_long
result = spark.range(1).selectExpr("to_char(2147483647, '9,999.99')", "to_char(2147483647, 'S9G999')", "to_char(-12345, '9G999PR')", "to_char(1234, '9G999')", "to_char(12, '9G999')")

# --- case: xml_sample_that_is_none
result = spark.range(1).selectExpr("schema_of_xml('a', map('mode', 'FAILFAST'))")

# --- case: paths_that_are_no_constants
t = spark.createDataFrame([], "a smallint, b string")
result = t.selectExpr("xpath_int(a, b)")

# --- case: try_forms_show_what_they_try
result = spark.range(1).selectExpr("try_aes_decrypt(1.5D, 'a')")

# --- case: try_parse_url_of_numbers
result = spark.range(1).selectExpr("try_parse_url(1, 'HOST')")

# --- case: moments_of_the_first_day
result = spark.sql("select timestamp'0001-01-01 01:00:00' t").collect()

# --- case: first_row_tells_what_python_cannot_hold
t = spark.createDataFrame([(None,), (datetime.date(9999, 12, 31),)], "d date")
result = t.coalesce(1).selectExpr("d + INTERVAL '2' DAY", "make_ym_interval(12, 2)").collect()

# --- case: array_join_wants_texts
result = spark.range(1).selectExpr("array_join(array('a'), 1)")

# --- case: letters_of_weeks_in_patterns
result = spark.range(1).selectExpr("to_timestamp('2020', 'nope')")

# --- case: csv_of_control_characters
result = spark.range(1).selectExpr("to_csv(named_struct('x', 10.0D, 'y', char(0)))", "to_csv(named_struct('x', '\u00a0a\u00a0'))", "to_csv(named_struct('x', '\ta\t'))", "from_csv('\u00a0a', 'a string', map('ignoreLeadingWhiteSpace', 'true'))")

# --- case: an_element_is_itself
t = spark.createDataFrame([([],), ([1],)], "a array<int>")
result = t.filter("a[0] <> a[0]")

# --- case: except_all_below_an_anti_join
t = spark.createDataFrame([("x", 1.0, "é", Decimal("6.25")), ("y", 1.0, "b", None)], "a string, b double, c string, d decimal(10,2)")
left = t.selectExpr("c as c0", "d as c1").exceptAll(t.selectExpr("c as c0", "b as c1"))
result = left.alias("l").join(t.alias("r"), F.expr("l.c0 = r.a"), "left_anti").selectExpr("l.c1 as c2").collect()

# --- case: intersect_all_below_a_semi_join
t = spark.createDataFrame([("x", 1.0, "x"), ("x", 1.0, "x")], "a string, b double, c string")
left = t.select("c", "b").intersectAll(t.select("c", "b"))
result = left.alias("l").join(t.alias("r"), F.expr("l.c = r.a"), "left_semi").selectExpr("l.b as v").collect()

# --- case: nullability_of_elements
t = spark.createDataFrame([("a", 0, 1)], "x string, i int, j int").selectExpr("x", "coalesce(i, 0) i", "j")
result = t.selectExpr("sort_array(array('b', 'a'))[0] a", "transform(array(1, 2), y -> y + 1)[0] b", "array(1, 2)[0] c", "array(1, 2)[i] d", "array(i, j)[0] e", "array(i, j)[1] f", "element_at(array(i, j), 1) g", "element_at(array(i), -1) h", "sequence(1, 3)[0] k", "element_at(sequence(1, 3), 1) l")

# --- case: nullability_of_elements_without_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([("a", 0, 1)], "x string, i int, j int").selectExpr("x", "coalesce(i, 0) i", "j")
result = t.selectExpr("array(1, 2)[0] a", "array(1, 2)[i] b", "array(1, 2)[5] c", "array(i, j)[0] d", "element_at(array(i), -1) e", "element_at(array(1, 2), i + 1) f")

# --- case: missing_element_is_not_null
t = spark.createDataFrame([(None,)], "x string")
result = t.groupBy().agg({"x": "collect_set"}).toDF("c").filter("c[0] IS NULL")

# --- case: whole_decimals_rounded_up
t = spark.createDataFrame([(Decimal("5"), Decimal("5.5"))], "a decimal(5,0), b decimal(10,2)")
result = t.selectExpr("ceil(a)", "floor(a)", "ceiling(a)", "ceil(b)", "floor(b)", "ceil(12BD)")

# --- case: regression_of_one_nan
t = spark.createDataFrame([(float("NaN"),)], "a double")
result = t.selectExpr("regr_r2(a, a)", "regr_slope(a, a)", "regr_intercept(a, a)", "corr(a, a)")

# --- case: date_trunc_of_numbers
result = spark.range(1).selectExpr("date_trunc('week', 1.5)")

# --- case: approximate_percentiles_of_the_largest
result = spark.sql("select approx_percentile(x, array(0.0, 0.5, 1.0)) a, approx_percentile(x, 0.5) b from values (9223372036854775807L) as t(x)")

# --- case: seconds_beyond_timestamps
t = spark.createDataFrame([(9200000267938955264,), (9223372036854775807,)], "a bigint")
result = t.selectExpr("from_unixtime(a, 'yyyy-MM-dd')", "from_unixtime(a)")

# --- case: months_beyond_dates
result = spark.sql("select add_months(DATE '2023-12-31', 2147483647)")

# --- case: variants_of_odd_doubles
result = spark.sql("select to_variant_object(array(double('NaN'), double('Infinity'), -double('Infinity'), 1e20, 1.5D, 1e-7)) a").collect()[0].a.toJson()

# --- case: type_that_is_a_number
result = spark.range(1).selectExpr("from_json('a', '1e3')")

# --- case: jaro_winkler_counts_units_of_utf16
result = spark.createDataFrame([("a",), ("a,b,c",)], "t string").selectExpr("round(jaro_winkler_similarity(t, 'a\U0001F600b'), 6)")

# --- case: digits_of_floating_numbers
t = spark.createDataFrame([(4.611686018427388e18,), (2285691904.0,), (1.0e-323,), (5.2765890720539716e-228,), (3.7899999999999996e25,), (20.1328125,), (1e23,)], "d double")
result = t.selectExpr("cast(d as string) a", "cast(cast(d as float) as string) b", "to_json(struct(d, cast(d as float) f)) c", "cast(d as decimal(38,10)) e", "round(d, -1) g", "format_number(d, 3) h", "format_string('%.2f %s', d, d) i")

# --- case: number_formats_of_separators_alone
result = spark.range(1).selectExpr("to_char(1.5, 'G')")

# --- case: unknown_is_of_booleans
result = spark.sql("select 1 is unknown")

# --- case: unknown_by_name
t = spark.createDataFrame([(True,), (None,)], "b boolean")
result = t.selectExpr("b is unknown", "b is not unknown", "true is unknown", "null is not unknown", "(b and true) is unknown")

# --- case: try_reflect_shows_reflect
result = spark.range(1).selectExpr("try_reflect('no.such.Class', 'x')")

# --- case: try_parse_url_counts_as_parse_url
result = spark.range(1).selectExpr("try_parse_url('x')")

# --- case: decode_of_unlike_types_without_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([(datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1), True, b"12", "12")], "d date, t timestamp, b boolean, y binary, s string")
result = t.selectExpr("decode(d, '2020-1-1', 'a', 'x', 'b', 'c')", "decode(t, '2020-01-01', 'a', 'b')", "decode(b, 1, 'a', 'true', 'b', 'c')", "decode(y, s, 'a', 'b')", "decode(s, 12, 'a', d, 'b', 'c')")

# --- case: decode_of_an_interval_with_texts
# conf: spark.sql.ansi.enabled=false
result = spark.range(1).selectExpr("decode(interval '1' day, 'x', 'a', 'b')")

# --- case: intervals_of_both_kinds_multiplied
t = spark.createDataFrame([], "w interval day to second")
result = t.selectExpr("try_multiply(w, INTERVAL '3' YEAR)")

# --- case: null_divided_by_an_interval
result = spark.sql("select null / interval '1' day")

# --- case: zeros_as_keys_of_maps
t = spark.createDataFrame([([1.0, -0.0, -2.5],)], "w array<double>")
result = t.selectExpr("cast(map_from_arrays(w, w) as string) a", "cast(map(-0.0D, 1) as string) b", "cast(transform_keys(map(1, 2), (k, v) -> -0.0D) as string) c", "cast(map_from_entries(array(struct(-0.0D, 1))) as string) d")

# --- case: dates_too_far_apart
result = spark.sql("select '616263' - date'1970-01-01'")

# --- case: names_of_unknown_over_constants
t = spark.createDataFrame([(True,)], "b boolean")
result = t.selectExpr("7 >= 42 is unknown", "('a' = 'b') is not unknown", "(not true) is unknown", "(date'2020-01-01' < date'2020-01-02') is not unknown", "(date'2020-01-01' < timestamp'2020-01-02 00:00:00') is unknown", "(x'12' = x'13') is unknown", "(true in (true, false)) is unknown", "if(true, true, false) is unknown", "(case when true then false end) is unknown", "(true is unknown) is not unknown", "(null and true) is unknown", "(interval '1' day + interval '2' day > interval '3' day) is unknown", "(date'2020-01-01' - date'2020-01-02' > interval '1' day) is unknown", "cast(true as boolean) is unknown", "(select true) is unknown")

# --- case: exists_goes_on_with_no_predicate
result = spark.sql("select exists(select 1) is null")

# --- case: exists_goes_on_with_no_operator
result = spark.sql("select 1 where not exists(select 1) = true")

# --- case: exists_is_no_operand
result = spark.sql("select true = exists(select 1)")

# --- case: exists_in_parentheses_and_conditions
result = spark.sql("select (exists(select 1)) = true a, case when exists(select 1) then 1 end b, case exists(select 1) when true then 1 end c, coalesce(exists(select 1), true) d, cast(exists(select 1) as string) e, not exists(select 1) and true f, if(exists(select 1) or false, 1, 2) g")

# --- case: subqueries_of_one_row_go_into_their_place
# plan
t = spark.range(4)
result = spark.sql("select id, (select rand(1)) < 0.7 a, (select 1 limit 1) + id b, (select 'x' where false) c, exists(select 1 where false) d from {t} where exists(select 1) and id < (select x + 1 from (select 2 x)) order by (select 1)", t=t)

# --- case: subqueries_of_one_row_over_no_rows
result = spark.range(0).selectExpr("(select raise_error('never')) a", "(select 1 / 0) b")

# --- case: subqueries_of_one_row_with_python
spark.udf.register("plus_one", lambda x: x + 1, "int")
result = spark.sql("select id, (select plus_one(1)) a, (select plus_one(2) + 1 from (select 1)) b from range(2)")

# --- case: subqueries_of_one_row_as_groups
result = spark.sql("select (select 1) a, count(*) n from range(3) group by (select 1)")

# --- case: texts_beside_numbers_in_sequences_arrays_and_maps
t = spark.createDataFrame([("2", 5), (None, 1)], "s string, n int")
result = t.selectExpr("sequence('1', n)", "sequence(n, s)", "sequence(1L, 9, '3')", "sequence('2024-01-01', date'2024-01-03')", "array(n, '2')", "map('a', n, 'b', '4')", "array('a', 'b')", "map(1, '4')")

# --- case: numbers_as_timestamps_with_local_time_zone
t = spark.createDataFrame([(5, 2.5), (None, None)], "n int, d double")
result = t.selectExpr("to_timestamp_ltz(n)", "to_timestamp_ltz(d)", "to_timestamp_ltz(1.5)", "to_timestamp_ltz('2024-01-01')")

# --- case: places_of_round_that_are_no_integers
result = spark.sql("select round(2.55, 1.5), round(123.456, '1'), round(2.55D, '1'), round(5, 1.5BD), bround(2.55, 1.5), round(1234, '-2')")

# --- case: unknown_of_what_is_no_boolean
t = spark.createDataFrame([("s", 1), (None, None)], "s string, n int")
result = t.selectExpr("n is unknown", "(n + 1) is not unknown", "upper(s) is unknown", "cast('1' as int) is unknown", "array(n) is unknown")

# --- case: null_divided_by_decimals
t = spark.createDataFrame([(1,)], "n int").selectExpr("cast(1.5 as decimal(10,2)) d")
result = t.selectExpr("null / d", "d / null", "null / 1.5BD", "cast(null as int) / d", "null % d", "try_cast('a' as binary)", "try_cast('a' as int)")

# --- case: folds_whose_function_gives_null
result = spark.sql("select aggregate(array(1, 2), 0, (a, x) -> null), reduce(array(1, 2), 0, (a, x) -> null, a -> a + 1)")

# --- case: variant_explode_in_from
result = spark.sql("select r.id, v.pos, v.key, cast(v.value as string) x from range(2) r, lateral variant_explode_outer(parse_json('[1, 2]')) v").unionAll(spark.sql("select 9L, pos, key, cast(value as string) from variant_explode(parse_json('{\"a\": 3}'))"))

# --- case: texts_that_are_no_kll_sketch
result = spark.sql("select kll_sketch_get_n_bigint('a')")

# --- case: variant_set_by_name
result = spark.sql("select cast(variant_set(v => parse_json('{}'), path => '$.a', val => 1) as string) a, cast(variant_set(parse_json('{}'), '$.a', 1, create_if_missing => false) as string) b")

# --- case: null_and_its_name
t = spark.createDataFrame([("x",), ("null",)], "w string")
result = t.selectExpr("nullif('null', w)", "if(w = 'x', array('null'), array(cast(null as string)))", "if(w = 'x', array('a,b'), array('a', 'b'))", "if(w = 'x', -0.0D, 0.0D)", "case when w = 'x' then 'null' else null end")

# --- case: arrays_and_floats
t = spark.sql("select array(16777217) i, array(1L) l, array(1.5F) f, 1.5F x, 16777217 y")
result = t.selectExpr("array_append(i, x)", "array_prepend(f, y)", "array_insert(l, 1, x)", "array_remove(i, 16777216F)", "array_union(i, f)", "array_except(l, f)", "array_intersect(f, i)", "array_position(i, 16777216F)", "array_contains(i, 16777216F)", "arrays_overlap(i, array(16777216F))", "concat(i, f)")

# --- case: concat_of_arrays_without_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.sql("select array(1) i, array(1.5F) f, array('x') s, array(date'2024-01-01') d")
result = t.selectExpr("concat(i, f)", "concat(i, s)", "concat(s, d)", "concat(s, i, f)")

# --- case: decode_without_default
t = spark.createDataFrame([("x",), ("y",)], "w string")
result = t.selectExpr("decode(w, 'x', 5)", "decode(w, 'x', 5Y, 'y', 1)", "decode(w, 'x', 1.5F)", "decode(w, 'x', 1.5)", "decode(w, 'z', 7, 'y', null)", "decode(w, 'x', x'00', 'x')", "decode(w, 'x', date'2024-01-01')")

# --- case: decode_without_default_or_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([("x",), ("y",)], "w string")
result = t.selectExpr("decode(w, 'x', 5)", "decode(w, 'x', 5Y, 'y', 1)", "decode(w, 'x', 1.5F)", "decode(w, 'x', date'2024-01-01')", "decode(w, 'x', true)", "decode(w, 'x', 5, 6)")

# --- case: regressions_of_distinct_values
t = spark.createDataFrame([(1, 2), (1, 3), (2, 3), (2, 3), (None, 5), (6, None), (8, 1)], "y int, x int")
result = t.selectExpr("regr_avgx(distinct y, x)", "regr_avgy(distinct y, x)", "round(regr_sxx(distinct y, x), 6) a", "round(regr_syy(distinct y, x), 6) b", "regr_count(distinct y, x)", "round(regr_sxy(distinct y, x), 6) c")

# --- case: csv_of_nothing
result = spark.sql("select to_csv(named_struct('a', cast(null as int))) a, to_csv(named_struct('a', cast(null as int)), map('nullValue', '-')) b, to_csv(named_struct('a', '')) c, to_csv(named_struct('a', null, 'b', null)) d, to_csv(from_json('a', 'a STRING')) e, to_csv(named_struct('a', ''), map('emptyValue', '')) f")

# --- case: rows_of_constants_that_widen
result = spark.sql("select * from values (1, 1F, date'2024-01-01', array(1), interval '1' day, 1.5), (null, 16777217, timestamp'2024-01-01 01:00:00', array(2.5), interval '1' hour, 2D) union all select * from values (2L, 1F, date'2024-01-02', array(1L), interval '1' day, 1)")

# --- case: having_what_is_no_condition
t = spark.createDataFrame([(1, 2), (1, 3), (0, 3)], "a int, b int")
t.createOrReplaceTempView("having_what")
result = spark.sql("select a, sum(b) from having_what group by a having a union all select a, 1 from having_what group by rollup(a) having null union all select a, 2 from having_what group by a having 'true' union all select count(*), 3 from having_what having count(*) - 3")

# --- case: names_of_rows_in_subqueries
t = spark.sql("select 1 a, 2L b, 'c' c, named_struct('f', 1) s")
t.createOrReplaceTempView("rows_in")
result = spark.sql("select (a, b) in (select a, b from rows_in), (a, 'x') in (select a, c from rows_in), (upper(c), a) in (select c, a from rows_in), (a, 1 + 1) in (select b, a from rows_in), (s.f, a, null) not in (select a, a, a from rows_in), (a, date'2024-01-01', nvl(a, 1)) in (select a, date'2024-01-01', a from rows_in), struct(a, b) in (select a, b from rows_in) from rows_in")

# --- case: names_of_filters
t = spark.createDataFrame([(1, 2, "1"), (1, 3, "2")], "a int, b bigint, c string")
result = t.selectExpr("sum(a) filter (where a between b and 2)", "count(1) filter (where not (a between b and '2'))", "max(a) filter (where c between 1 and '3')")

# --- case: broadcasts_of_other_columns
A = spark.createDataFrame([("x", 1), ("y", None)], "a string, b int").distinct()
b = spark.createDataFrame([(5, "u", "k", 7), (6, None, "k", 8)], "i int, s string, t string, u int")
d = A.alias("l").join(b.alias("r"), F.expr("l.a >= r.s"), "right").selectExpr("l.a as c1", "l.b as c2", "r.i as c3", "r.t as c4")
result = d.alias("l").join(d.alias("r"), F.expr("l.c4 = r.c4"), "inner").selectExpr("l.c3 as c5", "r.c1 as c6", "r.c2 as c7", "r.c3 as c8")

# --- case: constants_in_functions_that_try
t = spark.createDataFrame([(1, 2.5), (None, None)], "a int, d double")
result = t.selectExpr("try_add('5', a)", "try_divide(a, '2')", "try_multiply(interval '1' day, a)", "try_subtract(date'2024-01-31', a)", "try_mod('7', 2)", "try_add('x', 1)", "try_divide(1, 'x')")

# --- case: constants_that_may_not_be_asked_for
t = spark.createDataFrame([], "a int")
result = t.selectExpr("coalesce('x' + 1, a)", "nvl('x' + 1, a)", "nvl2('x' + 1, a, 1)", "if('x' + 1 > 1, a, 1)", "case when 'x' + 1 > 1 then a end", "nullif('x' + 1, a)", "nullif(a, 'x' + 1)", "decode('x' + 1, a, 'z')", "assert_true('x' + 1 > a)")

# --- case: whole_numbers_beside_decimals
t = spark.createDataFrame([(Decimal("1.5"), 3)], "w decimal(38,10), l bigint")
result = t.selectExpr("2147483647 > w", "2147483647 > least(w, 1.5)", "5 > least(w, 1.5)", "null / w", "null / 1.5")

# --- case: null_and_intervals_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select null div interval '1' day a, interval '1' month div null b, decode('a', 'b', time'01:00:00') c")

# --- case: parts_of_nothing
result = spark.sql("select a.b c, a[0] d, a['x'] e, null[1] f from values (null) t(a)")

# --- case: sets_of_variants
result = spark.sql("select size(collect_set(parse_json(a))) n, array_size(array_distinct(array_agg(a))) m from values ('1'), ('{\"a\": 1}'), ('1'), (null) t(a)")

# --- case: times_and_timestamps_for_one_another
# conf: spark.sql.timeType.enabled=true
result = spark.sql("select median(a) m, percentile_cont(0.5) within group (order by a) p, percentile_approx(b, 0.5) q, median(b) r, time_diff('HOUR', max(a), max(b)) d, time_trunc('MINUTE', max(a)) t from values (timestamp'2024-02-29 12:34:56.5', time'10:00:00'), (timestamp'2024-02-28 13:34:57', time'11:00:00.5') t(a, b)")

# --- case: texts_beside_whole_decimals_without_ansi
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([("-inf", Decimal("99999")), ("NaN", Decimal("1")), ("1.0", Decimal("1")), ("1.2", Decimal("1")), ("x", Decimal("2"))], "s string, d decimal(5,0)")
result = t.selectExpr("s = d", "s > d", "d <=> s", "s between d and d", "nullif(s, d)", "case s when d then 1 end", "s in (d)", "s = 5BD", "s = 1.5")

# --- case: hours_that_the_clock_shows_twice
# conf: spark.sql.session.timeZone=America/New_York
t = spark.sql("select explode(array(timestamp'2024-11-03 05:30:15Z', timestamp'2024-11-03 06:30:15Z', timestamp'2024-11-02 06:30:00Z', timestamp'2024-03-09 07:30:00Z')) x")
moments = ["timestampadd(MONTH, 0, x)", "timestampadd(DAY, 1, x)", "x + interval '1' day", "x + make_interval(0, 1, 0, -30, 1)", "x + make_interval(0, 0, 0, 0, 1)", "element_at(sequence(x, x + interval '2' day, interval '1' day), 2)", "date_trunc('hour', x)"]
result = t.selectExpr(*[f"unix_micros({m})" for m in moments])

# --- case: half_hours_that_the_clock_shows_twice
# conf: spark.sql.session.timeZone=Australia/Lord_Howe
t = spark.sql("select explode(array(timestamp'2024-04-06 14:45:00Z', timestamp'2024-04-06 15:15:00Z', timestamp'2024-10-05 15:45:00Z')) x")
result = t.selectExpr("unix_micros(date_trunc('hour', x))", "unix_micros(date_trunc('minute', x))", "unix_micros(timestampadd(DAY, 0, x))")

# --- case: csv_of_blanks_that_part
result = spark.sql("select to_csv(named_struct('x', 2, 'a', ' 7 '), map('sep', ' ')) a, to_csv(named_struct('a', '7 '), map('sep', ' ')) b, to_csv(named_struct('a', ' 7'), map('sep', ' ')) c, to_csv(named_struct('a', 'a b'), map('sep', ' ')) d")

# --- case: arrays_that_take_nested_values
result = spark.createDataFrame([], "a int").selectExpr("array_append(array(), array())", "array_prepend(array(array(1)), array(2))", "array_insert(array(struct(1)), 1, struct(1L))", "array_append(array(), map(1, 1))")

# --- case: many_digits_behind_the_point
result = spark.sql("select length(format_number(65536, 65536)) a, length(format_number(1.5D, 400)) b, length(format_number(1.5, 400)) c, length(format_number(2F, 341)) d")

# --- case: variants_and_times_put_into_texts
# conf: spark.sql.timeType.enabled=true
result = spark.sql("select format_string('%s %10s %d', a, a, b) x from values (parse_json('{\"a\": [1, null]}'), time'00:00:01'), (null, null) t(a, b)")

# --- case: keys_that_come_twice_as_spark_holds_them
def key_of(expression):
    try:
        spark.sql(f"select {expression} from values (date'2024-03-31', timestamp'2024-03-31 01:02:03', 0.0D, -0.0D) t(d, t, a, b)").collect()
    except Exception as e:
        return e.getMessageParameters()["key"]

doubled = ["d", "t", "array(d)", "array(d, null)", "struct(d, 'x')", "array(struct(1, 'a'))", "interval '1' day", "interval 14 months", "time'01:02:03'", "1.50", "true", "'a'"]
result = [key_of(f"map({k}, 1, {k}, 2)") for k in doubled] + [key_of("map(a, 1, b, 2)"), key_of("map_from_arrays(array(date'2024-03-31', d), array(1, 2))"), key_of("map_concat(map(t, 1), map(t, 2))"), key_of("map(1.0, 1, 1.00, 2)")]

# --- case: bitmaps_over_frames
t = spark.createDataFrame([(1, 0), (2, 9), (3, 9), (4, 17)], "k int, v int")
over = ["rows between 2 preceding and 1 preceding", "rows between unbounded preceding and current row", "rows between current row and unbounded following", "rows between 1 following and 2 following"]
result = t.selectExpr("k", *[f"hex(left(bitmap_construct_agg(v) over (order by k {o}), 3)) as f{i}" for i, o in enumerate(over)], *[f"hex(left(bitmap_or_agg(unhex(lpad(v, 2, '0'))) over (order by k {o}), 3)) as o{i}" for i, o in enumerate(over)])

# --- case: overlay_at_the_least_position
t = spark.createDataFrame([("abcde", bytearray(b"abcde"), -2147483648)], "s string, b binary, p int")
result = t.selectExpr("overlay(s, 'X', p, 0)", "overlay(b, X'FF', p, 0)", "overlay(s, 'X', p, 1)", "overlay(s, 'X', p)", "substring(s, p)", "substring(b, p)", "substring(s, p, 2147483646)", "substr(s, -3, 2147483647)")
