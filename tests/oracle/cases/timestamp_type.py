import datetime

import pyspark.sql.functions as F
import pyspark.sql.types as T

DAY = datetime.datetime(2020, 1, 1, 10, 30)
MOMENT = datetime.datetime(2020, 1, 1, 10, 30, tzinfo=datetime.timezone.utc)


# --- case: literals
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT TIMESTAMP '2020-01-01', TIMESTAMP '2020-01-01 10:30:00Z', TIMESTAMP '2020-01-01 10:30:00+01:00',
           TIMESTAMP 'epoch', TIMESTAMP_LTZ '2020-01-01', TIMESTAMP_NTZ '2020-01-01', TIMESTAMP '2020'
""")


# --- case: literal_of_a_time_alone
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("SELECT TIMESTAMP '10:00:00'")


# --- case: words_with_zones
# ts: no
spark.sql("SELECT TIMESTAMP 'epoch Z' a, TIMESTAMP_NTZ 'epoch CET' b, DATE 'epoch Z' c, TIMESTAMP 'EPOCH  +01:00' d").show()
for text in ("epoch somewhere", "epochZ", "now Z"):
    try:
        spark.sql(f"SELECT TIMESTAMP '{text}'")
    except Exception as error:
        print(text, error.getCondition())


# --- case: casts
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT CAST('2020-01-01' AS TIMESTAMP), CAST('2020-01-01' AS TIMESTAMP_LTZ), DATE '2020-01-01'::timestamp a,
           CAST(array('2020-01-01 10:00:00Z') AS array<timestamp>) b, try_cast('x' AS timestamp), timestamp('2020-01-01') c,
           CAST(NULL AS struct<x: timestamp, y: timestamp_ltz>) d
""")


# --- case: cast_of_a_number
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("SELECT CAST(1 AS TIMESTAMP)")


# --- case: cast_in_python
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
text = F.lit("2020-01-01")
result = spark.range(1).select(text.cast("timestamp"), text.cast(T.TimestampType()), text.try_cast("timestamp"), F.expr("CAST('2020' AS timestamp)"))


# --- case: names_with_and_without_zone
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT CAST('2020' AS TIMESTAMP WITHOUT TIME ZONE), CAST('2020' AS TIMESTAMP(6)), CAST('2020' AS TIMESTAMP WITH LOCAL TIME ZONE),
           CAST('2020' AS TIMESTAMP_NTZ(6)), CAST(NULL AS struct<a: timestamp(6) without time zone, b: array<timestamp_ltz(6)>>) s
""")


# --- case: names_with_a_list_of_digits
result = spark.sql("SELECT CAST(NULL AS TIMESTAMP(6, 1))")


# --- case: to_timestamp
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT to_timestamp('2020-01-01 10:00:00Z') a, to_timestamp('2020-01-01', 'yyyy-MM-dd') b, to_timestamp(DATE '2020-01-01') c,
           to_timestamp(TIMESTAMP_LTZ '2020-01-01') d, try_to_timestamp('x') e, try_to_timestamp('2020', 'yyyy') f,
           to_timestamp('2020-01-01 00:00:00 +01:00', 'yyyy-MM-dd HH:mm:ss xxx') g, to_timestamp_ltz('2020-01-01') h, to_timestamp_ntz('2020-01-01') i,
           try_to_timestamp(1) j, to_timestamp(NULL) k
""")


# --- case: to_timestamp_of_a_number
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("SELECT to_timestamp(1)")


# --- case: to_timestamp_of_an_array
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("SELECT to_timestamp(array(1))")


# --- case: make_timestamp
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT make_timestamp(2020, 1, 1, 1, 1, 1) a, make_timestamp(2020, 1, 1, 1, 1, 1, 'CET') b, try_make_timestamp(2020, 13, 1, 1, 1, 1) c,
           make_timestamp(2020, 1, 1, 1, 1, 1, NULL) d, make_timestamp_ltz(2020, 1, 1, 1, 1, 1) e, make_timestamp(DATE '2020-01-01') f
""")


# --- case: make_timestamp_in_no_zone
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("SELECT make_timestamp(2020, 1, 1, 1, 1, 1, 'XX')")


# --- case: functions_of_moments
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("""
    SELECT typeof(current_timestamp()) a, typeof(timestamp_seconds(1)) b, typeof(date_trunc('year', '2020-01-01')) c,
           typeof(window(TIMESTAMP '2020-01-01', '1 hour')) d, typeof(DATE '2020-01-01' + INTERVAL 1 HOUR) e,
           typeof(coalesce(DATE '2020-01-01', TIMESTAMP '2020-01-01')) f, typeof(array(TIMESTAMP '2020-01-01', TIMESTAMP_LTZ '2020-01-01')) g
""")


# --- case: schema_texts
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
result = spark.sql("""
    SELECT from_json('{"a":"2020-01-01T00:00:00"}', 'a timestamp') a, from_json('{"a":"2020-01-01T00:00:00Z"}', 'a timestamp, b timestamp_ltz') b,
           from_json('{"a":"2020-01-01T00:00:00"}', '{"type":"struct","fields":[{"name":"a","type":"timestamp","nullable":true,"metadata":{}}]}') c,
           from_csv('2020-01-01', 'a TIMESTAMP') d, from_xml('<a><b>2020-01-01T00:00:00</b></a>', 'b timestamp') e,
           variant_get(parse_json('"2020-01-01"'), '$', 'timestamp') f
""")


# --- case: schemas_of_samples
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
result = spark.sql("""
    SELECT schema_of_json('{"a":"2020-01-01T00:00:00","b":["2020-01-01T00:00:00Z","2020-01-01T00:00:00"],"c":"10:00"}', map('inferTimestamp', 'true')) a,
           schema_of_json('{"a":"01/02/2020"}', map('inferTimestamp', 'true', 'timestampFormat', 'dd/MM/yyyy')) b,
           schema_of_json('{"a":"01/02/2020"}', map('inferTimestamp', 'true', 'timestampNTZFormat', 'dd/MM/yyyy')) c,
           schema_of_csv('2020-01-01T00:00:00,2020-01-01T00:00:00Z,2020-01-01,10:00') d,
           schema_of_csv('01/02/2020', map('timestampNTZFormat', 'dd/MM/yyyy')) e, schema_of_csv('2020-01-01', map('preferDate', 'false')) f,
           schema_of_xml('<a><b>2020-01-01T00:00:00Z</b><c>2020-01-01</c><c>2020-01-01T00:00:00</c><d>2020-01-01T00:00:00</d><d>2020-01-01T00:00:00Z</d></a>') g
""")


# --- case: csv_files
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# file: in/a.csv
# | 2020-01-01 00:00:00,2020-01-01,2020-01-01T10:00:00Z,2020-01-01 10:00:00
# | 2020-01-02 00:00:00,2020-01-01 00:00:00,2020-01-01T10:00:00,2020-01-01 10:00:00Z
result = spark.read.csv(f"{data_dir}/in", inferSchema=True)


# --- case: csv_files_by_patterns
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# file: in/a.csv
# | 2020-01-01 00:00:00,2020-01-01,2020-01-01T10:00:00Z
# | 2020-01-02 00:00:00,2020-01-01 00:00:00,2020-01-01T10:00:00
# ts: no
read = spark.read.option("inferSchema", True)
print(read.option("timestampFormat", "yyyy-MM-dd HH:mm:ss").csv(f"{data_dir}/in").schema.simpleString())
print(spark.read.option("inferSchema", True).option("timestampNTZFormat", "yyyy-MM-dd HH:mm:ss").csv(f"{data_dir}/in").schema.simpleString())


# --- case: csv_files_by_schema
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# file: in/a.csv
# | 2020-01-01 00:00:00,2020-01-01,2020-01-01T10:00:00Z
# | 2020-01-02 00:00:00,2020-01-01 00:00:00,2020-01-01T10:00:00
result = spark.read.schema("a timestamp, b timestamp_ltz, c timestamp").csv(f"{data_dir}/in")


# --- case: json_files
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# file: in/a.json
# | {"a":"2020-01-01T00:00:00","b":"2020-01-01","c":"2020-01-01T10:00:00Z","d":["2020-01-01T10:00:00"]}
# | {"a":"2020-01-01T00:00:00","b":"2020-01-01T00:00:00","c":"2020-01-01T10:00:00","d":["2020-01-01T10:00:00Z"]}
result = spark.read.option("inferTimestamp", True).json(f"{data_dir}/in")


# --- case: partition_columns
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# ts: no
values = ["2020-01-01 00:00:00", "2020-01-01 00:00:00.5", "2020-01-01 00:00:00Z", "2020-01-01T00:00:00", "2020-01-01 00:00"]
for number, value in enumerate(values):
    spark.createDataFrame([(1, value)], ["x", "p"]).write.partitionBy("p").csv(f"{data_dir}/out/{number}")
    print(spark.read.csv(f"{data_dir}/out/{number}").collect())


# --- case: partition_columns_of_moments
# conf: spark.sql.session.timeZone=America/New_York
# ts: no
values = ["2020-01-01 00:00:00", "2020-01-01 00:00:00.5", "2020-01-01 00:00:00.12", "2020-01-01 00:00:00Z", "2020-01-01T00:00:00", "2020-01-01 00:00"]
for number, value in enumerate(values):
    spark.createDataFrame([(1, value)], ["x", "p"]).write.partitionBy("p").csv(f"{data_dir}/out/{number}")
    print(spark.read.csv(f"{data_dir}/out/{number}").collect())


# --- case: values_of_python
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# ts: no
result = spark.range(1).select(F.lit(DAY), F.lit(MOMENT), F.lit([DAY]), F.when(F.col("id") == 0, DAY).otherwise(MOMENT).alias("w"), F.col("id").isNull() | (F.current_timestamp() > DAY))


# --- case: columns_shown
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
print(F.lit(DAY), F.lit(DAY.replace(second=5)), F.lit(DAY.replace(microsecond=120000)), F.lit(DAY.replace(microsecond=123456)), F.lit("x").cast("timestamp"))


# --- case: parameters
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# ts: no
result = spark.sql("SELECT :a, :b, :c", args={"a": DAY, "b": MOMENT, "c": F.array(F.lit(MOMENT))})


# --- case: types_of_texts
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
print(T._parse_datatype_string("a timestamp, b timestamp_ltz"), T.StructType.fromDDL("a timestamp"), T._parse_datatype_json_string('"timestamp"'))
print(T.StructType().add("a", "timestamp"), T.StructType([T.StructField("a", T.TimestampType()), T.StructField("b", T.TimestampNTZType())]).toDDL())
print(F.udf(lambda x: DAY, "timestamp").returnType)
spark.conf.set("spark.sql.timestampType", "TIMESTAMP_LTZ")
print(T._parse_datatype_string("a timestamp, b timestamp_ltz"))


# --- case: created_frames
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# conf: spark.sql.session.timeZone=America/New_York
# ts: no
print(spark.createDataFrame([(DAY, MOMENT)], ["a", "b"]).schema.simpleString())
print(spark.createDataFrame([(MOMENT,)], "a timestamp").collect(), spark.createDataFrame([DAY], "timestamp").schema.simpleString())


# --- case: tables
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
spark.sql("CREATE TABLE tt (a TIMESTAMP, b TIMESTAMP_LTZ, s struct<x: timestamp>, c timestamp DEFAULT timestamp'2020-01-01') USING parquet")
spark.sql("ALTER TABLE tt ADD COLUMNS (z timestamp)")
spark.sql("INSERT INTO tt (a) VALUES (timestamp'2020-01-02')")
print(spark.table("tt").schema.simpleString(), spark.sql("SELECT a, c FROM tt").collect())
print(spark.sql("SHOW CREATE TABLE tt").collect()[0][0])
spark.conf.set("spark.sql.timestampType", "TIMESTAMP_LTZ")
print(spark.table("tt").schema.simpleString())
spark.sql("DROP TABLE tt")


# --- case: defaults_in_the_session_zone
# conf: spark.sql.session.timeZone=America/New_York
spark.sql("CREATE TABLE td (a INT, b TIMESTAMP DEFAULT timestamp'2020-01-01') USING parquet")
spark.sql("INSERT INTO td (a) VALUES (1)")
spark.sql("INSERT INTO td VALUES (2, DEFAULT)")
spark.sql("INSERT INTO td SELECT 3, DEFAULT")
rows = spark.table("td").collect()
spark.sql("DROP TABLE td")
result = spark.createDataFrame(rows)


# --- case: views_keep_what_they_were_made_with
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
spark.sql("CREATE TEMPORARY VIEW v AS SELECT CAST('2020' AS timestamp) a, timestamp'2020-01-01' b, to_timestamp('2020') c")
frame = spark.sql("SELECT to_timestamp('2020') a")
column, late, fixed = F.expr("CAST('2020' AS timestamp)"), F.to_timestamp(F.lit("2020")), F.lit("2020").cast("timestamp")
spark.conf.set("spark.sql.timestampType", "TIMESTAMP_LTZ")
print(spark.table("v").schema.simpleString(), frame.schema.simpleString())
print(spark.range(1).select(column, late, fixed).schema.simpleString())


# --- case: variables_and_functions
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
spark.sql("DECLARE OR REPLACE VARIABLE va timestamp = '2020-01-01'")
spark.sql("CREATE TEMPORARY FUNCTION fa(a timestamp DEFAULT timestamp'2020-01-01') RETURNS timestamp RETURN a + INTERVAL 1 HOUR")
print(spark.sql("SELECT va, fa(), fa(timestamp'2020-01-01')").schema.simpleString())
print(spark.sql("EXECUTE IMMEDIATE 'SELECT ?, ?' USING timestamp'2020-01-01', timestamp'2020-01-01 00:00:00Z'").schema.simpleString())


# --- case: python_functions
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# ts: no
result = spark.range(1).select(F.udf(lambda x: DAY, "timestamp", useArrow=False)("id").alias("a"), F.udf(lambda x: DAY, T.TimestampType(), useArrow=False)("id").alias("b"))


# --- case: explained
# conf: spark.sql.timestampType=TIMESTAMP_NTZ
# plan
result = spark.sql("SELECT TIMESTAMP '2020-01-01 10:00:00' a FROM range(1) WHERE CAST(id AS string)::timestamp > '2020'")
