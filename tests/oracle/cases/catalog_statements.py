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

# --- case: tables_altered
# What differs from run to run is left out.
def told(*statements):
    for statement in statements:
        try:
            rows = [tuple(row) for row in spark.sql(statement).collect()]
            print(statement, [r for r in rows if r[0] not in ("Created Time", "Created By", "Location", "Owner", "Statistics")])
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE DATABASE press COMMENT 'books' WITH DBPROPERTIES (founded='1924', city='Brno')",
    "ALTER DATABASE press SET DBPROPERTIES ('city'='Wien', 'size'='small')",
    "ALTER SCHEMA press UNSET DBPROPERTIES ('size')",
    "DESCRIBE DATABASE EXTENDED press",
    "COMMENT ON SCHEMA press IS 'papers'",
    "DESCRIBE SCHEMA press",
    "ALTER DATABASE press SET DBPROPERTIES ('owner'='me')",
    "ALTER DATABASE nosuch SET DBPROPERTIES ('a'='b')",
    "COMMENT ON DATABASE nosuch IS 'x'",
    "USE press",
    "SHOW CURRENT NAMESPACE",
    "SHOW DATABASES LIKE 'pre*'",
    "SHOW DATABASES IN press",
    "CREATE TABLE sheet (no INT COMMENT 'number', title STRING, weight DOUBLE) USING parquet COMMENT 'printed' TBLPROPERTIES (ink='black')",
    "ALTER TABLE sheet RENAME TO page",
    "SHOW TABLES IN press",
    "ALTER TABLE page RENAME TO default.page",
    "ALTER TABLE page RENAME TO page",
    "ALTER TABLE nosuch RENAME TO page2",
    "INSERT INTO page VALUES (1, 'one', 1.5)",
    "ALTER TABLE page ADD COLUMN lines INT",
    "ALTER TABLE page ADD COLUMNS (width INT COMMENT 'mm', marks ARRAY<INT>)",
    "ALTER TABLE page ADD COLUMN no INT",
    "ALTER TABLE page ADD COLUMN edge INT NOT NULL",
    "ALTER TABLE page ADD COLUMNS (x INT, x INT)",
    "ALTER TABLE page ADD COLUMN x.y INT",
    "SELECT * FROM page",
    "INSERT INTO page VALUES (2, 'two', 2.5, 40, 210, array(1))",
    "SELECT * FROM page ORDER BY no",
    "ALTER TABLE page DROP COLUMN title",
    "ALTER TABLE page RENAME COLUMN title TO name",
    "ALTER TABLE page RENAME COLUMN nosuch TO name",
    "ALTER TABLE page REPLACE COLUMNS (a INT)",
    "ALTER TABLE page ALTER COLUMN no TYPE BIGINT",
    "ALTER TABLE page ALTER COLUMN no TYPE INT",
    "ALTER TABLE page ALTER COLUMN title COMMENT 'its title'",
    "ALTER TABLE page CHANGE COLUMN no no INT COMMENT 'the number'",
    "ALTER TABLE page CHANGE COLUMN no nr INT",
    "ALTER TABLE page ALTER COLUMN title SET NOT NULL",
    "ALTER TABLE page ALTER COLUMN title DROP NOT NULL",
    "ALTER TABLE page ALTER COLUMN title FIRST",
    "ALTER TABLE page ALTER COLUMN title COMMENT 'a', no COMMENT 'b'",
    "ALTER TABLE page ALTER COLUMN title",
    "ALTER TABLE page SET TBLPROPERTIES ('ink'='red', 'comment'='reprinted', password='1')",
    "SHOW TBLPROPERTIES page",
    "SHOW TBLPROPERTIES page ('ink')",
    "SHOW TBLPROPERTIES page ('nosuch')",
    "ALTER TABLE page UNSET TBLPROPERTIES ('password', 'nosuch')",
    "ALTER TABLE page SET TBLPROPERTIES ('ink')",
    "ALTER TABLE page SET TBLPROPERTIES ('provider'='csv')",
    "ALTER TABLE page UNSET TBLPROPERTIES ('ink'='red')",
    "DESCRIBE EXTENDED page",
    "DESCRIBE page title",
    "DESCRIBE FORMATTED page title",
    "DESCRIBE page nosuch",
    "DESCRIBE page title.x",
    "ALTER TABLE page SET SERDE 'x'",
    "ALTER TABLE page SET SERDEPROPERTIES ('k'='v')",
    "ALTER TABLE page ADD PARTITION (no=1)",
    "ALTER TABLE page RECOVER PARTITIONS",
    "ALTER TABLE page ADD CONSTRAINT c CHECK (no > 0)",
    "COMMENT ON TABLE page IS 'a page'",
    "COMMENT ON COLUMN page.weight IS 'grams'",
    "COMMENT ON TABLE nosuch IS 'x'",
    "SHOW CREATE TABLE page",
    "CREATE TABLE copy1 LIKE page",
    "CREATE TABLE copy1 LIKE page",
    "CREATE TABLE IF NOT EXISTS copy1 LIKE page",
    "CREATE TABLE copy2 LIKE page USING csv TBLPROPERTIES ('x'='y')",
    "CREATE TABLE copy3 LIKE nosuch",
    "DESCRIBE EXTENDED copy1",
    "DESCRIBE EXTENDED copy2",
    "REPLACE TABLE page (a INT) USING parquet",
    "REPLACE TABLE page USING parquet AS SELECT 1 AS a",
    "SHOW COLUMNS IN page FROM press",
    "SHOW COLUMNS IN press.page FROM default",
    "SHOW COLUMNS IN nosuch",
    "REFRESH page",
    "REFRESH TABLE nosuch",
    "REFRESH FUNCTION upper",
    "CACHE TABLE press.kept AS SELECT 1 AS a",
    "CACHE TABLE page OPTIONS ('storageLevel' 'DISK_ONLY')",
    "UNCACHE TABLE page",
    "UNCACHE TABLE nosuch",
    "UNCACHE TABLE IF EXISTS nosuch",
    "TRUNCATE TABLE page",
    "SELECT count(*) FROM page",
    "DROP TABLE page",
    "USE default",
    "DROP DATABASE press CASCADE",
)

# --- case: partitions_altered
def told(*statements):
    for statement in statements:
        try:
            rows = [tuple(row) for row in spark.sql(statement).collect()]
            print(statement, [r for r in rows if r[0] not in ("Created Time", "Created By", "Location", "Owner", "Statistics")])
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE DATABASE depot",
    "USE depot",
    "CREATE TABLE stock (pieces INT, year INT, hall STRING) USING parquet PARTITIONED BY (year, hall)",
    "ALTER TABLE stock ADD PARTITION (year=2020, hall='n')",
    "ALTER TABLE stock ADD PARTITION (year=2020, hall='n')",
    "ALTER TABLE stock ADD IF NOT EXISTS PARTITION (year=2020, hall='n') PARTITION (year=2021, hall='s')",
    "ALTER TABLE stock ADD PARTITION (year=2022)",
    "ALTER TABLE stock ADD PARTITION (year=2022, nosuch=1)",
    "ALTER TABLE stock ADD PARTITION (year='x', hall='n')",
    "ALTER TABLE stock ADD PARTITION (year=2023, hall=5)",
    "ALTER TABLE stock ADD PARTITION (year=NULL, hall='e')",
    "SHOW PARTITIONS stock",
    "SHOW PARTITIONS stock PARTITION (year=2020)",
    "SHOW PARTITIONS stock PARTITION (hall='s')",
    "SHOW PARTITIONS stock PARTITION (nosuch='s')",
    "SHOW PARTITIONS stock PARTITION (hall)",
    "SHOW PARTITIONS nosuch",
    "INSERT INTO stock PARTITION (year=2021, hall='s') VALUES (10)",
    "INSERT INTO stock VALUES (11, 2024, 'w')",
    "ALTER TABLE stock PARTITION (year=2021, hall='s') RENAME TO PARTITION (year=2031, hall='t')",
    "SELECT * FROM stock ORDER BY pieces",
    "SHOW PARTITIONS stock",
    "ALTER TABLE stock PARTITION (year=1, hall='s') RENAME TO PARTITION (year=2, hall='t')",
    "ALTER TABLE stock PARTITION (year=2020, hall='n') RENAME TO PARTITION (year=2031, hall='t')",
    "ALTER TABLE stock PARTITION (year=2020) RENAME TO PARTITION (year=2031)",
    "ALTER TABLE stock DROP PARTITION (year=2031, hall='t')",
    "ALTER TABLE stock DROP PARTITION (year=2031, hall='t')",
    "ALTER TABLE stock DROP IF EXISTS PARTITION (year=2031, hall='t')",
    "ALTER TABLE stock DROP PARTITION (year=2020)",
    "ALTER TABLE stock DROP PARTITION (nosuch=2020)",
    "SELECT * FROM stock ORDER BY pieces",
    "DESCRIBE EXTENDED stock PARTITION (year=2024, hall='w')",
    "DESCRIBE stock PARTITION (year=2024, hall='w')",
    "DESCRIBE stock PARTITION (year=2024)",
    "DESCRIBE stock PARTITION (year=1, hall='w')",
    "DESCRIBE stock PARTITION (year=2024, hall='w') pieces",
    "SHOW TABLE EXTENDED LIKE 'stock' PARTITION (year=2024)",
    "SHOW TABLE EXTENDED LIKE 'stock' PARTITION (year=1, hall='w')",
    "SHOW TABLE EXTENDED LIKE 'nosuch' PARTITION (year=1, hall='w')",
    "MSCK REPAIR TABLE stock",
    "TRUNCATE TABLE stock PARTITION (year=2024)",
    "TRUNCATE TABLE stock PARTITION (nosuch=4)",
    "SELECT * FROM stock",
    "ALTER TABLE stock ADD COLUMN note STRING",
    "DESCRIBE stock",
    "INSERT INTO stock VALUES (1, 'a', 2, 'b')",
    "SELECT * FROM stock",
    "CREATE VIEW seen AS SELECT * FROM stock",
    "ALTER TABLE seen ADD PARTITION (year=1, hall='w')",
    "DESCRIBE seen PARTITION (year=1, hall='w')",
    "SHOW PARTITIONS seen",
    "USE default",
    "DROP DATABASE depot CASCADE",
)

# --- case: views_kept_and_altered
def told(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            rows = [tuple(row) for row in found.collect()]
            print(statement, found.schema.simpleString(), [r for r in rows if not r or r[0] not in ("Created Time", "Created By", "Location", "Owner", "Statistics")])
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE DATABASE museum",
    "USE museum",
    "CREATE TABLE art (id INT, name STRING) USING parquet",
    "INSERT INTO art VALUES (1, 'x')",
    "CREATE VIEW hung (nr COMMENT 'number', title) COMMENT 'on walls' TBLPROPERTIES ('floor'='2') AS SELECT id, name FROM art",
    "SELECT hung.nr, museum.hung.title, spark_catalog.museum.hung.* FROM hung",
    "DESCRIBE EXTENDED hung",
    "DESCRIBE hung nr",
    "SHOW CREATE TABLE hung",
    "SHOW TBLPROPERTIES hung",
    "ALTER VIEW hung SET TBLPROPERTIES ('room'='7')",
    "ALTER VIEW hung UNSET TBLPROPERTIES ('floor', 'nosuch')",
    "ALTER TABLE hung SET TBLPROPERTIES ('room'='7')",
    "ALTER TABLE hung RENAME TO shown",
    "ALTER VIEW hung RENAME TO shown",
    "ALTER VIEW art RENAME TO shown2",
    "ALTER VIEW art AS SELECT 1 AS a",
    "ALTER TABLE shown ADD COLUMN k INT",
    "ALTER VIEW shown AS SELECT id AS one, id + 1 AS two FROM art",
    "DESCRIBE EXTENDED shown",
    "SELECT * FROM shown",
    "ALTER VIEW nosuch AS SELECT 1 AS a",
    "CREATE OR REPLACE VIEW shown AS SELECT * FROM shown",
    "CREATE VIEW again AS SELECT * FROM shown",
    "CREATE OR REPLACE VIEW shown AS SELECT one FROM again",
    "CREATE VIEW bad AS SELECT id, id FROM art",
    "CREATE VIEW bad AS SELECT id + 1 FROM art",
    "CREATE VIEW bad (a, a) AS SELECT id, name FROM art",
    "CREATE VIEW bad (a) AS SELECT id, name FROM art",
    "CREATE VIEW bad AS SELECT * FROM nosuch",
    "CREATE VIEW art AS SELECT 1 AS a",
    "CREATE OR REPLACE VIEW art AS SELECT 1 AS a",
    "CREATE OR REPLACE VIEW IF NOT EXISTS bad AS SELECT 1 AS a",
    "CREATE TEMPORARY VIEW IF NOT EXISTS bad AS SELECT 1 AS a",
    "CREATE TEMPORARY VIEW bad WITH SCHEMA EVOLUTION AS SELECT 1 AS a",
    "CREATE TEMPORARY VIEW here AS SELECT 1 AS a",
    "CREATE VIEW bad AS SELECT * FROM here",
    "CREATE TEMPORARY VIEW there AS SELECT * FROM here",
    "CREATE OR REPLACE TEMPORARY VIEW here AS SELECT * FROM there",
    "CREATE OR REPLACE TEMPORARY VIEW here AS SELECT 7 AS a",
    "SELECT * FROM there",
    "CREATE OR REPLACE TEMPORARY VIEW here AS SELECT 8L AS a",
    "SELECT * FROM there",
    "ALTER VIEW here AS SELECT 9 AS b",
    "SELECT * FROM there",
    "ALTER VIEW here RENAME TO elsewhere",
    "SELECT * FROM elsewhere",
    "ALTER VIEW elsewhere RENAME TO museum.here",
    "ALTER VIEW elsewhere SET TBLPROPERTIES ('a'='b')",
    "SHOW CREATE TABLE elsewhere",
    "SHOW VIEWS LIKE '*e*'",
    "CREATE VIEW e WITH SCHEMA EVOLUTION AS SELECT * FROM art",
    "CREATE VIEW te WITH SCHEMA TYPE EVOLUTION AS SELECT * FROM art",
    "CREATE VIEW b WITH SCHEMA BINDING AS SELECT * FROM art",
    "CREATE VIEW c WITH SCHEMA COMPENSATION AS SELECT * FROM art",
    "DROP TABLE art",
    "SELECT * FROM c",
    "CREATE TABLE art (id BIGINT, name STRING, size INT) USING parquet",
    "INSERT INTO art VALUES (5, 'y', 3)",
    "SELECT * FROM e",
    "SELECT * FROM te",
    "SELECT * FROM b",
    "SELECT * FROM c",
    "DESCRIBE e",
    "DESCRIBE te",
    "DESCRIBE b",
    "DROP TABLE art",
    "CREATE TABLE art (name STRING) USING parquet",
    "SELECT * FROM e",
    "SELECT * FROM te",
    "SELECT * FROM b",
    "SELECT * FROM c",
    "USE default",
    "SELECT * FROM museum.e",
    "CREATE TEMPORARY VIEW nowhere (a INT, b STRING) USING csv",
    "SELECT * FROM nowhere",
    "DROP VIEW nosuch",
    "DROP VIEW IF EXISTS nosuch",
    "DROP DATABASE museum CASCADE",
)

# --- case: columns_with_defaults
def told(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            print(statement, [(f.name, f.dataType.simpleString(), sorted(f.metadata.items())) for f in found.schema], sorted((tuple(row) for row in found.collect()), key=str))
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE TABLE filled (id INT, size INT DEFAULT 5, note STRING DEFAULT 'none', total DOUBLE DEFAULT 1 + 2 COMMENT 'sum') USING parquet",
    "SELECT * FROM filled",
    "INSERT INTO filled (id) VALUES (1)",
    "INSERT INTO filled VALUES (2, DEFAULT, DEFAULT, DEFAULT), (3, 7, DEFAULT, 2.5)",
    "INSERT INTO filled VALUES (4)",
    "INSERT INTO filled SELECT 5, DEFAULT",
    "INSERT INTO filled SELECT 5, DEFAULT, 'x', 1.0",
    "INSERT INTO filled VALUES (6, DEFAULT + 1, 'x', 1.0)",
    "INSERT INTO filled (note, id) SELECT 'seven', 7",
    "INSERT INTO filled (id, id) VALUES (8, 8)",
    "INSERT INTO filled (id, nosuch) VALUES (8, 8)",
    "INSERT INTO filled (id, size) VALUES (8)",
    "INSERT INTO filled BY NAME SELECT 'nine' AS note, 9 AS id",
    "INSERT INTO filled BY NAME SELECT 10 AS id, 1 AS other",
    "INSERT INTO filled BY NAME SELECT 10 AS id, 1 AS size, '' AS note, 2.0 AS total, 3 AS other",
    "SELECT id, size, note, total FROM filled",
    "ALTER TABLE filled ADD COLUMN late INT DEFAULT 42",
    "ALTER TABLE filled ALTER COLUMN late SET DEFAULT 43",
    "INSERT INTO filled (id) VALUES (11)",
    "ALTER TABLE filled ALTER COLUMN late DROP DEFAULT",
    "INSERT INTO filled (id) VALUES (12)",
    "SELECT id, late FROM filled",
    "ALTER TABLE filled ALTER COLUMN size SET DEFAULT 'x'",
    "DESCRIBE filled",
    "SHOW CREATE TABLE filled",
    "SELECT DEFAULT FROM filled",
    "CREATE TABLE wrong (a INT DEFAULT 'x') USING parquet",
    "CREATE TABLE wrong (a INT DEFAULT (SELECT 1)) USING parquet",
    "CREATE TABLE wrong (a INT DEFAULT b) USING parquet",
    "CREATE TABLE wrong (a INT DEFAULT 5000000000) USING parquet",
    "CREATE TABLE wrong (a INT DEFAULT 1 DEFAULT 2) USING parquet",
    "CREATE TABLE wrong (a INT DEFAULT 1) USING text",
    "CREATE TABLE wrong (a INT, b INT GENERATED ALWAYS AS (a + 1)) USING parquet",
    "CREATE TABLE wrong (a INT PRIMARY KEY) USING parquet",
    "DROP TABLE filled",
)

# --- case: inserts_of_many_forms
def told(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            print(statement, found.schema.simpleString(), [tuple(row) for row in found.collect()])
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE TABLE bins (v INT, w INT, a INT, b STRING) USING parquet PARTITIONED BY (a, b)",
    "INSERT INTO bins VALUES (1, 2, 3, 'd')",
    "INSERT INTO bins (v, a, b) VALUES (1, 2, 'k')",
    "INSERT INTO bins PARTITION (a=1, b='q') (w, v) VALUES (401, 400)",
    "INSERT OVERWRITE bins PARTITION (a=1, b='q') (v) VALUES (300)",
    "INSERT OVERWRITE bins PARTITION (a=2, b) SELECT 200, 201, 'q'",
    "SELECT * FROM bins ORDER BY v, w, a, b",
    "INSERT INTO bins PARTITION (a=1, b='q') IF NOT EXISTS VALUES (1, 2)",
    "INSERT OVERWRITE bins PARTITION (a=1, b='q') IF NOT EXISTS VALUES (1, 2)",
    "INSERT OVERWRITE bins PARTITION (a=9, b='q') IF NOT EXISTS VALUES (9, 9)",
    "INSERT OVERWRITE bins PARTITION (a=1, b) IF NOT EXISTS VALUES (1, 2, 'z')",
    "SELECT * FROM bins ORDER BY v, w, a, b",
    "INSERT INTO bins REPLACE WHERE a = 1 SELECT 1, 2, 3, 'x'",
    "INSERT INTO bins PARTITION (a=1, nosuch='q') VALUES (1, 2)",
    "INSERT INTO bins PARTITION (a=1, a=2, b='q') VALUES (1, 2)",
    "INSERT INTO bins PARTITION (a='zz', b='q') VALUES (1, 2)",
    "INSERT INTO nosuch VALUES (1)",
    "CREATE VIEW bin_view AS SELECT 1 AS a",
    "INSERT INTO bin_view VALUES (1)",
    "CREATE TABLE flat (x INT, y STRING) USING csv",
    "WITH w AS (SELECT 1 AS x) INSERT INTO flat SELECT x, 'w' FROM w",
    "FROM flat INSERT INTO flat SELECT x + 1, y INSERT INTO bins PARTITION (a=7, b='m') SELECT x, x",
    "SELECT * FROM flat ORDER BY x",
    "SELECT * FROM bins WHERE a = 7 ORDER BY v",
    "INSERT INTO flat VALUES ('1', 2)",
    "INSERT INTO flat VALUES (5000000000, '')",
    "INSERT INTO flat VALUES (1.5, TRUE)",
    "INSERT INTO flat VALUES (1), (2, 3)",
    "INSERT INTO flat TABLE flat",
    "SELECT count(*) FROM flat",
    "DROP VIEW bin_view",
    "DROP TABLE bins",
    "DROP TABLE flat",
)

# --- case: texts_of_fixed_length
def told(*statements):
    for statement in statements:
        try:
            found = spark.sql(statement)
            print(statement, [(f.name, f.dataType.simpleString(), f.metadata) for f in found.schema], [tuple(row) for row in found.collect()])
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE TABLE labels (a CHAR(3), v VARCHAR(3), s STRING, n STRUCT<x: CHAR(2)>, l ARRAY<VARCHAR(2)>) USING parquet",
    "INSERT INTO labels VALUES ('a', 'b', 'c', named_struct('x', 'q'), array('z'))",
    "INSERT INTO labels VALUES ('abcd', 'b', 'c', NULL, NULL)",
    "INSERT INTO labels VALUES ('abc  ', 'abc  ', 'a  ', NULL, NULL)",
    "INSERT INTO labels VALUES ('a', 'abcd', 'c', NULL, NULL)",
    "INSERT INTO labels VALUES ('a', 'abc', 'c', named_struct('x', 'qqq'), NULL)",
    "INSERT INTO labels VALUES ('a', 'abc', 'c', NULL, array('zzz'))",
    "INSERT INTO labels VALUES (12, 345, 6, NULL, NULL)",
    "SELECT a, length(a), v, length(v), n, l FROM labels ORDER BY a, v",
    "SELECT a FROM labels WHERE a = 'a'",
    "SELECT a FROM labels WHERE a = 'abc    '",
    "SELECT a FROM labels WHERE a IN ('a', '12 ') ORDER BY a",
    "SELECT a FROM labels WHERE 'a' = a",
    "SELECT a FROM labels WHERE a = s",
    "SELECT a FROM labels WHERE a > 'a'",
    "SELECT a FROM labels WHERE v = 'b '",
    "SELECT a = 'a', a <=> 'abc ', typeof(a) FROM labels ORDER BY a",
    "DESCRIBE labels",
    "SHOW CREATE TABLE labels",
    "CREATE TABLE labels2 USING parquet AS SELECT a, v FROM labels",
    "DESCRIBE labels2",
    "CREATE VIEW label_view AS SELECT a, v FROM labels",
    "DESCRIBE label_view",
    "ALTER TABLE labels ALTER COLUMN a TYPE CHAR(4)",
    "ALTER TABLE labels ALTER COLUMN a TYPE CHAR(3)",
    "CREATE TABLE wrong (a CHAR) USING parquet",
    "CREATE TABLE nested (m MAP<STRING, ARRAY<STRING>>, n STRUCT<x: STRING, y: INT>) USING parquet",
    "SHOW CREATE TABLE nested",
    "DROP TABLE nested",
    "CREATE TABLE shelves (b INT, a CHAR(2)) USING parquet PARTITIONED BY (a)",
    "INSERT INTO shelves VALUES (1, 'x')",
    "INSERT INTO shelves VALUES (1, 'xyz')",
    "SELECT b, a, length(a) FROM shelves ORDER BY b",
    "SELECT * FROM shelves WHERE a = 'x'",
    "DROP VIEW label_view",
    "DROP TABLE labels",
    "DROP TABLE labels2",
    "DROP TABLE shelves",
)

# --- case: tables_counted
import re


# Sizes of files are not the same everywhere.
def told(*statements):
    for statement in statements:
        try:
            rows = [tuple(row) for row in spark.sql(statement).collect()]
            shown = [tuple(re.sub(r"\d+ bytes", "some bytes", str(x)) for x in r) for r in rows if r[0] not in ("Created Time", "Created By", "Location", "Owner")]
            print(statement, shown)
        except Exception as error:
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted(error.getMessageParameters().items())))


told(
    "CREATE TABLE counted (k INT, s STRING, d DECIMAL(10,2), t TIMESTAMP, dt DATE, f DOUBLE, b BOOLEAN, bn BINARY, l ARRAY<INT>) USING parquet",
    "INSERT INTO counted VALUES (1, 'abc', 1.5, TIMESTAMP'2020-01-01 00:00:00', DATE'2020-01-01', 1.25, true, X'0102', array(1)), (2, NULL, 2.5, TIMESTAMP'2021-01-01 00:00:00', DATE'2021-01-01', 2.5, false, X'010203', array(2)), (2, 'z', NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "DESCRIBE EXTENDED counted",
    "ANALYZE TABLE counted COMPUTE STATISTICS NOSCAN",
    "DESCRIBE EXTENDED counted",
    "ANALYZE TABLE counted COMPUTE STATISTICS",
    "DESCRIBE EXTENDED counted",
    "ANALYZE TABLE counted COMPUTE STATISTICS FOR COLUMNS k, s, d, t, dt, f, b, bn",
    "DESCRIBE EXTENDED counted k",
    "DESCRIBE EXTENDED counted s",
    "DESCRIBE EXTENDED counted d",
    "DESCRIBE EXTENDED counted t",
    "DESCRIBE EXTENDED counted dt",
    "DESCRIBE EXTENDED counted f",
    "DESCRIBE EXTENDED counted b",
    "DESCRIBE EXTENDED counted bn",
    "DESCRIBE EXTENDED counted l",
    "ANALYZE TABLE counted COMPUTE STATISTICS FOR COLUMNS l",
    "ANALYZE TABLE counted COMPUTE STATISTICS FOR COLUMNS nosuch",
    "ANALYZE TABLE counted COMPUTE STATISTICS FOR ALL COLUMNS",
    "ANALYZE TABLE counted COMPUTE STATISTICS often",
    "ANALYZE TABLE counted PARTITION (k=1) COMPUTE STATISTICS",
    "ANALYZE TABLE nosuch COMPUTE STATISTICS",
    "ANALYZE TABLES IN nosuch COMPUTE STATISTICS NOSCAN",
    "INSERT INTO counted SELECT * FROM counted",
    "DESCRIBE EXTENDED counted",
    "DESCRIBE EXTENDED counted k",
    "ANALYZE TABLES IN default COMPUTE STATISTICS",
    "DESCRIBE EXTENDED counted",
    "TRUNCATE TABLE counted",
    "DESCRIBE EXTENDED counted",
    "DROP TABLE counted",
    "CREATE TABLE parts (v INT, p INT) USING parquet PARTITIONED BY (p)",
    "INSERT INTO parts VALUES (1, 1), (2, 1), (3, 2)",
    "ANALYZE TABLE parts PARTITION (p=1) COMPUTE STATISTICS",
    "DESCRIBE EXTENDED parts PARTITION (p=1)",
    "DESCRIBE EXTENDED parts PARTITION (p=2)",
    "ANALYZE TABLE parts PARTITION (p) COMPUTE STATISTICS",
    "DESCRIBE EXTENDED parts PARTITION (p=2)",
    "CREATE TEMPORARY VIEW uncounted AS SELECT 1 AS a",
    "ANALYZE TABLE uncounted COMPUTE STATISTICS",
    "DROP TABLE parts",
)

# --- case: refusals_of_commands
def told(*statements):
    for statement in statements:
        try:
            print(statement, [tuple(row) for row in spark.sql(statement).collect()])
        except Exception as error:
            if not hasattr(error, "getCondition"):
                print(statement, "another error")
                continue
            print(statement, type(error).__name__, error.getCondition(), error.getSqlState(), dict(sorted((error.getMessageParameters() or {}).items())))


told(
    "CREATE TABLE flat (a INT, n STRUCT<x: INT>) USING parquet",
    "CREATE TABLE split_up (v INT, p INT) USING parquet PARTITIONED BY (p)",
    "CREATE VIEW seen AS SELECT 1 AS a",
    "CREATE TEMPORARY VIEW here AS SELECT 1 AS a",
    "MSCK REPAIR TABLE flat",
    "ALTER TABLE flat ADD COLUMN n.y INT",
    "ALTER TABLE flat ADD COLUMN nosuch.y INT",
    "ALTER TABLE flat ALTER COLUMN n.x COMMENT 'c'",
    "ALTER TABLE flat ALTER COLUMN n.nosuch COMMENT 'c'",
    "ALTER TABLE flat DROP COLUMN nosuch",
    "ALTER TABLE flat DROP COLUMN IF EXISTS nosuch",
    "DESCRIBE flat n.x",
    "DESCRIBE flat n.nosuch",
    "ALTER TABLE flat PARTITION (a=1) SET LOCATION '/x'",
    "ALTER TABLE flat PARTITION (a=1) RENAME TO PARTITION (a=2)",
    "TRUNCATE TABLE flat PARTITION (a=1)",
    "SHOW TABLE EXTENDED LIKE 'flat' PARTITION (a=1)",
    "DESCRIBE flat PARTITION (a=1)",
    "SHOW PARTITIONS flat",
    "SHOW CREATE TABLE flat AS SERDE",
    "ALTER TABLE split_up PARTITION (p=1) SET SERDEPROPERTIES ('a'='b')",
    "ALTER TABLE split_up CLUSTER BY (v)",
    "ALTER TABLE flat CLUSTER BY (nosuch)",
    "ALTER TABLE seen RENAME COLUMN a TO b",
    "ALTER TABLE seen DROP COLUMN a",
    "ALTER TABLE seen REPLACE COLUMNS (b INT)",
    "ALTER TABLE seen SET SERDEPROPERTIES ('a'='b')",
    "ALTER TABLE seen UNSET TBLPROPERTIES ('a')",
    "ALTER TABLE seen PARTITION (a=1) RENAME TO PARTITION (a=2)",
    "ALTER TABLE seen PARTITION (a=1) SET LOCATION '/x'",
    "ALTER TABLE seen RECOVER PARTITIONS",
    "ALTER TABLE seen CLUSTER BY (a)",
    "ALTER TABLE here ADD COLUMN b INT",
    "ALTER TABLE here SET TBLPROPERTIES ('a'='b')",
    "ALTER VIEW here WITH SCHEMA BINDING",
    "ALTER VIEW flat WITH SCHEMA BINDING",
    "ALTER VIEW flat UNSET TBLPROPERTIES ('a')",
    "ALTER VIEW here UNSET TBLPROPERTIES ('a')",
    "COMMENT ON TABLE seen IS 'x'",
    "COMMENT ON COLUMN seen.a IS 'x'",
    "COMMENT ON COLUMN flat.nosuch IS 'x'",
    "SHOW TBLPROPERTIES nosuch",
    "SHOW CREATE TABLE nosuch",
    "REFRESH FUNCTION nosuch",
    "REFRESH TABLE here",
    "CACHE TABLE seen",
    "UNCACHE TABLE seen",
    "CACHE TABLE flat OPTIONS ('storageLevel' 'NOWHERE')",
    "TRUNCATE TABLE here",
    "MSCK REPAIR TABLE here",
    "SHOW PARTITIONS here",
    "CREATE TABLE copied LIKE here",
    "DESCRIBE copied",
    "DROP TABLE copied",
    "DROP VIEW seen",
    "DROP TABLE flat",
    "DROP TABLE split_up",
)
