# Rows that a query itself holds: projections, filters and limits over them are worked out while it is planned, whether needed or not.
from pyspark.errors import PySparkException

ROWS = "(VALUES (1, 'a', 0), (2, 'b', 2), (CAST(NULL AS INT), NULL, 0)) AS t(n, s, d)"


def ask(*queries):
    for query in queries:
        try:
            print([tuple(map(str, row)) for row in spark.sql(query.replace("ROWS", ROWS)).collect()])
        except PySparkException as error:
            print(error.getCondition(), error.getSqlState(), sorted((error.getMessageParameters() or {}).items()))


def planned(*queries):
    for query in queries:
        try:
            spark.sql(query.replace("ROWS", ROWS)).explain()
        except PySparkException as error:
            print(error.getCondition())


# --- case: columns_that_nobody_reads
ask("SELECT n FROM (SELECT n, 1 div d AS e FROM ROWS)", "SELECT count(*) FROM (SELECT n, 1 div d AS e FROM ROWS)", "SELECT n FROM (SELECT n, d, 1 div d AS e FROM ROWS) WHERE d > 0", "SELECT n FROM (SELECT n, d, 1 div d AS e FROM ROWS WHERE d > 0)", "SELECT named_struct('a', s, 'b', 1 div d).a FROM ROWS", "WITH c AS (SELECT n, 1 div d AS e FROM ROWS) SELECT n FROM c", "WITH c AS (SELECT n, 1 div d AS e FROM ROWS) SELECT 5")

# --- case: rows_that_nobody_asks_for
ask("SELECT n FROM (SELECT n, 1 div d AS e FROM ROWS) LIMIT 0", "SELECT n FROM (SELECT n, 1 div d AS e FROM ROWS LIMIT 0)", "SELECT n FROM ROWS WHERE d > 0 AND 1 div d >= 0", "SELECT n FROM ROWS WHERE 1 div d >= 0 AND d > 0", "SELECT n FROM (SELECT * FROM ROWS WHERE d > 0) WHERE 1 div d >= 0")

# --- case: a_view_of_rows
spark.sql(f"SELECT * FROM {ROWS}").createOrReplaceTempView("v")
ask("SELECT n FROM (SELECT n, 1 div d AS e FROM v)", "SELECT n, 1 div d AS e FROM v LIMIT 0")
spark.createDataFrame([(1, 0), (2, 2)], "n int, d int").createOrReplaceTempView("w")
ask("SELECT n FROM (SELECT n, 1 div d AS e FROM w)", "SELECT count(*) FROM (SELECT n, 1 div d AS e FROM w)")

# --- case: plans
planned("SELECT n, rand(1) FROM ROWS", "SELECT n, monotonically_increasing_id() FROM ROWS", "SELECT n, spark_partition_id() FROM ROWS WHERE n > 0", "SELECT shuffle(array(1, 2, 3), 5) FROM ROWS", "SELECT n FROM ROWS WHERE rand(1) < 0.7", "SELECT n FROM ROWS LIMIT 2", "SELECT n FROM ROWS WHERE n < 0", "SELECT n, 1 div d FROM ROWS", "SELECT n + 1 AS m FROM (SELECT n, 1 div d AS e FROM ROWS WHERE d > 0)")

# --- case: chance
ask("SELECT n, rand(7), randn(7), monotonically_increasing_id(), spark_partition_id(), shuffle(array(1, 2, 3), 5) FROM ROWS", "SELECT n, rand(7) FROM ROWS WHERE n > 1", "SELECT n FROM ROWS WHERE rand(7) < 0.4", "SELECT n, shuffle(array(1, 2, 3), 5) FROM ROWS WHERE n > 1", "SELECT n, rand(7) FROM (SELECT * FROM ROWS ORDER BY n) LIMIT 2")

# --- case: arguments_of_calls
ask(*[f"SELECT {call} FROM ROWS WHERE n IS NULL" for call in ["s || cast(1 div d as string)", "concat(s, cast(1 div d as string))", "concat(array(n), array(1 div d))", "concat(CAST(NULL AS ARRAY<BIGINT>), array(1 div d))", "jaro_winkler_similarity(s, cast(1 div d as string))", "encode(s, cast(1 div d as string))", "parse_url(s, cast(1 div d as string))", "trunc(s, cast(1 div d as string))", "trunc(cast(cast(1 div d as string) as date), s)", "array_repeat(1 div d, n)", "array_join(CAST(NULL AS ARRAY<STRING>), ' ', cast(1 div d as string))", "array_join(array(cast(1 div d as string)), ' ', s)", "arrays_zip(CAST(NULL AS ARRAY<INT>), array(1 div d))", "map_concat(CAST(NULL AS MAP<INT, BIGINT>), map(1, 1 div d))", "try_variant_get(parse_json(s), cast(1 div d as string), 'int')", "n + 1 div d", "substring(s, 1, 1 div d)"]])

# --- case: arguments_of_calls_on_other_rows
spark.createDataFrame([(None, None, 0)], "n int, s string, d int").createOrReplaceTempView("u")
ask(*[f"SELECT {call} FROM u" for call in ["s || cast(1 div d as string)", "jaro_winkler_similarity(s, cast(1 div d as string))", "encode(s, cast(1 div d as string))", "parse_url(s, cast(1 div d as string))", "trunc(s, cast(1 div d as string))", "array_repeat(1 div d, n)", "array_join(CAST(NULL AS ARRAY<STRING>), ' ', cast(1 div d as string))", "arrays_zip(CAST(NULL AS ARRAY<INT>), array(1 div d))", "map_concat(CAST(NULL AS MAP<INT, BIGINT>), map(1, 1 div d))"]])

# --- case: the_chosen_value
spark.createDataFrame([(1, "a", 0), (2, "b", 2), (None, "c", 0)], "n int, s string, d int").createOrReplaceTempView("t")
ask("SELECT elt(n, s, cast(1 div d as string)) FROM t", "SELECT elt(n, s, cast(1 div d as string), cast(1 div d as string)) FROM t", "SELECT elt(n, cast(1 div d as string), s) FROM t", "SELECT elt(n + 5, s, cast(1 div d as string)) FROM t", "SELECT elt(1, s, raise_error('x')) FROM t", "SELECT elt(1 div d, s, s) FROM t WHERE d = 0", "SELECT elt(1, 'a', cast(1 div 0 as string))", "SELECT elt(n, s, 'z') FROM t", "SELECT elt(n, s) FROM t")
ask("SELECT decode(n, 1, s, raise_error('q')) FROM t WHERE n = 1", "SELECT decode(n, 1, s, 2, raise_error(s), 'z') FROM t WHERE n = 1", "SELECT decode(n, 1, raise_error('q')) FROM t WHERE n = 2", "SELECT decode(n, 1, s, cast(1 div d as string)) FROM t")
ask("SELECT typeof(raise_error('q'))", "SELECT typeof(1 div d) FROM t", "SELECT typeof(decode(n, 1, raise_error('q'))) FROM t", "SELECT typeof(rand()) FROM t LIMIT 1")
