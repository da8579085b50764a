# Arguments of wrong types and odd values: what PySpark itself refuses, by class, condition and parameters.
import datetime
from decimal import Decimal
from enum import Enum

from pyspark.sql import Row, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

class Size(Enum):
    SMALL = 1
    NAME = "small"

class Thing:
    pass

df = spark.createDataFrame([(1, "a", 1.5), (2, "b", None)], "id int, s string, x double")

def fields(functions, pairs):
    for function in functions:
        for a, b in pairs:
            expression = function.format(a=a, b=b)
            try:
                print((expression, spark.sql(f"SELECT {expression} AS r").schema[0].jsonValue()))
            except Exception as error:
                print((expression, error.getCondition(), sorted(error.getMessageParameters().items())))

def tell(*calls):
    for each in calls:
        try:
            print("fine:", each())
        except Exception as error:
            known = getattr(error, "getCondition", None)
            if known is None:
                print(type(error).__name__, error)
            else:
                print(type(error).__name__, error.getCondition(), sorted((error.getMessageParameters() or {}).items()) if error.getCondition() else "")

# --- case: literals_refused_by_the_query
tell(
    lambda: lit({}), lambda: lit((1, "x", None, True, 2.0)), lambda: col("id") + [1], lambda: lit({"a": [1, None]}),
    lambda: df.select(lit({"a": 1, "b": [1.5]})), lambda: df.select(lit((1, "x", None, True, 1e20))), lambda: df.filter(col("id") + [1] > 0),
    lambda: df.select(lit(range(3))), lambda: df.select(lit({1})), lambda: df.select(lit(frozenset([1]))), lambda: df.select(lit([(1, 2)])),
    lambda: df.select(col("id").isin((1, 2))), lambda: spark.sql("select :a", {"a": (1, 2)}), lambda: spark.sql("select ?", [{"k": 1}]),
    lambda: lit([1, col("id")]), lambda: col("id") + [col("id")], lambda: lit(Thing()), lambda: lit(lambda x: x), lambda: lit(df),
)

# --- case: enum_members_are_their_values
result = df.select(
    lit(Size.SMALL), lit(Size.NAME), lit([Size.SMALL]), col("id") == Size.SMALL, F.when(col("id") == 1, Size.SMALL).otherwise(Size.SMALL).alias("w"),
    F.array_contains(F.array("id"), Size.SMALL), F.add_months(lit("2024-01-31").cast("date"), Size.SMALL), F.round("x", Size.SMALL), col("s").substr(Size.SMALL, Size.SMALL), F.repeat("s", Size.SMALL),
)

# --- case: enum_members_are_no_names
tell(lambda: df.select(Size.NAME), lambda: df.groupBy(Size.NAME), lambda: F.sum(Size.NAME), lambda: df.fillna(Size.SMALL), lambda: spark.sql("select :a as x", {"a": Size.SMALL}).collect())

# --- case: malformed_names
tell(*(lambda name=name: col(name) for name in ["a.", "..", "a..b", "`a", "a`b", "`a`b", "`a`.", "`a``", "a.`b", "`a`.`b`", "`a.b`", "x y", "`x``y`", "a.*", "*", ""]))
tell(lambda: F.sum("`id"), lambda: df.groupBy("`id"), lambda: df["id."], lambda: df.select("`id"), lambda: df.sort("id."))

# --- case: text_of_columns
for each in [
    col("x y"), col("a-b").alias("c d"), lit(1e20), lit(-1e-5), lit(9999999.0), lit(0.1), lit(datetime.datetime(2020, 1, 2, 3, 4, 5)), lit(datetime.datetime(2020, 1, 2, 0, 0, 0, 120000)),
    lit(datetime.timedelta(days=1, seconds=3)), lit(datetime.timedelta(0)), lit(datetime.timedelta(seconds=-61, microseconds=5)), lit(datetime.date(2020, 1, 2)), lit(Decimal("1.50")), lit({}), lit({"a": 1.0}), col("a").isin([[1]]),
    F.abs("x y"), col("a").getField("x.y"), F.when(col("a"), 1).otherwise("b"), -col("a") ** 2,
]:
    print(each)

# --- case: functions_of_whole_numbers_or_columns
tell(*(lambda v=v: F.add_months("id", v) for v in [None, 1, True, 1.5, [], {}, b"x", "n", Thing(), df]))
tell(*(lambda v=v: F.any_value("id", v) for v in [None, 1, True, 1.5, [], "n"]))
tell(*(lambda v=v: F.pow(v, "id") for v in [None, 1, True, 1.5, [], [col("id")], "n"]))
tell(*(lambda v=v: F.overlay("s", "s", v) for v in [None, 1, 1.5, "n"]), *(lambda v=v: F.overlay("s", "s", 1, v) for v in [None, 1, 1.5]))
tell(*(lambda v=v: F.round("x", v) for v in [None, 1, 1.5, [1], "n"]), *(lambda v=v: F.bucket(v, "id") for v in [None, 1, 1.5, "n", col("id")]))

# --- case: functions_of_plain_texts
tell(lambda: F.date_format("s", col("s")), lambda: F.date_format("s", [col("s")]), lambda: F.date_format("s", None), lambda: F.concat_ws(col("s"), 1), lambda: F.concat_ws(col("s"), "s"), lambda: F.format_string(None, "s"))
tell(lambda: F.json_tuple("s", 1, "a"), lambda: F.json_tuple("s"), lambda: F.raise_error(1), lambda: F.assert_true("id", 1), lambda: F.window("s", None), lambda: F.window(1, "x"), lambda: F.session_window("s", 1), lambda: F.call_function(col("s"), "id"), lambda: F.call_function(col("s"), 1))

# --- case: higher_order_functions_first
tell(lambda: F.transform(None, col("id")), lambda: F.transform(None, lambda x: x), lambda: F.transform("id", lambda: 1), lambda: F.filter("id", 1), lambda: F.aggregate(1, "id", lambda x: 1), lambda: F.zip_with(1, "id", lambda a, b, c, d: a))

# --- case: moments_of_parts
tell(lambda: F.make_timestamp(months=col("id")), lambda: F.make_timestamp(date=col("id")), lambda: F.make_timestamp(col("id"), date=col("id")), lambda: F.make_timestamp(), lambda: F.make_timestamp(col("id"), None, col("id"), col("id"), col("id"), col("id")), lambda: F.try_make_timestamp_ltz("id", "id", None, "id", "id", "id"), lambda: F.make_timestamp_ntz(time=1, date="s"))

# --- case: columns_where_texts_belong
tell(
    lambda: df.describe(col("id")), lambda: df.selectExpr(col("id")), lambda: df.dropna(subset=[col("id")]), lambda: df.fillna(1, [col("id")]), lambda: df.limit(col("id")), lambda: df.coalesce(col("id")), lambda: df.tail(col("id")), lambda: df.take(col("id")),
    lambda: df.withColumnRenamed(col("id"), "z"), lambda: df.withColumn(col("id"), col("id")), lambda: df.join(df, ["id", col("s")]), lambda: df.join(col("id")), lambda: df.union(col("id")), lambda: df.groupBy("id").sum(col("x")), lambda: df.groupBy("id").agg({"x": col("x")}),
    lambda: df.groupBy("id").pivot(col("s")), lambda: df.groupBy("id").pivot("s", [col("s")]), lambda: df.createOrReplaceTempView(col("id")), lambda: df.writeTo(col("id")), lambda: df.freqItems([col("id")]), lambda: df.unpivot("id", ["s"], col("id"), "v"), lambda: df.printSchema(col("id")),
    lambda: col("id").alias(col("s")), lambda: col("id").dropFields(col("s")), lambda: 1 - col("id"), lambda: col("id").__rsub__(col("s")), lambda: col("s").like([col("s")]), lambda: col("id").when(col("id"), [col("s")]), lambda: df.unionByName(df, col("id")), lambda: df.checkpoint(col("id")),
)

# --- case: logical_operators_take_lists
tell(lambda: col("id") & [], lambda: col("id") | ["a"], lambda: [col("id")] & col("id"), lambda: col("id") + [])

# --- case: groups_of_tuples
tell(lambda: F.array((1,)), lambda: F.array(["id", "x"]), lambda: Window.partitionBy(("id",)), lambda: Window.orderBy((1,)), lambda: df.asTable().partitionBy(1), lambda: df.dropDuplicates(df))

# --- case: checks_by_name
tell(
    lambda: df.metadataColumn(1), lambda: df.metadataColumn("id"), lambda: df.summary("count", "zz"), lambda: df.summary("x%"), lambda: df.explain("nonsense"), lambda: df.explain(""), lambda: df.persist(None), lambda: df.freqItems(["id"], 1.5), lambda: df.randomSplit([]), lambda: df.randomSplit([0.0]),
    lambda: df.corr("id", "s"), lambda: df.cov("s", "id"), lambda: df.approxQuantile(["id", "s"], [0.5], 0.0), lambda: df.groupBy("id").pivot("s").pivot("x"), lambda: df.repartitionByRange(2, []), lambda: col("id").dropFields(), lambda: df.fillna({"id": []}), lambda: df.executionInfo,
    lambda: F.sum("id").over(Window.orderBy("id").rowsBetween(-2**31 - 1, 0)), lambda: Window.rowsBetween(0, 2**40), lambda: Window.rowsBetween(-2**63, 2**63) and 1, lambda: df.replace(True, 1), lambda: df.colRegex("nope"), lambda: df.colRegex("id"),
)

# --- case: groups_shown
for each in [df.groupBy("id"), df.groupBy(df.id, "s"), df.groupBy(1), df.rollup("id", "s"), df.cube("id"), df.groupBy("nope"), df.groupBy(), df.groupBy("id").pivot("s"), df.groupingSets([["id"], ["s"]], "id", "s"), df.withColumn("y", lit(1)).groupBy("id"), df.select("id").groupBy("id")]:
    print(each)

# --- case: covariance_of_too_little
one = df.limit(1)
print(one.cov("id", "id"), one.corr("id", "id"), df.where("id > 9").cov("id", "x"), df.cov("id", "id"))

# --- case: errors_in_workers
def fail(*given):
    return 1 / 0
def blame(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error.getCondition(), error.getMessageParameters()["traceback"].strip().splitlines()[-1])
for each in [lambda: df.foreach(fail), lambda: df.foreachPartition(fail), lambda: df.rdd.map(fail).collect(), lambda: df.rdd.foreach(fail), lambda: df.rdd.filter(lambda r: r.id.zz).count(), lambda: df.coalesce(1).rdd.reduce(fail), lambda: df.rdd.flatMap(fail).take(1)]:
    blame(each)

# --- case: python_functions_in_names
f = F.udf(lambda *x: str(x))
result = df.select(f(col("id").cast("string")), f(col("id") + 1), f(F.upper("s"), lit("q")), f(col("id").isin(1, 2)), f(-col("id")), f(~(col("id") > 1)), f(f("id")), f(F.struct("id", "s").id), f(lit(None)), f(F.when(col("id") > 1, 1).otherwise(2)), f(col("s").like("a%")), f(F.array("id")[0]))

# --- case: moments_follow_pythons_clock
# conf: spark.sql.session.timeZone=America/New_York
at = datetime.datetime(2020, 1, 1, 5)
t = spark.createDataFrame([(at,)], "t timestamp")
t.show()
print(t.collect(), t.select(F.hour("t"), col("t").cast("string"), F.unix_timestamp("t")).collect())
print(t.filter(col("t") == at).count(), spark.sql("select :t", {"t": at}).collect(), spark.sql("select timestamp'2020-01-01 05:00:00' t").collect())
print(t.select(F.udf(lambda v: str(v))("t").alias("u"), F.udf(lambda v: datetime.datetime(2020, 7, 1, 5), "timestamp")("t").cast("string").alias("v")).collect())
print(spark.createDataFrame([(at.replace(tzinfo=datetime.timezone.utc),)]).collect(), spark.createDataFrame([(at.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=2))),)]).collect())

# --- case: greatest_of_arrays_of_texts_and_numbers
pairs = [("array(1)", "array('x')"), ("array(1)", "json_object_keys('{}')"), ("array(array(1))", "array(array('x'), null)"), ("array(true)", "array('x')"), ("array(DATE '2020-01-01')", "array('2020-01-02')"), ("array(X'01')", "array('x')"), ("struct(array(1) as a)", "struct(array('x') as a)"), ("struct(map(1, 1))", "struct(map(1, 'x'))"), ("array(1)", "array(2F)"), ("array(1)", "array(1.5)"), ("array(1)", "array(null)"), ("1", "2F")]
for ansi in ["true", "false"]:
    spark.conf.set("spark.sql.ansi.enabled", ansi)
    tell(*[lambda f=f, a=a, b=b: spark.sql(f"select {f}({a}, {b}) v").schema["v"].dataType.simpleString() for f in ["greatest", "least", "coalesce"] for a, b in pairs])
spark.conf.unset("spark.sql.ansi.enabled")

# --- case: constants_that_are_worked_out_too_late
positions = ["nvl(1, 2)", "try_add(1, 2)", "try_element_at(array(1), 1)", "coalesce(1, 2)", "abs(nvl(1, 2))", "transform(array(1), x -> x)[0]", "try_parse_url('3.50', 'PATH', 'x')", "length(left('a', 1))", "extract(year from date'2020-01-01')", "year(date'2020-01-01')", "decode(1, 1, 1)", "int(1 between 0 and 2)", "array_size(array(1))", "elt(1, 1)", "size(map_concat(map(1, 2)))", "size(array_sort(array(1)))", "year(date'2020-01-01' - interval '1' month)", "year(date'2020-01-01' + interval '1' month)", "length(upper('a'))"]
places = ["regexp_replace('abc', 'b', 'c', {})", "round(1.55, {})", "percentile_approx(1, 0.5, {})", "lead(1, {}) over (order by 1)", "ntile({}) over (order by 1)", "rand({})"]
tell(*[lambda f=f, p=p: spark.sql("select " + f.format(p)).schema and None for f in places for p in positions if not (p.startswith("decode") and "approx" in f)])

# --- case: texts_that_are_worked_out_too_late
texts = ["nvl('a', 'b')", "left('abc', 1)", "try_url_decode('a')", "concat('a', '')", "current_user()", "decode(X'61', 'utf-8')", "elt(1, 'a')", "upper('a')", "regexp_substr('a', 'a')"]
places = ["from_json('1', {})", "named_struct({}, 1)", "mask('a', {})", "schema_of_json({})", "schema_of_csv({})", "reflect({}, 'x')", "variant_get(parse_json('1'), '$', {})"]
tell(*[lambda f=f, p=p: spark.sql("select " + f.format(p)).schema and None for f in places for p in texts])

# --- case: row_counts_that_are_worked_out_too_late
tell(*[lambda p=p: spark.sql("select 1 limit " + p).collect() for p in ["nvl(1, 2)", "try_add(1, 2)", "abs(1)", "coalesce(1, 2)", "array_size(array(1))", "size(array(1))", "try_divide(1, 1)", "length(upper('a'))"]])

# --- case: names_and_pivots_of_late_constants
df.createOrReplaceTempView("known")
tell(*[lambda p=p: spark.sql(f"select * from identifier({p})").columns for p in ["nvl('known', 'x')", "left('known', 5)", "upper('known')", "decode(1, 1, 'known')", "btrim('known ')"]])
tell(*[lambda p=p: spark.sql(f"select * from known pivot (count(s) for id in ({p}))").columns for p in ["nvl(1, 2)", "try_add(0, 1)", "abs(1)", "left('1', 1)", "coalesce(1, 2)"]])

# --- case: further_arguments
from pyspark.errors import PySparkException
spark.createDataFrame([(1, "x", 2.5, True, bytearray(b"a"))], "a int, s string, d double, b boolean, y binary").createOrReplaceTempView("more")
for e in ["lag(a, 1, null, 1) over (order by a)", "lag(a, 1, null, b) over (order by a)", "lag(a, 1, null, true) over (order by a)", "lead(a, 1, array(1), 1) over (order by a)", "nth_value(a, 1, null) over (order by a)", "nth_value(a, 'x', 5) over (order by a)", "nth_value(a, 1, true) over (order by a)", "approx_count_distinct(a, 1)", "approx_count_distinct(a, '0.1')", "approx_count_distinct(a, 0.1)", "approx_count_distinct(a, 0.05 + 0.05)", "approx_count_distinct(a, 0.1F)", "max_by(s, a, interval '1' day)", "max_by(s, a, '2')", "min_by(s, a, 0)", "listagg(y, ',')", "listagg(y, X'00')", "listagg(s, y)", "listagg(s, X'00')", "string_agg(s, map(1, 1))", "listagg(s, 1)", "listagg(y, null)", "try_sum(a, 1)", "try_avg()", "randstr(5, s)", "randstr(a, s)", "uniform(1, null)", "uniform(a, 10, s)", "map_concat(map(1, 1), map(3, 'c'))", "map_concat(map('a', 1), map(3, 2))", "map_concat(map(1, date'2020-01-01'), map(2, 'x'))", "map_concat(map(1, array(1)), map(2, array('2')))", "map_concat(map(1, true), map(2, 3))", "tuple_union_double(y, y, 12, 1)", "tuple_intersection_double(y, y, 1)", "collate(s, a)", "shuffle(7, 42)"]:
    try:
        field = spark.sql(f"SELECT {e} AS r FROM more").schema[0]
        print(field.dataType.simpleString(), field.nullable)
    except PySparkException as error:
        print(error.getCondition(), error.getSqlState(), sorted((error.getMessageParameters() or {}).items()))

# --- case: arrays_that_values_do_not_go_into_without_ansi
# conf: spark.sql.ansi.enabled=false
fields(["array_insert(array({a}), 1, {b})", "array_append(array({a}), {b})", "array_prepend(array({a}), {b})", "array_contains(array({a}), {b})", "array_position(array({a}), {b})", "array_remove(array({a}), {b})", "array_union(array({a}), array({b}))", "array_except(array({a}), array({b}))", "array_intersect(array({a}), array({b}))", "arrays_overlap(array({a}), array({b}))", "element_at(map({a}, 1), {b})", "map_contains_key(map({a}, 1), {b})", "map_concat(map(1, {a}), map(1, {b}))", "map_zip_with(map({a}, 1), map({b}, 1), (k, v, w) -> v)"], [("date'2020-01-01'", "timestamp_ntz'2020-01-01 00:00:00'"), ("timestamp_ntz'2020-01-01 00:00:00'", "date'2020-01-01'"), ("date'2020-01-01'", "timestamp'2020-01-01 00:00:00'"), ("named_struct('x', 1)", "named_struct('x', 1L)"), ("1", "1F"), ("'1'", "1"), ("'1'", "interval 1 day"), ("1", "null"), ("array(1)", "array(1L)")])

# --- case: arrays_that_values_go_into
fields(["array_insert(array({a}), 1, {b})", "array_append(array({a}), {b})", "array_contains(array({a}), {b})", "array_position(array({a}), {b})", "array_remove(array({a}), {b})", "array_union(array({a}), array({b}))", "arrays_overlap(array({a}), array({b}))", "element_at(map({a}, 1), {b})", "map_contains_key(map({a}, 1), {b})", "map_concat(map(1, {a}), map(1, {b}))", "map_zip_with(map({a}, 1), map({b}, 1), (k, v, w) -> v)", "greatest(map('a', {a}), map('a', {b}))"], [("date'2020-01-01'", "timestamp_ntz'2020-01-01 00:00:00'"), ("timestamp_ntz'2020-01-01 00:00:00'", "date'2020-01-01'"), ("named_struct('x', 1)", "named_struct('x', 1L)"), ("1", "1F"), ("'1'", "1"), ("'1'", "X'00'"), ("'1'", "null"), ("null", "null")])

# --- case: tinyint_beside_decimals
told = [(e, spark.sql(f"SELECT {e} AS r").schema[0].jsonValue()) for e in ["1Y + 1.5", "1S + 1.5", "1 + 1.5", "1L + 1.5", "1Y = 1.5", "1 = 1.5", "-1Y + 1.5", "1Y / 1.5", "1Y % 1.5", "1Y > 1.5", "1Y IN (1.5)"]]
for each in told:
    print(each)

# --- case: numbers_that_are_not_written_down_beside_decimals
told = [(e, spark.sql(f"SELECT {e} AS r").schema[0].jsonValue()) for v in ["1", "bigint(1)", "int(1)", "cast(1 as int)", "1L", "-1", "-(1)", "abs(1)", "1::int"] for e in [f"{v} + 1.5", f"{v} * 2.25", f"{v} = 1.5", f"{v} < 1.5", f"coalesce({v}, 1.5)"]]
for each in told:
    print(each)

# --- case: what_elt_chooses_among
fields(["elt(1, {a}, {b})", "elt(1, {a}, {a}, {b})"], [("X'00'", "array(1)"), ("X'00'", "map(1, 1)"), ("'a'", "array(1)"), ("null", "struct(1)"), ("X'00'", "'a'"), ("X'00'", "X'01'"), ("X'00'", "null"), ("X'00'", "1")])

# --- case: maps_that_come_together
fields(["map_concat(map({a}, {b}), map({b}, {a}))", "map_concat(map({a}, 1), map({b}, 2))"], [("1", "'a'"), ("'a'", "X'00'"), ("date'2020-01-01'", "timestamp_ntz'2020-01-01 00:00:00'"), ("date'2020-01-01'", "timestamp'2020-01-01 00:00:00'"), ("array(1)", "array('a')"), ("1", "1.5"), ("1", "true")])

# --- case: maps_that_come_together_without_ansi
# conf: spark.sql.ansi.enabled=false
fields(["map_concat(map({a}, {b}), map({b}, {a}))", "map_concat(map({a}, 1), map({b}, 2))"], [("1", "'a'"), ("'a'", "X'00'"), ("date'2020-01-01'", "timestamp_ntz'2020-01-01 00:00:00'"), ("array(1)", "array('a')"), ("1", "1.5"), ("1", "true")])

# --- case: days_of_what_has_none
fields(["extract(day FROM {a})", "date_part('d', {a})", "day({a})", "dayofmonth({a})", "extract(doy FROM {a})", "extract(dow_iso FROM {a})", "extract(week FROM {a})"], [("true", ""), ("1", ""), ("X'00'", ""), ("array(1)", "")])

# --- case: variants_that_go_into_no_csv
fields(["to_csv(named_struct('p', {a}, 'q', {b}))"], [("null", "parse_json('1')"), ("1", "array(parse_json('1'))"), ("map('k', parse_json('1'))", "1"), ("struct(parse_json('1'))", "1"), ("1", "array(1)")])

# --- case: booleans_beside_ones_and_noughts
# conf: spark.sql.ansi.enabled=false
def told(expression):
    made = spark.sql(f"SELECT {expression} AS r FROM VALUES (true, 1), (false, 0), (NULL, NULL) t(b, l)")
    print(expression, made.schema["r"].nullable, [row[0] for row in made.collect()])


for each in ["b <=> 1", "b <=> 0", "0 <=> b", "b <=> 1L", "b <=> 1.00", "b <=> -0.0D", "b <=> 2", "b <=> 1.5", "b <=> int(1)", "b <=> (1)", "b <=> l", "b <=> true", "equal_null(b, 1)", "equal_null(0, b)", "true <=> 1", "NOT b <=> 1", "b IS DISTINCT FROM 1", "b = 1", "b != 0", "b IN (1)"]:
    told(each)
