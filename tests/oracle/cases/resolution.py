from pyspark.errors import PySparkException

spark.sql("SELECT * FROM VALUES (0, 10, 'x'), (1, 20, 'y'), (2, 30, NULL) AS t(k, v, s)").createOrReplaceTempView("a")
spark.sql("SELECT * FROM VALUES (0, 15), (0, 25), (2, 35) AS t(k, w)").createOrReplaceTempView("b")
spark.sql("SELECT * FROM VALUES (5, 1), (6, 2) AS t(m, n)").createOrReplaceTempView("left_side")
spark.sql("SELECT * FROM VALUES (5, 1), (6, 2) AS t(m, n)").createOrReplaceTempView("right_side")


def ask(*queries):
    for query in queries:
        try:
            found = spark.sql(query)
            fields = [f"{f.name} {f.dataType.simpleString()}{'' if f.nullable else ' not null'}" for f in found.schema]
            print(fields, sorted((tuple(row) for row in found.collect()), key=str))
        except PySparkException as error:
            given = error.getMessageParameters() or {}
            print(error.getCondition(), error.getSqlState(), sorted((key, value) for key, value in given.items() if key != "treeNode"))


# --- case: outer_columns_alone
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT k, (SELECT a.k) FROM a",
    "SELECT k, (SELECT k WHERE v > 10) FROM a",
    "SELECT k, EXISTS (SELECT k WHERE k = 1) FROM a",
    "SELECT k, k IN (SELECT a.k FROM b) FROM a",
    "SELECT k FROM a WHERE k IN (SELECT a.k FROM b WHERE b.k = a.k)",
    "SELECT (WITH one AS (SELECT a.s) SELECT * FROM one) FROM a",
    "SELECT (WITH idle AS (SELECT 1) SELECT v) FROM a",
)

# --- case: outer_columns_of_lateral
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT * FROM a, LATERAL (SELECT k)",
    "SELECT * FROM a, LATERAL (SELECT a.v FROM b)",
    "SELECT p, q FROM a, LATERAL (SELECT k, v) AS l(p, q)",
    "SELECT * FROM a, LATERAL (SELECT k + 1, upper(a.s))",
    "SELECT * FROM a, LATERAL (SELECT a.*, b.w FROM b WHERE b.k = a.k)",
    "SELECT * FROM a, LATERAL (SELECT * FROM b, LATERAL (SELECT w + k AS z))",
    "SELECT * FROM a, LATERAL (SELECT v, (SELECT min(w) FROM b))",
    "SELECT * FROM a JOIN LATERAL (SELECT k) AS l(x) ON x = v / 20",
)

# --- case: outer_columns_out_of_reach
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b WHERE EXISTS (SELECT 1 FROM left_side WHERE m = a.v))",
    "SELECT * FROM a, LATERAL (SELECT k, (SELECT sum(w) FROM b WHERE b.k = a.k))",
    "SELECT k + 1 AS z, (SELECT max(w) FROM b WHERE b.k = z) FROM a",
    "SELECT k, (SELECT max(a.v) FROM b) FROM a",
    "SELECT k, (SELECT max(a.v + w) FROM b) FROM a",
    "SELECT k, (SELECT a.k FROM b GROUP BY a.k) FROM a",
    "SELECT * FROM a, LATERAL (SELECT * FROM b ORDER BY a.v)",
    "SELECT * FROM a, LATERAL (SELECT row_number() OVER (ORDER BY a.v) FROM b)",
    "SELECT * FROM a JOIN LATERAL (SELECT * FROM b FULL JOIN (SELECT 5 AS z WHERE a.k = 0) ON z = w) ON true",
    "SELECT * FROM a RIGHT JOIN LATERAL (SELECT w FROM b)",
    "SELECT * FROM a JOIN LATERAL (SELECT k FROM b) USING (k)",
    "SELECT * FROM a NATURAL JOIN LATERAL (SELECT k FROM b)",
    "SELECT * FROM a JOIN b ON a.k = (SELECT max(m) FROM left_side WHERE n = a.k)",
    "SELECT k FROM a ORDER BY k IN (SELECT k FROM b)",
    "SELECT k FROM a ORDER BY (SELECT k)",
)

# --- case: subqueries_of_groups
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT k, k IN (SELECT k FROM b) AS found FROM a GROUP BY k ORDER BY k",
    "SELECT k IN (SELECT k FROM b) AS found, count(*) FROM a GROUP BY k IN (SELECT k FROM b)",
    "SELECT k IN (SELECT k FROM b) AS found, count(*) FROM a GROUP BY found ORDER BY found",
    "SELECT CASE WHEN k NOT IN (SELECT k FROM b) THEN 'no' ELSE 'yes' END AS c FROM a GROUP BY k",
    "SELECT sum(CASE WHEN k IN (SELECT k FROM b) THEN v ELSE -v END) AS s, k + 1 IN (SELECT k FROM b) AS next FROM a GROUP BY k",
    "SELECT k, EXISTS (SELECT 1 FROM b WHERE b.k = a.k) AS e, count(*) FROM a GROUP BY k, EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
    "SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k) AS m, count(*) FROM a GROUP BY k, m",
    "SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k) AS m, count(*) FROM a GROUP BY k, 2",
    "SELECT k, (SELECT max(w) FROM b WHERE b.k = a.k) AS m, count(*) FROM a GROUP BY ROLLUP (k)",
    "SELECT max(v), (SELECT max(w) FROM b WHERE b.k = a.k) FROM a",
    "SELECT k AS g FROM a GROUP BY k HAVING (SELECT k = 1)",
    "SELECT k AS g, sum(v) FROM a GROUP BY k HAVING (SELECT max(w) FROM b WHERE b.k = a.k) > 30",
)

# --- case: subqueries_twice_and_in_joins
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT * FROM a WHERE (SELECT max(w) FROM b WHERE b.k = a.k) BETWEEN 20 AND 30",
    "SELECT * FROM range(1, 4) AS r WHERE (SELECT x.id AS c FROM range(1, 3) AS x WHERE x.id = r.id) BETWEEN 1 AND 1",
    "SELECT a.k, b.w FROM a LEFT JOIN b ON a.k = b.k AND a.k IN (SELECT k FROM b)",
    "SELECT a.k, b.w FROM a FULL JOIN b ON a.k = b.k AND EXISTS (SELECT 1 FROM b AS x WHERE x.w = b.w AND x.w < 20)",
    "SELECT a.k, b.w FROM a RIGHT JOIN b ON a.k = b.k AND b.w NOT IN (SELECT w FROM b WHERE w < 20)",
    "SELECT a.k FROM a LEFT SEMI JOIN b ON a.k = b.k AND b.w IN (SELECT max(w) FROM b)",
    "SELECT a.k, b.w FROM a FULL JOIN b ON a.k = b.k AND a.k + b.k IN (SELECT k FROM b)",
)

# --- case: aliases_of_the_same_list
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT k + 1 AS x, x FROM a",
    "SELECT k + 1 AS x, x + 1, upper(x || 'z') FROM a",
    "SELECT named_struct('f', k) AS x, x.f, x.f + 1 FROM a",
    "SELECT array(k) AS x, x[0], transform(x, e -> e + 1) FROM a",
    "SELECT max(k) AS x, x + 1 FROM a",
    "SELECT k AS x, x + sum(v) OVER (ORDER BY k) FROM a",
    "SELECT k AS x, x + 1 AS y, y * 2 FROM a GROUP BY k",
    "SELECT id AS x, x FROM range(2) ORDER BY x DESC",
)

# --- case: filter_of_an_aggregate
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT sum(k) FILTER (WHERE row_number() OVER (ORDER BY v) > 1) FROM a",
    "SELECT sum(v) FILTER (WHERE k IN (SELECT k FROM b)) FROM a",
    "SELECT sum(v) FILTER (WHERE max(k) > 1) FROM a",
)

# --- case: keys_that_using_hides
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT sum(n) FROM left_side NATURAL JOIN right_side GROUP BY left_side.m + 1, right_side.n + 2",
    "SELECT sum(n) FROM left_side NATURAL JOIN right_side GROUP BY right_side.m HAVING max(right_side.n) > 1",
    "SELECT sum(left_side.n) FROM left_side JOIN right_side USING (m) GROUP BY right_side.m ORDER BY right_side.m + 1",
    "SELECT count(*) FROM left_side FULL JOIN right_side USING (m) GROUP BY right_side.m HAVING count(left_side.m) > 0",
)

# --- case: a_recursive_query_in_a_subquery
# conf: spark.sql.shuffle.partitions=2
ask(
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT (SELECT n + 1 FROM t WHERE n < 4)) SELECT * FROM t LIMIT 4",
)

# --- case: subqueries_that_count_nothing
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT s, (SELECT count(*) FROM VALUES ('xa'), ('xb'), ('yc') AS z(p) WHERE a.s = substring(p, 1, 1)) FROM a",
    "SELECT k, (SELECT count(*) FROM VALUES (0, 2), (1, 1), (2, 5) AS z(p, q) WHERE p + q = a.k) FROM a",
    "SELECT k, (SELECT count(*) AS n FROM b WHERE b.k = a.k HAVING n < 2) FROM a",
    "SELECT k FROM a WHERE EXISTS (SELECT count(*) FROM b WHERE b.k = a.k)",
    "SELECT k, NOT EXISTS (SELECT sum(w) FROM b WHERE a.k = 100) FROM a",
    "SELECT k, k NOT IN (SELECT count(*) FROM b WHERE b.k = a.k) FROM a",
    "SELECT k FROM a WHERE v / 20 IN (SELECT 1 FROM b WHERE b.k = a.k HAVING count(*) = 0)",
    "SELECT k, (WITH x AS (SELECT k + 1 AS k, w FROM b), y AS (SELECT * FROM x WHERE x.k = a.k) SELECT sum(w) FROM y) FROM a",
)

# --- case: names_in_having
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT sum(k) AS v FROM a GROUP BY v HAVING v > 10",
    "SELECT k AS c, 2 AS k FROM a GROUP BY k HAVING k > 1",
    "SELECT k + 1 AS k FROM a GROUP BY k HAVING k > 1",
    "SELECT k + 1 AS k FROM a GROUP BY k + 1 HAVING k > 2",
    "SELECT sum(v) AS v FROM a GROUP BY k HAVING max(v) > 10",
    "SELECT sum(v) AS v FROM a GROUP BY k HAVING max(v) > 10 AND v < 30",
    "SELECT 1 AS k, 2 AS k FROM a GROUP BY k HAVING k > 0 ORDER BY k",
    "SELECT sum(k) AS v FROM a GROUP BY CUBE (k, v) HAVING v > 10",
    "SELECT named_struct('x', k) AS k FROM a GROUP BY k HAVING k.x > 1",
)

# --- case: names_in_having_of_other_types
# conf: spark.sql.shuffle.partitions=1
moments = "VALUES (timestamp'2021-01-05 10:00:00', date'2021-02-03', 1, '1'), (timestamp'2019-01-05 10:00:00', NULL, 2, 'b') AS t(ts, d, i, s)"
by_year = f"SELECT date_format(ts, 'yyyy') AS ts, count(*) AS c FROM {moments} GROUP BY date_format(ts, 'yyyy') HAVING"
ask(*(f"{by_year} {h}" for h in ("ts > '2020'", "ts = 'Jan'", "NOT ts IN ('2021-01-01', '2020')", "length(ts) = 4", "ts > date'2020-01-01' AND c > 0", "CASE WHEN ts = '2021-01-01' THEN true ELSE false END", "if(ts > '2020', ts, '') = '2021'", "ts LIKE '20%'")))
ask(*(f"SELECT max(s) AS i FROM {moments} GROUP BY d HAVING {h}" for h in ("i = '1'", "i + '1' = 2", "greatest(i, 1) = 1", "abs(i) = 1")))
ask(*(f"SELECT sum(i) AS d FROM {moments} GROUP BY s HAVING {h}" for h in ("d = '2021-02-03'", "d + 1 > '2021-02-03'", "d > 1")))

# --- case: having_over_window_functions
# conf: spark.sql.shuffle.partitions=1
ranked = "SELECT k, sum(v) AS s, rank() OVER (ORDER BY sum(v) DESC) AS r FROM VALUES (1, 10), (2, 20), (2, 30) AS t(k, v) GROUP BY"
ask(*(f"{ranked} ROLLUP (k) HAVING {h}" for h in ("k IS NOT NULL", "r > 1", "s > 10", "sum(v) > 10", "max(v) > 20", "k IS NOT NULL AND s > 10")))
ask(*(f"{ranked} k HAVING {h}" for h in ("r = 1", "s > 10", "max(v) > 10 AND k < 3")))
ask(
    "SELECT k, rank() OVER (ORDER BY k) AS r, r + 1 AS z FROM a GROUP BY k HAVING z = 2",
    "SELECT k, rank() OVER (ORDER BY k) AS r, k + 1 AS z, z + 1 AS y FROM a GROUP BY k HAVING k = 2",
)

# --- case: aggregates_of_groups_in_subqueries
# conf: spark.sql.shuffle.partitions=2
ask(
    "SELECT k, sum(v) FROM a GROUP BY k HAVING EXISTS (SELECT 1 FROM b WHERE w > sum(a.v) + a.k)",
    "SELECT k FROM a GROUP BY k HAVING max(v) IN (SELECT w - 5 FROM b WHERE w > min(a.v))",
    "SELECT k FROM a GROUP BY k HAVING (SELECT count(*) FROM b WHERE w > sum(a.v)) > 1",
    "SELECT sum(v) AS s FROM a HAVING EXISTS (SELECT 1 FROM b WHERE w > count(a.v) AND b.k = min(a.k))",
    "SELECT k FROM a GROUP BY k HAVING EXISTS (SELECT first(a.v) = 0)",
)

# --- case: having_over_lists_that_use_their_aliases
# conf: spark.sql.shuffle.partitions=1
ask(
    "SELECT k + 1 AS x, x + 1 AS y FROM a GROUP BY k HAVING x > 2",
    "SELECT sum(v) AS x, x + 1 AS y FROM a GROUP BY k HAVING y > 11 ORDER BY y",
    "SELECT sum(v) AS x, x + 1 AS y FROM a GROUP BY k HAVING v > 2",
    "SELECT sum(v) AS x, x + 1 AS y FROM a GROUP BY k HAVING max(v) > 10 AND k < 2 ORDER BY min(v)",
    "SELECT sum(v) AS x, x + 1 AS y FROM a GROUP BY k ORDER BY v",
)

# --- case: structs_in_values
# conf: spark.sql.shuffle.partitions=1
ask(
    "SELECT * FROM VALUES (named_struct('f', 1)), (named_struct('f', 2)) AS t(q)",
    "SELECT * FROM VALUES named_struct('f', 1, 'g', 2)",
    "SELECT * FROM VALUES (1, 2), struct(3, 4), (struct(5, 6))",
    "SELECT q.f, f, f + 1 FROM VALUES (named_struct('f', 1)) AS t(q)",
    "SELECT 'z' AS q FROM VALUES (named_struct('f', 1)) AS t(q) ORDER BY q.f",
    "SELECT 'z' AS q FROM VALUES (named_struct('f', 1)) AS t(q) GROUP BY q ORDER BY q.f",
    "SELECT 'z' AS q FROM VALUES (1) AS t(p) ORDER BY q.f",
)

# --- case: lateral_of_one_row
# conf: spark.sql.shuffle.partitions=1
ask(
    "SELECT * FROM a, LATERAL (SELECT count(*) AS n, sum(w) AS s FROM b WHERE b.k = a.k)",
    "SELECT * FROM a, LATERAL (SELECT count(*) + 1 FROM b WHERE b.k = a.k)",
    "SELECT * FROM a, LATERAL (SELECT (SELECT sum(w) FROM b WHERE b.k = z) FROM (SELECT a.k AS z))",
    "SELECT * FROM a, LATERAL (SELECT rand(0) FROM b)",
)

# --- case: subqueries_over_subqueries
# conf: spark.sql.shuffle.partitions=1
ask(
    "SELECT * FROM (SELECT k, v + 0 AS v FROM a WHERE k IN (SELECT b.k FROM b WHERE b.w > a.v)) q WHERE q.v / 10 IN (SELECT min(n) FROM left_side WHERE n > q.k)",
    "SELECT * FROM (SELECT k, v FROM a WHERE k IN (SELECT b.k FROM b WHERE b.w > a.v) UNION SELECT * FROM b) q WHERE q.k IN (SELECT min(n) - 1 FROM left_side WHERE n > q.k)",
)

# --- case: stars_over_hidden_keys
# conf: spark.sql.shuffle.partitions=1
ask(
    "SELECT s.* FROM (SELECT * FROM left_side NATURAL JOIN right_side) s",
    "SELECT j.* FROM (left_side NATURAL JOIN right_side) j",
    "SELECT a.*, b.*, c.* FROM a JOIN b USING (k) JOIN b AS c USING (k)",
    "SELECT b.k, c.k, * FROM a JOIN b USING (k) JOIN b AS c USING (k) WHERE b.k = 0 ORDER BY c.k",
    "SELECT a.k, b.k, c.k, k FROM a FULL JOIN b USING (k) RIGHT JOIN b AS c USING (k)",
)

# --- case: generators_joined_to_the_left
# conf: spark.sql.shuffle.partitions=1
rows = "VALUES (1, array(1, 2), 'a b'), (2, array(3), NULL), (3, NULL, 'c'), (4, array(), '') AS t(k, arr, s)"
ask(
    *(
        f"SELECT k, v FROM {rows} LEFT JOIN LATERAL {right}"
        for right in (
            "explode(arr) AS x(v)",
            "explode(arr) AS x(v) ON true",
            "explode(arr) AS x(v) ON v > 1",
            "explode(arr) AS x(v) ON false",
            "explode_outer(arr) AS x(v)",
            "explode(array()) AS x(v)",
            "explode(array(1, 2)) AS x(v) ON v = k",
            "inline(array(struct(k))) AS x(v)",
            "(SELECT explode(arr) AS v)",
            "(SELECT explode(arr) AS v) x ON v > k",
            "(SELECT v + k AS v FROM explode(arr) AS x(v))",
            "(SELECT w + 1 AS v FROM (SELECT explode(arr) AS w))",
            "(SELECT * FROM explode(arr) AS x(v) WHERE v > 1)",
            "(SELECT max(v) AS v FROM explode(arr) AS x(v))",
            "(SELECT * FROM (SELECT explode(arr) AS v) UNION ALL SELECT 7) x",
            "(SELECT k + 1 AS v WHERE k > 1)",
        )
    ),
    f"SELECT k, p, v FROM {rows} LEFT JOIN LATERAL posexplode(arr) AS x(p, v)",
    f"SELECT k, v, w FROM {rows} LEFT JOIN LATERAL explode(arr) AS x(v) ON true LEFT JOIN LATERAL explode(arr) y(w) ON w > v",
    f"SELECT k, key, value FROM {rows} LEFT JOIN LATERAL explode(map(k, s)) ON key > 1",
    f"SELECT k, id FROM {rows} LEFT JOIN LATERAL range(2) ON id = k",
    f"SELECT k, id FROM {rows}, LATERAL range(2)",
    f"SELECT k, v FROM {rows} JOIN LATERAL explode(arr) AS x(v) ON v > k",
    f"SELECT k, v FROM {rows} RIGHT JOIN LATERAL explode(arr) AS x(v)",
)

# --- case: lengths_of_windows
# conf: spark.sql.shuffle.partitions=1
moments = "VALUES (timestamp'2024-01-01 10:07:00', '1 day', 5L) AS t(ts, x, n)"
ask(*(f"SELECT window(ts, {length}) FROM {moments}" for length in ("x", "n", "5", "300000000L", "1.5", "5.0D", "NULL", "interval 5 minutes", "concat('1', ' day')", "date'2024-01-01'", "-5", "'1 day', x", "'5 minutes', '10 minutes'")))
ask(*(f"SELECT count(*) FROM {moments} GROUP BY session_window(ts, {gap})" for gap in ("x", "n", "5", "'abc'", "NULL", "interval 5 minutes", "concat('1', ' day')", "make_interval(0, 0, 0, 1)", "'-5 minutes'", "1.5", "true")))

# --- case: arguments_of_range
ask(*(f"SELECT count(*), min(id), max(id) FROM range({given})" for given in ("1 + 1", "-1, 2", "'3'", "2.9", "NULL", "0, 4, 0", "start => 1, end => 3", "'a'", "current_date()", "rand()", "array(1)", "0, 3, rand()", "0, 3, 1, rand()", "length('abc')", "0, 3, 1, '2'", "1e0", "k", "0, 3, 1, 3000000000", "", "1, 2, 3, 4, 5")))

# --- case: constants_that_cannot_be_computed
number, share, text = "int('x')", "1/0", "cast(1 div 0 as string)"
empty = "FROM VALUES (1, 'a', array(1), 1.5D) AS t(i, s, r, f) WHERE false"
ask(
    *(
        f"SELECT {call} {empty}"
        for call in (
            f"round(f, {number})", f"round(1.5, {number})", f"ceil(f, {number})", f"percentile(f, {share})", f"percentile_approx(f, {share})", f"percentile_approx(f, 0.5, {number})",
            f"percentile_cont({share}) within group (order by f)", f"to_number(s, {text})", f"to_char(f, {text})", f"from_json(s, {text})", f"from_csv(s, {text})", f"schema_of_json({text})",
            f"histogram_numeric(f, {number})", f"ntile({number}) over (order by i)", f"nth_value(i, {number}) over (order by i)", f"mode(i, {text} = 'a')", f"sort_array(r, {text} = 'a')", f"listagg(s, {text})",
            f"date_part({text}, now())", f"xpath(s, {text})", f"to_binary(s, {text})", f"stack({number}, 1, 2)", f"named_struct({text}, 1)", f"mask(s, {text})", f"uniform({number}, 5)", f"randstr({number})",
        )
    )
)

# --- case: frequencies_that_are_no_whole_numbers
ask(*(f"SELECT percentile(1, 0.25, {frequency}) FROM VALUES ('3') AS t(x)" for frequency in ("'2'", "x", "2.5", "2D", "true", "NULL", "2L", "2Y")))
