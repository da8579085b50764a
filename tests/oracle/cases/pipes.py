# SQL's pipe syntax: what its operators read, what they show, and what they refuse.

spark.sql("SELECT * FROM VALUES (1, 'apple', 3.5), (2, 'pear', 1.0), (2, 'fig', NULL) AS t(n, name, price)").createOrReplaceTempView("fruit")
spark.createDataFrame([(1, 10), (2, 20)], "n int, shelf int").createOrReplaceTempView("shelves")


def tried(text):
    try:
        frame = spark.sql(text)
        print([(f.name, f.dataType.simpleString(), f.nullable) for f in frame.schema], sorted(frame.collect(), key=str))
    except Exception as e:
        condition = getattr(e, "getCondition", lambda: None)()
        print(type(e).__name__, condition, e.getSqlState() if condition else "", "" if "AGGREGATE_FUNCTION" in str(condition) else sorted(e.getMessageParameters().items()) if condition else "")
        print([c.fragment() for c in e.getQueryContext() if "SQL" in str(c.contextType())] if condition else "")


# --- case: select
tried("TABLE fruit |> SELECT n, sum(price) AS s GROUP BY n")
tried("TABLE fruit |> SELECT n, count(*) AS c GROUP BY ROLLUP (n)")
tried("TABLE fruit |> SELECT sum(price) AS s GROUP BY ALL")
tried("TABLE fruit |> SELECT DISTINCT n |> WHERE n > 1")
tried("TABLE fruit |> SELECT n, count(*) AS c GROUP BY n HAVING count(*) > 1")
tried("TABLE fruit |> SELECT n, rank() OVER w AS r WINDOW w AS (ORDER BY n) |> EXTEND r + 1 AS q")
tried("TABLE fruit |> SELECT sum(n) OVER w AS a |> SELECT a, rank() OVER w AS r WINDOW w AS (ORDER BY a)")
tried("TABLE fruit |> SELECT n, sum(n) OVER w AS a WINDOW w AS (PARTITION BY n) |> SELECT n, max(a) OVER w AS m")

# --- case: extend
tried("TABLE fruit |> EXTEND n + 1, n * 2 AS a, a + 1 AS b")
tried("TABLE fruit |> EXTEND rank() OVER w AS r WINDOW w AS (ORDER BY n)")
tried("TABLE fruit |> EXTEND explode(array(1, 2)) AS e")
tried("TABLE fruit |> EXTEND max(n) AS m")
tried("TABLE fruit |> EXTEND sum(n) OVER () + sum(price) AS m")
tried("TABLE fruit |> EXTEND *")
tried("TABLE fruit |> EXTEND n, fruit.*")
tried("TABLE fruit |> SELECT n |> EXTEND price")

# --- case: set
tried("TABLE fruit |> SET n = n + 1, price = n, n = n * 10")
tried("TABLE fruit |> SET price = n + 1, n = price |> SELECT n, price")
tried("TABLE fruit |> SET n = 'x', name = n")
tried("TABLE fruit |> SET weight = 1")
tried("TABLE fruit |> SET n.a = 1")
tried("TABLE fruit |> SET n = max(price)")
tried("TABLE fruit |> SET n = rank() OVER w WINDOW w AS (ORDER BY n)")

# --- case: drop
tried("TABLE fruit |> DROP name")
tried("TABLE fruit |> DROP fruit.n, price")
tried("TABLE fruit |> DROP weight")
tried("TABLE fruit |> DROP n, price, n")

# --- case: names
tried("TABLE fruit |> AS f |> WHERE f.n = 1")
tried("TABLE fruit |> AS f-g")
tried("TABLE fruit |> AS f(a, b, c)")
tried("TABLE fruit |> SELECT n AS a |> WHERE fruit.n = 1")
tried("VALUES (1) AS v(a) |> EXTEND a + 1 AS b |> SET b = b * 2 |> DROP a |> AS k |> SELECT k.b")

# --- case: own_columns
tried("TABLE fruit |> SELECT n |> WHERE price > 1")
tried("TABLE fruit |> SELECT n |> LIMIT 5 |> WHERE price > 1")
tried("TABLE fruit |> SELECT n |> ORDER BY price")
tried("TABLE fruit |> SELECT n |> DISTRIBUTE BY price")
tried("SELECT n, count(*) AS c FROM fruit GROUP BY n |> WHERE count(*) > 1")
tried("(SELECT n, count(*) AS c FROM fruit GROUP BY n) |> WHERE max(price) > 1")
tried("TABLE fruit |> JOIN shelves USING (n) |> SELECT fruit.n, shelf |> WHERE n = 2")
tried("TABLE fruit |> JOIN shelves USING (n) |> EXTEND shelves.n + 1 AS m |> WHERE m = 2 |> SELECT shelves.n, m")

# --- case: where
tried("TABLE fruit |> WHERE sum(n) = 1")
tried("TABLE fruit |> WHERE n = 1 WINDOW w AS (PARTITION BY n)")
tried("TABLE fruit |> WHERE n = 1 GROUP BY n")

# --- case: order_and_limit
tried("TABLE fruit |> ORDER BY n |> LIMIT 1")
tried("TABLE fruit |> LIMIT ALL OFFSET 2")
tried("TABLE fruit |> LIMIT 1 OFFSET 1")
tried("TABLE fruit |> ORDER BY n LIMIT 1")
tried("TABLE fruit |> SORT BY n OFFSET 1")
tried("TABLE fruit |> ORDER BY n SORT BY n")
tried("SELECT * FROM fruit CLUSTER BY n DISTRIBUTE BY n")
tried("SELECT n FROM fruit DISTRIBUTE BY n SORT BY n")
tried("TABLE fruit |> ORDER BY n WINDOW w AS (ORDER BY n)")
tried("TABLE fruit ORDER BY n |> LIMIT 1")

# --- case: aggregate
tried("TABLE fruit |> AGGREGATE GROUP BY 1, 2")
tried("TABLE fruit |> AGGREGATE sum(price) AS s GROUP BY 1 AS k")
tried("TABLE fruit |> AGGREGATE sum(price) GROUP BY 1 + 1")
tried("TABLE fruit |> AGGREGATE count(*) AS c GROUP BY n AS k, length(name)")
tried("TABLE fruit |> AGGREGATE n + count(*) AS x GROUP BY n")
tried("TABLE fruit |> AGGREGATE count(*) AS c GROUP BY 9")
tried("TABLE fruit |> AGGREGATE n GROUP BY n")
tried("TABLE fruit |> AGGREGATE n + 1 AS x, count(*) GROUP BY n")
tried("TABLE fruit |> AGGREGATE 1 AS x")
tried("TABLE fruit |> AGGREGATE")
tried("TABLE fruit |> AGGREGATE GROUP BY")

# --- case: aggregate_refused
tried("TABLE fruit |> AGGREGATE GROUP BY ALL")
tried("TABLE fruit |> AGGREGATE count(*) GROUP BY ROLLUP (n)")
tried("TABLE fruit |> AGGREGATE count(*) GROUP BY CUBE (n), name")
tried("TABLE fruit |> AGGREGATE count(*) GROUP BY n GROUPING SETS (n)")
tried("TABLE fruit |> AGGREGATE count(*) GROUP BY n WITH CUBE")
tried("TABLE fruit |> WHERE n > 1 |> AGGREGATE grouping(n) GROUP BY n |> LIMIT 1")
tried("TABLE fruit |> AGGREGATE sum(n) OVER () GROUP BY n")

# --- case: one_at_a_time
tried("TABLE fruit |> PIVOT (sum(price) FOR n IN (1, 2)) AS p")
tried("TABLE fruit |> PIVOT (sum(price) FOR n IN (1, 2)) UNPIVOT (v FOR k IN (`1`, `2`))")
tried("TABLE fruit |> PIVOT (sum(price) FOR n IN (1, 2)) PIVOT (sum(price) FOR n IN (1, 2))")
tried("TABLE fruit |> CROSS JOIN shelves |> CROSS JOIN range(1) AS r |> AGGREGATE count(*) AS c")
tried("TABLE fruit |> CROSS JOIN shelves CROSS JOIN shelves")

# --- case: samples
tried("TABLE fruit |> TABLESAMPLE (1 + 1 ROWS)")
tried("SELECT n FROM fruit TABLESAMPLE ()")
tried("SELECT n FROM fruit TABLESAMPLE ('2' ROWS)")
tried("SELECT n FROM fruit TABLESAMPLE (200b)")
tried("SELECT n FROM fruit TABLESAMPLE (200) REPEATABLE (0)")
