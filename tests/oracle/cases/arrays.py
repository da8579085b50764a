from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

a = spark.createDataFrame([([3, 1, None, 2, 1], [1, 5]), ([], [7]), (None, [1]), ([4], None)], "xs array<int>, ys array<int>")

# --- case: basics
result = a.select(F.size("xs"), F.array_size("xs"), F.cardinality("xs"), F.array_contains("xs", 1), F.array_contains("xs", 9), F.array_position("xs", 2), F.element_at("ys", 1), F.element_at("ys", -1), F.get("xs", 1))

# --- case: sorting
result = a.select(F.sort_array("xs"), F.sort_array("xs", asc=False), F.array_sort("xs"), F.reverse("xs"), F.array_min("xs"), F.array_max("xs"))

# --- case: sets
result = a.select(F.array_distinct("xs"), F.array_union("xs", "ys"), F.array_intersect("xs", "ys"), F.array_except("xs", "ys"), F.arrays_overlap("xs", "ys"))

# --- case: editing
result = a.select(F.array_remove("xs", 1), F.array_append("xs", 9), F.array_prepend("xs", 0), F.array_insert("xs", 2, lit(77)), F.array_insert("xs", -1, lit(88)), F.array_compact("xs"), F.concat("xs", "ys"))

# --- case: joining_and_slicing
result = a.select(F.array_join("xs", ","), F.array_join("xs", ",", "null"), F.slice("xs", 2, 2), F.slice("xs", -2, 2), F.array_repeat(lit("z"), 3), F.flatten(F.array("xs", "ys")))

# --- case: sequences
result = spark.range(1).select(F.sequence(lit(1), lit(5)), F.sequence(lit(5), lit(1), lit(-2)), F.sequence(lit(3), lit(1)), F.array(), F.array(lit(1), lit(2.5)), F.array_repeat(lit(None), 2))

# --- case: zip
df = spark.createDataFrame([([1, 2, 3], ["a", "b"])], "n array<int>, s array<string>")
result = df.select(F.arrays_zip("n", "s"), F.arrays_zip(col("n").alias("p"), col("s")), F.zip_with("n", "s", lambda x, y: F.concat(x.cast("string"), F.coalesce(y, lit("?")))))

# --- case: higher_order
result = a.select(F.transform("xs", lambda x: x * 10), F.transform("xs", lambda x, i: x + i), F.filter("xs", lambda x: x > 1), F.filter("xs", lambda x, i: i % 2 == 0), F.exists("xs", lambda x: x > 3), F.forall("xs", lambda x: x > 0))

# --- case: aggregate
result = a.select(F.aggregate("xs", lit(0), lambda acc, x: acc + F.coalesce(x, lit(0))), F.aggregate("ys", lit(0.0), lambda acc, x: acc + x, lambda acc: acc / 2), F.reduce("ys", lit(1), lambda acc, x: acc * x))

# --- case: array_sort_comparator
result = spark.range(1).select(F.array_sort(F.array(lit("bb"), lit("a"), lit("ccc")), lambda x, y: F.length(y) - F.length(x)))

# --- case: nested_lambda
df = spark.createDataFrame([([[1, 2], [3]],), ([[], None],)], "xss array<array<int>>")
result = df.select(F.transform("xss", lambda xs: F.transform(xs, lambda x: x + 1)), F.flatten("xss"), F.transform("xss", lambda xs: F.size(xs)))

# --- case: lambda_uses_outer_column
df = spark.createDataFrame([(10, [1, 2]), (20, [3])], "n int, xs array<int>")
result = df.select(F.transform("xs", lambda x: x + col("n")), F.expr("filter(xs, x -> x * 10 < n + 5)"), F.expr("transform(xs, (x, i) -> x * i)"))

# --- case: index_out_of_bounds
result = a.where("size(ys) = 2").select(col("ys")[5])

# --- case: element_at_out_of_bounds
result = a.where("size(ys) = 2").select(F.element_at("ys", 5))

# --- case: element_at_zero
result = a.where("size(ys) = 2").select(F.element_at("ys", 0))

# --- case: try_element_at
result = a.where("size(ys) = 2").select(F.try_element_at("ys", lit(5)), F.get("ys", -1), F.get("ys", 9))

# --- case: array_of_mixed_types
result = spark.range(1).select(F.array(lit(1), lit(2.5)), F.array(lit(1), lit(None)), F.array(F.array(lit(1)), F.array(lit(2.5))))

# --- case: array_of_number_and_text
result = spark.range(1).select(F.array(lit(1), lit("a")))

# --- case: array_comparison
df = spark.createDataFrame([([1, 2], [1, 3]), ([1], [1, 0]), ([None], [1]), ([2], [1, 9])], "x array<int>, y array<int>")
result = df.select(col("x") == col("y"), col("x") < col("y"), F.greatest("x", "y"))

# --- case: array_contains_null
df = spark.createDataFrame([([1, None],), ([1],), ([],), (None,)], "xs array<int>")
result = df.select(F.array_contains("xs", 2), F.array_contains("xs", 1), F.exists("xs", lambda x: x > 1), F.forall("xs", lambda x: x > 0), F.arrays_overlap("xs", F.array(lit(5))))

# --- case: array_contains_wrong_type
result = a.select(F.array_contains("xs", "a"))

# --- case: inline_and_stack
df = spark.createDataFrame([(1, [(1, "a"), (2, "b")])], "id int, ps array<struct<n:int,s:string>>")
result = df.select("id", F.inline("ps"))

# --- case: stack
result = spark.sql("select stack(2, 1, 'a', 2, 'b') as (n, s)")

# --- case: array_of_structs_access
df = spark.createDataFrame([([(1, "a"), (2, "b")],), (None,)], "ps array<struct<n:int,s:string>>")
result = df.select("ps.n", col("ps")[0]["s"], F.array_max("ps"), F.to_json("ps"), F.transform("ps", lambda p: p.n))

# --- case: shuffle_keeps_elements
result = spark.range(1).select(F.sort_array(F.shuffle(F.array(lit(3), lit(1), lit(2)))))
