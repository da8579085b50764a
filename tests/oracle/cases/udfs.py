from pyspark.sql import functions as F
from pyspark.sql.functions import col, udf
from pyspark.sql.types import ArrayType, DoubleType, IntegerType, LongType, StringType, StructField, StructType

df = spark.createDataFrame([(1, "ab", [1, 2]), (2, None, []), (None, "c", None)], "id int, s string, xs array<int>")

# --- case: decorated
@udf("string")
def shout(s):
    return None if s is None else s.upper() + "!"
result = df.select("id", shout("s"))

# --- case: default_is_string
plain = udf(lambda x: x)
result = df.select(plain("id"), plain("s"))

# --- case: return_types
@udf(returnType=IntegerType())
def size(xs):
    return -1 if xs is None else len(xs)
half = udf(lambda n: None if n is None else n / 2, DoubleType())
doubled = udf(lambda xs: [x * 2 for x in xs or []], ArrayType(IntegerType()))
result = df.select(size("xs"), half("id"), doubled("xs"))

# --- case: struct_result
pair = udf(lambda n, s: (n, s), StructType([StructField("n", LongType()), StructField("s", StringType())]))
result = df.select(pair("id", "s").alias("p")).select("p", "p.n")

# --- case: several_columns
@udf("string")
def label(a, b, c):
    return f"{a}|{b}|{c}"
result = df.select(label("id", "s", "xs"), label(col("id") + 1, F.lit("k"), F.lit(1.5)))

# --- case: name_of_lambda
result = df.select(udf(lambda x: x, "int")("id"), udf(lambda x: x, "int")("id").alias("y"))

# --- case: wrong_type_number_for_string
@udf("string")
def number(x):
    return 5
result = df.select(number("id"))

# --- case: wrong_type_text_for_int
@udf("int")
def text(x):
    return "five"
result = df.select(text("id"))

# --- case: wrong_type_float_for_int
@udf("int")
def floating(x):
    return 2.5
result = df.select(floating("id"))

# --- case: int_for_double
@udf("double")
def whole(x):
    return 2
result = df.select(whole("id"))

# --- case: raises
@udf("int")
def fail(x):
    return 1 // (x - 1)
result = df.where("id = 1").select(fail("id"))

# --- case: null_not_handled
@udf("int")
def plus(x):
    return x + 1
result = df.select(plus("id"))

# --- case: in_filter
@udf("boolean")
def long_enough(s):
    return s is not None and len(s) > 1
result = df.where(long_enough("s")).select("id")

# --- case: registered_for_sql
spark.udf.register("add_one", lambda x: None if x is None else x + 1, "int")
df.createOrReplaceTempView("t")
result = spark.sql("select id, add_one(id) from t")

# --- case: on_aggregate
@udf("string")
def show_sum(x):
    return f"<{x}>"
result = df.agg(show_sum(F.sum("id")))

# --- case: chained
inc = udf(lambda x: None if x is None else x + 1, "int")
result = df.select(inc(inc("id")).alias("two"))

# --- case: dates_and_decimals
import datetime
from decimal import Decimal
kinds = spark.createDataFrame([(datetime.date(2024, 1, 31), Decimal("1.50"), datetime.datetime(2024, 1, 1, 10, 0), b"ab")], "d date, n decimal(5,2), t timestamp, b binary")
next_day = udf(lambda d: d + datetime.timedelta(days=1), "date")
twice = udf(lambda n: n * 2, "decimal(6,2)")
later = udf(lambda t: t + datetime.timedelta(hours=1), "timestamp")
kind = udf(lambda *vs: ",".join(type(v).__name__ for v in vs))
result = kinds.select(next_day("d"), twice("n"), later("t"), kind("d", "n", "t", "b"))

# --- case: argument_kinds
kinds = spark.createDataFrame([((1, "x"), {"k": 1}, [1], True, 1.5)], "p struct<a:int,b:string>, m map<string,int>, xs array<int>, b boolean, x double")
kind = udf(lambda *vs: ",".join(type(v).__name__ for v in vs))
field = udf(lambda p: p.b + p["b"] + str(p[0]))
result = kinds.select(kind("p", "m", "xs", "b", "x"), field("p"))

# --- case: not_callable
result = udf("nonsense")(5)("id")

# --- case: bad_argument
inc = udf(lambda x: x, "int")
result = df.select(inc(1))

# --- case: names_in_the_column
# ordered
calc = F.udf(lambda a, b: a + b, "int")
result = spark.range(2).select(calc(b=F.col("id") * 10, a=F.col("id")), calc(F.col("id"), b=F.lit(1)))

# --- case: over_a_grouping_key
# ordered
# plan
spark.udf.register("same", lambda x: x, "int")
df.createOrReplaceTempView("t")
result = spark.sql("select same(id) c, count(s) n from t group by id order by n desc, c limit 3")

# --- case: in_aggregates_of_all_kinds
# ordered
spark.udf.register("twice", lambda x: x * 2, "bigint")
result = spark.sql("select twice(id) a, sum(twice(id)) b, twice(sum(id)) c, twice(5) d, twice(id + 1) e from range(4) group by id order by id")

# --- case: of_a_key_that_is_a_udf
# ordered
spark.udf.register("twice", lambda x: x * 2, "bigint")
result = spark.sql("select twice(twice(id)) a, twice(id) + 1 b, sum(id) c from range(4) group by twice(id) order by a")
