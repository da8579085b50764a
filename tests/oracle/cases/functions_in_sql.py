# Functions written in SQL: CREATE FUNCTION … RETURN …, calls, DESCRIBE, SHOW, DROP.

orders = spark.createDataFrame([(1, "a", 10.0), (2, "b", 25.0), (3, "a", 40.0), (4, None, 5.0)], "id int, kind string, price double")
orders.createOrReplaceTempView("orders")
rates = spark.createDataFrame([("a", 0.5), ("b", 0.25)], "kind string, rate double")
rates.createOrReplaceTempView("rates")


def tried(text):
    try:
        rows = spark.sql(text).collect()
        print(rows)
    except Exception as e:
        condition = getattr(e, "getCondition", lambda: None)()
        print(condition, e.getSqlState() if condition else "", sorted(e.getMessageParameters().items()) if condition else "")


# --- case: scalar
spark.sql("CREATE TEMPORARY FUNCTION discounted(price DOUBLE, percent INT DEFAULT 10) RETURNS DOUBLE RETURN price * (100 - percent) / 100")
result = spark.sql("SELECT id, discounted(price), discounted(price, 50) AS half, discounted(percent => 20, price => price) FROM orders")

# --- case: lasting
spark.sql("CREATE OR REPLACE FUNCTION lasting_double(x INT) RETURNS INT COMMENT 'twice' RETURN x + x")
result = spark.sql("SELECT lasting_double(id), default.lasting_double(id) AS b, spark_catalog.default.Lasting_Double(id) AS c FROM orders")
spark.sql("DROP FUNCTION lasting_double")

# --- case: without_returns
spark.sql("CREATE TEMPORARY FUNCTION pair(a INT, b STRING) RETURN named_struct('first', a, 'second', b)")
result = [list(r) for r in spark.sql("SELECT pair(id, kind) AS p, pair(1, 'x').second AS s FROM orders ORDER BY id").collect()]

# --- case: from_a_table
spark.sql("CREATE TEMPORARY FUNCTION rate_of(k STRING) RETURNS DOUBLE RETURN SELECT max(rate) FROM rates WHERE kind = k")
result = [list(r) for r in spark.sql("SELECT id, rate_of(kind), coalesce(rate_of(kind), 0) * price AS due FROM orders ORDER BY id").collect()]

# --- case: in_clauses
spark.sql("CREATE TEMPORARY FUNCTION grade(p DOUBLE) RETURNS STRING RETURN CASE WHEN p >= 20 THEN 'high' ELSE 'low' END")
result = spark.sql("SELECT grade(price) AS g, count(*) AS n, grade(max(price)) AS top FROM orders WHERE grade(price) = 'high' GROUP BY grade(price) HAVING grade(max(price)) IS NOT NULL")

# --- case: over_windows
spark.sql("CREATE TEMPORARY FUNCTION plus_one(x BIGINT) RETURNS BIGINT RETURN x + 1")
result = spark.sql("SELECT id, plus_one(sum(id) OVER (ORDER BY id)) AS w, sum(plus_one(id)) OVER (PARTITION BY kind) AS s FROM orders")

# --- case: nested
spark.sql("CREATE TEMPORARY FUNCTION inc(x INT) RETURNS INT RETURN x + 1")
spark.sql("CREATE TEMPORARY FUNCTION inc2(x INT) RETURNS INT RETURN inc(inc(x))")
result = spark.sql("SELECT inc2(inc(id)) FROM orders")

# --- case: in_dataframes
from pyspark.sql import functions as F

spark.sql("CREATE TEMPORARY FUNCTION inc(x INT) RETURNS INT RETURN x + 1")
result = orders.select(F.expr("inc(id)"), F.call_function("inc", "id").alias("c")).where("inc(id) > 3").selectExpr("*", "inc(c) AS d")

# --- case: table_function
spark.sql("CREATE TEMPORARY FUNCTION of_kind(k STRING, least DOUBLE DEFAULT 0) RETURNS TABLE (id INT, price DECIMAL(10, 2)) RETURN SELECT id, price FROM orders WHERE kind = k AND price >= least")
result = spark.sql("SELECT * FROM of_kind('a') UNION ALL SELECT t.* FROM of_kind(least => 30, k => 'a') AS t")

# --- case: table_function_lateral
spark.sql("CREATE TEMPORARY FUNCTION upto(n INT) RETURNS TABLE (i INT) RETURN SELECT explode(sequence(1, n))")
result = spark.sql("SELECT o.id, upto.i FROM orders o, LATERAL upto(o.id) WHERE o.id < 4")

# --- case: table_function_names
spark.sql("CREATE TEMPORARY FUNCTION one(x INT) RETURNS TABLE RETURN SELECT x AS a, x + 1 AS b")
result = spark.sql("SELECT t.p, t.q, one.a FROM one(1) AS t(p, q) JOIN one(1)")

# --- case: struct_parameter
spark.sql("CREATE TEMPORARY FUNCTION area(s STRUCT<w: INT, h: INT>) RETURNS INT RETURN s.w * s.h")
result = spark.sql("SELECT area(named_struct('w', 2, 'h', 3)), area(named_struct('w', 1, 'h', 1)) AS b")

# --- case: array_parameter
spark.sql("CREATE TEMPORARY FUNCTION total(xs ARRAY<INT>) RETURNS INT RETURN aggregate(xs, 0, (a, x) -> a + x)")
result = spark.sql("SELECT total(array(1, 2, id)) FROM orders")

# --- case: other_mode
spark.sql("CREATE TEMPORARY FUNCTION strict_ratio(x INT) RETURNS DOUBLE RETURN 1 / x")
spark.conf.set("spark.sql.ansi.enabled", "false")
spark.sql("CREATE TEMPORARY FUNCTION lax_ratio(x INT) RETURNS DOUBLE RETURN 1 / x")
spark.conf.set("spark.sql.ansi.enabled", "true")
result = spark.sql("SELECT lax_ratio(0), lax_ratio(id - 1) AS b FROM orders")

# --- case: other_mode_raises
spark.sql("CREATE TEMPORARY FUNCTION strict_ratio(x INT) RETURNS DOUBLE RETURN 1 / x")
spark.conf.set("spark.sql.ansi.enabled", "false")
result = spark.sql("SELECT strict_ratio(id - 1) FROM orders")

# --- case: bad_argument
spark.sql("CREATE TEMPORARY FUNCTION inc(x INT) RETURNS INT RETURN x + 1")
result = spark.sql("SELECT inc(kind) FROM orders")

# --- case: overflow_inside
spark.sql("CREATE TEMPORARY FUNCTION small(x INT) RETURNS TINYINT RETURN x * 100")
result = spark.sql("SELECT small(id) FROM orders WHERE id = 3")

# --- case: call_errors
spark.sql("CREATE TEMPORARY FUNCTION two(a INT, b INT DEFAULT 2) RETURNS INT RETURN a + b")
spark.sql("CREATE TEMPORARY FUNCTION rows_of(a INT) RETURNS TABLE (x INT) RETURN SELECT a")
for text in (
    "SELECT two()",
    "SELECT two(1, 2, 3)",
    "SELECT two(b => 1)",
    "SELECT two(1, a => 2)",
    "SELECT two(a => 1, a => 2)",
    "SELECT two(a => 1, 2)",
    "SELECT two(c => 1)",
    "SELECT two(array(1))",
    "SELECT two(DISTINCT 1, 2)",
    "SELECT two(1) FILTER (WHERE true)",
    "SELECT rows_of(1)",
    "SELECT * FROM two(1)",
    "SELECT * FROM rows_of()",
    "SELECT * FROM rows_of(b => 1)",
    "SELECT id FROM orders ORDER BY two(id)",
    "SELECT absent(1)",
    "SELECT * FROM absent(1)",
    "SELECT default.two(1)",
):
    tried(text)

# --- case: make_errors
for text in (
    "CREATE TEMPORARY FUNCTION f(a INT, A INT) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a INT NOT NULL) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a INT DEFAULT 1, b INT) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a INT DEFAULT (SELECT 1)) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a INT DEFAULT array(1)) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a VARCHAR(3)) RETURNS INT RETURN 1",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN b",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN absent(a)",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN sum(a)",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN array(a)",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN SELECT a, a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN SELECT x FROM absent",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS TABLE (x INT) RETURN a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS TABLE (x INT, y INT) RETURN SELECT a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS TABLE (x INT, X INT) RETURN SELECT a, a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS TABLE (x INT NOT NULL) RETURN SELECT a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN f(a)",
    "CREATE TEMPORARY FUNCTION s.f(a INT) RETURNS INT RETURN a",
    "CREATE TEMPORARY FUNCTION IF NOT EXISTS f(a INT) RETURNS INT RETURN a",
    "CREATE OR REPLACE FUNCTION IF NOT EXISTS f(a INT) RETURNS INT RETURN a",
    "CREATE FUNCTION absent.f(a INT) RETURNS INT RETURN a",
    "CREATE FUNCTION f(a INT) RETURNS INT RETURN (SELECT max(id) FROM orders)",
    "CREATE FUNCTION f(a INT GENERATED ALWAYS AS (1)) RETURNS INT RETURN a",
    "CREATE FUNCTION f(a INT UNIQUE) RETURNS INT RETURN a",
    "CREATE FUNCTION f(a INT) RETURNS INT",
    "CREATE FUNCTION f(a) RETURNS INT RETURN a",
    "CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN a b c",
    "DROP FUNCTION absent",
    "DROP FUNCTION IF EXISTS absent",
    "DROP TEMPORARY FUNCTION absent",
    "DROP TEMPORARY FUNCTION IF EXISTS absent",
):
    tried(text)

# --- case: made_twice
spark.sql("CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN a")
tried("CREATE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN a + 1")
tried("CREATE OR REPLACE TEMPORARY FUNCTION f(a INT) RETURNS INT RETURN a + 1")
tried("SELECT f(1)")
spark.sql("CREATE FUNCTION lasting_f(a INT) RETURNS INT RETURN a")
tried("CREATE FUNCTION lasting_f(a INT) RETURNS INT RETURN a + 1")
tried("CREATE FUNCTION IF NOT EXISTS lasting_f(a INT) RETURNS INT RETURN a + 1")
tried("SELECT lasting_f(1)")
spark.sql("DROP FUNCTION lasting_f")
tried("SELECT lasting_f(1)")

# --- case: session_before_schema
spark.sql("CREATE FUNCTION both(a INT) RETURNS INT RETURN a")
spark.sql("CREATE TEMPORARY FUNCTION both(a INT) RETURNS INT RETURN -a")
rows = [list(r) for r in spark.sql("SELECT both(1), session.both(1) AS s, default.both(1) AS d").collect()]
tried("DROP FUNCTION both")
spark.sql("DROP FUNCTION default.both")
result = rows

# --- case: own_before_built_in
spark.sql("CREATE TEMPORARY FUNCTION abs(a INT) RETURNS INT RETURN 42")
result = spark.sql("SELECT abs(-1), session.abs(-1) AS s, builtin.abs(-1) AS b")

# --- case: describe
spark.sql("CREATE FUNCTION described(a INT DEFAULT 5 COMMENT 'first', b ARRAY<STRING>  DEFAULT array('x')) RETURNS DOUBLE COMMENT 'A thing' DETERMINISTIC CONTAINS SQL RETURN a + size(b)")
rows = spark.sql("DESCRIBE FUNCTION described").collect()
spark.sql("CREATE TEMPORARY FUNCTION described_t(a INT) RETURNS TABLE (x INT COMMENT 'out', y STRING) RETURN SELECT a, 'y'")
more = spark.sql("DESCRIBE FUNCTION EXTENDED described_t").collect()
extended = spark.sql("DESCRIBE FUNCTION EXTENDED described").collect()
spark.sql("DROP FUNCTION described")
spark.sql("CREATE TEMPORARY FUNCTION bare() RETURN 1")
tried("DESCRIBE FUNCTION bare")
result = [[r[0] for r in rows], [r[0] for r in more if not r[0].startswith(("Create Time", "Owner", "Configs")) and "spark.sql" not in r[0]], [r[0] for r in extended if not r[0].startswith(("Create Time", "Owner", "Configs")) and "spark.sql" not in r[0]]]

# --- case: show
spark.sql("CREATE FUNCTION shown_a(a INT) RETURNS INT RETURN a")
spark.sql("CREATE TEMPORARY FUNCTION shown_b(a INT) RETURNS INT RETURN a")
rows = spark.sql("SHOW USER FUNCTIONS LIKE 'shown*'").collect()
exists = [spark.catalog.functionExists(n) for n in ("shown_a", "shown_b", "default.shown_a", "shown_c")]
one = spark.catalog.getFunction("shown_b")
spark.sql("DROP FUNCTION shown_a")
result = [[r[0] for r in rows], exists, one.name, one.isTemporary]

# --- case: view_over_function
spark.sql("CREATE FUNCTION for_views(a INT) RETURNS INT RETURN a * 3")
spark.sql("CREATE TEMPORARY VIEW tripled AS SELECT for_views(id) AS t FROM orders")
result = spark.table("tripled")
rows = result.collect()
spark.sql("DROP FUNCTION for_views")

# --- case: lasting_view_over_own_function
spark.sql("CREATE TEMPORARY FUNCTION own(a INT) RETURNS INT RETURN a * 3")
spark.sql("CREATE VIEW lasting_view AS SELECT own(1) AS t")

# --- case: with_variables
spark.sql("DECLARE factor INT = 3")
spark.sql("CREATE TEMPORARY FUNCTION scaled(a INT) RETURNS INT RETURN a * factor")
first = spark.sql("SELECT scaled(2)").collect()
spark.sql("SET VAR factor = 5")
result = [first, spark.sql("SELECT scaled(2)").collect()]

# --- case: cyclic
spark.sql("CREATE TEMPORARY FUNCTION first_one(a INT) RETURNS INT RETURN a")
spark.sql("CREATE TEMPORARY FUNCTION second_one(a INT) RETURNS INT RETURN first_one(a)")
spark.sql("CREATE OR REPLACE TEMPORARY FUNCTION first_one(a INT) RETURNS INT RETURN second_one(a)")

# --- case: in_join_condition
spark.sql("CREATE TEMPORARY FUNCTION same(a STRING, b STRING) RETURNS BOOLEAN RETURN a = b OR b = 'a'")
result = spark.sql("SELECT o.id, r.rate FROM orders o JOIN rates r ON same(o.kind, r.kind)")

# --- case: query_with_cte
spark.sql("CREATE TEMPORARY FUNCTION above(x DOUBLE) RETURNS BIGINT RETURN WITH big AS (SELECT * FROM orders WHERE price > x) SELECT count(*) FROM big")
result = [list(r) for r in spark.sql("SELECT id, above(20), above(price) AS a FROM orders ORDER BY id").collect()]
