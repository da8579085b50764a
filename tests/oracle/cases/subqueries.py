spark.createDataFrame([(1, "a", 10.0), (2, "a", 20.0), (3, "b", 5.0), (4, None, 7.0)], ["id", "dept", "pay"]).createOrReplaceTempView("emp")
spark.createDataFrame([("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")], ["dept", "name"]).createOrReplaceTempView("dept")


def rows(*queries):
    for query in queries:
        found = spark.sql(query)
        print(found.columns, sorted(tuple(row) for row in found.collect()))


# --- case: lateral_with_a_limit
rows(
    "SELECT d.dept, e.id FROM dept d, LATERAL (SELECT id FROM emp WHERE emp.dept = d.dept ORDER BY pay DESC LIMIT 1) e",
    "SELECT d.dept, e.id FROM dept d, LATERAL (SELECT id FROM emp WHERE emp.dept = d.dept ORDER BY pay LIMIT 1 OFFSET 1) e",
    "SELECT d.dept, count(e.id) n FROM dept d LEFT JOIN LATERAL (SELECT id FROM emp WHERE emp.dept = d.dept LIMIT 1) e GROUP BY d.dept",
)

# --- case: lateral_groups
rows(
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT dept, count(*) n, sum(pay) s FROM emp WHERE emp.dept = d.dept GROUP BY dept) e",
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT max(id) m FROM emp WHERE emp.dept < d.dept HAVING max(id) > 2) e",
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT count(*) n, max(pay) m FROM emp WHERE emp.dept < d.dept) e WHERE e.n < 3",
    "SELECT d.dept, e.* FROM dept d LEFT JOIN LATERAL (SELECT count(*) n FROM emp WHERE emp.pay > 100 AND emp.dept < d.dept) e",
)

# --- case: lateral_sets_and_windows
rows(
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT id, pay FROM emp WHERE emp.dept = d.dept UNION ALL SELECT 0, 0) e",
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT DISTINCT emp.dept x FROM emp WHERE emp.dept <= d.dept) e",
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT id, row_number() OVER (ORDER BY pay DESC) r FROM emp WHERE emp.dept = d.dept) e",
    "SELECT d.dept, e.* FROM dept d, LATERAL (SELECT id FROM emp WHERE emp.dept = d.dept INTERSECT SELECT id FROM emp WHERE pay > 5) e",
)

# --- case: lateral_joins
rows(
    "SELECT d.dept, e.id, f.k FROM dept d, LATERAL (SELECT id FROM emp WHERE emp.dept = d.dept) e, LATERAL (SELECT e.id * 2 k) f",
    "SELECT * FROM dept d JOIN LATERAL (SELECT id FROM emp WHERE emp.dept > d.dept) e ON e.id > 1",
    "SELECT d.dept, e.n FROM dept d, LATERAL (SELECT count(*) n FROM emp x JOIN emp y ON x.dept = y.dept WHERE x.dept = d.dept AND x.id < y.id) e",
)

# --- case: scalar_by_comparison
rows(
    "SELECT * FROM emp e WHERE pay > (SELECT avg(pay) FROM emp f WHERE f.id <> e.id)",
    "SELECT id, (SELECT count(*) FROM emp f WHERE f.pay > e.pay) n FROM emp e",
    "SELECT id, (SELECT max(name) FROM dept d WHERE d.dept >= e.dept) n FROM emp e",
    "SELECT id FROM emp e WHERE id = (SELECT max(id) FROM emp f WHERE f.dept = e.dept OR f.pay > e.pay)",
)

# --- case: scalar_with_a_limit
rows(
    "SELECT id, (SELECT pay FROM emp f WHERE f.dept = e.dept ORDER BY pay LIMIT 1) n FROM emp e WHERE id < 4",
    "SELECT id, (SELECT id FROM emp f WHERE f.dept = e.dept ORDER BY pay DESC LIMIT 1) n FROM emp e WHERE id < 4",
)

# --- case: scalar_over_a_union
rows("SELECT id FROM emp e WHERE pay > (SELECT sum(x) FROM (SELECT pay x FROM emp f WHERE f.dept = e.dept UNION ALL SELECT 1))")

# --- case: exists_with_a_limit
rows(
    "SELECT id FROM emp e WHERE EXISTS (SELECT 1 FROM dept d WHERE d.dept = e.dept LIMIT 1)",
    "SELECT id FROM emp e WHERE EXISTS (SELECT max(id) FROM emp f WHERE f.dept = e.dept GROUP BY f.dept HAVING count(*) > 1)",
)

# --- case: recursion_that_a_limit_ends
rows(
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r LIMIT 5",
    "WITH RECURSIVE r(n) MAX RECURSION LEVEL 150 AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 120) SELECT max(n) FROM r",
)

# --- case: decode_as_a_case
rows(
    "SELECT decode(id, 1, 1 / 0, 2, 3) AS x FROM emp WHERE id = 2",
    "SELECT decode(id, 1, 'a', 2, 'b', 'c') AS x FROM emp",
    "SELECT decode(dept, NULL, 'none', dept) AS x FROM emp",
)
print(spark.sql("SELECT decode(id, 1, 2.5) a, decode(id, 1, 2.5, 2) b, decode(id, 1, 'x', 2, 5) c FROM emp").schema.simpleString())

# --- case: named_arguments_refused
result = spark.sql("SELECT upper(str => 'a')")

# --- case: unit_in_quotes
result = spark.sql("SELECT timestampadd('HOUR', 2, TIMESTAMP'2024-01-01')")

# --- case: unknown_unit
result = spark.sql("SELECT timestampdiff(NOPE, TIMESTAMP'2024-01-01', TIMESTAMP'2024-01-02')")

# --- case: arguments_of_a_function_by_name
from pyspark.sql import functions as F

spark.udf.register("minus", lambda a, b=10: a - b, "int")
print(spark.sql("SELECT minus(b => 1, a => 5) r, minus(5, b => 1) s, minus(5) t").collect())
print(spark.table("emp").select(F.udf(lambda a, *, b: a - b, "long")(F.col("id"), b=F.lit(1)).alias("r")).collect())

# --- case: insert_into_goes_by_position
spark.range(1, 4).selectExpr("id AS a", "id * 10 AS b").write.mode("overwrite").saveAsTable("by_position")
spark.range(1).selectExpr("7L AS b", "8L AS a").write.insertInto("by_position")
print(sorted(tuple(row) for row in spark.table("by_position").collect()))
spark.sql("DROP TABLE by_position")

# --- case: partitioned_table
df = spark.createDataFrame([("A", 1, 2), ("B", 3, 4)], ["k", "x", "y"])
df.write.partitionBy("k").mode("overwrite").saveAsTable("partitioned")
print(spark.table("partitioned").columns, [tuple(row) for row in spark.sql("DESCRIBE partitioned").collect()])
spark.sql("DROP TABLE partitioned")
df.write.partitionBy("zz").saveAsTable("partitioned")

# --- case: partitioned_by_all_columns
spark.range(3).write.partitionBy("id").saveAsTable("all_columns")

# --- case: mixed_aggregate_of_bounds_of_two_types
result = spark.sql("select (select max(if(q3.b between 1.5 and t.c, 'a', q3.a)) from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: mixed_aggregate_of_a_list
result = spark.sql("select (select count(case when q3.b in (1, t.a, null) then 1 end) from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: mixed_aggregate_of_a_decimal_compared
result = spark.sql("select (select count(cast(q3.a as decimal(6,2)) = t.b and cast(q3.a as decimal(6,2)) = 1) from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: mixed_aggregate_of_texts
result = spark.sql("select (select max(concat(q3.a, t.c, 'it\\'s')) from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: mixed_aggregate_of_shown_arguments
result = spark.sql("select (select sum(ifnull(t.a, q3.b + 1)) as s, 2 from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: mixed_aggregate_with_a_filter
result = spark.sql("select (select max(q3.b + if(t.d > timestamp'2024-01-01 00:00:00', 1, null)) filter (where t.a > 1L and q3.b < 2) from values (1,2L) q3(a,b)) from values (1,2L,'1',date'2024-01-01') t(a,b,c,d)")

# --- case: an_aggregate_in_where_with_casts
result = spark.sql("select a from values (1,2L) t(a,b) where count(t.a + 1.5) > 1 group by a")

# --- case: row_of_one_named_value
result = spark.sql("select (a as x) in (select 1) from values (1,2L) t(a,b)")

# --- case: row_in_subquery_of_an_array
result = spark.sql("select (a as x, array(b)) in (select 1, 2L) from values (1,2L) t(a,b)")

# --- case: names_of_named_values_in_rows
spark.sql("select * from values (1,2L,'1') r(a,b,c)").createOrReplaceTempView("r")
result = spark.sql("""select (a as x, b) in (select a, b from r), (a as x, b + 1 as y) not in (select a, b from r), (a as x, cast(b as int) as y, 1 as z, 'q' as w) in (select a, b, 1, 'q' from r),
 struct(a as x, b) in (select a, b from r), (nvl(a, 1) as x, b y) in (select a, b from r), (a as `x y`, b as y), (a as x, b as y).x, (a, (b as x, c)), (a as x, b) is null from r""")

# --- case: table_of_mixed_values_before_unknown_names
result = spark.sql("select zz from nope, (values (1), (true)) q(a)")

# --- case: table_of_mixed_values_under_its_own_names
result = spark.sql("select zz from values (1, 2), (3, true) q(a, b)")

# --- case: not_in_of_columns_without_nulls
spark.createDataFrame([(1, 2, 3), (2, None, 4)], "a int not null, b bigint, c int not null").createOrReplaceTempView("p")
spark.createDataFrame([(1, 2, 3)], "x int not null, y bigint, z int not null").createOrReplaceTempView("q")
result = spark.sql("select a, (a, b) not in (select x, y from q) m, c not in (select x from q) n from p where (a, c) not in (select x, z from q)")

# --- case: subquery_for_each_group
spark.sql("select * from values (1,2L,'3'),(2,3L,'4'),(2,4L,'5') g(a,b,c)").createOrReplaceTempView("g")
spark.sql("select * from values (1,2L,1.5),(3,4L,2.5) h(a,b,y)").createOrReplaceTempView("h")
rows(
    "select a, (select count(*) from h where x > y) n from (select a, sum(b) x from g group by a)",
    "select a, (select max(y) from h where x > y) n, (select count(*) from h where h.a = s.a) m from (select a, max(b) x from g group by a) s",
    "select a, exists (select 1 from h where x > y) n, x in (select b from h where x > y) m from (select a, sum(b) x from g group by a)",
)

# --- case: a_subquery_that_reads_an_exchange_with_a_subquery
t = spark.createDataFrame([(1, 5), (2, 6)], "a int, b int")
t.createOrReplaceTempView("t_reused")
result = spark.sql("with z as (select b, count(*) n from t_reused where not exists (select 1 from t_reused u where u.a > 9) group by b) select b, exists(select 1 from z y where y.n > 0) e from z where n < 5")

# --- case: lateral_views_over_outer_columns
spark.createDataFrame([(1, [1, 2]), (2, [3])], "id int, xs array<int>").createOrReplaceTempView("t")
spark.createDataFrame([(5, [7, 8])], "id int, ys array<int>").createOrReplaceTempView("one")
for query in (
    "SELECT id, x FROM t, LATERAL (SELECT x FROM one LATERAL VIEW explode(xs) e AS x)",
    "SELECT id, x FROM t, LATERAL (SELECT x FROM VALUES (1) w(a) LATERAL VIEW explode(xs) e AS x)",
    "SELECT id, x FROM t, LATERAL (SELECT x FROM one LATERAL VIEW OUTER explode(t.xs) e AS x)",
    "SELECT id, x FROM t, LATERAL (SELECT x FROM one LATERAL VIEW explode(array(t.id, one.id)) e AS x)",
    "SELECT id, (SELECT max(x) FROM one LATERAL VIEW explode(t.xs) e AS x) m FROM t",
    "SELECT id FROM t WHERE EXISTS (SELECT 1 FROM one LATERAL VIEW explode(t.xs) e AS x WHERE x = 3)",
    "SELECT id FROM t WHERE id IN (SELECT x FROM one LATERAL VIEW explode(t.xs) e AS x)",
    "SELECT id, y FROM t, LATERAL (SELECT max(xs[0]) AS y)",
):
    try:
        rows(query)
    except Exception as e:
        print(e.getCondition(), e.getMessageParameters(), [(q.startIndex(), q.stopIndex(), q.fragment()) for q in e.getQueryContext()])
rows(
    "SELECT id, x FROM t, LATERAL (SELECT x FROM one LATERAL VIEW explode(ys) e AS x)",
    "SELECT id, x FROM t, LATERAL (SELECT explode(xs) AS x)",
    "SELECT id, x FROM t, LATERAL (SELECT * FROM explode(xs) AS e(x))",
    "SELECT id, (SELECT max(x) FROM explode(t.xs) AS e(x)) m FROM t",
    "SELECT id, x FROM t, LATERAL (SELECT id AS k) LATERAL VIEW explode(xs) e AS x",
)

# --- case: lateral_view_over_outer_columns
spark.createDataFrame([(1, [1, 2]), (2, [3])], "id int, xs array<int>").createOrReplaceTempView("t")
result = spark.sql("SELECT id, x FROM t, LATERAL (SELECT x FROM dept LATERAL VIEW explode(xs) e AS x)")

# --- case: lateral_list_over_outer_columns
spark.createDataFrame([(1, [1, 2]), (2, [3])], "id int, xs array<int>").createOrReplaceTempView("t")
result = spark.sql("SELECT id, x FROM t, LATERAL (SELECT explode(xs) AS x FROM dept)")
