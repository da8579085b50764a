from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.createDataFrame([(1, "a", 10.0), (2, "b", 20.0)], "customer_id int, name string, revenue double")
df.createOrReplaceTempView("t")

# --- case: unresolved_column
result = df.select("revenu")

# --- case: unresolved_column_in_filter
result = df.filter(col("custmer_id") > 1)

# --- case: unresolved_column_in_group
result = df.groupBy("region").count()

# --- case: unresolved_column_in_aggregate
result = df.groupBy("name").agg(F.sum("revenues"))

# --- case: unresolved_column_in_order
result = df.orderBy("nope")

# --- case: unresolved_qualified
result = df.alias("x").select("y.name")

# --- case: unresolved_sql
result = spark.sql("select nme from t")

# --- case: attribute_of_frame
result = df.nope

# --- case: item_of_frame
result = df["nope"]

# --- case: column_of_other_frame
other = spark.createDataFrame([(1, "z")], "customer_id int, city string")
result = df.select(other.city)

# --- case: column_dropped_then_used
result = df.drop("revenue").select("revenue")

# --- case: dropped_column_in_where
result = df.select("name").where(col("revenue") > 15)

# --- case: dropped_column_in_order
# ordered
result = df.select("name").orderBy(F.desc("revenue"))

# --- case: dropped_column_in_repartition
result = df.select("name").repartition(3, "customer_id")

# --- case: dropped_column_in_repartition_by_range
result = df.select("name").repartitionByRange(2, "customer_id")

# --- case: dropped_column_in_sort_within_partitions
result = df.select("name").sortWithinPartitions("customer_id")

# --- case: dropped_column_in_group
result = df.select("name").groupBy("revenue").count()

# --- case: dropped_column_after_distinct
result = df.select("name").distinct().orderBy("revenue")

# --- case: aggregated_column_in_order
result = df.groupBy("name").agg(F.sum("revenue").alias("s")).orderBy("customer_id")

# --- case: ambiguous_names
two = df.select("customer_id", col("name").alias("customer_id"))
result = two.select("customer_id")

# --- case: ambiguous_after_join
other = spark.createDataFrame([(1, "z")], "customer_id int, name string")
result = df.join(other, "customer_id").select("name")

# --- case: missing_group_by
result = df.groupBy("name").agg(col("revenue"))

# --- case: missing_group_by_sql
result = spark.sql("select name, revenue, sum(revenue) from t group by name")

# --- case: missing_group_by_without_group
result = df.select("name", F.sum("revenue"))

# --- case: aggregate_in_where
result = df.where(F.sum("revenue") > 10)

# --- case: aggregate_in_where_sql
result = spark.sql("select name from t where sum(revenue) > 10")

# --- case: filter_not_boolean
result = df.where(col("revenue"))

# --- case: filter_string_not_boolean
result = df.where("name")

# --- case: unknown_function_sql
result = spark.sql("select summ(revenue) from t")

# --- case: unknown_function_expr
result = df.select(F.expr("uper(name)"))

# --- case: wrong_argument_count
result = spark.sql("select substring(name) from t")

# --- case: too_many_arguments
result = spark.sql("select upper(name, 1) from t")

# --- case: wrong_argument_type
result = df.select(F.explode("name"))

# --- case: sum_of_string_column
result = df.agg(F.sum(F.array("name")))

# --- case: add_boolean
result = df.select(lit(True) + 1)

# --- case: and_with_number
result = df.select(col("customer_id") & True)

# --- case: compare_int_with_array
result = df.select(col("customer_id") == F.array(lit(1)))

# --- case: case_branches_differ
result = df.select(F.when(col("customer_id") > 1, F.array(lit(1))).otherwise(2))

# --- case: nested_generators
result = df.select(F.explode(F.array(lit(1))), F.explode(F.array(lit(2))))

# --- case: generator_in_where
result = df.where(F.explode(F.array(lit(True))))

# --- case: parse_error_sql
result = spark.sql("selec name from t")

# --- case: parse_error_at_end
result = spark.sql("select name from")

# --- case: parse_error_parenthesis
result = spark.sql("select (1 + 2 from t")

# --- case: parse_error_expr
result = df.select(F.expr("a +"))

# --- case: parse_error_filter
result = df.where("revenue > > 3")

# --- case: unclosed_string
result = spark.sql("select 'abc from t")

# --- case: empty_sql
result = spark.sql("")

# --- case: table_not_found
result = spark.sql("select * from nowhere")

# --- case: table_function
result = spark.table("nowhere")

# --- case: order_by_position_out_of_range
result = spark.sql("select name from t order by 3")

# --- case: group_by_position_out_of_range
result = spark.sql("select name from t group by 3")

# --- case: scalar_subquery_of_two_columns
result = spark.sql("select (select name, revenue from t) from t")

# --- case: duplicate_column_in_with_columns
result = df.withColumns({"a": lit(1), "A": lit(2)})

# --- case: view_exists
df.createTempView("v")
df.createTempView("v")

# --- case: star_in_expression
result = df.select(col("*") + 1)

# --- case: union_different_columns_by_name
result = df.unionByName(df.withColumnRenamed("name", "title"))

# --- case: pivot_too_odd
result = df.groupBy("name").pivot("nope").sum("revenue")

# --- case: python_sum_by_mistake
result = df.groupBy("customer_id").agg(sum("revenue").alias("total_revenue"))

# --- case: alias_missing_call
result = df.groupBy("customer_id").agg("revenue")

# --- case: percent_out_of_range
result = df.agg(F.percentile_approx("revenue", 1.5))

# --- case: window_frame_type
result = df.select(F.sum("revenue").over(Window.orderBy("name").rangeBetween(-1, 0)))

# --- case: interval_bad
result = df.select(F.window(lit("2024-01-01").cast("timestamp"), "5 parsecs"))

# --- case: cast_struct_to_int
result = df.select(F.struct("name").cast("int"))

# --- case: values_uneven
result = spark.sql("select * from values (1, 2), (3)")
