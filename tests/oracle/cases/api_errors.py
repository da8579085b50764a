# Errors that PySpark's own Python code raises, before Spark sees a plan.
from pyspark.sql import Row, Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col
from pyspark.sql.types import IntegerType, StructField, StructType

df = spark.createDataFrame([(1, "a")], "id int, s string")

# --- case: column_as_boolean
result = df.where(col("id") > 0 and col("s") == "a")

# --- case: if_on_column
if df.id == 1:
    result = 1

# --- case: not_on_column
result = df.where(not col("id"))

# --- case: in_on_column
result = "a" in col("s")

# --- case: iterate_column
result = list(col("s"))

# --- case: column_not_callable
result = col("s")("x")

# --- case: with_column_needs_column
result = df.withColumn("x", 5)

# --- case: with_column_renamed_type
result = df.withColumnsRenamed("id")

# --- case: select_number
result = df.select(1)

# --- case: filter_number
result = df.filter(5)

# --- case: join_on_number
result = df.join(df, 5)

# --- case: drop_number
result = df.drop(5)

# --- case: group_by_bad_item
result = df.groupBy("id")["s"]

# --- case: sum_of_string_column_shorthand
result = df.groupBy("id").sum("s")

# --- case: unknown_method
result = df.groupby("id").average("s")

# --- case: unknown_function
result = F.summ("id")

# --- case: order_by_bad_ascending
result = df.orderBy("id", ascending="yes")

# --- case: sample_without_fraction
result = df.sample()

# --- case: sample_fraction_too_big
result = df.sample(1.5)

# --- case: repartition_bad
result = df.repartition("id", 5)

# --- case: repartition_float
result = df.repartition(2.5)

# --- case: lit_list
result = df.select(F.lit([1, 2]), F.lit("x"))

# --- case: when_needs_column
result = F.when(True, 1)

# --- case: when_after_otherwise
result = df.select(F.when(col("id") == 1, 2).otherwise(3).when(col("id") == 2, 5))

# --- case: otherwise_without_when
result = df.select(col("id").otherwise(1))

# --- case: cast_to_nothing
result = col("id").cast(5)

# --- case: substr_mixed
result = df.select(col("s").substr(1, col("id")))

# --- case: window_no_columns
result = df.select(F.sum("id").over("s"))

# --- case: window_repr
w = Window.partitionBy("s").orderBy("id")
result = [type(w).__name__, Window.unboundedPreceding, Window.currentRow]

# --- case: struct_type_bad_field
result = StructType([("a", IntegerType())])

# --- case: struct_field_missing
result = StructType([StructField("a", IntegerType())])["b"]

# --- case: row_missing_field
result = Row(a=1).b

# --- case: row_missing_key
result = Row(a=1)["b"]

# --- case: row_mixed_arguments
result = Row("a", b=1)

# --- case: row_factory_too_many
Person = Row("name", "age")
result = [Person("Ada", 36), Person("Ada", 36).name, repr(Person)]

# --- case: frame_attribute
result = df.foo()

# --- case: group_attribute
result = df.groupBy("s").foo()

# --- case: empty_agg
result = df.agg()

# --- case: agg_mixed
result = df.agg({"id": "max"}, F.sum("id"))

# --- case: agg_unknown_function_name
result = df.groupBy("s").agg({"id": "summ"})

# --- case: to_df_wrong_count
result = df.toDF("a")

# --- case: create_frame_from_number
result = spark.createDataFrame(5)

# --- case: create_frame_bad_schema
result = spark.createDataFrame([(1,)], 5)

# --- case: isin_set
result = df.select(col("id").isin({1, 2}))

# --- case: isin_tuple
result = df.select(col("id").isin((1, 2)))

# --- case: dates_as_strings_in_between
result = df.select(F.lit("2024-01-05").cast("date").between("2024-01-01", "2024-01-31"))

# --- case: unknown_conf
result = spark.conf.get("spark.sql.nope")

# --- case: conf_values
spark.conf.set("spark.sql.shuffle.partitions", 8)
spark.conf.set("my.flag", True)
result = [spark.conf.get("spark.sql.shuffle.partitions"), spark.conf.get("my.flag"), spark.conf.get("nope", "dflt"), spark.conf.get("spark.sql.ansi.enabled")]

# --- case: static_conf
spark.conf.set("spark.sql.warehouse.dir", "x")

# --- case: drop_duplicates_string
result = df.dropDuplicates("id")

# --- case: fillna_bad
result = df.fillna(None)
