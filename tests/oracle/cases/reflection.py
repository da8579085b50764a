# Static methods of Java by name.
from pyspark.sql import functions as F
from pyspark.sql.functions import lit

# --- case: uuid_of_a_column
# ordered
df = spark.createDataFrame([("a5cf6c42-0c85-418f-af6c-3e4e5b1328f2",), ("1-2-3-4-5",)], ["a"])
result = df.select(F.reflect(lit("java.util.UUID"), lit("fromString"), "a"), F.java_method(lit("java.util.UUID"), lit("fromString"), F.col("a")))

# --- case: numbers
# ordered
result = spark.sql("select reflect('java.lang.Math', 'abs', -3) a, reflect('java.lang.Math', 'max', 1, 2) b, reflect('java.lang.Math', 'max', 1.5F, 2F) c, reflect('java.lang.Math', 'pow', 2D, 3D) d, reflect('java.lang.Math', 'floorMod', -7, 3) e, reflect('java.lang.Math', 'round', 2.5D) f, reflect('java.lang.Integer', 'toHexString', -255) g, reflect('java.lang.Long', 'parseLong', '+99') h, reflect('java.lang.String', 'valueOf', 1.0D) i, reflect('java.lang.Boolean', 'parseBoolean', 'TRUE') j, reflect('java.net.URLDecoder', 'decode', 'a%20b+c') k, reflect('java.net.URLEncoder', 'encode', 'a b~*') l, length(reflect('java.util.UUID', 'randomUUID')) m")

# --- case: try_forgives
result = spark.sql("select try_reflect('java.util.UUID', 'fromString', 'x') a, try_reflect('java.lang.Math', 'floorDiv', 1, 0) b, try_reflect('java.lang.Integer', 'parseInt', '2147483648') c, try_reflect('scala.Predef', 'require', false) d")

# --- case: no_such_class
result = spark.sql("select reflect('com.example.Nope', 'f')")

# --- case: no_such_method
result = spark.sql("select java_method('java.lang.Math', 'nope', 1)")

# --- case: method_for_other_types
result = spark.sql("select java_method('java.lang.Math', 'sqrt', 4)")

# --- case: argument_of_another_kind
result = spark.sql("select reflect('java.lang.Math', 'abs', date'2020-01-01')")

# --- case: class_of_another_kind
result = spark.sql("select java_method(1, 'abs', 'a')")

# --- case: method_from_a_column
result = spark.sql("select reflect('java.lang.Math', id, -3) from range(1)")

# --- case: class_of_null
result = spark.sql("select reflect(cast(null as string), 'abs', -1)")

# --- case: too_few_arguments
result = spark.sql("select java_method('java.lang.Math')")
