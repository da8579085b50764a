from pyspark.sql import functions as F
from pyspark.sql.functions import col

# --- case: string_to_numbers
s = spark.createDataFrame([("42",), (" 7 ",), ("-3",), ("+5",), (None,)], "s string")
result = s.select(col("s").cast("int"), col("s").cast("bigint"), col("s").cast("double"), col("s").cast("float"), col("s").cast("decimal(10,2)"), col("s").cast("byte"))

# --- case: string_to_double
s = spark.createDataFrame([("1e3",), (".5",), ("5.",), ("NaN",), ("Infinity",), ("-inf",), ("1.5d",), ("  2.5  ",)], "s string")
result = s.select(col("s").cast("double"))

# --- case: string_to_boolean
s = spark.createDataFrame([("true",), ("T",), ("yes",), ("Y",), ("1",), ("false",), ("f",), ("NO",), ("n",), ("0",)], "s string")
result = s.select(col("s").cast("boolean"))

# --- case: bad_int
s = spark.createDataFrame([("4x",)], "s string")
result = s.select(col("s").cast("int"))

# --- case: decimal_text_to_int
s = spark.createDataFrame([("1.5",)], "s string")
result = s.select(col("s").cast("int"))

# --- case: bad_double
s = spark.createDataFrame([("one",)], "s string")
result = s.select(col("s").cast("double"))

# --- case: bad_boolean
s = spark.createDataFrame([("maybe",)], "s string")
result = s.select(col("s").cast("boolean"))

# --- case: bad_decimal
s = spark.createDataFrame([("x",)], "s string")
result = s.select(col("s").cast("decimal(5,2)"))

# --- case: empty_string_to_int
s = spark.createDataFrame([("",)], "s string")
result = s.select(col("s").cast("int"))

# --- case: try_cast
s = spark.createDataFrame([("4x",), ("12",), ("1.5",), (None,)], "s string")
result = s.select(F.expr("try_cast(s as int)"), col("s").try_cast("double"), F.expr("try_cast(s as date)"), F.expr("try_cast(s as boolean)"))

# --- case: legacy_not_ansi
# conf: spark.sql.ansi.enabled=false
s = spark.createDataFrame([("4x", 5), ("12", 0), ("1.5", 300)], "s string, n int")
result = s.select(col("s").cast("int"), col("n").cast("byte"), F.lit(10) / col("n"), col("s").cast("date"), F.array(F.lit(1))[col("n")], F.lit(2147483647) + col("n"))

# --- case: double_to_int
d = spark.createDataFrame([(1.9,), (-1.9,), (0.0,), (None,)], "x double")
result = d.select(col("x").cast("int"), col("x").cast("bigint"), col("x").cast("boolean"), col("x").cast("decimal(5,1)"), col("x").cast("float"), col("x").cast("string"))

# --- case: double_out_of_int_range
d = spark.createDataFrame([(3e9,)], "x double")
result = d.select(col("x").cast("int"))

# --- case: nan_to_int
d = spark.createDataFrame([(float("nan"),)], "x double")
result = d.select(col("x").cast("int"))

# --- case: long_out_of_int_range
d = spark.createDataFrame([(3000000000,)], "l bigint")
result = d.select(col("l").cast("int"))

# --- case: int_to_others
i = spark.createDataFrame([(65,), (0,), (-1,)], "i int")
result = i.select(col("i").cast("byte"), col("i").cast("short"), col("i").cast("bigint"), col("i").cast("boolean"), col("i").cast("string"), col("i").cast("decimal(5,2)"), col("i").cast("double"))

# --- case: int_to_binary_not_possible
i = spark.createDataFrame([(65,)], "i int")
result = i.select(col("i").cast("binary"))

# --- case: boolean_to_others
b = spark.createDataFrame([(True,), (False,), (None,)], "b boolean")
result = b.select(col("b").cast("int"), col("b").cast("double"), col("b").cast("string"), col("b").cast("decimal(2,1)"))

# --- case: double_to_string
d = spark.createDataFrame([(1.0,), (0.1,), (1e7,), (123456789.0,), (1e-3,), (1e-4,), (1.5e300,), (-0.0,), (100.0,), (1234567.125,), (9007199254740993.0,), (float("nan"),), (float("-inf"),)], "x double")
result = d.select("x", col("x").cast("string"))

# --- case: float_to_string
d = spark.createDataFrame([(1.0,), (0.1,), (1e7,), (3.4028235e38,), (1e-4,), (16777216.0,)], "x float")
result = d.select("x", col("x").cast("string"), col("x").cast("double"))

# --- case: binary_and_string
b = spark.createDataFrame([("abc",), ("é",), (None,)], "s string")
result = b.select(col("s").cast("binary"), col("s").cast("binary").cast("string"))

# --- case: arrays_and_structs
a = spark.createDataFrame([(["1", None, "3"], (1, "2"), {"4": "5"})], "xs array<string>, p struct<a:int,b:string>, m map<string,string>")
result = a.select(col("xs").cast("array<int>"), col("p").cast("struct<a:string,b:bigint>"), col("m").cast("map<int,double>"))

# --- case: cast_not_possible
a = spark.createDataFrame([([1],)], "xs array<int>")
result = a.select(col("xs").cast("int"))

# --- case: int_to_date_not_possible
a = spark.createDataFrame([(1,)], "i int")
result = a.select(col("i").cast("date"))

# --- case: unknown_type
a = spark.createDataFrame([(1,)], "i int")
result = a.select(col("i").cast("integerr"))

# --- case: bad_value_in_where
s = spark.createDataFrame([("a", 1), ("2", 2)], "s string, n int")
result = s.where(col("s") == col("n"))

# --- case: implicit_string_number
s = spark.createDataFrame([("2", "3.5")], "a string, b string")
result = s.select(col("a") + 3, col("b") * 2, F.abs("b"), F.sqrt("a"), F.expr("a < 10"), F.expr("'2' + 3"))

# --- case: string_plus_string_not_numbers
s = spark.createDataFrame([("x", "y")], "a string, b string")
result = s.select(col("a") + col("b"))

# --- case: char_and_varchar
result = spark.sql("select cast('ab' as char(4)) || '|', cast('abcdef' as varchar(3)), typeof(cast('a' as varchar(3)))")

# --- case: typeof_literals
result = spark.sql("select typeof(1), typeof(3000000000), typeof(1.5), typeof(1.5e0), typeof('a'), typeof(true), typeof(null), typeof(array(1)), typeof(map('a', 1)), typeof(struct(1)), typeof(x'0a'), typeof(99999999999999999999), typeof(1.5bd), typeof(interval 1 day)")
