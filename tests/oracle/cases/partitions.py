from pyspark.sql import functions as F
from pyspark.sql.functions import col

df = spark.range(0, 20).withColumn("g", col("id") % 3)

# --- case: counts_of_partitions
result = [df.rdd.getNumPartitions(), df.repartition(5).rdd.getNumPartitions(), df.coalesce(1).rdd.getNumPartitions(), df.coalesce(9).rdd.getNumPartitions(),
          spark.range(0, 10, 1, 4).rdd.getNumPartitions()]

# --- case: partition_id_of_range
result = spark.range(0, 10, 1, 3).select("id", F.spark_partition_id().alias("p"))

# --- case: partition_id_after_hash
result = df.repartition(4, "g").select("g", F.spark_partition_id().alias("p")).distinct()

# --- case: partition_of_strings
s = spark.createDataFrame([("a",), ("b",), ("hello",), (None,), ("é",)], "s string")
result = s.repartition(7, "s").select("s", F.spark_partition_id().alias("p"))

# --- case: partition_of_two_keys
two = spark.createDataFrame([(1, "a"), (2, "b"), (None, "c"), (4, None)], "n bigint, s string")
result = two.repartition(5, "n", "s").select("n", "s", F.spark_partition_id().alias("p"))

# --- case: partition_of_local_rows
rows = spark.createDataFrame([(i,) for i in range(7)], "i int")
result = rows.select("i", F.spark_partition_id().alias("p"))

# --- case: monotonic_id
result = spark.range(0, 6, 1, 2).select("id", F.monotonically_increasing_id().alias("m"))

# --- case: repartition_by_range
result = df.repartitionByRange(3, "id").select("id", F.spark_partition_id().alias("p"))

# --- case: repartition_round_robin_keeps_rows
result = df.repartition(6).agg(F.count("*"), F.sum("id"))

# --- case: rand_with_seed
result = spark.range(0, 6, 1, 2).select("id", F.rand(42).alias("u"))

# --- case: randn_with_seed
result = spark.range(0, 4, 1, 2).select("id", F.randn(7).alias("z"))

# --- case: sample_with_seed
result = spark.range(0, 40, 1, 2).sample(fraction=0.3, seed=11)

# --- case: sample_with_replacement
result = spark.range(0, 20, 1, 2).sample(True, 0.5, 3)

# --- case: sample_by
result = df.sampleBy("g", {0: 0.5, 1: 1.0}, seed=5)

# --- case: random_split
parts = spark.range(0, 30, 1, 2).randomSplit([0.6, 0.4], seed=9)
result = [[row.id for row in part.collect()] for part in parts]

# --- case: limit_zero
result = df.limit(0)

# --- case: negative_limit
result = df.limit(-1)

# --- case: repartition_zero
result = df.repartition(0)

# --- case: cache_and_persist
cached = df.where("id < 3").cache()
result = [cached.count(), cached.is_cached, cached.unpersist().is_cached]

# --- case: hash_values
result = spark.createDataFrame([(1, 1, "a", 1.5, True), (None, -5, "spark", -0.0, False)], "i int, l bigint, s string, d double, b boolean").select(
    F.hash("i"), F.hash("l"), F.hash("s"), F.hash("d"), F.hash("b"), F.hash("i", "l", "s"), F.xxhash64("i"), F.xxhash64("s", "d"))

# --- case: hash_of_kinds
result = spark.sql("select hash(date'2024-01-01'), hash(timestamp'2024-01-01 00:00:00'), hash(cast(1.5 as decimal(10,2))), hash(cast(1.5 as decimal(38,2))), hash(array(1,2)), hash(struct(1,'a')), hash(cast('ab' as binary)), hash(cast(1.5 as float)), hash(cast(3 as short)), hash(null)")
