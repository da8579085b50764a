# Values and arguments at the edge of what a function takes.
from pyspark.sql import functions as F

# --- case: str_to_map_java_patterns
# ordered
result = spark.sql(r"select str_to_map('a1:1;b2:2', ';', r'\p{Digit}:') a, str_to_map('axbxx:1', '(?<=x)(?=b)') b, str_to_map('ab', '', ':') c, str_to_map('a=1', ',', r'\Q=\E') d, str_to_map('') e")

# --- case: str_to_map_pattern_that_is_none
result = spark.sql("select str_to_map('a:1,b:2', '{bad', ':')")

# --- case: lag_by_bigint
result = spark.sql("select lag(id, 1L) over (order by id) from range(3)")

# --- case: lead_by_null
result = spark.sql("select lead(id, null) over (order by id) from range(3)")

# --- case: lead_by_text
result = spark.sql("select lead(id, 'a') over (order by id) from range(3)")

# --- case: lag_by_text
result = spark.sql("select lag(id, '1') over (order by id) from range(3)")

# --- case: lag_by_column
result = spark.sql("select lag(id, cast(id as int)) over (order by id) from range(3)")

# --- case: lag_default_of_text
# ordered
result = spark.sql("select lag(id, 1, '0') over (order by id) a, lead(id, 1 + 1, 7) over (order by id) b from range(3)")

# --- case: lag_default_of_another_type
result = spark.sql("select lag(id, 1, array(1)) over (order by id) from range(3)")

# --- case: ntile_by_column
result = spark.sql("select ntile(id) over (order by id) from range(3)")

# --- case: window_as_text
result = spark.sql("select cast(window(a, '1 day') as string) s from values (timestamp'2020-01-01'), (null) t(a)")

# --- case: session_window_as_text
result = spark.sql("select cast(session_window(a, '1 day') as string) s from values (timestamp'2020-01-01'), (null) t(a)")

# --- case: try_forgives_errors_of_arguments
# ordered
result = spark.sql("select try_add(a, 1 / b) x, try_divide(a, 1 / b) y, try_multiply(interval 1 day, 1 / b) z, try_to_binary(cast(1 / b as string), 'utf-8') u from values ('1', 1), ('2', 0), ('3', 2), (null, 0) t(a, b)")

# --- case: try_of_numbers_forgives_its_own_errors_only
result = spark.sql("select try_add(1, cast('a' as int))")

# --- case: trigonometry_last_digits
# ordered
result = spark.range(40).select(*[f(F.col("id") * 0.7310585786300049 - 12.25).alias(f.__name__) for f in (F.sin, F.cos, F.tan, F.sec, F.csc, F.cot, F.tanh)])

# --- case: trigonometry_of_large_angles
# ordered
result = spark.range(1, 30).select(*[f(F.pow(F.lit(-17.0), F.col("id") * 8)).alias(f.__name__) for f in (F.sin, F.cos, F.tan)])

# --- case: atan2_of_steep_angles
# ordered
result = spark.sql("select atan2(y, x) from values (1e40D, -2D), (-1e40D, -2D), (1e40D, 2D), (-1e20D, -1e300D), (1e300D, -0D), (0D, -1D), (double('-inf'), -1D) t(y, x)")

# --- case: dates_before_the_first_year
# ordered
result = spark.sql("select date_format(d, 'yyyy-MM-dd') a, date_format(d, 'y') b, date_format(d, 'yy') c, date_format(d, 'yyyy G') e, date_format(d, 'yyyyy') f, cast(to_date(date_format(d, 'yyyy-MM-dd'), 'yyyy-MM-dd') as string) g, cast(to_date(date_format(d, 'yyyy-MM-dd G'), 'yyyy-MM-dd G') as string) h from values (make_date(-44, 3, 15)), (make_date(0, 1, 2)), (make_date(12, 1, 2)), (make_date(12345, 6, 7)), (make_date(-12345, 6, 7)) t(d)")

# --- case: year_of_era_zero
result = spark.sql("select to_date('0000-03-15 AD', 'yyyy-MM-dd G')")

# --- case: last_timestamps_in_a_region
# conf: spark.sql.session.timeZone=America/New_York
# ordered
t = spark.sql("select timestamp_micros(x) t from values (9223372036854775807), (8640000000000000001), (-8640000000000000001), (-9223372036854775808) v(x)")
result = t.selectExpr("cast(t as string) s", "year(t) y", "month(t) m", "hour(t) h", "unix_micros(t) u", "date_format(t, 'yyyy-MM-dd HH:mm:ss') f", "cast(cast(t as date) as string) d", "cast(cast(t as double) as string) x", "datediff(t, date'2020-01-01') n", "to_json(named_struct('t', t)) j")

# --- case: last_timestamps_cut
# conf: spark.sql.session.timeZone=America/New_York
# ordered
result = spark.sql("select cast(date_trunc(u, timestamp_micros(9223372036854775807)) as string) s from values ('year'), ('quarter'), ('month'), ('week'), ('day'), ('hour'), ('minute'), ('second') t(u)")

# --- case: timestamp_cut_below_the_first
result = spark.sql("select date_trunc('month', timestamp_micros(-9223372036854775808))")

# --- case: timestamp_of_a_date_too_far
result = spark.sql("select cast(make_date(300000, 1, 1) as timestamp)")

# --- case: timestamp_made_too_far
result = spark.sql("select make_timestamp(300000, 1, 1, 0, 0, 0)")

# --- case: timestamp_shifted_too_far
result = spark.sql("select to_utc_timestamp(timestamp_micros(9223372036854775807), 'America/New_York')")

# --- case: timestamp_that_python_cannot_hold
result = spark.sql("select timestamp_micros(9223372036854775807)").collect()

# --- case: date_that_python_cannot_hold
result = spark.sql("select make_date(300000, 1, 1)").collect()

# --- case: date_before_those_that_python_can_hold
result = spark.sql("select make_date(-1, 1, 1)").collect()

# --- case: json_text_that_is_no_schema
result = spark.range(1).select(F.from_json(F.lit("{}"), '{"a":1}'))

# --- case: json_schema_with_a_name_of_ddl
result = spark.sql("""select from_json('{"a":1}', '{"type":"struct","fields":[{"name":"a","type":"int","nullable":true,"metadata":{}}]}')""")

# --- case: json_schema_in_quotes
result = spark.sql("""select from_csv('1', '"int"')""")

# --- case: json_schema_of_an_array
result = spark.sql("""select from_json('[1, 2]', '{"type":"array","elementType":"integer","containsNull":true}') a""")

# --- case: xml_schema_of_no_type
result = spark.sql("""select from_xml('<a/>', '{}')""")

# --- case: reader_schema_of_one_type
result = spark.read.schema("int")

# --- case: reader_schema_of_nothing
result = spark.read.schema("")

# --- case: reader_schema_of_another_kind
result = spark.read.schema(1)

# --- case: variant_get_type_before_path
result = spark.sql("select variant_get(parse_json('1'), 1, 2)")

# --- case: variant_get_type_before_value
result = spark.sql("select variant_get(1, 'x', 'foo')")

# --- case: variant_get_of_a_map_by_numbers
result = spark.sql("select variant_get(parse_json('1'), 'x', 'map<int, int>')")

# --- case: variant_get_of_an_interval
result = spark.sql("select variant_get(parse_json('1'), '$', 'interval day')")

# --- case: variant_get_of_characters
result = spark.sql("select variant_get(parse_json('1'), '$', 'char(3)')")

# --- case: null_year_month_interval_after_a_join
a = spark.sql("select * from values (2, interval 1 year) t(k, i)")
result = spark.range(1).join(a, F.col("id") == F.col("k"), "left").collect()

# --- case: null_calendar_interval_collected
result = spark.sql("select cast(null as interval)").collect()

# --- case: null_array_of_year_month_intervals
result = spark.sql("select cast(null as array<interval year>)").collect()

# --- case: zeros_of_modes_and_distinct_values
z = spark.createDataFrame([(-0.0, 1)], "c double, k int")
result = z.groupBy("k").agg(F.expr("mode(c)"), F.expr("mode(c, true)"), F.expr("mode(array(c), true)"), F.expr("mode(struct(c), true)"), F.expr("max(distinct c)"), F.expr("first(distinct c)"), F.expr("collect_set(distinct c)"), F.expr("sum(distinct c)"))

# --- case: distinct_that_says_nothing
result = spark.sql("select max(distinct c), min(distinct k), bool_and(distinct b), count(distinct c), first(distinct c) from values (1.5D, 1, true), (1.5D, 2, true) t(c, k, b)")

# --- case: positions_of_empty_texts
result = spark.sql("select instr('ab', ''), instr('ab', '', 0), instr('', '', 0, 7), instr('ab', 'a', 0), instr('', '', -3), instr('ab', '', 9)")

# --- case: fractions_that_the_text_has_not
result = spark.sql("select to_number('101', '000.00'), to_number('101.', '999.00'), to_number('101.5', '000.09'), try_to_number('101.505', '000.00'), try_to_number('.5', '999.00'), try_to_number('1', '000.00')")

# --- case: dates_beyond_their_range
result = spark.sql("select make_date(y, 7, 12) from values (5881580) t(y)")

# --- case: moments_beyond_their_range_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select make_timestamp(y, 1, 1, 1, 1, 1) from values (300000) t(y)")

# --- case: keys_without_an_order
result = spark.sql("select map_contains_key(map(), map())")

# --- case: small_decimals_as_java_writes_them
t = spark.sql("select cast(x as decimal(20, 11)) as n from values ('1e-10'), ('0'), ('1.5'), ('-1e-8'), (null) as t(x)")
result = t.select(F.to_csv(F.struct("n")), F.to_xml(F.struct("n")), F.format_string("%s", "n"), F.to_json(F.struct("n")), F.col("n").cast("string"))

# --- case: names_of_unknown
result = spark.sql("select isnotnull(true) is unknown, (true is null) is unknown, struct() = struct() is unknown, (true or isnull(true)) is unknown, (not true) is not unknown")

# --- case: a_position_that_is_no_number
result = spark.sql("select regexp_replace(s, 'a', 'x', '2024-1-5') from values ('a') t(s)").limit(0)

# --- case: a_position_that_cannot_be_computed
result = spark.sql("select regexp_replace(s, 'a', 'x', 1 div 0) from values ('a') t(s)").limit(0)

# --- case: objects_with_a_name_twice
result = spark.sql("select to_variant_object(named_struct('b', x, 'a', 2, 'b', 3, 'a', 4)) from values (1) t(x)")

# --- case: aggregates_of_nothing_beside_distinct_ones
e = spark.createDataFrame([], "c int, s string, b binary, d double")
calls = ["bitmap_construct_agg(c)", "bitmap_or_agg(b)", "bitmap_and_agg(b)", "hll_sketch_agg(c)", "theta_sketch_agg(c)", "kll_sketch_agg_bigint(c)", "schema_of_variant_agg(parse_json(s))", "collect_list(c)", "count_if(c > 1)", "approx_count_distinct(c)", "regr_count(c, c)", "sum(c)", "listagg(s)"]
result = e.agg(*[F.expr(call if "bitmap" not in call else f"md5({call})") for call in calls], F.expr("count(distinct c)"), F.expr("count(distinct c + 1)"))

# --- case: percentiles_beyond_their_decimals
t = spark.createDataFrame([("999999999999999.999",), ("-999999999999999.999",)], "x string").selectExpr("cast(x as decimal(18, 3)) as c")
# Only what is collected: show() makes texts of the values before they are kept as their type.
print(sorted(map(str, t.groupBy("c").agg(F.expr("approx_percentile(c, 0.5, 100)").alias("one"), F.expr("approx_percentile(c, array(0.5), 100)").alias("list")).collect())))

# --- case: arguments_at_their_edges
from decimal import Decimal as D
from pyspark.errors import PySparkException
spark.createDataFrame([(3, 5, "Spark SQL", None, D("3.1411"), 2.5)], "i int not null, l long not null, s string not null, u string, a decimal(5,4), d double").createOrReplaceTempView("edges")
for e in ["floor(a, -2147483648)", "ceil(a, -40)", "floor(a, -1000000)", "floor(-a, -400)", "ceil(a, 1000000)", "round(d, -400)", "round(d, 1000000)", "round(d, 2147483647)", "round(i, -2147483648)", "round(l, -1000000)", "bround(a, -2147483648)", "make_timestamp(2014, 12, 28, 6, 30, -2147483648)", "make_timestamp_ntz(2014, 12, 28, 6, 30, 4300)", "try_make_timestamp(2014, 12, 28, 6, 30, 100)", "date_trunc('', s)", "trunc(s, 'x')", "date_trunc(u, s)", "regexp_replace('true', '(a)|(b)', '$1', '-3')", "regexp_replace('true', 't', '$0', '2')", "mask('Ab', 'QQ', s)", "mask('Ab', s, 'QQ')", "variant_get(parse_json(u), ' ', 'int')", "try_variant_get(parse_json(u), 'x', 'int')", "variant_get(parse_json(u), s, 'int')", "kll_sketch_get_quantile_bigint(X'02020F04C80008000100000000000000', double('NaN'))"]:
    try:
        print([str(row[0]) for row in spark.sql(f"SELECT {e} FROM edges").collect()])
    except Exception as error:
        print("raises", error.getCondition() if isinstance(error, PySparkException) else None)

# --- case: moments_of_wide_decimals
from decimal import Decimal as D
df = spark.createDataFrame([(D(v),) for v in ["-9999999999999999999999999999.9999999999", "1234567890123456789012345678.1234567891", "-5.5"]], "d decimal(38,10)")
print(df.selectExpr("unix_micros(cast(d as timestamp))").collect())
print(spark.sql("select unix_micros(cast(d as timestamp)) from values (cast('-9999999999999999999999999999.9999999999' as decimal(38,10))), (cast('1234567890123456789012345678.1234567891' as decimal(38,10))) t(d)").collect())

# --- case: format_number_takes_any_text_around_and_between_the_digits
# ordered
result = spark.sql(r"""
    SELECT p, format_number(v, p) a, format_number(-v, p) b, format_number(0, p) c, format_number(double(v), p) d
    FROM VALUES (12332.15) t(v), (VALUES ('abc'), ('7'), (' 7 '), ('1e3'), ('3.50'), ('2024-02-29'), ('12:34:56'), ('-$5.00'), ('a.b'), ('.'), ('#.'), ('0#.'), ('0a0.0b0'), ('#a#.#b#'),
        ('0;0'), ('0;(0)'), ('0.00;(9.9)'), ('0;'), ("0''"), ('¤0'), ('0¤¤'), ('0%;0'), ('5%0'), ('0E0x0'), ('x0E00y'), ('##0.##E0'), ('.##'), ('.00')) f(p)
""")

# --- case: format_number_by_no_format
result = spark.sql("select format_number(id, '1,234.50') from range(1)")

# --- case: format_number_by_parts_without_digits
result = spark.sql("select format_number(id, 'a;b') from range(1)")

# --- case: format_number_by_two_percents
result = spark.sql("select format_number(id, '0%%') from range(1)")

# --- case: array_repeat_more_than_an_array_holds
result = spark.sql("select array_repeat(id, 2147483633) from range(1)")

# --- case: array_insert_farther_than_an_array_holds
result = spark.sql("select array_insert(array(id), 2147483647, 1) from range(1)")

# --- case: array_insert_farther_in_front_than_an_array_holds
result = spark.sql("select array_insert(array(id), -2147483648, 1) from range(1)")

# --- case: array_insert_by_a_column_farther_than_an_array_holds
result = spark.sql("select array_insert(array(id), int(2147483647 - id), 1) from range(1)")

# --- case: decimals_as_small_integers
# ordered
result = spark.sql("""
    SELECT cast(d as int) a, cast(d as smallint) b, cast(d as tinyint) c, cast(d as bigint) e, try_cast(d as int) f, cast(array(d) as array<tinyint>) g
    FROM VALUES (9.9999999999999999999999999999999999999), (-0.9999999999999999999999999999999999999), (1.5000000000000000000000000000000000000) t(d)
""")

# --- case: decimals_as_small_integers_without_ansi
# conf: spark.sql.ansi.enabled=false
# ordered
result = spark.sql("""
    SELECT cast(d as int) a, cast(d as smallint) b, cast(d as tinyint) c, cast(d as bigint) e, try_cast(d as int) f
    FROM VALUES (9.9999999999999999999999999999999999999), (-0.9999999999999999999999999999999999999) t(d)
""")

# --- case: decimal_whose_double_is_too_large
result = spark.sql("select cast(d as int) from values (2147483647.9999999999999999999999999999) t(d)")

# --- case: negated_decimal_beyond_its_digits
result = spark.sql("select -d from values (99999999999999999999999999999999999999) t(d)")

# --- case: options_without_any
result = spark.sql("select from_json('{}', 'a int', map())")

# --- case: csv_dates_are_written_in_full
# ordered
result = spark.sql("select " + ", ".join(f"schema_of_csv('{text}') c{i}" for i, text in enumerate(["2024-1-5", "2024-01-05", "2024-01", "2024-01-5", "2024-01-05 ", " 2024-01-05", "12345-01-01", "+2024-01-01", "24-01-05", "2024-02-30"])))

# --- case: fields_of_dates_that_are_none
result = spark.sql("select date_part('a.b', date'2024-01-01')")

# --- case: fields_of_dates_that_are_no_names
result = spark.sql("select date_part('.a', date'2024-01-01')")

# --- case: offsets_of_zones
# ordered
result = spark.sql("select " + ", ".join(f"from_utc_timestamp('2016-08-31', '{zone}') c{i}" for i, zone in enumerate(["+1", "+12", "+1234", "+1:2", "+1:23", "+01:23", "+1:23:45", "+123456", "UTC+1", "GMT+1:5", "-18:00"])))

# --- case: offset_of_three_digits
result = spark.sql("select from_utc_timestamp('2016-08-31', '-128')")

# --- case: offset_half_with_colons
result = spark.sql("select from_utc_timestamp('2016-08-31', '+01:2345')")

# --- case: buckets_at_the_edges
# ordered
result = spark.sql("select width_bucket(5.3, 0.2, 10.6, 9.2e18D) a, width_bucket(1e300D, 0D, 1.5e308D, 9223372036854775806) b, width_bucket(1e308D, -1e308D, 1.5e308D, 10) c, width_bucket(0.1D, 0.0D, 0.3D, 3) d, width_bucket(0.3D, 0.9D, 0.0D, 9) e, width_bucket(1D, 0D, 3D, 9223372036854775806) f")

# --- case: units_in_quotes
result = spark.sql(r"select timestampdiff(r'a\b', timestamp'2022-02-11 20:30:00', timestamp'2022-02-11 20:30:00')")

# --- case: units_in_several_quotes
result = spark.sql("select dateadd('a' 'b', 1, date'2020-01-01')")

# --- case: places_that_are_cast_may_be_null
# ordered
result = spark.sql("select get(array(1, 2, 3), 0.0D) a, get(array(1, 2, 3), '0') b, get(array(1, 2, 3), cast(1.0D as int)) c, get(array(1, 2, 3), 1L) d, array(1, 2, 3)[0.0D] e, element_at(array(1, 2, 3), 1.0D) f")

# --- case: format_string_of_intervals
# ordered
result = spark.sql("select format_string('%s %b', make_interval(1, 0, 0, 0, 3), array(1)) a")

# --- case: format_string_of_arrays_as_numbers
result = spark.sql("select format_string('%d', array(1))")

# --- case: thousands_behind_the_point
result = spark.sql("select to_number('454', '9.G9')")

# --- case: xpath_names
# ordered
result = spark.sql("select " + ", ".join(f"xpath('<a><b>b1</b></a>', '{path}') c{i}" for i, path in enumerate(["a😀b", "a·b", "a%b", "a?b", "a&b", "a;b"])))

# --- case: xpath_counts_in_utf_16
# ordered
result = spark.sql("select xpath_int('<a>😀</a>', 'string-length(a)') a, xpath_string('<a>x😀y</a>', 'substring(a, 2, 1)') b, xpath_string('<a>x😀y</a>', 'substring(a, 3)') c, xpath_string('<a>x😀y</a>', 'translate(a, \"y\", \"z\")') d")

# --- case: names_that_begin_with_a_dot
spark.range(1).select(".a")

# --- case: blanks_around_texts
told = []
for blank in ["\x1f", "\x7f", "\x85", "\xa0", "\u2003", "\u2007", "\ufeff", "\u3000", "\x0b"]:
    for call in ["try_cast('{b}5{b}' as int)", "try_cast('{b}1.5{b}' as double)", "try_cast('{b}1.5{b}' as decimal(3,1))", "try_cast('{b}true' as boolean)", "try_cast('{b}2024-01-31{b}' as date)", "try_to_timestamp('2016-12-31 00:12:00{b}')", "try_to_number('4{b}54', '999')", "try_to_binary('YW{b}Jj', 'base64')", "xpath_string('<a><b>1</b></a>', 'a/b{b}')"]:
        told.append((call, blank, spark.sql(f"SELECT string({call.format(b=blank)})").collect()[0][0]))
for each in told:
    print(*(repr(part) for part in each))
