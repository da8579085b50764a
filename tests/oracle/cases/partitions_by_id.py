# repartitionById: rows go where a column says.
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

df = spark.range(0, 6, 1, 2).select(col("id").cast("int").alias("i"), "id")
number = F.spark_partition_id().alias("p")

# --- case: by_a_column
# plan
result = df.repartitionById(4, "i").select("i", number)

# --- case: negative_numbers_and_null
result = df.repartitionById(4, F.when(col("i") != 5, col("i") - 3)).select("i", number)

# --- case: by_a_constant
# plan
result = df.repartitionById(4, lit(2)).select("i", number)

# --- case: aggregate_without_exchange
# plan
result = df.repartitionById(4, "i").groupBy("i").count()

# --- case: one_partition
# plan
result = df.repartitionById(1, "i")

# --- case: by_a_bigint
result = df.repartitionById(4, "id")

# --- case: by_a_text
result = df.repartitionById(4, lit("3"))

# --- case: no_partitions
result = df.repartitionById(0, "i")

# --- case: count_of_another_kind
result = df.repartitionById("4", "i")

# --- case: column_of_another_kind
result = df.repartitionById(4, 1)

# --- case: unknown_column
result = df.repartitionById(4, "nope")
