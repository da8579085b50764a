# EXPLAIN of commands: what Spark would run, without running it.
import re

people = spark.createDataFrame([(1, "Ann"), (2, "Bob")], "id int, name string")
people.createOrReplaceTempView("people")


def shown(*statements):
    for statement in statements:
        print(">", statement)
        for row in spark.sql(statement).collect():
            print(re.sub(r"#\d+L?", "#", row[0]))


# --- case: settings
shown("EXPLAIN SET a.b=1", "EXPLAIN SET a.b", "EXPLAIN SET", "EXPLAIN RESET", "EXPLAIN RESET a.b", "EXPLAIN SET TIME ZONE 'UTC'")
shown("EXPLAIN EXTENDED SET a.b=1", "EXPLAIN EXTENDED SET a.b", "EXPLAIN EXTENDED RESET", "EXPLAIN COST SET a.b=1", "EXPLAIN CODEGEN SET a.b=1")
print(spark.sql("SET a.b").collect())

# --- case: lists
shown("EXPLAIN SHOW TABLES", "EXPLAIN SHOW TABLES IN default LIKE 'a*'", "EXPLAIN SHOW DATABASES", "EXPLAIN SHOW DATABASES LIKE 'a*'", "EXPLAIN SHOW VIEWS", "EXPLAIN SHOW FUNCTIONS", "EXPLAIN SHOW CATALOGS", "EXPLAIN SHOW COLUMNS IN people")
shown("EXPLAIN COST SHOW TABLES", "EXPLAIN CODEGEN SHOW TABLES", "EXPLAIN EXTENDED SHOW CATALOGS")

# --- case: descriptions
spark.sql("CREATE TABLE explained_of (id BIGINT, name STRING) USING parquet")
shown("EXPLAIN DESCRIBE people", "EXPLAIN DESCRIBE TABLE EXTENDED explained_of", "EXPLAIN SHOW COLUMNS IN explained_of", "EXPLAIN SHOW PARTITIONS explained_of", "EXPLAIN DESCRIBE QUERY SELECT 1 AS a", "EXPLAIN COST DESCRIBE explained_of")
spark.sql("DROP TABLE explained_of")

# --- case: views
shown(
    "EXPLAIN CREATE TEMP VIEW w AS SELECT * FROM people",
    "EXPLAIN CREATE OR REPLACE TEMP VIEW w AS SELECT id + 1 AS n FROM people WHERE id > 1",
    "EXPLAIN CREATE GLOBAL TEMPORARY VIEW g AS SELECT id FROM people",
    "EXPLAIN CREATE VIEW pw AS SELECT 1 AS a",
    "EXPLAIN CREATE VIEW IF NOT EXISTS pw AS SELECT 1 AS a",
    "EXPLAIN EXTENDED CREATE TEMP VIEW w AS SELECT id + 1 AS n FROM people WHERE id > 1",
    "EXPLAIN EXTENDED CREATE VIEW pw AS SELECT 1 AS a",
    "EXPLAIN COST CREATE TEMP VIEW w AS SELECT * FROM people",
    "EXPLAIN CODEGEN CREATE TEMP VIEW w AS SELECT * FROM people",
)
print([row.viewName for row in spark.sql("SHOW VIEWS").collect()])

# --- case: tables
shown(
    "EXPLAIN CREATE TABLE explained (a INT) USING parquet",
    "EXPLAIN CREATE TABLE IF NOT EXISTS explained (a INT)",
    "EXPLAIN CREATE TABLE explained USING parquet AS SELECT id, name AS n FROM people",
    "EXPLAIN CREATE TABLE IF NOT EXISTS explained AS SELECT id FROM people",
    "EXPLAIN COST CREATE TABLE explained USING parquet AS SELECT id FROM people",
)
print(spark.catalog.tableExists("explained"))

# --- case: rest
spark.sql("CREATE TABLE explained_too (id INT) USING parquet")
shown("EXPLAIN TRUNCATE TABLE explained_too", "EXPLAIN REFRESH TABLE explained_too", "EXPLAIN CLEAR CACHE", "EXPLAIN CREATE DATABASE d", "EXPLAIN CREATE DATABASE IF NOT EXISTS d", "EXPLAIN DROP DATABASE d CASCADE", "EXPLAIN EXTENDED CLEAR CACHE")
spark.sql("DROP TABLE explained_too")

# --- case: scripts
spark.sql("EXPLAIN BEGIN SELECT 1; END")

# --- case: ranges
shown("EXPLAIN SELECT * FROM range(3)", "EXPLAIN SELECT id + 1 FROM range(0, 4, 1, 3)", "EXPLAIN EXTENDED SELECT * FROM range(3)", "EXPLAIN EXTENDED SELECT * FROM range(0, 4, 1, 3)", "EXPLAIN FORMATTED SELECT * FROM range(3)", "EXPLAIN COST SELECT * FROM range(3)")
spark.sql("SELECT * FROM range(3)").explain()
spark.range(3).explain()
