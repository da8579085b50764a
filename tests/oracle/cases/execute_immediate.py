# EXECUTE IMMEDIATE and the IDENTIFIER clause.

people = spark.createDataFrame([(1, "Ann"), (2, "Bob"), (3, "Cid")], "id int, name string")
people.createOrReplaceTempView("people")


def tried(text):
    try:
        rows = spark.sql(text).collect()
        print(rows)
    except Exception as e:
        condition = getattr(e, "getCondition", lambda: None)()
        print(condition, e.getSqlState() if condition else "", sorted(e.getMessageParameters().items()) if condition else "")


# --- case: query
result = spark.sql("EXECUTE IMMEDIATE 'SELECT id, name FROM people WHERE id > 1'")

# --- case: by_place
result = spark.sql("EXECUTE IMMEDIATE 'SELECT name, ? AS x FROM people WHERE id IN (?, ?)' USING 'x', 1, 1 + 2")

# --- case: by_name
spark.sql("DECLARE least INT = 2")
result = spark.sql("EXECUTE IMMEDIATE 'SELECT name, :label AS l FROM people WHERE id >= :least' USING upper('abc') AS label, least")

# --- case: text_in_variable
spark.sql("DECLARE q STRING = 'SELECT count(*) AS n FROM '")
result = spark.sql("EXECUTE IMMEDIATE q || 'people'")

# --- case: into_variables
spark.sql("DECLARE a INT")
spark.sql("DECLARE b STRING")
spark.sql("EXECUTE IMMEDIATE 'SELECT max(id), min(name) FROM people WHERE id < :x' INTO a, b USING 3 AS x")
result = spark.sql("SELECT a, b")

# --- case: commands
spark.sql("EXECUTE IMMEDIATE 'CREATE TEMPORARY VIEW IDENTIFIER(:v) AS SELECT id * 10 AS ten FROM people' USING 'tens' AS v")
spark.sql("DECLARE n INT = 1")
spark.sql("EXECUTE IMMEDIATE 'SET VAR n = ?' USING 7")
result = spark.sql("SELECT ten + n AS s FROM tens")

# --- case: errors
spark.sql("DECLARE n INT = 1")
spark.sql("DECLARE empty_text STRING")
for text in (
    "EXECUTE IMMEDIATE n",
    "EXECUTE IMMEDIATE empty_text",
    "EXECUTE IMMEDIATE 'SELEC 1'",
    "EXECUTE IMMEDIATE (SELECT 'SELECT 1')",
    "EXECUTE IMMEDIATE 'SELECT ?' USING (SELECT 1)",
    "EXECUTE IMMEDIATE 'SELECT ?' USING id",
    "EXECUTE IMMEDIATE 'SELECT ?'",
    "EXECUTE IMMEDIATE 'SELECT :a' USING 1",
    "EXECUTE IMMEDIATE 'SELECT :a, ?' USING 1 AS a, 2",
    "EXECUTE IMMEDIATE 'SELECT :a' USING 1 AS a, 2 AS a",
    "EXECUTE IMMEDIATE 'SELECT 1, 2' INTO n",
    "EXECUTE IMMEDIATE 'SELECT 1' INTO absent",
    "EXECUTE IMMEDIATE 'SET VAR n = 1' INTO n",
    "EXECUTE IMMEDIATE 'SELECT ''x''' INTO n",
    "EXECUTE IMMEDIATE",
    "EXECUTE 'SELECT 1'",
):
    tried(text)

# --- case: identifiers
spark.sql("DECLARE c STRING = 'na'")
spark.sql("DECLARE f STRING = 'upp'")
result = spark.sql("SELECT IDENTIFIER(c || 'me'), IDENTIFIER(f || 'er')(name) AS u, IDENTIFIER('p' 'eople.id') AS i FROM IDENTIFIER('peo' || 'ple') WHERE IDENTIFIER('id') < 3 ORDER BY IDENTIFIER('id')")

# --- case: identifiers_as_names
result = spark.sql("WITH IDENTIFIER('w') AS (SELECT p.id AS IDENTIFIER('`a b`') FROM people AS IDENTIFIER('p')) SELECT t.`a b` FROM IDENTIFIER('w') t")

# --- case: identifier_arguments
result = spark.sql("SELECT IDENTIFIER(:c), count(*) AS n FROM IDENTIFIER(:t) GROUP BY IDENTIFIER(:c)", args={"c": "name", "t": "people"})

# --- case: identifier_of_function_with_rows
spark.sql("DECLARE f STRING = 'ran'")
result = spark.sql("SELECT * FROM IDENTIFIER(f || 'ge')(3)")

# --- case: identifier_errors
for text in (
    "SELECT IDENTIFIER(1) FROM people",
    "SELECT IDENTIFIER(CAST(NULL AS STRING)) FROM people",
    "SELECT IDENTIFIER('absent') FROM people",
    "SELECT IDENTIFIER('people').id FROM people",
    "SELECT IDENTIFIER('a b') FROM people",
    "SELECT IDENTIFIER('') FROM people",
    "SELECT * FROM IDENTIFIER('absent' || '1')",
    "SELECT 1 AS IDENTIFIER('a.b')",
    "SELECT * FROM people AS IDENTIFIER('a.b')",
):
    tried(text)

# --- case: pipe_select_with_hint
result = spark.sql("FROM people |> SELECT /*+ REPARTITION(2) */ ALL id % 2 AS r |> SELECT DISTINCT r")
