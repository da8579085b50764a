# Session variables: DECLARE, SET VARIABLE, DROP TEMPORARY VARIABLE.

people = spark.createDataFrame([(1, "Ann"), (2, "Bob"), (3, "Cid")], "id int, name string")
people.createOrReplaceTempView("people")


def tried(text):
    try:
        rows = spark.sql(text).collect()
        print(rows)
    except Exception as e:
        print(e.getCondition(), e.getSqlState(), sorted(e.getMessageParameters().items()))


# --- case: declare_and_read
spark.sql("DECLARE VARIABLE lowest INT DEFAULT 2")
result = spark.sql("SELECT id, name, lowest FROM people WHERE id >= lowest")

# --- case: names_of_columns
spark.sql("DECLARE a INT")
spark.sql("DECLARE b = 2.5D")
spark.sql("DECLARE c = 'x''y'")
spark.sql("DECLARE d DECIMAL(5, 2) = 1.5")
spark.sql("DECLARE e FLOAT = 0.5")
spark.sql("DECLARE f BIGINT = 7")
spark.sql("DECLARE g = DATE '2024-02-29'")
spark.sql("DECLARE h = array(1, 2)")
spark.sql("DECLARE i = named_struct('u', 1, 'v', 'w')")
spark.sql("DECLARE j = X'0AFF'")
result = spark.sql("SELECT a + 1, b * 2, upper(c), d + 1, e + 1, f + 1, year(g), size(h), i.v, session.i.u, hex(j), to_json(i)")

# --- case: bare_names
spark.sql("DECLARE tOtal INT = 3")
result = spark.sql("SELECT total, session.total, system.session.TOTAL, total AS t")

# --- case: types_of_defaults
for text in ("DECLARE a = 1", "DECLARE b = 1L", "DECLARE c = 1.50", "DECLARE d = NULL", "DECLARE e STRING = 5", "DECLARE f DOUBLE = '1.5'", "DECLARE g = true"):
    spark.sql(text)
result = spark.sql("SELECT a, b, c, d, e, f, g")

# --- case: column_before_variable
spark.sql("DECLARE name = 'variable'")
spark.sql("DECLARE id = 100")
result = spark.sql("SELECT name, session.name AS other FROM people WHERE id = 1")

# --- case: column_around_before_variable
spark.sql("DECLARE id = 100")
result = spark.sql("SELECT name FROM people WHERE EXISTS (SELECT x FROM VALUES (2), (3) AS t(x) WHERE x = id)")

# --- case: alias_before_variable
spark.sql("DECLARE twice = 100")
result = spark.sql("SELECT id * 2 AS twice, twice + 1 AS more FROM people")

# --- case: in_dataframes
from pyspark.sql import functions as F

spark.sql("DECLARE factor = 10")
result = people.select("id", (F.col("id") * F.col("factor")).alias("scaled"), F.expr("factor + id"))

# --- case: changed_after_the_frame
spark.sql("DECLARE n = 1")
frame = spark.sql("SELECT n")
spark.sql("SET VARIABLE n = 2")
result = frame.unionAll(spark.sql("SELECT n"))

# --- case: temporary_view_sees_changes
spark.sql("DECLARE n = 1")
spark.sql("CREATE TEMPORARY VIEW v AS SELECT n AS value")
before = spark.sql("SELECT * FROM v").collect()
spark.sql("SET VARIABLE n = 2")
result = [before, spark.sql("SELECT * FROM v").collect()]

# --- case: set_several
spark.sql("DECLARE a, b INT DEFAULT 1")
spark.sql("DECLARE c STRING")
spark.sql("SET VAR a = b + 1, b = a + 10, c = a || b")
result = spark.sql("SELECT a, b, c")

# --- case: set_from_query
spark.sql("DECLARE least, most INT")
spark.sql("SET VARIABLE (least, most) = (SELECT min(id), max(id) FROM people)")
result = spark.sql("SELECT least, most")

# --- case: set_from_no_rows
spark.sql("DECLARE a INT = 5")
spark.sql("SET VARIABLE (a) = (SELECT id FROM people WHERE id > 10)")
result = spark.sql("SELECT a")

# --- case: set_default
spark.sql("DECLARE a INT = 5")
spark.sql("DECLARE b STRING = 'five'")
spark.sql("SET VAR a = 6, b = 'six'")
spark.sql("SET VAR (a, b) = (SELECT DEFAULT, upper(b) FROM people LIMIT 1)")
result = spark.sql("SELECT a, b")

# --- case: group_and_order
# ordered
spark.sql("DECLARE n = 2")
result = spark.sql("SELECT id % n AS rest, count(*) AS c FROM people GROUP BY id % n HAVING count(*) >= n - 1 ORDER BY rest")

# --- case: no_names_of_variables_in_set
spark.sql("DECLARE n = 2")
tried("SET n = 3")
tried("SET session.n = 3")
tried("SET other.n = 3")

# --- case: errors
spark.sql("DECLARE n INT = 2")
for text in (
    "DECLARE n INT",
    "DECLARE a, a INT",
    "DECLARE nothing",
    "DECLARE x.y INT",
    "DECLARE m INT = (SELECT 1)",
    "DECLARE m INT = 'one'",
    "DECLARE m INT = 1 / 0",
    "DECLARE m TINYINT = 1000",
    "SET VAR absent = 1",
    "SET VAR x.n = 1",
    "SET VAR n = 'one'",
    "SET VAR n = 1, n = 2",
    "SET VAR (n) = (SELECT 1, 2)",
    "SET VAR n = DEFAULT + 1",
    "SET VAR n = nosuch",
    "DROP TEMPORARY VARIABLE absent",
    "DROP TEMPORARY VARIABLE IF EXISTS absent",
    "DROP TEMPORARY VARIABLE x.absent",
    "SELECT absent",
    "SELECT absent FROM people",
    "DROP TEMPORARY VARIABLE n",
    "SELECT n",
):
    tried(text)

# --- case: several_rows
spark.sql("DECLARE n INT")
spark.sql("SET VARIABLE (n) = (SELECT id FROM people)")

# --- case: lasting_view
spark.sql("DECLARE n INT = 2")
spark.sql("CREATE VIEW lasting AS SELECT n AS one")

# --- case: case_sensitive
# conf: spark.sql.caseSensitive=true
spark.sql("DECLARE n INT = 2")
spark.sql("DECLARE N INT = 3")
result = spark.sql("SELECT n, N")

# --- case: without_ansi
# conf: spark.sql.ansi.enabled=false
spark.sql("DECLARE n INT = 'one'")
spark.sql("DECLARE m TINYINT = 300")
spark.sql("SET VAR n = 'two'")
result = spark.sql("SELECT n, m")

# --- case: without_ansi_set_text
# conf: spark.sql.ansi.enabled=false
spark.sql("DECLARE m TINYINT = 1")
spark.sql("SET VAR m = 300")
result = spark.sql("SELECT m")

# --- case: limits
spark.sql("DECLARE n INT = 2")
result = spark.sql("SELECT count(*) AS c FROM (SELECT * FROM people LIMIT n)")

# --- case: in_functions_that_want_constants
spark.sql("DECLARE form = 'a INT, b STRING'")
spark.sql("DECLARE path = '$.a'")
result = spark.sql("""SELECT from_json('{"a": 1, "b": "x"}', form) AS s, get_json_object('{"a": 1}', path) AS g""")

# --- case: set_overflow
spark.sql("DECLARE m TINYINT = 1")
spark.sql("SET VAR m = 300")

# --- case: set_bad_text
spark.sql("DECLARE m INT = 1")
spark.sql("SET VAR m = 'x' || 'y'")

# --- case: declare_bad_text
spark.sql("DECLARE m INT = 'x' || 'y'")

# --- case: declare_division
spark.sql("DECLARE m INT = 1 DIV 0")

# --- case: declare_twice
spark.sql("DECLARE m INT")
spark.sql("DECLARE m INT")

# --- case: declare_without_type
spark.sql("DECLARE m")

# --- case: set_unknown
spark.sql("DECLARE m INT = 1")
spark.sql("SET VAR m = absent")

# --- case: session_words_as_names
spark.sql("DECLARE VAR var INT = 1")
spark.sql("SET VAR var = 2")
result = spark.sql("SELECT var")

# --- case: commands_are_frames
result = spark.sql("DECLARE n INT = 2")
