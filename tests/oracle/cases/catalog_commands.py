def ran(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            print(statement, found.columns, sorted(tuple(row) for row in found.collect()))
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


# --- case: tables_of_another_schema
ran(
    "CREATE DATABASE warehouse_a",
    "USE warehouse_a",
    "SELECT current_database()",
    "CREATE TABLE orders (id INT, note STRING) USING parquet",
    "SHOW TABLES LIKE 'ord*'",
    "SHOW TABLES IN default LIKE 'ord*'",
    "INSERT INTO orders VALUES (1, 'x'), (2, 'y')",
    "SELECT * FROM warehouse_a.orders",
    "SELECT note FROM spark_catalog.warehouse_a.orders WHERE id = 2",
    "DESCRIBE orders",
    "SHOW COLUMNS IN orders",
    "SHOW CREATE TABLE orders",
    "DROP DATABASE warehouse_a",
    "USE default",
    "SELECT * FROM orders",
    "DROP DATABASE warehouse_a CASCADE",
    "SELECT * FROM warehouse_a.orders",
    "SHOW DATABASES LIKE 'warehouse*'",
)

# --- case: names_with_many_parts
ran("CREATE DATABASE a.b", "SHOW TABLES IN a.b", "SELECT * FROM a.b.c.d", "CREATE TABLE nosuch.t (a INT)", "SHOW TABLES FROM nosuch", "USE nosuch")

# --- case: rows_of_files_do_not_change
ran(
    "CREATE TABLE unchanging (a INT, b INT) USING csv",
    "UPDATE unchanging SET a = 1 WHERE b = 2",
    "DELETE FROM unchanging WHERE a = 1",
    "MERGE INTO unchanging USING (SELECT 1 x) s ON unchanging.a = s.x WHEN MATCHED THEN DELETE",
    "DELETE FROM nosuch",
    "DROP TABLE unchanging",
)

# --- case: tables_by_the_api
spark.sql("CREATE DATABASE IF NOT EXISTS warehouse_b")
spark.range(3).write.mode("overwrite").saveAsTable("warehouse_b.numbers")
print(spark.table("warehouse_b.numbers").count(), [t.name for t in spark.catalog.listTables("warehouse_b")], spark.catalog.tableExists("warehouse_b.numbers"), spark.catalog.tableExists("numbers"))
print(spark.catalog.getTable("warehouse_b.numbers").namespace)
try:
    spark.range(3).writeTo("warehouse_b.others").createOrReplace()
except Exception as error:
    print(type(error).__name__, error.getCondition(), error.getMessageParameters())
spark.sql("DROP DATABASE warehouse_b CASCADE")

# --- case: plans_of_commands
import contextlib
import io
import re

spark.range(3).createOrReplaceTempView("shown_view")
for statement in [
    "show tables like 'v*'", "show views like 'v*'", "describe shown_view", "describe extended shown_view", "set", "set a.b=1", "set spark.sql.ansi.enabled",
    "show databases", "show databases like 'd*'", "show columns in shown_view", "show functions like 'zzz'", "show catalogs", "clear cache", "reset",
]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        spark.sql(statement).explain()
    print(statement, out.getvalue())

# --- case: command_result_filtered
result = spark.sql("show tables").where("isTemporary")

# --- case: partitions_of_a_table
spark.sql("create table parted(a int, p int, q string) using parquet partitioned by (p, q)")
spark.sql("insert into parted values (1, 1, 'x'), (2, 2, 'y'), (3, 1, 'z')")
spark.catalog.recoverPartitions("parted")
result = sorted(each.partition for each in spark.catalog.listPartitions("parted"))

# --- case: partitions_of_a_table_without
spark.sql("create table whole(a int) using parquet")
result = spark.catalog.listPartitions("whole")
