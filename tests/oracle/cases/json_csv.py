from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit
from pyspark.sql.types import ArrayType, IntegerType, LongType, StringType, StructField, StructType

schema = StructType([StructField("user_id", StringType(), True), StructField("action", StringType(), True), StructField("timestamp", LongType(), True)])

# --- case: from_json_struct
j = spark.createDataFrame([('{"user_id": "u1", "action": "click", "timestamp": 1704067200}',), ('{"action": "view", "extra": [1, 2]}',), ("not json",), ("",), (None,)], "value string")
result = j.select(F.from_json("value", schema).alias("data")).select("data", "data.*")

# --- case: from_json_ddl
j = spark.createDataFrame([('{"a": 1, "b": [1, 2], "c": {"d": "x"}, "t": "2024-01-01T10:00:00Z"}',)], "value string")
result = j.select(F.from_json("value", "a int, b array<int>, c struct<d:string>, t timestamp").alias("d")).select("d.*")

# --- case: from_json_array_and_map
j = spark.createDataFrame([('[1, 2, 3]', '{"a": 1, "b": 2}', '[{"x": 1}, {"x": null}]')], "p string, q string, r string")
result = j.select(F.from_json("p", ArrayType(IntegerType())), F.from_json("q", "map<string,int>"), F.from_json("r", "array<struct<x:int>>"))

# --- case: from_json_wrong_types
j = spark.createDataFrame([('{"a": "text", "b": 1}',), ('{"a": 1.5, "b": true}',), ('{"a": 99999999999, "b": "s"}',), ('{"a": 7, "b": {"x": 1}}',)], "value string")
result = j.select("value", F.from_json("value", "a int, b string").alias("d"))

# --- case: from_json_corrupt_column
j = spark.createDataFrame([('{"a": 1}',), ('{"a": ',)], "value string")
result = j.select(F.from_json("value", "a int, _corrupt_record string", {"mode": "PERMISSIVE"}))

# --- case: from_json_failfast
j = spark.createDataFrame([('{"a": ',)], "value string")
result = j.select(F.from_json("value", "a int", {"mode": "FAILFAST"}))

# --- case: from_json_dates
j = spark.createDataFrame([('{"d": "2024-02-29", "e": "29/02/2024", "t": "2024-02-29 10:00:00"}',)], "value string")
result = j.select(F.from_json("value", "d date, t timestamp").alias("x"), F.from_json("value", "e date", {"dateFormat": "dd/MM/yyyy"}).alias("y"))

# --- case: to_json
df = spark.createDataFrame([(1, "x", None, [1, None], {"k": 1.5}, (2, "y"))], "i int, s string, n string, xs array<int>, m map<string,double>, p struct<a:int,b:string>")
result = df.select(F.to_json(F.struct("*")).alias("value"), F.to_json("xs"), F.to_json("m"), F.to_json(F.struct("n")), F.to_json(F.struct("n"), {"ignoreNullFields": "false"}))

# --- case: to_json_of_kinds
result = spark.sql("select to_json(struct(date'2024-01-01' as d, timestamp'2024-01-01 10:00:00.5' as t, cast(1.50 as decimal(5,2)) as n, true as b, 1e7 as x, cast('ab' as binary) as bin, 'q\"\\n' as s))")

# --- case: to_json_star_sql
df = spark.createDataFrame([(1, "x"), (2, None)], "id int, s string")
result = df.selectExpr("to_json(struct(*)) AS value")

# --- case: get_json_object
j = spark.createDataFrame([('{"a": {"b": [10, {"c": "x"}]}, "n": null, "s": "t", "f": 1.50}',), ("bad",), (None,)], "value string")
result = j.select(F.get_json_object("value", "$.a.b[0]"), F.get_json_object("value", "$.a.b[1].c"), F.get_json_object("value", "$.a"), F.get_json_object("value", "$.n"), F.get_json_object("value", "$.s"), F.get_json_object("value", "$.f"), F.get_json_object("value", "$.a.b[*]"))

# --- case: json_tuple
j = spark.createDataFrame([('{"a": 1, "b": "x"}',), ("bad",)], "value string")
result = j.select(F.json_tuple("value", "a", "b", "c"))

# --- case: json_helpers
result = spark.range(1).select(F.json_array_length(lit("[1,2,3]")), F.json_object_keys(lit('{"a":1,"b":2}')), F.schema_of_json(lit('{"a":1,"b":[1.5],"c":{"d":"x"}}')))

# --- case: from_csv
c = spark.createDataFrame([("1,x,2.5",), ("2,,",), ('3,"a,b",1',), ("bad,x,1",), (None,)], "value string")
result = c.select(F.from_csv("value", "id int, s string, x double"))

# --- case: to_csv
df = spark.createDataFrame([(1, "a,b", None, 1.5)], "i int, s string, n string, x double")
result = df.select(F.to_csv(F.struct("*")), F.to_csv(F.struct("i", "s"), {"sep": "|"}), F.schema_of_csv(lit("1,abc,2.5")))

# --- case: failfast_record_of_csv
result = spark.range(1).selectExpr("from_csv('2020-01-01,2020-01-01 00:00:00.5,1.50,x', 'a date, b timestamp, _corrupt_record string, c decimal(10,3), d boolean', map('mode', 'FAILFAST'))")

# --- case: failfast_record_of_xml
result = spark.range(1).selectExpr("from_xml('<r><a>1</a><a>2</a><c>x</c></r>', 'a array<int>, b map<string,int>, c int, _corrupt_record string', map('mode', 'FAILFAST'))")

# --- case: failfast_record_of_json
result = spark.range(1).selectExpr("""from_json('{"a":{"x":1},"d":"z"}', 'a map<string,int>, d int, _corrupt_record string', map('mode', 'FAILFAST'))""")

# --- case: failfast_text_as_number
result = spark.range(1).selectExpr("""from_json('{"a":"x","b":1}', 'a double, b int', map('mode', 'FAILFAST'))""")

# --- case: failfast_array_as_struct
result = spark.range(1).selectExpr("from_json('[1, 2]', 'a int', map('mode', 'FAILFAST'))")

# --- case: null_of_json_is_corrupt
result = spark.range(1).selectExpr("from_json('null', 'a int, _corrupt_record string')", "from_json('null', 'array<int>')", "from_csv('', 'a int, _corrupt_record string')", "from_csv('x', '_corrupt_record string')", "to_csv(struct())")

# --- case: corrupt_column_of_xml_comes_first
result = spark.range(1).selectExpr("from_xml('<r><a>1</a></r>', '_corrupt_record string, a int, b int')", "from_xml('<r><a>x</a></r>', 'a map<string,int>, b int')")

# --- case: empty_struct_as_xml
t = spark.createDataFrame([], "a int")
result = t.selectExpr("to_xml(struct())")

# --- case: control_characters_in_json
result = spark.range(1).selectExpr(r"get_json_object('{\"a\":\"x\ty\"}', '$.a')", r"json_tuple('{\"a\":\"\n\"}', 'a')", r"from_json('{\"a\":\"\n\"}', 'a string')")

# --- case: refused_pattern_of_dates_written
result = spark.range(1).selectExpr("to_json(named_struct('a', 1), map('dateFormat', 'j'))")

# --- case: floating_numbers_in_csv
texts = ["-inf", "inf", "+Inf", "Inf", "-Inf", "Infinity", "+Infinity", "-infinity", "NaN", "nan", "0x1p3", "-0X1.8P-1f", "1d", "1e5", " 1", "5.", ".5", "1L", "1e400"]
t = spark.createDataFrame([(x,) for x in texts], "x string")
record = "a DOUBLE, b FLOAT, _corrupt_record STRING"
result = t.select(F.from_csv(F.concat_ws(",", "x", "x"), record).alias("r"), F.from_csv(F.concat_ws(",", "x", "x"), record, {"nanValue": "nan", "positiveInf": "inf", "negativeInf": "-infinity"}).alias("named"))

# --- case: floating_numbers_in_xml_and_casts
t = spark.createDataFrame([(x,) for x in ["-Inf", "Inf", "+Infinity", "-Infinity", "NaN", "nan", "0x1p3", "-0X.8P1d", "0x", "0xp1", "1d", "1,234.5x", "-5E2y", "x5", "-", ",", ".5z", "5.z", "1e5q"]], "x string")
result = t.select(F.from_xml(F.concat(lit("<r><a>"), "x", lit("</a></r>")), "a DOUBLE, _corrupt_record STRING").alias("r"), F.expr("try_cast(x AS DOUBLE)"), F.expr("try_cast(x AS FLOAT)"))

# --- case: schemas_of_floating_numbers
result = spark.sql("select schema_of_csv('Infinity,-Infinity,inf,0x1p3,NaN,Inf,1d'), schema_of_xml('<r><a>0x1p3</a><b>Inf</b></r>')")

# --- case: decimals_beyond_their_type
t = spark.createDataFrame([("12345678901",), ("1e50",), ("1.005",), ("x",)], "x string")
record = "a DECIMAL(10,2), b STRING, _corrupt_record STRING"
result = t.select(F.from_csv(F.concat_ws(",", "x", lit(1)), record).alias("c"), F.from_json(F.format_string('{"a": "%s", "b": 1}', "x"), record).alias("j"), F.from_json(F.format_string('{"a": %s, "b": 1}', "x"), record).alias("n"))

# --- case: infinities_in_json
t = spark.createDataFrame([(x,) for x in ["INF", "+INF", "-INF", '"INF"', '"+INF"', "Infinity", "+Infinity", "NaN", "-NaN", "INFx"]], "x string")
result = t.select(F.from_json(F.format_string('{"a": %s, "b": 1}', "x"), "a DOUBLE, b INT, _corrupt_record STRING").alias("r"))

# --- case: characters_beyond_16_bits_in_json
docs = ['{"x": [{"a": ["😀", "b"]}, {"a": ["😀"]}]}', '{"x": {"😀": ["😀", null]}}', '[["😀", ["😀"]], ["😀", "c"]]', '{"x": "é😀\u2028"}', '[{"x": "😀"}]', '{"x": ["😀"]}']
t = spark.createDataFrame([(d,) for d in docs], "d string")
result = t.selectExpr("from_json(d, 'MAP<STRING, STRING>')", "from_json(d, 'x STRING').x", "from_json(d, 'ARRAY<STRING>')", "to_json(from_json(d, 'x STRING'))", *[f"get_json_object(d, '{p}')" for p in ["$", "$.x", "$.x[*]", "$.x[*].a", "$.x[0]", "$.x[0].a[*]", "$[*]", "$[*][*]", "$[*].x", "$[0][*]"]], "try_parse_json(d)::string")

# --- case: characters_beyond_16_bits_in_json_tuples
result = spark.sql("""select json_tuple('{"x": {"😀": [1, "😀"]}, "y": "😀"}', 'x', 'y')""")

# --- case: json_in_ascii
result = spark.sql("select to_json(named_struct('é😀', 'é😀\u007f\u0080\n'), map('writeNonAsciiCharacterAsCodePoint', 'true')) a, to_json(array(map('é', 'é')), map('writeNonAsciiCharacterAsCodePoint', 'TRUE')) b, to_json(array('é')) c")

# --- case: characters_that_xml_escapes
t = spark.createDataFrame([(x,) for x in [">x", "x>", "x]>", "]>]]>", "a>>b", "&<\"'", "\r\t\n>", "]\u0080>", "\u007f\u0085\u009f\u00a0\u2028", "😀>"]], "x string")
result = t.selectExpr("to_xml(named_struct('a', x))", "to_xml(named_struct('_b', x, '_VALUE', x))", "to_xml(map('k', array(x)))")
