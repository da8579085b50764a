import datetime

from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

d = spark.createDataFrame([(datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 13, 45, 30, 123456)), (datetime.date(1969, 12, 31), datetime.datetime(1969, 12, 31, 23, 59, 59)), (None, None)], "d date, t timestamp")

# --- case: parts_of_date
result = d.select(F.year("d"), F.quarter("d"), F.month("d"), F.dayofmonth("d"), F.day("d"), F.dayofweek("d"), F.weekday("d"), F.dayofyear("d"), F.weekofyear("d"), F.last_day("d"), F.dayname("d"), F.monthname("d"))

# --- case: parts_of_timestamp
result = d.select(F.hour("t"), F.minute("t"), F.second("t"), F.unix_timestamp("t"), F.unix_micros("t"), F.unix_millis("t"), F.unix_seconds("t"), F.to_date("t"), F.date_part(lit("week"), "t"), F.extract(lit("seconds"), "t"))

# --- case: add_and_subtract
result = d.select(F.date_add("d", 1), F.date_sub("d", 60), F.add_months("d", 12), F.add_months("d", -1), F.dateadd("d", lit(7)), F.datediff(lit(datetime.date(2024, 3, 1)), "d"), F.date_diff("d", lit(datetime.date(2024, 1, 1))), F.next_day("d", "Mon"))

# --- case: operators
result = d.select(col("d") + 1, col("d") - 1, col("d") - lit(datetime.date(2024, 1, 1)), F.expr("d + interval 1 month"), F.expr("t + interval 1 day 2 hours"), F.expr("t - interval '1' year"))

# --- case: months_between
result = d.select(F.months_between("d", lit(datetime.date(2023, 11, 30))), F.months_between("t", lit(datetime.date(2024, 1, 15))), F.months_between("t", lit(datetime.date(2024, 1, 15)), False))

# --- case: truncation
result = d.select(F.trunc("d", "year"), F.trunc("d", "quarter"), F.trunc("d", "MM"), F.trunc("d", "week"), F.date_trunc("hour", "t"), F.date_trunc("week", "t"), F.date_trunc("minute", "t"), F.trunc("d", "nope"))

# --- case: date_format
result = d.select(F.date_format("t", "yyyy-MM-dd HH:mm:ss.SSS"), F.date_format("d", "dd/MM/yy"), F.date_format("t", "E, d MMM yyyy h:mm a"), F.date_format("d", "EEEE MMMM D"), F.date_format("t", "yyyy-MM-dd'T'HH:mm:ssXXX"), F.date_format("t", "Q qqq H k K S"))

# --- case: date_format_bad_pattern
result = d.select(F.date_format("t", "YYYY-MM-dd"))

# --- case: to_date_patterns
s = spark.createDataFrame([("2024-02-29", "29/02/2024", "Feb 29, 2024")], "a string, b string, c string")
result = s.select(F.to_date("a"), F.to_date("b", "dd/MM/yyyy"), F.to_date("c", "MMM d, yyyy"), F.to_date(lit("20240229"), "yyyyMMdd"), F.to_date(lit("2024-2-9"), "yyyy-M-d"))

# --- case: to_date_strings_that_cast
s = spark.createDataFrame([("2024",), ("2024-02",), ("2024-2-9",), ("2024-02-29 10:00:00",), ("2024-02-29T10",), (" 2024-01-01 ",), (None,)], "s string")
result = s.select("s", F.to_date("s"), col("s").cast("date"))

# --- case: to_timestamp_strings_that_cast
s = spark.createDataFrame([("2024-02-29",), ("2024-02-29 10:20",), ("2024-02-29 10:20:30.5",), ("2024-02-29T10:20:30Z",), ("2024-02-29 10:20:30+02:00",), ("2024-02-29 10:20:30.123456789",), ("2024-02-29 10:20:30 America/New_York",), (None,)], "s string")
result = s.select("s", F.to_timestamp("s"))

# --- case: to_timestamp_patterns
result = spark.range(1).select(F.to_timestamp(lit("29/02/2024 01:45 PM"), "dd/MM/yyyy hh:mm a"), F.to_timestamp(lit("2024-02-29T13:45:30.123"), "yyyy-MM-dd'T'HH:mm:ss.SSS"), F.to_timestamp(lit("20240229134530"), "yyyyMMddHHmmss"), F.unix_timestamp(lit("2024-02-29 13"), "yyyy-MM-dd HH"))

# --- case: to_date_bad_value
s = spark.createDataFrame([("31/02/2024",)], "s string")
result = s.select(F.to_date("s", "dd/MM/yyyy"))

# --- case: to_timestamp_bad_value
s = spark.createDataFrame([("not a time",)], "s string")
result = s.select(F.to_timestamp("s"))

# --- case: cast_bad_date
s = spark.createDataFrame([("2023-02-29",)], "s string")
result = s.select(col("s").cast("date"))

# --- case: try_to_timestamp
s = spark.createDataFrame([("not a time",), ("2024-01-01",)], "s string")
result = s.select(F.try_to_timestamp("s"), F.try_to_date("s"), F.expr("try_cast(s as date)"))

# --- case: from_unixtime
result = spark.range(1).select(F.from_unixtime(lit(1709214330)), F.from_unixtime(lit(0), "yyyy/MM/dd"), F.timestamp_seconds(lit(1.5)), F.timestamp_millis(lit(1709214330123)), F.timestamp_micros(lit(-1)), F.from_unixtime(lit(-1)))

# --- case: make
result = spark.range(1).select(F.make_date(lit(2024), lit(2), lit(29)), F.make_timestamp(lit(2024), lit(2), lit(29), lit(1), lit(2), lit(3.5)), F.date_from_unix_date(lit(-1)), F.unix_date(lit(datetime.date(2024, 1, 1))))

# --- case: make_date_out_of_range
result = spark.range(1).select(F.make_date(lit(2024), lit(13), lit(1)))

# --- case: timestamp_casts
result = d.select(col("t").cast("string"), col("t").cast("long"), col("t").cast("double"), col("t").cast("date"), col("d").cast("timestamp"), col("d").cast("string"))

# --- case: numbers_to_timestamp
df = spark.createDataFrame([(0, 1.5), (1709214330, -0.25)], "l long, x double")
result = df.select(col("l").cast("timestamp"), col("x").cast("timestamp"))

# --- case: session_time_zone
# conf: spark.sql.session.timeZone=America/New_York
t = spark.createDataFrame([("2024-03-10 01:30:00",), ("2024-03-10 03:30:00",), ("2024-11-03 01:30:00",)], "s string").withColumn("t", F.to_timestamp("s"))
result = t.select("s", col("t").cast("long"), F.hour("t"), col("t").cast("string"), F.date_format("t", "yyyy-MM-dd HH:mm z XXX"), F.to_date("t"), F.expr("cast(t + interval 24 hours as string)"), F.date_trunc("day", "t").cast("string"))

# --- case: from_and_to_utc
result = spark.range(1).select(F.from_utc_timestamp(lit("2024-07-01 12:00:00"), "Asia/Tokyo"), F.to_utc_timestamp(lit("2024-07-01 12:00:00"), "America/Los_Angeles"), F.from_utc_timestamp(lit("2024-07-01 12:00:00"), "+05:30"), F.convert_timezone(lit("Europe/Paris"), lit("UTC"), lit("2024-07-01 12:00:00")))

# --- case: window_buckets
# ordered
e = spark.createDataFrame([("2024-01-01 12:01:00", 1), ("2024-01-01 12:04:59", 2), ("2024-01-01 12:05:00", 3), (None, 4)], "s string, v int").withColumn("t", F.to_timestamp("s"))
result = e.groupBy(F.window("t", "5 minutes")).agg(F.sum("v").alias("v")).orderBy("window")

# --- case: window_sliding
# ordered
e = spark.createDataFrame([("2024-01-01 12:01:00", 1), ("2024-01-01 12:07:00", 2)], "s string, v int").withColumn("t", F.to_timestamp("s"))
result = e.groupBy(F.window("t", "10 minutes", "5 minutes")).agg(F.sum("v").alias("v")).select("window.start", "window.end", "v").orderBy("start")

# --- case: window_with_start
# ordered
e = spark.createDataFrame([("2024-01-01 12:01:00", 1), ("2024-01-01 12:16:00", 2)], "s string, v int").withColumn("t", F.to_timestamp("s"))
result = e.groupBy(F.window("t", "15 minutes", "15 minutes", "5 minutes").alias("w")).count().orderBy("w")

# --- case: session_windows
# ordered
e = spark.createDataFrame([("a", "2024-01-01 12:00:00"), ("a", "2024-01-01 12:04:00"), ("a", "2024-01-01 12:10:00"), ("b", "2024-01-01 12:01:00"), ("a", None)], "k string, s string").withColumn("t", F.to_timestamp("s"))
result = e.groupBy("k", F.session_window("t", "5 minutes")).count().orderBy("k", "session_window")

# --- case: window_time
e = spark.createDataFrame([("2024-01-01 12:01:00", 1)], "s string, v int").withColumn("t", F.to_timestamp("s"))
result = e.groupBy(F.window("t", "5 minutes")).count().select(F.window_time("window"), "count")

# --- case: sequence_of_dates
result = spark.sql("select sequence(date'2024-01-30', date'2024-02-02'), sequence(date'2024-01-31', date'2024-04-30', interval 1 month), sequence(timestamp'2024-01-01 00:00:00', timestamp'2024-01-01 03:00:00', interval 90 minutes)")

# --- case: intervals
result = spark.sql("select cast(interval '1 02:03:04' day to second as string), cast(interval '1-2' year to month as string), interval 90 minutes, timestamp'2024-01-02 00:00:00' - timestamp'2024-01-01 12:30:00', cast(make_interval(0, 1, 0, 2) as string)")

# --- case: timestamp_ntz
result = spark.sql("select timestamp_ntz'2024-01-01 10:00:00', cast('2024-01-01 10:00:00' as timestamp_ntz), typeof(timestamp_ntz'2024-01-01 10:00:00'), to_timestamp_ntz('2024-01-01')")

# --- case: timestampadd_and_diff
result = spark.sql("select timestampadd(hour, 5, timestamp'2024-01-01 22:00:00'), timestampdiff(minute, timestamp'2024-01-01 00:00:00', timestamp'2024-01-01 01:30:59'), dateadd(month, 1, date'2024-01-31'), datediff(week, date'2024-01-01', date'2024-01-20')")

# --- case: year_of_string
s = spark.createDataFrame([("2024-05-06",), (None,)], "s string")
result = s.select(F.year("s"), F.date_add("s", 1), F.datediff("s", lit("2024-01-01")), F.hour(lit("2024-05-06 07:08:09")))

# --- case: refused_pattern_without_rows
t = spark.createDataFrame([], "s string")
result = t.selectExpr("to_timestamp(s, 'EEEE')")

# --- case: refused_pattern_of_local_timestamps
t = spark.createDataFrame([(None,)], "s string")
result = t.selectExpr("CASE WHEN s = 'x' THEN to_timestamp_ntz(s, 'E MMMM') END")

# --- case: refused_pattern_to_write_without_rows
t = spark.createDataFrame([], "t timestamp")
result = t.selectExpr("date_format(t, 'MMMMM')")

# --- case: refused_pattern_names_its_letters
result = spark.range(1).selectExpr("date_format(DATE '2020-01-01', 'yyyy-MM-dd QQQQQ')")

# --- case: refused_offset_letters
result = spark.range(1).selectExpr("date_format(DATE '2020-01-01', 'XXXXXX')")

# --- case: refused_pattern_of_json
result = spark.range(1).selectExpr("""from_json('{"a":"2020-01-01","b":7}', 'a timestamp, b int', map('timestampFormat', 'j'))""", "from_csv('2020-01-01,7', 'a timestamp_ntz, b int', map('timestampNTZFormat', 'EEEE'))")

# --- case: refused_pattern_of_json_that_needs_none
result = spark.range(1).selectExpr("to_json(named_struct('a', 1), map('timestampFormat', 'w'))")

# --- case: modified_julian_days
t = spark.createDataFrame([("58849",), ("-7",), ("58849 01",), ("58849 12",)], "s string")
result = t.selectExpr("try_to_date(s, 'g')", "try_to_timestamp(s, 'g MM')", "date_format(DATE '1500-01-01', 'gggggg')")

# --- case: zones_as_patterns
zones = ["+5", "+05", "-05:30", "UTC", "z", "GMT+2", "UT", "EST", "america/new_york", "CET", "PST", "+053015", "+05:30:15", "UTC+01:30", "GMT0", "Etc/GMT+5", "UTC+5", "GMT+05:3", "IST", "BST", "HST", "x", "", "Z"]
t = spark.createDataFrame([(f"2020-07-01 {zone}",) for zone in zones], "s string")
result = t.selectExpr("s", *[f"try_to_timestamp(s, 'yyyy-MM-dd {p}')" for p in ["VV", "z", "O", "OOOO", "X", "XXX", "Z", "ZZZZ"]])

# --- case: numbers_beyond_moments
d = spark.createDataFrame([(1e20,), (-1e20,), (9.3e12,), (float("nan"),), (float("inf"),), (1.5,), (None,)], "w double")
result = d.selectExpr("cast(try_to_timestamp(w) as string) as a", "cast(try_to_timestamp(cast(w as float)) as string) as b", "cast(try_cast(w as timestamp) as string) as c")

# --- case: decimals_as_moments
d = spark.sql("select cast(x as decimal(38, 10)) n from values ('-9999999999999999999999999999.9999999999'), ('1234567890123456789012345678.1234567899'), ('9223372036854.7758071'), ('-1.0000005'), ('0.0000019') t(x)")
result = d.selectExpr("cast(to_timestamp_ltz(n) as string) as a", "cast(cast(n as timestamp) as string) as b")

# --- case: seconds_beyond_moments
result = spark.sql("select timestamp_seconds(cast(1e20 as decimal(38, 7)))")

# --- case: times_without_a_date_are_of_their_zones_day
zones = ["Pacific/Kiritimati", "Asia/Tokyo", "UTC", "America/New_York", "Pacific/Pago_Pago"]
def is_today(moment, zone):
    return spark.sql(f"select date(from_utc_timestamp({moment}, '{zone}')) = date(from_utc_timestamp(current_timestamp(), '{zone}'))").collect()[0][0]

result = [(z, is_today(f"cast('T12:00:00 {z}' as timestamp)", z), is_today(f"timestamp'12:00:00 {z}'", z), is_today(f"to_timestamp('T00:00:00 {z}')", z)) for z in zones]
