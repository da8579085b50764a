# spark.sql.legacy.timeParserPolicy=LEGACY: SimpleDateFormat for functions, FastDateFormat for files, JSON and CSV.
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit


def tell(*queries):
    for query in queries:
        try:
            print(spark.sql(query).collect())
        except Exception as e:
            print(type(e).__name__, e.getCondition(), sorted((e.getMessageParameters() or {}).items()))


def read(pairs):
    return spark.createDataFrame(pairs, "p string, t string").selectExpr("p", "t", "string(try_to_timestamp(t, p)) found")


# --- case: numbers_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([
    ("yyyy-MM-dd", "2024-03-05"), ("yyyy-MM-dd", "2024-3-5"), ("yyyy-MM-dd", "2024-03-05 10:00"), ("yyyy-MM-dd", " 2024- 03-\t05"), ("yyyy-MM-dd", "2024-13-01"),
    ("yyyy-MM-dd", "2024-02-30"), ("yyyy-MM-dd", "24-3-5"), ("yyyy-MM-dd", "-24-3-5"), ("yyyy-MM-dd", "20240305"), ("yyyy-MM-dd", ""), ("yyyy-MM-dd", "x"),
    ("yyyyMMdd", "20240305"), ("yyyyMMdd", "2024035"), ("yyyyMMdd", "2024 3 5"), ("yyyyMMdd", "202403051"), ("yyyyMMddHHmmss", "20240305101112"),
    ("d/M/yy", "1/2/20"), ("d/M/yy", "1/2/99"), ("d/M/yy", "1/2/1999"), ("d/M/yy", "1/2/7"), ("d/M/yy", "1/2/007"), ("d/M/y", "1/2/20"), ("d/M/yyy", "1/2/20"),
    ("yyyy-MM-dd", "2024E0-03-05"), ("yyyy-MM-dd", "2E3-03-05"), ("yyyy-MM-dd", "\u0662\u0660\u0662\u0664-03-05"), ("yyyy-MM-dd", "2024.5-03-05"), ("yyyy-MM-dd", "99999999999-03-05"),
])

# --- case: names_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([
    ("MMM d yyyy", "Mar 5 2024"), ("MMM d yyyy", "march 5 2024"), ("MMMM d yyyy", "MAR 5 2024"), ("MMM d yyyy", "3 5 2024"), ("MMM d yyyy", " Mar 5 2024"), ("MM d yyyy", "Mar 5 2024"),
    ("LLL yyyy", "Dec 2023"), ("LLLL/yyyy", "june/2023"), ("EEE, d MMM yyyy", "Tue, 5 Mar 2024"), ("EEE, d MMM yyyy", "Wed, 5 Mar 2024"), ("EEEE d MMM yyyy", "tue 5 Mar 2024"),
    ("E", "Fri"), ("u", "5"), ("u", "8"), ("y G", "44 BC"), ("y G", "44 ad"), ("G y", "Before Christ 44"), ("h a", "12 AM"), ("h a", "1 pm"), ("h a", "13 PM"), ("K a", "0 PM"), ("K", "12"), ("H a", "13 AM"),
    ("k", "24"), ("k", "0"), ("H", "24"), ("hh:mm", "12:30"), ("h", "5"), ("a", "PM"), ("a", "p"),
])

# --- case: weeks_and_days_of_years_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([
    ("YYYY", "2020"), ("YYYY-MM-dd", "2020-05-17"), ("YYYY-'W'ww-u", "2020-W10-3"), ("YYYY-'W'ww-u", "2020-W53-3"), ("YYYY ww E", "2021 01 Fri"), ("yyyy-ww", "2020-10"), ("yyyy w u", "2020 10 3"),
    ("yyyy-DDD", "2020-366"), ("yyyy-DDD", "2021-366"), ("yyyy D", "2020 0"), ("yyyy MM W E", "2024 03 2 Tue"), ("yyyy MM W", "2024 03 2"), ("yyyy MM F E", "2024 03 2 Tue"), ("yyyy MM F", "2024 03 2"), ("yyyy MM E", "2024 03 Sun"),
    ("yyyy MM dd D", "2024 03 05 65"), ("yyyy MM dd D", "2024 03 05 66"), ("w", "7"), ("W", "2"), ("F", "3"), ("YYYY", "0"), ("YYYY", "1"), ("yyyy YYYY", "2020 2019"), ("YYYY yyyy", "2019 2020"),
])

# --- case: fractions_and_quotes_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([
    ("ss.SSS", "10.123"), ("ss.SSS", "10.5"), ("ss.SSS", "10.12"), ("ss.S", "10.999"), ("ss.SSSSSS", "10.123456"), ("ss.SSSSSS", "10.000456"), ("ss.SSS", "10.1000"), ("ssSSS", "10123"),
    ("yyyy-MM-dd'T'HH:mm:ss", "2024-03-05T10:11:12"), ("yyyy-MM-dd't'HH:mm:ss", "2024-03-05T10:11:12"), ("yyyy''MM", "2024'03"), ("'year 'yyyy' o''clock'", "year 2024 o'clock"), ("yyyy [MM]", "2024 [03]"), ("yyyy{MM}#", "2024{03}#"),
    ("HH:mm", "10:11 and more"), ("HH'h'", "10"), ("yyyy\u00e9MM", "2024\u00e903"),
])

# --- case: zones_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([("yyyy-MM-dd HH:mm z", f"2024-07-01 12:00 {z}") for z in [
    "PST", "PDT", "pst", "Pacific Standard Time", "pacific daylight time", "GMT", "GMT+1", "GMT+01:00", "GMT-8:30", "GMT+1:5", "GMT+25:00", "UTC", "Z", "CET", "CEST", "IST", "JST", "MSK", "BST", "EST", "HST", "AEST", "CST", "Central European Time", "PT", "America/New_York",
    "+0100", "-0830", "+01:00", "+1", "+01", "+2400", "+1400", "+1401", "-1300", "-1301", "XYZ", ""]] + [
    (f"yyyy-MM-dd HH:mm{x}", f"2024-07-01 12:00{z}") for x in ["X", "XX", "XXX", "Z"] for z in ["Z", "z", "+01", "+0100", "+01:00", "-08", "+1"]])

# --- case: zones_in_texts_of_another_zone
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.session.timeZone=America/Los_Angeles
result = read([
    ("yyyy-MM-dd HH:mm", "2024-03-10 02:30"), ("yyyy-MM-dd HH:mm", "2024-03-10 03:00"), ("yyyy-MM-dd HH:mm", "2024-11-03 01:30"), ("yyyy-MM-dd HH:mm", "1850-01-01 00:00"), ("yyyy-MM-dd HH:mm", "1900-01-01 00:00"), ("yyyy-MM-dd HH:mm", "1400-01-01 00:00"),
    ("yyyy-MM-dd HH:mm z", "2024-11-03 01:30 PST"), ("yyyy-MM-dd HH:mm z", "2024-11-03 01:30 PDT"), ("yyyy-MM-dd HH:mm Z", "1850-01-01 00:00 +0000"), ("yyyy-MM-dd HH:mm Z", "1400-01-01 00:00 +0000"), ("yyyy-MM-dd HH:mm Z", "1850-01-01 00:00 -0800"),
])

# --- case: columns_of_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.session.timeZone=America/Los_Angeles
t = spark.createDataFrame([("2024-03-10 02:30:00",), ("2024-11-03 01:30:00",), ("1850-01-01 00:00:00",), ("2024-01-01 00:00:00 x",), ("24-1-1 1:1:1",), ("no",), (None,), ("2024-06-01 10:00:00",)], "t string")
result = t.select("t", F.try_to_timestamp("t", lit("yyyy-MM-dd HH:mm:ss")).cast("string"), F.try_to_date("t", "yyyy-MM-dd").cast("string"), F.try_to_timestamp("t", lit("yy-M-d")).cast("string"))

# --- case: columns_of_bad_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
t = spark.createDataFrame([("2024-03-10",), ("2024-13-10",)], "t string")
result = t.select(F.to_timestamp("t", "yyyy-MM-dd"))

# --- case: columns_of_bad_texts_without_ansi
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.ansi.enabled=false
t = spark.createDataFrame([("2024-03-10",), ("2024-13-10",), ("10.03.2024",), (None,)], "t string")
result = t.select("t", F.to_timestamp("t", "yyyy-MM-dd"), F.to_date("t", "yyyy-MM-dd"), F.unix_timestamp("t", "yyyy-MM-dd"), F.to_timestamp("t"), F.to_timestamp_ntz("t", lit("yyyy-MM-dd")), F.to_timestamp_ltz("t", lit("dd.MM.yyyy")))

# --- case: old_calendar_in_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = read([("yyyy-MM-dd", t) for t in ["1582-10-03", "1582-10-04", "1582-10-05", "1582-10-14", "1582-10-15", "1582-10-16", "1500-02-29", "1500-03-01", "1000-02-29", "0001-01-01", "0000-01-01", "0004-02-29", "12345-01-01", "1582-02-29"]] + [
    ("yyyy-DDD", "1582-277"), ("yyyy-DDD", "1582-278"), ("yyyy-DDD", "1582-355"), ("yyyy-ww", "1582-41"), ("yyyy MM W", "1582 10 3"), ("y-MM-dd G", "1-01-01 BC"), ("y-MM-dd G", "5-02-29 BC"), ("YYYY", "1582"), ("YYYY-ww-u", "1582-42-5")])

# --- case: old_calendar_written
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = spark.sql("""
    select string(c) t, date_format(c, "yyyy-MM-dd HH:mm:ss.SSS G") a, date_format(c, "yy y YYYY yyyyyy") b, date_format(c, "D DDD w ww W F u") d, date_format(c, "EEE EEEE E MMM MMMM M LL LLLL") e, date_format(c, "H k K h a hh KK kkk") f
    from values (timestamp'2024-03-05 13:14:15.678901'), (timestamp'1999-12-31 00:00:00'), (timestamp'2000-12-31 12:00:00'), (timestamp'1582-10-15 23:59:59.999999'), (timestamp'1582-10-14 01:02:03'), (timestamp'1582-10-04 00:00:00'),
                (timestamp'1582-12-31 00:00:00'), (timestamp'1500-02-28 00:00:00'), (timestamp'1500-03-01 00:00:00'), (timestamp'0001-01-01 00:00:00'), (timestamp'0000-12-31 00:00:00'), (timestamp'-0044-03-15 00:00:00'), (timestamp'+12345-06-07 08:09:10') t(c)""")

# --- case: zones_written
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.session.timeZone=America/Los_Angeles
result = spark.sql("""
    select string(c) t, date_format(c, "yyyy-MM-dd HH:mm z zzzz Z ZZZZ X XX XXX") a, from_unixtime(unix_timestamp(c), "yyyy-MM-dd'T'HH:mm:ss.SSSXXX") b, from_unixtime(unix_timestamp(c)) d
    from values (timestamp'2024-03-05 13:14:15.678901'), (timestamp'2024-07-05 00:00:00'), (timestamp'2024-11-03 01:30:00'), (timestamp'1850-01-01 00:00:00'), (timestamp'1400-01-01 00:00:00') t(c)""")

# --- case: zones_by_distance_written
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.session.timeZone=+05:30
tell("select date_format(timestamp'2024-03-05 13:14:15', 'z zzzz Z X XX XXX'), date_format(timestamp'1400-03-05 13:14:15', 'yyyy-MM-dd z')", "select try_to_timestamp('2024-01-01 UTC', 'yyyy-MM-dd z'), try_to_timestamp('2024-01-01 GMT+05:30', 'yyyy-MM-dd z')")

# --- case: names_of_zones_written
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
for zone in ["UTC", "GMT", "Europe/London", "Europe/Paris", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney", "America/Sao_Paulo", "Asia/Kathmandu", "Africa/Lagos", "America/St_Johns", "GMT+3", "-08:00"]:
    spark.conf.set("spark.sql.session.timeZone", zone)
    tell("select date_format(timestamp'2024-01-05 13:14:15', 'z zzzz Z'), date_format(timestamp'2024-07-05 13:14:15', 'z zzzz XXX')")

# --- case: bad_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
tell(
    "select to_timestamp('2020', 'yyyy-bb')",
    "select try_to_timestamp('2020', 'yyyy-bb')",
    "select to_date('2020', 'Q')",
    "select unix_timestamp('2020', \"yyyy'\")",
    "select date_format(timestamp'2020-01-01 00:00:00', 'XXXX')",
    "select from_unixtime(0, 'e')",
    "select date_format(c, 'n') from values (timestamp'2020-01-01 00:00:00') t(c)",
    "select date_format(c, 'n') from values (timestamp'2020-01-01 00:00:00') t(c) where c is null",
    "select to_timestamp(c, 'n') from values (string(null)) t(c)",
    "select to_timestamp(c, p) from values ('2020', 'n') t(c, p)",
    "select to_timestamp_ntz('2020', 'YYYY')",
    "select to_timestamp_ntz('2020-01-01 x', 'yyyy-MM-dd')",
    "select to_timestamp('2020', '')",
    "select date_format(timestamp'2020-01-01 00:00:00', '')",
    "select to_timestamp(null, 'n'), to_date(timestamp'2020-01-01 00:00:00', 'n')",
)

# --- case: bad_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
tell(
    "select to_timestamp('2020-13-01', 'yyyy-MM-dd')",
    "select to_date('x', 'yyyy-MM-dd')",
    "select unix_timestamp('2020-01-01 10:20')",
    "select to_unix_timestamp('2020', 'yyyy-MM')",
    "select try_to_date('x', 'yyyy'), try_to_timestamp('x', 'yyyy')",
    "select to_timestamp('2020-01-01 10:20:30.123456', 'yyyy-MM-dd HH:mm:ss.SSSSSS')",
    "select try_to_timestamp('300000-01-01', 'yyyy-MM-dd')",
    "select to_char(timestamp'2020-01-01 00:00:00', 'u w'), to_varchar(date'2020-01-01', 'yyyy W')",
    "select cast('2020-1-1' as date), cast('2020-01-01 10:20' as timestamp), to_date('2020-1'), to_timestamp('2020')",
)

# --- case: dates_as_texts
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
t = spark.sql("select date_add(date'1582-10-01', int(id)) d from range(16) union all select make_date(y, 3, 15) from values (-44), (0), (1), (999), (9999), (10000), (123456) t(y)")
t.selectExpr("d", "string(d) s", "array(d) a", "d || '' c", "date_format(d, 'yyyy-MM-dd') f", "to_csv(struct(d)) v", "to_json(struct(d)) j").show(30)

# --- case: json_without_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
t = spark.createDataFrame([(x,) for x in ["2020-01-01", "2020-1-1", "2020-01-01T10:20:30.5Z", "2020-01-01T10:20:30.123456Z", "2020-01-01T10:20:30.123+01:00", "2020-1-1 10:20", "2020-13-45", "18262", "-5", "2020-01-01T00:00GMT+01:00", "1000-02-29", "1582-10-10", "x", "2020-01-01 tail", ""]], "x string")
result = t.selectExpr("x", "string(from_json(to_json(struct(x d)), 'd date')) d", "string(from_json(to_json(struct(x t)), 't timestamp')) t", "string(from_json(to_json(struct(x n)), 'n timestamp_ntz')) n", "string(from_csv(x, 'd date')) cd", "string(from_csv(x, 't timestamp')) ct")

# --- case: csv_with_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
pairs = [
    ("dd/MM/yyyy", "26/08/2015"), ("dd/MM/yyyy", "32/13/2015 and more"), ("dd/MM/yy", "26/08/15"), ("dd/MM/yy", "26/08/7"), ("dd/MM/yy", "26/08/115"), ("yyyyMMdd", "20240305"), ("yyyyMMdd", "2024035"), ("yyyy-MM-dd", "2024- 03-05"), ("yyyy-MM-dd", "-2024-03-05"),
    ("MMM d yyyy", "mar 5 2024"), ("E", "fri"), ("G y", "B 44"), ("h a", "1 p"), ("ss.SSS", "10.5"), ("ss.SSSSSS", "10.123456"), ("ss.S S", "10.5 25"), ("H:m:s", "25:61:61"), ("YYYY-MM-dd", "2024-03-05"), ("yyyy-DDD", "2021-400"), ("yyyy w u", "2024 10 3"), ("k h K", "24 12 11"),
    ("HH z", "10 PST"), ("HH z", "10 PDT"), ("HH z", "10 PT"), ("HH z", "10 GMT-8:30"), ("HH z", "10 -0830"), ("HH z", "10 UTC"), ("HH Z", "10 CEST"), ("HH ZZ", "10 +01:00"), ("HH ZZ", "10 Z"), ("HHX", "10+01"), ("HHXX", "10+0100"), ("HHXXX", "10+01:00"), ("HHXXX", "10+0100"), ("HHX", "10+25"),
    ("bb", "2024-03-05"), ("yyyy'", "2024"), ("XXXX", "Z"), ("''yyyy", "'2024"), ("yyyy[MM]", "2024[3]"), ("yyyy", ""), ("yyyy", "99999999999"),
]
rows = []
for p, t in pairs:
    got = spark.sql("select string(from_csv(:t, 'a timestamp', map('timestampFormat', " + "'" + p.replace("'", "\\'") + "'" + "))) a, string(from_csv(:t, 'a date', map('dateFormat', " + "'" + p.replace("'", "\\'") + "'" + "))) b", args={"t": t}).collect()[0]
    print(p, "|", t, "|", got.a, "|", got.b)

# --- case: written_by_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# conf: spark.sql.session.timeZone=Asia/Kolkata
for p in ["yyyy-MM-dd HH:mm:ss.SSSSSS", "yy y yyyyy", "SSS", "S", "SS.SSSSSS", "D w W F u E EEEE", "h K k H a", "MMM MMMM M L LLL", "G YYYY", "z zzzz Z ZZ ZZZ X XX XXX", "'T'''", "[yyyy]"]:
    q = "'" + p.replace("'", "\\'") + "'"
    tell(f"select to_csv(struct(timestamp'2024-03-05 13:14:15.678901' a), map('timestampFormat', {q})) a, to_json(struct(timestamp'1400-03-05 13:14:05.000001' a), map('timestampFormat', {q})) b, to_csv(struct(date'1400-03-05' a), map('dateFormat', {q})) c")

# --- case: written_by_bad_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
tell(
    "select to_json(struct(1 a), map('timestampFormat', 'bb'))",
    "select to_json(struct(1 a), map('dateFormat', 'bb'))",
    "select to_csv(struct(date'2020-01-01' a), map('timestampFormat', \"'\"))",
    "select to_json(struct(timestamp_ntz'2020-01-01 00:00:00' a), map('timestampNTZFormat', 'YYYY'))",
    "select to_json(struct(timestamp_ntz'2020-01-01 00:00:00' a)), to_csv(struct(timestamp'2020-01-01 00:00:00.5' a, date'2020-01-01' b)), to_xml(struct(timestamp'2020-01-01 00:00:00.5' a))",
    "select from_json('{\"a\": \"2020\"}', 'a timestamp', map('timestampFormat', 'bb')), from_csv('2020-01-01', 'a date', map('dateFormat', 'dd/MM/yyyy', 'enableDateTimeParsingFallback', 'false'))",
)

# --- case: types_found
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
for text in ["2020-01-01 00:00:00", "2020-01-01", "2020-01-01T00:00:00Z", "2020-01-01T00:00:00.000+01:00", "10:20", "2020", "01/02/2020", "99/99/2020 x"]:
    for options in ["map('inferTimestamp', 'true')", "map('inferTimestamp', 'true', 'timestampFormat', 'dd/MM/yyyy', 'dateFormat', 'dd/MM/yyyy')"]:
        tell(f"select schema_of_json('{{\"a\": \"{text}\"}}', {options}) j, schema_of_csv('{text}', {options}) c, schema_of_xml('<r><a>{text}</a></r>', {options}) x")

# --- case: xml_by_patterns
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
for text in ["2020-01-01", "2020-1-1", "2020-13-45 x", "2020-01-01T00:00:00.000Z", "2020-01-01 00:00:00", "18262"]:
    tell(f"select string(from_xml('<r><a>{text}</a></r>', 'a date')) d, string(from_xml('<r><a>{text}</a></r>', 'a timestamp')) t, string(from_xml('<r><a>{text}</a></r>', 'a timestamp', map('timestampFormat', 'yyyy-MM-dd'))) p")

# --- case: files_of_csv
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# file: in/days.csv
# | day,moment,other
# | 2020-01-01,2020-01-01T10:20:30.5Z,1/2/20
# | 2020-13-45,2020-01-01 10:20,32/13/20 x
result = spark.read.csv(data_dir + "/in/days.csv", schema="day date, moment timestamp, other string", header=True).selectExpr("day", "moment", "other")

# --- case: files_of_csv_by_pattern
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# file: in/days.csv
# | day,moment
# | 1/2/20,5
# | 32/13/20 x,6
result = spark.read.csv(data_dir + "/in/days.csv", header=True, inferSchema=True, timestampFormat="d/M/yy")

# --- case: files_of_json
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
# file: in/days.json
# | {"day": "1/2/20", "moment": "2020-01-01"}
# | {"day": "32/13/20 x", "moment": "2020-01-01 10:20:30"}
result = spark.read.json(data_dir + "/in/days.json", inferTimestamp=True, timestampFormat="d/M/yy", dateFormat="d/M/yy")
