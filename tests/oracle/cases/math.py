from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

n = spark.createDataFrame([(1, 2.5), (-7, -2.5), (0, 0.0), (None, None), (12, float("nan"))], "i int, x double")

# --- case: rounding
result = n.select(F.round("x"), F.bround("x"), F.ceil("x"), F.floor("x"), F.rint("x"), F.round(col("x") * 1.23456, 2), F.round("i", -1), F.bround(lit(0.25), 1), F.ceil("i"))

# --- case: rounding_halves
df = spark.createDataFrame([(0.5,), (1.5,), (-0.5,), (2.675,), (1.005,), (1e15,)], "x double")
result = df.select("x", F.round("x"), F.bround("x"), F.round("x", 2), F.round("x", 1))

# --- case: ceil_floor_with_scale
df = spark.createDataFrame([(3.1411,), (-12.345,)], "x double")
result = df.select(F.ceil("x", lit(2)), F.floor("x", lit(1)), F.ceiling("x"), F.expr("ceil(3345.1, -2)"))

# --- case: signs
result = n.select(F.abs("i"), F.abs("x"), F.signum("x"), F.sign("i"), F.negate("i"), F.positive("x"), -col("x"))

# --- case: powers_and_roots
df = spark.createDataFrame([(4.0,), (0.0,), (-8.0,), (None,)], "x double")
result = df.select(F.sqrt("x"), F.cbrt("x"), F.pow("x", 2), F.pow(lit(2), "x"), F.exp("x"), F.expm1("x"), F.hypot("x", lit(3.0)))

# --- case: logarithms
df = spark.createDataFrame([(8.0,), (0.0,), (-1.0,), (1.0,)], "x double")
result = df.select(F.log("x"), F.ln("x"), F.log2("x"), F.log10("x"), F.log1p("x"), F.log(2.0, "x"))

# --- case: trigonometry
df = spark.createDataFrame([(0.5,), (0.0,), (2.0,)], "x double")
result = df.select(F.round(F.sin("x"), 12), F.round(F.cos("x"), 12), F.round(F.tan("x"), 12), F.round(F.asin("x"), 12), F.round(F.acos("x"), 12), F.round(F.atan("x"), 12), F.round(F.atan2("x", lit(1.0)), 12))

# --- case: hyperbolic_and_angles
df = spark.createDataFrame([(0.5,), (1.0,)], "x double")
result = df.select(F.round(F.sinh("x"), 12), F.round(F.cosh("x"), 12), F.round(F.tanh("x"), 12), F.round(F.degrees("x"), 12), F.round(F.radians("x"), 12), F.round(F.cot("x"), 12), F.round(F.pi(), 12), F.round(F.e(), 12))

# --- case: modulo
df = spark.createDataFrame([(7, 3), (-7, 3), (7, -3), (-7, -3)], "a int, b int")
result = df.select(col("a") % col("b"), F.pmod("a", "b"), F.expr("a div b"), F.expr("mod(a, b)"), F.try_mod("a", lit(0)))

# --- case: greatest_least
df = spark.createDataFrame([(1, 5, 3), (None, 2, None), (None, None, None)], "a int, b int, c int")
result = df.select(F.greatest("a", "b", "c"), F.least("a", "b", "c"), F.greatest(col("a").cast("double"), lit(float("nan"))))

# --- case: bases
result = spark.range(1).select(F.conv(lit("ff"), 16, 10), F.conv(lit("-10"), 10, 16), F.bin(lit(13)), F.hex(lit(255)), F.unhex(lit("4A4b")), F.conv(lit("zz"), 10, 2))

# --- case: bits
df = spark.createDataFrame([(6, 3), (-1, 1)], "a int, b int")
result = df.select(col("a").bitwiseAND(col("b")), col("a").bitwiseOR(col("b")), col("a").bitwiseXOR(col("b")), F.bitwise_not("a"), F.shiftleft("a", 2), F.shiftright("a", 1), F.shiftrightunsigned("a", 1), F.bit_count("a"), F.getbit("a", lit(1)))

# --- case: factorial
result = spark.range(1).select(F.factorial(lit(0)), F.factorial(lit(20)), F.factorial(lit(21)))

# --- case: division
df = spark.createDataFrame([(7, 2.0), (1, 3.0)], "a int, b double")
result = df.select(col("a") / 2, col("a") / col("b"), F.try_divide("a", lit(0)), F.expr("a / 3"), F.expr("7 / 2.0"), F.expr("1 / 3"))

# --- case: nan_handling
result = n.select(F.isnan("x"), F.nanvl("x", lit(0.0)), col("x") > 100, col("x") == float("nan"), F.isnull("x"), F.zeroifnull("x"), F.nullifzero("i"))

# --- case: integer_overflow
df = spark.createDataFrame([(2147483647,)], "i int")
result = df.select(col("i") + 1)

# --- case: integer_overflow_widened
df = spark.createDataFrame([(2147483647,)], "i int")
result = df.select(col("i") + F.lit(1).cast("long"), F.try_add("i", lit(1)), col("i") * 1.0)

# --- case: long_overflow
df = spark.createDataFrame([(9223372036854775807,)], "i long")
result = df.select(col("i") * 2)

# --- case: long_values_stay_exact
df = spark.createDataFrame([(9007199254740993, 2), (-9223372036854775808, 3)], "a long, b long")
result = df.select(col("a"), col("a") + 0, col("a") - col("a"), col("a") % 10, F.expr("a div b"), col("a").cast("string"), col("a").cast("double"))

# --- case: float_arithmetic
df = spark.createDataFrame([(0.1, 0.2), (16777217.0, 1.0)], "a float, b float")
result = df.select(col("a"), col("a") + col("b"), col("a") * 2, col("a") + 0.5, col("a").cast("double"), col("a").cast("string"))

# --- case: type_of_arithmetic
result = spark.sql("select typeof(1Y + 1S), typeof(1 + 1L), typeof(1L + 1.0f), typeof(1 + 1.5), typeof(1 / 2), typeof('2' + 3), typeof(1 + 1.5D), typeof(2 * 1.25), typeof(date'2024-01-02' - date'2024-01-01'), typeof(7 div 2)")

# --- case: width_bucket_and_uniform
result = spark.range(1).select(F.width_bucket(lit(5.3), lit(0.2), lit(10.6), lit(5)), F.width_bucket(lit(-1.0), lit(0.0), lit(10.0), lit(5)))
