# Statements about the session and texts of SQL: what settings put into them, and what they say of commands.
def tell(*queries):
    for query in queries:
        try:
            frame = spark.sql(query)
            print(frame.columns, [tuple(row) for row in frame.collect()])
        except Exception as e:
            condition = getattr(e, "getCondition", lambda: None)()
            places = [(q.startIndex(), q.stopIndex(), q.fragment()) for q in e.getQueryContext() if q.contextType().name == "SQL"] if condition else []
            print(type(e).__name__, condition, sorted((e.getMessageParameters() or {}).items()) if condition else "", places)


def said(*queries):
    """As `tell`, of errors whose place Spark does not know."""
    for query in queries:
        try:
            print(spark.sql(query).collect())
        except Exception as e:
            print(type(e).__name__, e.getCondition(), sorted((e.getMessageParameters() or {}).items()))


# --- case: settings_in_texts
tell(
    "SET foo.bar=7",
    "SELECT ${foo.bar} AS a, ${spark:foo.bar} b, ${sparkconf:foo.bar} c, ${hiveconf:foo.bar} d, ${hivevar:foo.bar} e",
    "SELECT '${conf:foo.bar}' a, '${nope:x}' b, '${SPARK:foo.bar}' c",
    "SELECT '${nope}' a, '${spark:nope}' b, '${hivevar:nope}' c",
    "SELECT '${}' a, '${ foo.bar }' b, '${foo.bar' c, '$foo.bar' d, '$${foo.bar}' e, '${foo.bar:-9}' f, '${nope:-9}' g",
    "SELECT 'a' AS `${foo.bar}`",
    "SELECT 1 -- ${foo.bar",
    "${nope}",
    "  ${nope}  ",
    "SELECT ${a b}",
)

# --- case: settings_within_settings
spark.conf.set("a.b", "c")
spark.conf.set("x.y", "a.b")
spark.conf.set("outer", "[${inner}]")
spark.conf.set("inner", "${a.b}${nope}$")
spark.conf.set("one", "${two}")
spark.conf.set("two", "${one}")
spark.conf.set("self", "${self}")
spark.conf.set("odd", "a$1b\\\\c")
tell(
    "SELECT '${outer}' AS a, '${${x.y}}' AS b, '${odd}' AS c",
    "SELECT '${one}'",
    "SELECT '${self}'",
    "SET d.e=${outer}",
    "SET d.e",
)

# --- case: settings_of_spark_in_texts
# conf: spark.sql.shuffle.partitions=5
tell(
    "SELECT '${spark.sql.shuffle.partitions}' AS a, '${spark.sql.session.timeZone}' b, '${spark.sql.sources.default}' c, '${spark.sql.columnNameOfCorruptRecord}' d",
    "SELECT '${spark.sql.optimizer.excludedRules}' a, '${spark.sql.unknown}' b, '${spark.executor.memory}' c, '${spark.sql.globalTempDatabase}' d",
    "SELECT '${spark.sql.ansi.enabled}'",
    "SELECT '${spark.sql.autoBroadcastJoinThreshold}'",
    "SELECT '${spark.sql.storeAssignmentPolicy}'",
    "SELECT '${spark.sql.timestampType}'",
    "SELECT '${spark.sql.sources.partitionOverwriteMode}'",
    "SELECT '${spark.sql.legacy.timeParserPolicy}'",
    "SELECT '${spark.sql.defaultCacheStorageLevel}'",
    "SELECT '${spark.sql.adaptive.skewJoin.skewedPartitionFactor}'",
    "SELECT '${spark.sql.adaptive.coalescePartitions.initialPartitionNum}'",
    "SELECT '${spark.sql.binaryOutputStyle}'",
)

# --- case: properties_in_texts
tell(
    "SELECT '${system:file.separator}' a, '${system:sparring.nothing}' b, '${env:SPARRING_NOTHING}' c",
)

# --- case: no_settings_in_texts
# conf: spark.sql.variable.substitute=false
spark.conf.set("foo.bar", "7")
tell("SELECT '${foo.bar}' AS a", "SELECT ${foo.bar}")

# --- case: places_behind_settings
spark.conf.set("foo.bar", "7")
spark.conf.set("long.one", "1234567890123456789")
tell(
    "SELECT ${foo.bar} + zzz",
    "SELECT ${foo.bar} b, 1 / 0 a",
    "SELECT 1 / 0 a, ${foo.bar} b",
    "SELECT ${foo.bar}\n, zzz",
    "SELECT ${foo.bar} +* 1",
    "SELECT ${foo.bar} +* 1 + 2",
    "SELECT '${long.one}', '${long.one}', zzz",
    "SELECT '${long.one}', zzz AS a_long_name_for_a_column_so_that_there_is_a_place",
)

# --- case: settings_in_expressions
from pyspark.sql import functions as F

spark.conf.set("foo.bar", "7")
spark.conf.set("kind", "string")
print(spark.range(1).selectExpr("${foo.bar} AS a", "'${foo.bar}' b", "cast(id as ${kind}) AS c").collect())
print(spark.range(9).filter("id = ${foo.bar}").count(), spark.range(1).select(F.expr("${foo.bar} + 1")).columns)
print(spark.sql("SELECT '${foo.bar}' a, :a b, '${nope}' c", args={"a": "${foo.bar}"}).collect())
print(spark.sql("SELECT from_json('{\"a\":1}', 'a ${kind}') AS j").collect())
spark.range(1).createOrReplaceTempView("v${foo.bar}")
print(spark.table("v${foo.bar}").count(), spark.sql("SELECT * FROM v7").count())

# --- case: settings_are_not_in_column_names
spark.conf.set("foo.bar", "7")
spark.range(1).select("${foo.bar}")

# --- case: settings_in_an_expression_with_an_error
spark.conf.set("foo.bar", "7")
spark.range(1).selectExpr("id", "${foo.bar} + y")

# --- case: settings_in_stored_texts
spark.conf.set("foo.bar", "7")
tell(
    "CREATE TEMPORARY VIEW v AS SELECT ${foo.bar} AS a",
    "CREATE VIEW stored_v AS SELECT ${foo.bar} AS a",
    "CREATE TEMPORARY FUNCTION f(x INT) RETURNS INT RETURN x + ${foo.bar}",
    "DECLARE x INT = ${foo.bar}",
    "SET foo.bar=100",
    "SELECT v.a, s.a, f(1), x FROM v, stored_v s",
    "SET VAR x = ${foo.bar} + 1",
    "SELECT x",
    "EXECUTE IMMEDIATE 'SELECT $' || '{foo.bar} AS a'",
    "BEGIN SELECT ${foo.bar} AS a; END",
    "DROP VIEW stored_v",
)

# --- case: local_zone
tell(
    "SET TIME ZONE 'Europe/Paris'",
    "SELECT current_timezone() AS z",
)
spark.sql("SET TIME ZONE LOCAL")
tell(
    "SELECT current_timezone() IN ('UTC', 'Etc/UTC') AS z",
    "SET TIME ZONE LOCAL x",
    "RESET spark.sql.session.timeZone",
    "SET spark.sql.session.timeZone",
)

# --- case: zones_by_name
tell(
    "SET TIME ZONE 'nope'",
    "SET TIME ZONE \"UTC\"",
    "SET TIME ZONE r'UTC'",
    "SET TIME ZONE 'U' \"TC\"",
    "SET TIME ZONE 'utc'",
    "SET TIME ZONE ''",
    "SET TIME ZONE 'UTC' 3",
    "SET TIME ZONE = 'UTC'",
    "SET TIME ZONE 3",
    "SET TIME ZONE NULL",
    "SET TIME ZONE '+8'",
    "SET TIME ZONE 'GMT+8'",
    "SET TIME ZONE 'PST'",
    "SET TIME ZONE 'UTC';;",
    "SET TIME = 3",
    "SET TIME",
    "SET TIME ZONE INTERVAL -(3) HOURS",
    "SET TIME ZONE INTERVAL '3 hours'",
    "SET TIME ZONE INTERVAL 'x' HOUR",
    "SET TIME ZONE INTERVAL 3.5 HOURS",
    "SET TIME ZONE INTERVAL 3 WEEKS",
    "SET TIME ZONE INTERVAL 1 HOUR -30 MINUTES;",
)

# --- case: keys_and_values_of_set
tell(
    "SET a.b.c",
    "SET `a.b c`=3",
    "SET `a.b c`",
    "SET `a``b` = `c``d`",
    "SET ``=3",
    "SET `a` = 3 ;",
    "SET `a`=3;4",
    "SET `a` = `b` c",
    "SET `a` b = c",
    "SET `a`.`b`=3",
    "SET a.b = c d e",
    "SET a.b=",
    "SET a.b",
    "SET a.b= `x y`",
    "SET a.b=`x y` z",
    "SET a/b=`x`",
    "SET a b=`x`",
    "SET a.b =`x` ;",
    "SET a.b=\n  x\n y",
    "SET a.b=x -- note",
    "set\ta.b\t=\t2",
    "SET a b = 3",
    "SET = 3",
    "SET a-b=3",
    "SET a\\\\b=3",
    "SET a:b=3",
    "SET 1a=3",
    "SET a/b=3",
    "SET a.*=3",
    "SET 'a.b'=1",
    "SET \"a.b\"=1",
    "SET /* note */ a.b=1",
    "SET a.b=3;;",
    "SET a.b=3;4",
    "SET a.b ;",
    "SET a.b ; ;",
    "SET -v x",
    "SET - v",
    "SET PATH = spark_catalog.default",
    "SET hivevar:z=3",
    "SET z",
    "SET hivevar:z",
    "SET mapred.reduce.tasks=9",
    "SET spark.sql.shuffle.partitions",
    "SET mapred.reduce.tasks",
)

# --- case: keys_of_reset
tell(
    "SET `a.b c`=3",
    "RESET `a.b c` ;",
    "SET `a.b c`",
    "RESET a b",
    "RESET `a` b",
    "RESET `a`.`b`",
    "RESET -v",
    "RESET nope",
    "RESET spark.sql.warehouse.dir",
    "RESET spark.executor.memory",
    "SET a.b=3",
    "RESET;",
    "SET a.b",
)

# --- case: patterns_of_names
# conf: spark.sql.parser.quotedRegexColumnNames=true
spark.sql("CREATE TEMP VIEW t AS SELECT 1 AS key, 2 AS key2, 3 AS a1, 4 AS A2, named_struct('x', 5, 'y', 6) AS s, 7 AS `a b`")
spark.sql("CREATE TEMP VIEW u AS SELECT 1 AS key, 9 AS b1")
tell(
    "SELECT `key.*` FROM t",
    "SELECT `(key)?+.+` FROM t",
    "SELECT `A.` FROM t",
    "SELECT DISTINCT t.`a.`, `key` FROM t",
    "SELECT q.`a.` FROM t",
    "SELECT `default`.t.`a.` FROM t",
    "SELECT `k`.`a.` FROM t k",
    "SELECT `.1` FROM t JOIN u ON t.`key` = u.`key`",
    "SELECT `t`.`.1`, u.`.1` FROM t JOIN u USING (`key`)",
    "SELECT `a b`, `KEY`, `key$`, `k|key` FROM t",
    "SELECT `a``b`, `z-z`, `z z`, `count(1)` FROM t",
    "SELECT `zzz` FROM t",
    "SELECT `` FROM t",
    "SELECT s.`x` FROM t",
    "SELECT s.`x|y` FROM t",
    "SELECT `s`.*, `s`.x FROM t",
    "SELECT `key` + 1, `key2` AS z, upper(`key2`) FROM t",
    "SELECT count(`a.`) FROM t",
    "SELECT concat(`a.`), struct(`a.`), array(`a.`), coalesce(`a.`, `key`), hash(`a.`) FROM t",
    "SELECT stack(2, `a.`) FROM t",
    "SELECT transform(array(1), x -> `x` + 1) FROM t",
    "SELECT key FROM t WHERE `key` = 1 ORDER BY `key`",
    "SELECT `key`, count(*) FROM t GROUP BY `key`",
    "SELECT key FROM t WHERE `key.` = 1",
    "SELECT key FROM t ORDER BY `key.`",
    "SELECT max(`a1`) FROM t GROUP BY `key.`",
    "SELECT * EXCEPT (`key`) FROM t",
    "SELECT (SELECT `ke.` FROM u) AS z FROM t",
    "FROM t |> SELECT `a.` |> WHERE `a1` = 3",
    "SELECT `(` FROM t",
)

# --- case: patterns_of_names_in_wrong_places
# conf: spark.sql.parser.quotedRegexColumnNames=true
spark.sql("CREATE TEMP VIEW t AS SELECT 1 AS key, 2 AS key2")
said(
    "SELECT `key.` + 1 FROM t",
    "SELECT `key.` AS z FROM t",
    "SELECT `key.` = 1 FROM t",
    "SELECT -`key.` FROM t",
    "SELECT NOT `key.` FROM t",
    "SELECT `key.` AND true FROM t",
    "SELECT `key.` IS NULL FROM t",
    "SELECT `key.` LIKE 'a' FROM t",
    "SELECT `key.` || 'x' FROM t",
    "SELECT CASE WHEN `key.` THEN 1 END FROM t",
    "SELECT CAST(`key.` AS INT) FROM t",
    "SELECT `key.`[0] FROM t",
    "SELECT upper(`key.*`) FROM t",
    "SELECT max(`zz.`) FROM t",
    "SELECT if(`key.`, 1, 2) FROM t",
    "SELECT (SELECT max(key) FROM t WHERE `key.` = 1)",
)

# --- case: patterns_of_names_in_frames
# conf: spark.sql.parser.quotedRegexColumnNames=true
# ts: no
from pyspark.sql import functions as F

frame = spark.createDataFrame([(1, 2, 3)], "key int, key2 int, a1 int")
frame.createOrReplaceTempView("t")


def told(make):
    try:
        print(make().columns)
    except Exception as e:
        condition = getattr(e, "getCondition", lambda: None)()
        print(type(e).__name__, condition, sorted((e.getMessageParameters() or {}).items()) if condition else "")


told(lambda: frame.select("`key.`"))
told(lambda: frame.select(F.col("`key.`")))
told(lambda: frame.selectExpr("`key.`", "`a1` + 1"))
told(lambda: frame.select(F.expr("`key.*`")))
told(lambda: frame.where("`key` = 1"))
told(lambda: frame.where("`key.` = 1"))
told(lambda: frame.select(F.expr("`key.`").alias("z")))
told(lambda: frame.select(F.expr("`key.`") + 1))
told(lambda: frame.groupBy(F.expr("`key.`")).count())
told(lambda: frame.orderBy(F.expr("`key.`")))
told(lambda: frame.select(frame.colRegex("`key.*`")))
told(lambda: frame.select(frame.colRegex("`zz.`")))
told(lambda: frame.select(frame.colRegex("`key.*`") + 1))
told(lambda: frame.select(frame.colRegex("`(`")))
told(lambda: spark.table("t").select(spark.table("t").colRegex("t.`key.`")))

# --- case: stars_in_wrong_places
# ts: no
from pyspark.sql import functions as F

frame = spark.createDataFrame([(1, 2)], "key int, key2 int")
frame.createOrReplaceTempView("t")
said(
    "SELECT * + 1 FROM t",
    "SELECT * AS z FROM t",
    "SELECT -* FROM t",
    "SELECT CAST(* AS INT) FROM t",
    "SELECT * IS NULL FROM t",
    "SELECT 1 FROM t WHERE * = 1",
    "SELECT 1 FROM t ORDER BY *",
    "SELECT key FROM t GROUP BY *",
    "SELECT * || 'x' FROM t",
    "SELECT *[0] FROM t",
    "SELECT CASE WHEN * THEN 1 END FROM t",
)


def told(make):
    try:
        print(make().columns)
    except Exception as e:
        print(type(e).__name__, e.getCondition(), sorted((e.getMessageParameters() or {}).items()))


told(lambda: frame.select(F.col("*") + 1))
told(lambda: frame.select(F.col("*").alias("z")))
told(lambda: frame.groupBy("*").count())
told(lambda: frame.orderBy("*"))
told(lambda: frame.select(F.col("*").cast("int")))

# --- case: descriptions_as_json
import json
import re

people = spark.createDataFrame([(1, 2.0)], "a int, b double")
people.createOrReplaceTempView("of_a_frame")
for statement in (
    "CREATE TABLE j1 (id BIGINT NOT NULL COMMENT 'the id', name STRING DEFAULT 'x', d DECIMAL(10,2), arr ARRAY<STRUCT<a: INT, b: STRING>>, m MAP<STRING, INT>, ts TIMESTAMP, n TIMESTAMP_NTZ, v VARCHAR(5), c CHAR(3), iv INTERVAL DAY TO SECOND, ym INTERVAL YEAR, p INT) USING parquet PARTITIONED BY (p) COMMENT 'a table' TBLPROPERTIES ('k' = 'v', 'a' = 'b') OPTIONS (o = 'q')",
    "CREATE TABLE j2 (a INT, b STRING) USING csv CLUSTERED BY (a) SORTED BY (b) INTO 4 BUCKETS",
    "CREATE VIEW jv COMMENT 'a view' AS SELECT id, name FROM j1",
    "CREATE TEMP VIEW tv AS SELECT 1 AS a, 'x' AS b",
    "CREATE GLOBAL TEMP VIEW gv AS SELECT 1 AS a",
    "INSERT INTO j1 (id, p) VALUES (1, 1)",
):
    spark.sql(statement)


def told(statement):
    frame = spark.sql(statement)
    print(frame.columns, frame.schema[0].nullable, frame.schema[0].metadata)
    about = json.loads(frame.collect()[0][0])
    about.get("view_creation_spark_configuration", {}).pop("spark.sql.artifact.isolation.enabled", None)
    about["created_time"] = re.sub(r"\d", "0", about["created_time"])
    if "location" in about:
        about["location"] = about["location"].split("/")[-1]
    print(json.dumps(about))


for statement in ("DESCRIBE EXTENDED j1 AS JSON", "DESC FORMATTED j2 AS JSON", "DESC EXTENDED jv AS JSON", "DESC EXTENDED tv AS JSON", "DESC EXTENDED of_a_frame AS JSON", "DESC EXTENDED global_temp.gv AS JSON", "DESC EXTENDED j1 PARTITION (p = 1) AS JSON"):
    told(statement)
tell("DESC EXTENDED j1 PARTITION (p = 9) AS JSON", "DESC j1 AS JSON", "DESC EXTENDED nope AS JSON", "DESC EXTENDED j1 id AS JSON", "DESCRIBE FUNCTION EXTENDED abs AS JSON", "DESCRIBE DATABASE EXTENDED default AS JSON", "DESC EXTENDED tv PARTITION (p = 9) AS JSON")
spark.sql("DROP VIEW jv")
spark.sql("DROP TABLE j1")
spark.sql("DROP TABLE j2")
spark.sql("DROP VIEW global_temp.gv")

# --- case: settings_described
spark.conf.set("spark.sql.shuffle.partitions", "7")
frame = spark.sql("SET -v")
print(frame.schema.simpleString(), [f.nullable for f in frame.schema])
known = ["spark.sql.adaptive.advisoryPartitionSizeInBytes", "spark.sql.adaptive.autoBroadcastJoinThreshold", "spark.sql.adaptive.enabled", "spark.sql.autoBroadcastJoinThreshold", "spark.sql.execution.arrow.pyspark.enabled", "spark.sql.mapKeyDedupPolicy", "spark.sql.optimizer.excludedRules", "spark.sql.shuffle.partitions", "spark.sql.session.timeZone", "spark.sql.variable.substitute"]
rows = [row for row in frame.collect() if row.key in known]
print([(row.key, row.value, row["Since version"]) for row in rows], all(row.meaning for row in rows))
