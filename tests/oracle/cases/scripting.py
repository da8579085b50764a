# SQL scripts: BEGIN … END with variables, branches, loops and handlers.

people = spark.createDataFrame([(1, "Ann"), (2, "Bob"), (3, "Cid")], "id int, name string")
people.createOrReplaceTempView("people")


def tried(text):
    try:
        frame = spark.sql(text)
        print(frame.columns, frame.collect())
    except Exception as e:
        condition = getattr(e, "getCondition", lambda: None)()
        print(condition, e.getSqlState() if condition else "", sorted(e.getMessageParameters().items()) if condition else "")


# --- case: last_query
result = spark.sql("BEGIN SELECT 1 AS a; SELECT id, name FROM people WHERE id > 1; END")

# --- case: variables
tried("BEGIN DECLARE x INT DEFAULT 1; DECLARE y STRING = 'q'; DECLARE z = 1.5; SET x = x + 5; SET y = y || x; SELECT x, y, z, x AS w; END")
tried("BEGIN DECLARE x INT; SET x = (SELECT max(id) FROM people); SELECT name FROM people WHERE id = x; END")
tried("BEGIN DECLARE a, b INT = 3; SET (a, b) = (SELECT 1, 2); SELECT a, b; END")

# --- case: scopes
tried("BEGIN DECLARE x INT = 1; inner_one: BEGIN DECLARE x INT = 2; SELECT x, inner_one.x AS own; END; END")
tried("outer_one: BEGIN SELECT 1; END")
tried("BEGIN l: BEGIN DECLARE x INT = 1; m: BEGIN DECLARE x INT = 2; SELECT l.x AS a, m.x AS b, x AS c; END m; END l; END")
spark.sql("DECLARE x INT = 10")
tried("BEGIN DECLARE x INT = 1; SET x = x + 1; SELECT x, session.x AS s; END")
tried("BEGIN SET x = 11; SELECT x; END")
tried("SELECT x")

# --- case: branches
for n in (1, 2, 3):
    tried(f"BEGIN DECLARE n INT = {n}; IF n = 1 THEN SELECT 'one' AS r; ELSEIF n = 2 THEN SELECT 'two' AS r; ELSE SELECT 'more' AS r; END IF; END")
    tried(f"BEGIN DECLARE n INT = {n}; CASE n WHEN 1 THEN SELECT 'one' AS r; WHEN 2 THEN SELECT 'two' AS r; ELSE SELECT 'more' AS r; END CASE; END")
    tried(f"BEGIN DECLARE n INT = {n}; CASE WHEN n < 2 THEN SELECT 'low' AS r; ELSE SELECT 'high' AS r; END CASE; END")
tried("BEGIN IF (SELECT max(id) FROM people) > 2 THEN SELECT 'yes' AS r; END IF; END")
tried("BEGIN IF CAST(NULL AS BOOLEAN) THEN SELECT 'yes' AS r; ELSE SELECT 'no' AS r; END IF; END")

# --- case: loops
tried("BEGIN DECLARE i INT = 0; DECLARE t INT = 0; w: WHILE i < 10 DO SET i = i + 1; IF i = 3 THEN ITERATE w; ELSEIF i > 6 THEN LEAVE w; END IF; SET t = t + i; END WHILE w; SELECT i, t; END")
tried("BEGIN DECLARE n INT = 0; REPEAT SET n = n + 1; UNTIL n >= 3 END REPEAT; SELECT n; END")
tried("BEGIN DECLARE n INT = 1; l: LOOP SET n = n * 2; IF n > 20 THEN LEAVE l; END IF; END LOOP l; SELECT n; END")
tried("BEGIN DECLARE n INT = 0; DECLARE s STRING = ''; FOR p AS SELECT id, name FROM people ORDER BY id DO SET n = n + p.id; SET s = s || name; END FOR; SELECT n, s; END")
tried("BEGIN DECLARE n INT = 0; f: FOR p AS SELECT id FROM people ORDER BY id DO IF p.id = 2 THEN LEAVE f; END IF; SET n = n + p.id; END FOR f; SELECT n; END")
tried("BEGIN DECLARE n INT = 0; FOR SELECT id FROM people DO SET n = n + id; END FOR; SELECT n; END")

# --- case: handlers
tried("BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 'caught' AS m; END; SELECT 1 / 0; SELECT 'not reached'; END")
tried("BEGIN DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO BEGIN SELECT 'zero' AS m; END; DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 'other' AS m; END; SELECT 1 / 0; END")
tried("BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '22012' BEGIN SELECT 'state' AS m; END; SELECT 1 / 0; END")
tried("BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '22003' BEGIN SELECT 'state' AS m; END; SELECT 1 / 0; END")
tried("BEGIN DECLARE n INT = 0; b: BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION SET n = 5; SET n = 1; SET n = 1 DIV 0; SET n = 2; END; SELECT n; END")
tried("BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 'outer' AS m; END; b: BEGIN DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO BEGIN SELECT 'inner' AS m; END; SELECT CAST('x' AS INT); END; END")
tried("BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 1 / 0; END; SELECT * FROM absent; END")
tried("BEGIN DECLARE mine CONDITION FOR SQLSTATE '22012'; DECLARE EXIT HANDLER FOR mine BEGIN SELECT 'named' AS m; END; SELECT 1 / 0; END")

# --- case: statements
tried("BEGIN CREATE TEMPORARY VIEW v AS SELECT id * 2 AS d FROM people; SELECT sum(d) AS s FROM v; END")
tried("SELECT * FROM v")
tried("BEGIN DECLARE t STRING = 'people'; EXECUTE IMMEDIATE 'SELECT count(*) AS n FROM ' || t; END")
tried("BEGIN DECLARE t STRING = 'people'; SELECT count(*) AS n FROM IDENTIFIER(t); END")
tried("BEGIN END")
tried("BEGIN DECLARE x INT = 1; END")

# --- case: arguments
result = spark.sql("BEGIN DECLARE n INT = :start; SET n = n + 1; SELECT n, :label AS l; END", args={"start": 5, "label": "x"})

# --- case: errors
for text in (
    "BEGIN SELECT 1",
    "BEGIN SELECT 1 END",
    "BEGIN l: BEGIN DECLARE x INT; DECLARE x INT; END l; END",
    "BEGIN DECLARE x INT; SET VAR x = 1; END",
    "BEGIN SET absent = 1; END",
    "BEGIN CASE 1 WHEN 2 THEN SELECT 1; END CASE; END",
    "BEGIN SELECT 1 / 0; END",
    "BEGIN SELECT * FROM absent; END",
    "BEGIN DECLARE x INT = 'a'; END",
    "BEGIN WHILE true DO SELECT 1; END LOOP; END",
    "BEGIN DECLARE x INT = 1; SELECT x; END; SELECT 2",
):
    tried(text)

# --- case: late_declaration
spark.sql("BEGIN SELECT 1; DECLARE x INT; END")

# --- case: leave_unknown
spark.sql("BEGIN LEAVE l; END")

# --- case: iterate_block
spark.sql("BEGIN l: BEGIN ITERATE l; END l; END")

# --- case: labels_differ
spark.sql("BEGIN l: BEGIN SELECT 1; END m; END")

# --- case: no_condition
spark.sql("BEGIN IF 1 THEN SELECT 1; END IF; END")

# --- case: continue_handler
spark.sql("BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN SELECT 'again' AS m; END; SELECT 1 / 0; SELECT 'reached' AS r; END")

# --- case: continue_handler_allowed
# conf: spark.sql.scripting.continueHandlerEnabled=true
result = spark.sql("BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN SELECT 'again' AS m; END; SELECT 1 / 0; SELECT 'reached' AS r; END")

# --- case: into_local_variables
tried("BEGIN DECLARE x INT; EXECUTE IMMEDIATE 'SELECT 5' INTO x; SELECT x; END")
tried("BEGIN DECLARE x INT; DECLARE y STRING; EXECUTE IMMEDIATE 'SELECT id, name FROM people WHERE id = ?' INTO x, y USING 2; SELECT x, y; END")
tried("BEGIN NOT ATOMIC SELECT 1 AS a; END")
tried("BEGIN DECLARE OR REPLACE x INT = 1; SELECT x; END")
tried("BEGIN l: BEGIN DECLARE a, b, A INT; END; END")

# --- case: signals
for text in ("BEGIN SIGNAL SQLSTATE '45000'; END", "BEGIN RESIGNAL; END", "BEGIN GET DIAGNOSTICS CONDITION 1; END", "BEGIN RETURN 1; END"):
    try:
        spark.sql(text)
    except Exception as e:
        print(e.getCondition())

# --- case: cursors
spark.sql("BEGIN DECLARE c CURSOR FOR SELECT 1; OPEN c; CLOSE c; END")
