from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.createDataFrame([(1, "a", 0), (2, "b", 5)], "id int, s string, zero int")

# --- case: divide_by_zero
result = df.select(col("id") / col("zero"))

# --- case: remainder_by_zero
result = df.select(col("id") % col("zero"))

# --- case: integral_divide_by_zero
result = df.selectExpr("id div zero")

# --- case: divide_literals
result = spark.sql("select 1 / 0")

# --- case: bad_cast
result = df.where("id = 1").select(col("s").cast("int"))

# --- case: array_index
result = df.select(F.array(lit(1), lit(2))[col("zero")])

# --- case: map_key_missing_is_null
result = df.select(F.create_map(lit("a"), lit(1))[col("s")])

# --- case: sum_overflow
result = spark.range(3).agg(F.sum(col("id") + 9223372036854775800))

# --- case: abs_overflow
result = spark.sql("select abs(-2147483648), abs(cast(-2147483648 as int))")

# --- case: int_cast_overflow
result = spark.sql("select cast(2147483648 as int)")

# --- case: byte_cast_overflow
result = df.where("id = 1").select((col("id") + 200).cast("byte"))

# --- case: scalar_subquery_of_two_rows
df.createOrReplaceTempView("t")
result = spark.sql("select (select id from t) x")

# --- case: bad_date
result = spark.sql("select to_date('2024-13-01')")

# --- case: bad_date_literal
result = spark.sql("select date'2024-13-01'")

# --- case: try_is_null
result = spark.sql("select try_divide(1, 0), try_add(2147483647, 1), try_cast('x' as int), try_element_at(array(1), 5), try_subtract(-2147483648, 1), try_multiply(2147483647, 2)")

# --- case: error_only_if_needed
result = df.where(col("zero") != 0).select(10 / col("zero"))

# --- case: limit_may_avoid_the_error
result = df.where("id = 2").select(col("id") / col("zero")).limit(1)

# --- case: error_is_raised_at_the_action
bad = df.select((col("id") / col("zero")).alias("q"))
result = [bad.columns, bad.schema.simpleString()]

# --- case: caught_and_read
from pyspark.errors import ArithmeticException, AnalysisException
seen = []
try:
    df.select(col("id") / col("zero")).collect()
except ArithmeticException as error:
    seen.append([error.getCondition(), error.getSqlState()])
try:
    df.select("nope")
except AnalysisException as error:
    seen.append([error.getCondition(), error.getSqlState(), error.getMessageParameters()["objectName"]])
result = seen

# --- case: hex_of_bad_text
result = spark.sql("select unhex('zz'), conv('', 10, 2)")

# --- case: bad_timezone
result = df.select(F.from_utc_timestamp(lit("2024-01-01"), "Mars/Base"))

# --- case: element_of_null_index
result = spark.sql("select array(1, 2)[null], element_at(array(1, 2), cast(null as int)), map('a', 1)[null]")

# --- case: sequence_wrong_step
result = spark.sql("select sequence(1, 5, -1)")

# --- case: repeat_negative
result = spark.sql("select repeat('a', -1), substring('abc', 0), left('abc', -1), space(0), lpad('abc', -1, 'x')")

# --- case: months_overflow
result = spark.sql("select date_add(date'9999-12-31', 1) > date'9999-12-31', add_months(date'2024-01-31', 1)")

# --- case: sequence_wrong_step_in_rows
result = spark.createDataFrame([(1,)], "id int").selectExpr("sequence(id, -id, 2)")

# --- case: sequence_of_dates_wrong_step_in_rows
result = spark.createDataFrame([(1,)], "id int").selectExpr("sequence(date'2024-01-01', date_add(date'2024-01-01', -id), interval 1 day)")

# --- case: sequence_of_months_wrong_step_in_rows
result = spark.createDataFrame([(1,)], "id int").selectExpr("sequence(date'2024-01-01', date_add(date'2024-01-01', -id), make_interval(0, 1))")

# --- case: text_as_boolean_without_ansi
# conf: spark.sql.ansi.enabled=false
result = spark.sql("select months_between(timestamp'2024-01-01', timestamp'2024-02-01', 'true')")

# --- case: text_as_boolean
result = spark.sql("select months_between(timestamp'2024-01-01', timestamp'2024-02-01', 'true') m, months_between(timestamp'2024-01-01', timestamp'2024-02-02', s) n from values ('false') t(s)")
