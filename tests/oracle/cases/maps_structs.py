from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

m = spark.createDataFrame([({"a": 1, "b": None},), ({},), (None,)], "m map<string,int>")

# --- case: map_basics
result = m.select(F.map_keys("m"), F.map_values("m"), F.size("m"), F.map_entries("m"), F.map_contains_key("m", "a"), F.element_at("m", "a"), col("m")["zz"], F.try_element_at("m", lit("q")))

# --- case: map_building
result = spark.range(1).select(F.create_map(lit("a"), lit(1), lit("b"), lit(2)), F.map_from_arrays(F.array(lit(1), lit(2)), F.array(lit("x"), lit("y"))), F.map_from_entries(F.array(F.struct(lit("k"), lit(9)))), F.map_concat(F.create_map(lit("a"), lit(1)), F.create_map(lit("b"), lit(2))), F.create_map())

# --- case: map_lambdas
result = m.select(F.transform_keys("m", lambda k, v: F.upper(k)), F.transform_values("m", lambda k, v: F.coalesce(v, lit(0)) + 1), F.map_filter("m", lambda k, v: v.isNotNull()), F.map_zip_with("m", F.create_map(lit("a"), lit(5)), lambda k, x, y: x + y))

# --- case: map_duplicate_key
result = spark.range(1).select(F.create_map(lit("a"), lit(1), lit("a"), lit(2)))

# --- case: map_null_key
result = spark.range(1).select(F.create_map(lit(None).cast("string"), lit(1)))

# --- case: map_last_win
# conf: spark.sql.mapKeyDedupPolicy=LAST_WIN
result = spark.range(1).select(F.create_map(lit("a"), lit(1), lit("a"), lit(2)))

# --- case: map_equality_is_refused
result = m.select(col("m") == col("m"))

# --- case: struct_building
df = spark.createDataFrame([(1, "x"), (None, None)], "id int, s string")
result = df.select(F.struct("id", "s"), F.struct(col("id").alias("n"), (col("id") + 1)), F.named_struct(lit("p"), "id", lit("q"), lit("z")), F.struct("*"))

# --- case: struct_access
df = spark.createDataFrame([(((1, 2), "x"),), (None,)], "o struct<p:struct<u:int,v:int>,s:string>")
result = df.select("o.p.u", "o.p", "o.*", col("o")["p"]["v"], col("o.s").alias("t"))

# --- case: struct_compare
df = spark.createDataFrame([((1, "a"), (1, "b")), ((1, None), (1, "b")), ((2, "a"), (2, "a"))], "x struct<n:int,s:string>, y struct<n:int,s:string>")
result = df.select(col("x") < col("y"), col("x") == col("y"), F.greatest("x", "y"))

# --- case: struct_field_missing
df = spark.createDataFrame([((1, 2),)], "o struct<u:int,v:int>")
result = df.select("o.w")

# --- case: field_of_non_struct
df = spark.createDataFrame([(1,)], "n int")
result = df.select("n.x")

# --- case: show_nested
df = spark.createDataFrame([([1, None], {"a": None, "b": 2}, (None, "x"), [(1, "y")])], "xs array<int>, m map<string,int>, p struct<i:int,s:string>, ps array<struct<n:int,s:string>>")
result = df.select("*", col("xs").cast("string"), col("p").cast("string"), col("m").cast("string"))

# --- case: map_to_json_and_back
result = m.select(F.to_json("m"), F.from_json(F.to_json("m"), "map<string,int>"))
