"""Everyday work with tables: SQL as analysts write it, and corners of the DataFrame API that practice finds."""
from datetime import date, datetime
from decimal import Decimal

from pyspark.sql import Observation, Row, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, expr, lit
from pyspark.sql.types import *

trips = spark.createDataFrame(
    [
        (1, "ann", "2024-06-01 08:00:00", "2024-06-01 08:25:00", Decimal("12.50"), ["card", "app"]),
        (2, "bob", "2024-06-01 09:10:00", "2024-06-01 09:40:00", Decimal("20.00"), ["cash"]),
        (3, "ann", "2024-06-02 23:50:00", "2024-06-03 00:20:00", None, []),
        (4, "cid", "2024-06-03 12:00:00", None, Decimal("7.25"), None),
        (5, "bob", "2024-06-09 18:00:00", "2024-06-09 18:05:00", Decimal("5.00"), ["card"]),
    ],
    "id INT, rider STRING, start STRING, stop STRING, fare DECIMAL(8,2), tags ARRAY<STRING>",
).withColumn("start", F.to_timestamp("start")).withColumn("stop", F.to_timestamp("stop"))
trips.createOrReplaceTempView("trips")
people = spark.createDataFrame(
    [Row(name="ann", age=31, city=Row(name="Oslo", zip="0150")), Row(name="bob", age=None, city=None), Row(name="dee", age=54, city=Row(name="Bergen", zip=None))],
    "name STRING, age INT, city STRUCT<name: STRING, zip: STRING>",
)
people.createOrReplaceTempView("people")

# --- case: sql_minutes_by_rider
# ordered
result = spark.sql("""
    SELECT rider, count(*) AS trips, count(stop) AS ended,
           round(avg(unix_timestamp(stop) - unix_timestamp(start)) / 60, 1) AS minutes,
           max(stop - start) AS longest
    FROM trips GROUP BY rider HAVING count(*) > 1 ORDER BY rider
""")

# --- case: sql_filter_clause_and_any_value
result = spark.sql("""
    SELECT count(*) FILTER (WHERE fare > 6) AS dear, sum(fare) FILTER (WHERE rider = 'bob') AS bobs,
           bool_or(stop IS NULL) AS open, every(id > 0) AS all_positive, max_by(rider, fare) AS payer, min_by(id, start) AS first
    FROM trips
""")

# --- case: sql_listagg_and_percentiles
result = spark.sql("""
    SELECT listagg(rider, '/') WITHIN GROUP (ORDER BY id DESC) AS riders,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY fare) AS middle,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY fare) AS exact
    FROM trips
""")

# --- case: sql_named_window
# ordered
result = spark.sql("""
    SELECT id, rider, sum(fare) OVER w AS so_far, lag(id, 1, -1) OVER w AS before, first_value(id) OVER w AS first,
           nth_value(id, 2) OVER (PARTITION BY rider ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second
    FROM trips WINDOW w AS (PARTITION BY rider ORDER BY start) ORDER BY id
""")

# --- case: sql_window_over_a_range_of_time
# ordered
result = spark.sql("""
    SELECT id, count(*) OVER (ORDER BY start RANGE BETWEEN INTERVAL 2 DAYS PRECEDING AND CURRENT ROW) AS recent,
           collect_list(id) OVER (ORDER BY start RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND INTERVAL '1' DAY FOLLOWING) AS near
    FROM trips ORDER BY id
""")

# --- case: sql_lateral_view
# ordered
result = spark.sql("SELECT id, tag, pos FROM trips LATERAL VIEW OUTER posexplode(tags) t AS pos, tag ORDER BY id, pos")

# --- case: sql_lateral_subquery
latest = spark.sql("""
    SELECT p.name, t.id, t.fare FROM people p LEFT JOIN LATERAL
      (SELECT id, fare FROM trips WHERE rider = p.name ORDER BY fare DESC LIMIT 1) t ON true ORDER BY p.name
""")
print(latest.collect())

# --- case: sql_correlated_scalar
# ordered
result = spark.sql("SELECT name, (SELECT sum(fare) FROM trips t WHERE t.rider = p.name) AS spent, (SELECT count(*) FROM trips t WHERE t.rider = p.name) AS n FROM people p ORDER BY name")

# --- case: sql_exists_and_in
result = spark.sql("SELECT name FROM people p WHERE EXISTS (SELECT * FROM trips t WHERE t.rider = p.name AND t.fare > 6) OR name IN (SELECT rider FROM trips WHERE stop IS NULL)")

# --- case: sql_grouping_sets
# ordered
result = spark.sql("""
    SELECT coalesce(rider, '(all)') AS rider, date(start) AS day, sum(fare) AS fare, grouping(rider) AS g
    FROM trips GROUP BY GROUPING SETS ((rider), (date(start)), ()) ORDER BY g, rider, day NULLS FIRST
""")

# --- case: sql_pivot
# ordered
result = spark.sql("""
    SELECT * FROM (SELECT rider, dayofweek(start) AS d, fare FROM trips)
    PIVOT (sum(fare) AS fare, count(*) AS n FOR d IN (7 AS sat, 1 AS sun)) ORDER BY rider
""")

# --- case: sql_unpivot
# ordered
result = spark.sql("SELECT * FROM (SELECT id, CAST(fare AS DOUBLE) AS fare, CAST(id AS DOUBLE) AS code FROM trips) UNPIVOT INCLUDE NULLS (value FOR what IN (fare, code AS key)) ORDER BY id, what")

# --- case: sql_values_and_set_operations
# ordered
result = spark.sql("""
    SELECT * FROM VALUES (1, 'a'), (2, 'b'), (2, 'b') AS t(x, y)
    EXCEPT ALL SELECT 2, 'b' UNION ALL (SELECT 9, 'z' INTERSECT SELECT 9, 'z') ORDER BY x
""")

# --- case: sql_pipes
# ordered
result = spark.sql("FROM trips |> WHERE fare IS NOT NULL |> AGGREGATE sum(fare) AS total, count(*) AS n GROUP BY rider |> EXTEND total / n AS each |> ORDER BY rider")

# --- case: sql_case_and_null_functions
# ordered
result = spark.sql("""
    SELECT id, CASE WHEN fare >= 10 THEN 'high' WHEN fare > 0 THEN 'low' END AS kind, nvl(fare, 0) AS a, nvl2(stop, 'ended', 'open') AS b,
           nullif(rider, 'bob') AS c, ifnull(CAST(fare AS STRING), '-') AS d, decode(rider, 'ann', 1, 'bob', 2, 0) AS e, if(size(tags) > 1, 'many', 'few') AS f
    FROM trips ORDER BY id
""")

# --- case: sql_higher_order_functions
# ordered
result = spark.sql("""
    SELECT id, transform(tags, (t, i) -> concat(i, ':', t)) AS a, filter(tags, t -> t LIKE 'c%') AS b, exists(tags, t -> t = 'app') AS c,
           aggregate(tags, 0, (n, t) -> n + length(t), n -> n * 10) AS d, array_contains(tags, 'card') AS e, forall(tags, t -> length(t) < 5) AS f
    FROM trips ORDER BY id
""")

# --- case: sql_text_functions
result = spark.sql("""
    SELECT initcap('the QUICK fox') AS a, substring_index('a.b.c', '.', 2) AS b, lpad('7', 3, '0') AS c, translate('hello', 'el', 'ip') AS d,
           split_part('x,y,z', ',', -1) AS e, reverse('abc') AS f, repeat('ab', 2) AS g, instr('banana', 'na') AS h, overlay('abcdef' PLACING 'XX' FROM 3 FOR 1) AS i,
           trim(BOTH 'x' FROM 'xxaxx') AS j, format_number(1234567.891, 2) AS k, printf('%05d|%-4s|%.2f', 42, 'ab', 2.5) AS l, levenshtein('kitten', 'sitting') AS m,
           soundex('Robert') AS n, ascii('A') AS o, char(66) AS p, md5('x') AS q, sha2('x', 256) AS r, base64('hi') AS s, regexp_replace('a1b22', '[0-9]+', '#') AS t,
           regexp_count('banana', 'an') AS u, 'Spark' ILIKE '%PAR%' AS v, left('hello', 2) || right('hello', 2) AS w, position('l' IN 'hello') AS x
""")

# --- case: sql_time_functions
result = spark.sql("""
    SELECT date_trunc('week', TIMESTAMP'2024-06-09 18:00:00') AS a, extract(DOW FROM DATE'2024-06-09') AS b, extract(WEEK FROM DATE'2024-12-30') AS c,
           make_date(2024, 2, 29) + INTERVAL '1' YEAR AS d, to_date('09/06/24', 'dd/MM/yy') AS e, date_format(TIMESTAMP'2024-06-09 18:05:09', 'h:mm a, E') AS f,
           timestampdiff(MINUTE, TIMESTAMP'2024-06-01 00:00:00', TIMESTAMP'2024-06-01 01:59:59') AS g, dateadd(DAY, 10, DATE'2024-02-25') AS h,
           from_unixtime(0, 'yyyy-MM-dd') AS i, to_timestamp('2024-06-09T18:05:09.123Z') AS j, DATE'2024-03-31' - INTERVAL 1 MONTH AS k,
           make_interval(0, 1, 0, 2) AS l, TIMESTAMP'2024-06-09 00:00:00' - TIMESTAMP'2024-06-01 12:00:00' AS m, months_between('2024-03-31', '2024-02-29') AS n,
           date_part('doy', DATE'2024-12-31') AS o, unix_date(DATE'1970-01-10') AS p, quarter(DATE'2024-06-09') AS q, monthname(DATE'2024-06-09') AS r, dayname(DATE'2024-06-09') AS s
""")

# --- case: sql_number_functions
result = spark.sql("""
    SELECT 7 / 2 AS a, 7 DIV 2 AS b, -7 % 3 AS c, pmod(-7, 3) AS d, round(2.5) AS e, bround(2.5) AS f, round(-1234.567, -2) AS g, ceil(1.2) AS h, floor(-1.2) AS i,
           1.10 * 2.345 AS j, CAST(1 AS DECIMAL(5,2)) / 3 AS k, 1e10 AS l, 0.1 + 0.2 AS m, 0.1D + 0.2D AS n, conv('ff', 16, 10) AS o, hex(255) AS p, bin(5) AS q,
           greatest(1, NULL, 3) AS r, width_bucket(5.3, 0, 10, 5) AS s, try_divide(1, 0) AS t, sqrt(2) AS u, log10(1000) AS v, sign(-3) AS w, factorial(5) AS x, 5 & 3 AS y, 5 ^ 1 AS z, ~5 AS zz, 1 << 4 AS shifted
""")

# --- case: sql_arrays_and_maps
result = spark.sql("""
    SELECT array_distinct(array(1, 2, 2, NULL, NULL)) AS a, array_union(array(1, 2), array(2, 3)) AS b, array_except(array(1, 2), array(2)) AS c, flatten(array(array(1), array(2, 3))) AS d,
           slice(array(1, 2, 3, 4), -2, 2) AS e, element_at(map('a', 1), 'a') AS f, map_from_arrays(array('k'), array(1)) AS g, map_concat(map('a', 1), map('b', 2)) AS h,
           array_position(array('a', 'b'), 'b') AS i, arrays_overlap(array(1), array(1, 2)) AS j, sequence(1, 9, 3) AS k, array_join(array('a', NULL, 'c'), '-', '?') AS l,
           str_to_map('a=1;b=2', ';', '=') AS m, named_struct('x', 1, 'y', 'z').y AS n, array(1, 2)[1] AS o, map('k', 1)['nothing'] AS p, cardinality(array(1, 2)) AS q,
           sort_array(array(3, NULL, 1), false) AS r, shuffle(array(1)) AS s, array_insert(array('a', 'c'), 2, 'b') AS t, try_element_at(array(1), 5) AS u, map_entries(map('a', 1)) AS v
""")

# --- case: sql_index_out_of_bounds
result = spark.sql("SELECT tags[3] FROM trips WHERE id = 2")

# --- case: sql_group_by_is_missing
result = spark.sql("SELECT rider, start, sum(fare) FROM trips GROUP BY rider")

# --- case: sql_alias_in_where
result = spark.sql("SELECT fare * 2 AS double_fare FROM trips WHERE double_fare > 10")

# --- case: sql_lateral_alias
# ordered
result = spark.sql("SELECT id, fare * 2 AS twice, twice + 1 AS more FROM trips ORDER BY id")

# --- case: sql_typo_in_keyword
result = spark.sql("SELCT * FROM trips")

# --- case: sql_missing_comma
result = spark.sql("SELECT id rider fare FROM trips")

# --- case: sql_unknown_table
result = spark.sql("SELECT * FROM trip")

# --- case: sql_unknown_function
result = spark.sql("SELECT datediffs(stop, start) FROM trips")

# --- case: sql_show_and_describe
spark.sql("SHOW TABLES").show()
spark.sql("DESCRIBE trips").show(truncate=False)
spark.sql("SHOW COLUMNS IN trips").show()
spark.sql("SHOW VIEWS").select("viewName", "isTemporary").show()

# --- case: sql_insert_into_a_table
# ordered
spark.sql("DROP TABLE IF EXISTS practice_fares")
spark.sql("CREATE TABLE practice_fares (rider STRING, fare DECIMAL(8,2)) USING parquet")
spark.sql("INSERT INTO practice_fares SELECT rider, fare FROM trips WHERE fare IS NOT NULL")
spark.sql("INSERT INTO practice_fares VALUES ('zed', 1)")
result = spark.table("practice_fares").orderBy("rider", "fare")
rows = result.collect()
spark.sql("DROP TABLE practice_fares")
result = spark.createDataFrame(rows, "rider STRING, fare DECIMAL(8,2)")

# --- case: structs_read_and_changed
# ordered
result = people.select(
    "name", "city.name", col("city")["zip"].alias("zip"), col("city").getField("name").alias("again"),
    col("city").withField("country", lit("NO")).alias("more"), col("city").dropFields("zip").alias("less"),
).orderBy(people.name)

# --- case: column_predicates
# ordered
c = col("name")
result = people.select(
    "name", c.startswith("a").alias("a"), c.endswith("e").alias("e"), c.contains("o").alias("o"), c.like("_o%").alias("like"), c.rlike("^[ad]").alias("rlike"),
    c.isin("ann", "dee").alias("isin"), c.isin(["bob"]).alias("list"), col("age").between(30, 40).alias("between"), (~col("age").isNull()).alias("not_null"), c.substr(2, 2).alias("substr"), c.ilike("ANN").alias("ilike"),
).orderBy("name")

# --- case: aggregates_by_dictionary
# ordered
result = trips.groupBy("rider").agg({"fare": "sum", "id": "max", "*": "count"}).orderBy("rider")

# --- case: shortcuts_of_grouped_data
# ordered
g = people.groupBy("name")
g.count().orderBy("name").show()
g.max("age").orderBy("name").show()
g.avg().orderBy("name").show()
result = people.groupBy().sum("age")

# --- case: chained_when
# ordered
result = people.select("name", F.when(col("age") > 50, "old").when(col("age") > 30, "grown").otherwise("unknown").alias("kind"), F.when(col("age") > 50, 1).alias("one")).orderBy("name")

# --- case: otherwise_twice
result = F.when(col("age") > 1, 1).otherwise(2).otherwise(3)

# --- case: statistics
numbers = spark.createDataFrame([(i, float(i * i % 7), "ab"[i % 2]) for i in range(1, 11)], ["x", "y", "k"])
print(numbers.stat.approxQuantile("x", [0.25, 0.5, 0.75], 0.0), numbers.approxQuantile(["x", "y"], [0.5], 0.0))
import builtins
print(builtins.round(numbers.stat.corr("x", "y"), 6), builtins.round(numbers.cov("x", "y"), 6))
numbers.crosstab("k", "y").orderBy("k_y").show()
result = numbers.select(F.corr("x", "y").alias("corr"), F.stddev("x").alias("sd"), F.var_pop("x").alias("var"), F.skewness("y").alias("skew"), F.kurtosis("y").alias("kurt"), F.covar_samp("x", "y").alias("cov"))

# --- case: first_rows_in_every_way
ordered = trips.orderBy("id").select("id", "rider")
print(ordered.first(), ordered.head(), ordered.head(1), ordered.take(2), ordered.tail(2), ordered.isEmpty(), trips.limit(0).isEmpty(), trips.limit(0).first(), trips.limit(0).head())
print([r.id for r in ordered.toLocalIterator()], ordered.toJSON().collect()[0], [row for row in ordered.limit(1).rdd.map(lambda r: r.id * 2).collect()])

# --- case: rows_in_python
r = Row(name="ann", age=31)
print(r, r.name, r["age"], r[0], "name" in r, len(r), list(r), r.asDict(), r == Row(name="ann", age=31), tuple(r))
P = Row("a", "b")
print(P, P(1, 2), P(1, 2).a, people.orderBy("name").first().asDict(recursive=True))
try:
    print(r.missing)
except AttributeError as e:
    print("AttributeError", e.getCondition())
try:
    print(r["missing"])
except Exception as e:
    print(type(e).__name__, e)

# --- case: texts_of_objects
print(trips, people.schema.simpleString(), col("a") + 1, F.sum("x").over(Window.partitionBy("k").orderBy(F.desc("v"))), F.when(col("a") > 1, "x").otherwise(lit(None)), col("a").alias("b"), F.lit("it's"), ~col("a"), -col("a"), col("a").cast("int"), col("s.f")[0], sep="\n")
print(people.dtypes, people.schema["age"], people.schema.fieldNames(), people.schema.json(), sep="\n")

# --- case: schema_round_trips
s = StructType().add("id", "bigint", False).add("m", MapType(StringType(), ArrayType(DecimalType(5, 2)), False))
print(s, StructType.fromJson(__import__("json").loads(s.json())) == s, s.simpleString(), StructType.fromDDL("a INT NOT NULL, b STRUCT<c: DATE>"), sep="\n")
print(s.treeString(), DataType.fromDDL("array<int>"), IntegerType() == IntegerType(), ArrayType(IntegerType()).simpleString())
result = spark.createDataFrame([], s)

# --- case: python_values_of_every_type
# ordered
rows = [(True, 1, 2.5, "x", date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 678), Decimal("1.50"), b"\x01\xff", [1, None], {"k": 1.5}, (1, "t"))]
df = spark.createDataFrame(rows, ["b", "i", "f", "s", "d", "t", "m", "bin", "a", "map", "tuple"])
df.printSchema()
print(df.collect())
df.show(truncate=False, vertical=True)

# --- case: inference_conflicts
result = spark.createDataFrame([(1, "a"), ("x", "b")], ["id", "v"])

# --- case: inference_of_all_nulls
result = spark.createDataFrame([(None,), (None,)], ["v"])

# --- case: dictionaries_with_missing_keys
# ordered
result = spark.createDataFrame([{"a": 1, "b": "x"}, {"a": 2}, {"b": "z", "c": 1.5}]).orderBy("a")

# --- case: drop_and_rename
result = trips.drop("tags", "nothing", col("start")).withColumnRenamed("stop", "end").withColumnRenamed("nope", "n").select("end", "id").limit(0)

# --- case: nulls_dropped_by_threshold
# ordered
df = spark.createDataFrame([(1, None, None), (2, "x", None), (3, "y", 1.5)], "a INT, b STRING, c DOUBLE")
print(df.dropna().count(), df.dropna("all", subset=["b", "c"]).count(), df.dropna(thresh=2).count(), df.na.drop(subset="c").count())
result = df.fillna("?", subset=["b"]).fillna(0).orderBy("a")

# --- case: cross_join_and_condition
# ordered
a = spark.range(2).toDF("x")
b = spark.range(3).toDF("y")
result = a.crossJoin(b).where("x < y").join(b.withColumnRenamed("y", "z"), col("z") == col("y"), "right").orderBy("z", "x")

# --- case: join_on_several_names
# ordered
a = spark.createDataFrame([(1, "x", 10), (1, "y", 20), (2, None, 30)], "k INT, l STRING, a INT")
b = spark.createDataFrame([(1, "x", 5), (2, None, 6), (3, "z", 7)], "k INT, l STRING, b INT")
result = a.join(b, ["k", "l"], "outer").orderBy("k", "l", "a")

# --- case: join_of_a_frame_with_itself
# ordered
result = trips.alias("a").join(trips.alias("b"), (col("a.rider") == col("b.rider")) & (col("a.id") < col("b.id"))).select("a.id", "b.id", "a.rider").orderBy("a.id")

# --- case: join_without_condition_of_itself
result = trips.join(trips, trips.id == trips.id).select(trips.id)

# --- case: join_type_misspelt
result = trips.join(people, trips.rider == people.name, "lefft")

# --- case: as_of_by_hand
# ordered
prices = spark.createDataFrame([(1, 10.0), (4, 11.0), (9, 12.0)], ["t", "price"])
trades = spark.createDataFrame([(0, "a"), (4, "b"), (7, "c")], ["t", "id"])
result = (
    trades.alias("x").join(prices.alias("p"), col("p.t") <= col("x.t"), "left")
    .groupBy("x.id", "x.t").agg(F.max_by("p.price", "p.t").alias("price")).orderBy("id")
)

# --- case: json_written_and_read
result = people.select(
    F.to_json("city").alias("j"), F.to_json(F.struct("name", "age"), {"ignoreNullFields": "false"}).alias("full"), F.schema_of_json(lit('{"a": [1, 2.5], "b": null}')).alias("schema"),
    F.from_csv(lit("1|x"), "a INT, b STRING", {"sep": "|"}).alias("csv"), F.to_csv(F.struct("name", "age")).alias("line"), F.json_tuple(lit('{"a": 1, "b": "two"}'), "b").alias("b"),
)

# --- case: partitions_by_range_and_sorting_within
df = spark.range(12).select("id", (col("id") * 7 % 5).alias("k"))
parts = df.repartitionByRange(3, "k").sortWithinPartitions("k", F.desc("id")).rdd.glom().collect()
print([[tuple(r) for r in p] for p in parts])

# --- case: observed_metrics
seen = Observation("check")
df = trips.observe(seen, F.count(lit(1)).alias("rows"), F.max("fare").alias("dearest"))
df.collect()
print(seen.get)

# --- case: for_each_row
total = []
for row in people.orderBy("name").collect():
    total.append((row.name, row.city.name if row.city else None))
print(total, people.count(), people.distinct().count(), people.select("city.*").columns)

# --- case: settings
print(spark.version.split(".")[0], spark.conf.get("spark.sql.shuffle.partitions"), spark.conf.get("no.such.key", "fallback"), spark.conf.get("spark.sql.ansi.enabled"))
spark.conf.set("spark.sql.ansi.enabled", False)
spark.sql("SELECT 1 / 0 AS a, CAST('x' AS INT) AS b, array(1)[5] AS c, 2147483647 + 1 AS d").show()
spark.conf.unset("spark.sql.ansi.enabled")
try:
    spark.conf.get("no.such.key")
except Exception as e:
    print(type(e).__name__, e.getCondition())

# --- case: views_and_catalog
people.createOrReplaceGlobalTempView("practice_people")
print(spark.catalog.tableExists("trips"), spark.catalog.currentDatabase(), sorted(c.name for c in spark.catalog.listColumns("people")), spark.table("global_temp.practice_people").count())
print(spark.catalog.dropTempView("people"), spark.catalog.dropTempView("people"), spark.catalog.dropGlobalTempView("practice_people"))
result = spark.table("people")

# --- case: text_files
# file: in/log.txt
# | INFO start
# | WARN slow
# | INFO end
lines = spark.read.text(f"{data_dir}/in")
lines.groupBy(F.split("value", " ")[0].alias("level")).count().orderBy("level").show()
result = lines.select(F.length("value").alias("n"))

# --- case: csv_options
# file: in/a.csv
# | # a comment
# | id;name;when;amount
# | 1;"O'Neil; Ann";03/02/2024;1,5
# | 2;NA;04/02/2024;
schema = "id INT, name STRING, when DATE, amount STRING"
result = spark.read.csv(f"{data_dir}/in", schema=schema, header=True, sep=";", comment="#", nullValue="NA", dateFormat="dd/MM/yyyy")

# --- case: csv_written
people.select("name", "age").orderBy("name").coalesce(1).write.mode("overwrite").option("header", True).csv(f"{data_dir}/out")
result = spark.read.option("header", True).csv(f"{data_dir}/out")

# --- case: write_to_an_existing_path
people.select("name").write.parquet(f"{data_dir}/out")
people.select("name").write.parquet(f"{data_dir}/out")

# --- case: pandas_udf_needs_types
result = trips.select(F.udf(lambda t: len(t) if t else 0, "int")("tags").alias("n"), F.udf(lambda a, b: f"{a}-{b}")("id", "rider").alias("t")).where("n > 0")

# --- case: udf_of_struct_and_array
@F.udf("struct<lo: int, hi: int>")
def spread(values):
    return (min(values), max(values)) if values else None


@F.udf(ArrayType(StringType()))
def words(text):
    return text.split()


df = spark.createDataFrame([([3, 1, 2], "a b"), ([], "c")], ["v", "t"])
result = df.select(spread("v").alias("s"), words("t").alias("w")).select("s.*", "w")

# --- case: udf_with_wrong_type
result = spark.range(1).select(F.udf(lambda x: "text", "int")("id").alias("n"), F.udf(lambda x: 1, "string")("id").alias("s"))

# --- case: literal_kinds
result = spark.range(1).select(lit(1), lit(2.5), lit("x"), lit(None), lit(True), lit(date(2024, 1, 1)), lit(Decimal("1.20")), lit([1, 2]), lit(b"a"), F.array(lit(1), lit(2)), F.create_map(lit("a"), lit(1)), F.struct(lit(1).alias("q")))

# --- case: columns_named_with_dots
df = spark.createDataFrame([(1, 2)], ["a.b", "c d"])
df.select("`a.b`", "c d", df["`a.b`"]).show()
result = df.select("a.b")

# --- case: cases_of_names
result = trips.select("ID", "Rider").where("RIDER = 'ann'")

# --- case: duplicate_names
df = people.select("name", lit(1).alias("name"))
print(df.columns)
result = df.select("name")

# --- case: sort_variants
# ordered
result = people.sort(F.col("age").desc_nulls_first(), "name").union(people.orderBy(["name"], ascending=[False]).limit(1)).union(people.sort("name", ascending=False).limit(1)).select("name", "age")

# --- case: monotonic_ids_and_hashes
# ordered
df = spark.range(0, 6, 1, 3)
result = df.select("id", F.monotonically_increasing_id().alias("m"), F.spark_partition_id().alias("p"), F.hash("id").alias("h"), F.xxhash64("id", lit("a")).alias("x"), F.crc32(col("id").cast("string")).alias("c")).orderBy("id")

# --- case: explain_of_sql_with_subquery
# plan
result = spark.sql("SELECT rider, sum(fare) AS f FROM trips WHERE rider IN (SELECT name FROM people WHERE age > 30) GROUP BY rider ORDER BY f DESC LIMIT 2")

# --- case: explain_of_union_and_distinct
# plan
result = trips.select("rider").union(people.select("name")).distinct()

# --- case: explain_of_filter_pushed_into_csv
# plan
# file: in/a.csv
# | 1,x
result = spark.read.csv(f"{data_dir}/in", schema="a INT, b STRING").where("a > 0").select("b")

# --- case: sums_of_small_decimals
# plan
money = spark.createDataFrame([(1, "1.10"), (1, "2.25"), (2, None), (2, "-0.05")], ["k", "t"]).select(
    "k", col("t").cast("decimal(8,2)").alias("v"), col("t").cast("decimal(9,2)").alias("w"), col("t").cast("decimal(12,2)").alias("x")
)
result = money.groupBy("k").agg(F.sum("v"), F.sum("w"), F.avg("v"), F.avg("w"), F.avg("x"), F.sum(col("v") * 2), F.max("v"), F.expr("sum(v) FILTER (WHERE k > 1)"))

# --- case: distinct_sums_of_small_decimals
# plan
money = spark.createDataFrame([(1, "1.10"), (1, "1.10"), (2, None)], ["k", "t"]).select("k", col("t").cast("decimal(8,2)").alias("v"))
result = money.groupBy("k").agg(F.sum_distinct("v"), F.avg("v"), F.sum("v"))

# --- case: windows_over_small_decimals
# plan
money = spark.createDataFrame([(1, "1.10"), (1, "2.25"), (1, "0.01"), (2, None)], ["k", "t"]).select("k", col("t").cast("decimal(8,2)").alias("v"))
w = Window.partitionBy("k")
result = money.select("k", "v", F.sum("v").over(w.orderBy("v")).alias("so_far"), F.avg("v").over(w).alias("mean"), F.avg("v").over(w.orderBy("v").rowsBetween(-1, 0)).alias("moving"))

# --- case: average_of_many_decimals
result = spark.range(0, 1000, 1, 2).select((col("id") * lit(Decimal("0.01"))).cast("decimal(7,2)").alias("v")).agg(F.avg("v"), F.sum("v"), F.avg(col("v") / 3))
