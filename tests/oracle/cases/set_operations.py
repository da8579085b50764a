from pyspark.sql import functions as F
from pyspark.sql.functions import col

a = spark.createDataFrame([(1, "x"), (1, "x"), (2, "y"), (None, "n"), (None, "n")], "id int, s string")
b = spark.createDataFrame([(1, "x"), (3, "z"), (None, "n")], "id int, s string")

# --- case: union
result = a.union(b)

# --- case: union_by_position
result = a.select("s", "id").union(b.select(col("id").cast("string"), F.length("s")))

# --- case: union_widens
result = a.select("id").union(spark.createDataFrame([(1.5,), (9007199254740993.0,)], "d double"))

# --- case: union_int_and_string
result = a.select("id").union(b.where("id = 3").select("s"))

# --- case: union_by_name
result = a.unionByName(b.select("s", "id"))

# --- case: union_by_name_missing
result = a.unionByName(b.select("s", F.lit(True).alias("extra")), allowMissingColumns=True)

# --- case: union_by_name_missing_refused
result = a.unionByName(b.select("s"))

# --- case: intersect
result = a.intersect(b)

# --- case: intersect_all
result = a.intersectAll(b.union(b))

# --- case: subtract
result = a.subtract(b)

# --- case: except_all
result = a.exceptAll(b)

# --- case: distinct
result = a.distinct()

# --- case: distinct_of_doubles
result = spark.createDataFrame([(0.0,), (-0.0,), (float("nan"),), (float("nan"),), (None,), (None,)], "x double").distinct()

# --- case: drop_duplicates
result = a.dropDuplicates()

# --- case: drop_duplicates_subset
df = spark.createDataFrame([(1, "x", 5), (1, "x", 5), (2, "x", 5)], "id int, s string, v int")
result = df.dropDuplicates(["id", "s"])

# --- case: drop_duplicates_unknown_column
result = a.dropDuplicates(["nope"])

# --- case: union_column_counts
result = a.union(b.select("id"))

# --- case: union_types_do_not_fit
result = a.select("id").union(a.select(F.array("id")))

# --- case: set_operations_sql
a.createOrReplaceTempView("a")
b.createOrReplaceTempView("b")
result = spark.sql("select * from a union select * from b except select 3, 'z'")

# --- case: set_operations_sql_all
a.createOrReplaceTempView("a")
b.createOrReplaceTempView("b")
result = spark.sql("(select id from a intersect all select id from b) union all select 100")

# --- case: union_nested
x = spark.createDataFrame([([1], (1, "a"))], "xs array<int>, p struct<i:int,s:string>")
y = spark.createDataFrame([([2.5], (2, "b"))], "xs array<double>, p struct<i:bigint,s:string>")
result = x.union(y)
