def ran(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            print(statement, found.columns, sorted(tuple(row) for row in found.collect()))
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


# --- case: columns_by_schema_and_catalog
ran(
    "CREATE DATABASE shop_a",
    "CREATE DATABASE shop_b",
    "CREATE TABLE shop_a.item (id INT, part STRUCT<item: INT, part: STRING>) USING parquet",
    "CREATE TABLE shop_b.item (id INT, name STRING) USING parquet",
    "INSERT INTO shop_a.item VALUES (1, named_struct('item', 7, 'part', 'x'))",
    "INSERT INTO shop_b.item VALUES (1, 'one'), (2, 'two')",
    "USE shop_a",
    "SELECT shop_a.item.id, spark_catalog.shop_a.item.id, item.id FROM item",
    "SELECT shop_a.item.*, spark_catalog.shop_a.item.* FROM shop_a.item",
    "SELECT shop_a.item.part.item, item.part.part, part.part FROM item",
    "SELECT shop_b.item.name, shop_a.item.part.part FROM item, shop_b.item WHERE shop_a.item.id = shop_b.item.id",
    "SELECT id FROM item, shop_b.item",
    "SELECT item.id FROM item, shop_b.item",
    "SELECT shop_a.item.nosuch FROM item, shop_b.item",
    "SELECT shop_b.item.id FROM item",
    "SELECT shop_b.item FROM item",
    "SELECT nosuch FROM item",
    "SELECT shop_a.i.id FROM item i",
    "SELECT shop_a.item.id FROM item i",
    "SELECT * FROM shop_b.item WHERE EXISTS (SELECT 1 FROM item WHERE shop_a.item.id = shop_b.item.id)",
    "SELECT shop_b.item.name, count(*) FROM shop_b.item GROUP BY shop_b.item.name HAVING max(spark_catalog.shop_b.item.id) > 1",
    "CREATE GLOBAL TEMPORARY VIEW everywhere AS SELECT 1 AS a",
    "SELECT global_temp.everywhere.a, everywhere.a, global_temp.everywhere.* FROM global_temp.everywhere",
    "SELECT global_temp.everywhere.b FROM global_temp.everywhere",
    "CREATE TEMPORARY VIEW here AS SELECT 1 AS a",
    "SELECT shop_a.here.a FROM here",
    "USE default",
    "DROP DATABASE shop_a CASCADE",
    "DROP DATABASE shop_b CASCADE",
    "DROP VIEW global_temp.everywhere",
)
