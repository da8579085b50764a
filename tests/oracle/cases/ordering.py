from pyspark.sql import functions as F
from pyspark.sql.functions import col

df = spark.createDataFrame([(1, 2.0, "b"), (2, None, "a"), (3, float("nan"), None), (4, -0.0, "B"), (5, 0.0, ""), (6, float("inf"), "é"), (7, float("-inf"), "ab")], "id int, x double, s string")

# --- case: doubles_ascending
# ordered
result = df.orderBy("x", "id")

# --- case: doubles_descending
# ordered
result = df.orderBy(col("x").desc(), "id")

# --- case: nulls_first_and_last
# ordered
result = df.orderBy(col("s").asc_nulls_last(), "id").select("id", "s")

# --- case: descending_nulls_first
# ordered
result = df.orderBy(F.desc_nulls_first("s")).select("id", "s")

# --- case: strings_by_bytes
# ordered
result = df.sort("s").select("s")

# --- case: ascending_argument
# ordered
result = df.orderBy("s", ascending=False).select("id")

# --- case: ascending_list
# ordered
two = spark.createDataFrame([(1, "a"), (1, "b"), (2, "a"), (2, "b")], "n int, s string")
result = two.orderBy(["n", "s"], ascending=[False, True])

# --- case: order_by_expression
# ordered
result = df.where("x is not null").orderBy(F.abs(col("id") - 4), F.desc("id")).select("id")

# --- case: order_by_position
# ordered
two = spark.createDataFrame([(1, "b"), (2, "a")], "n int, s string")
two.createOrReplaceTempView("two")
result = spark.sql("select n, s from two order by 2")

# --- case: order_by_dropped_column
# ordered
result = df.where("x > 0").select("s").orderBy("id")

# --- case: order_by_alias
# ordered
result = df.select("id", (-col("id")).alias("neg")).orderBy("neg").limit(2)

# --- case: booleans_dates_binary
# ordered
kinds = spark.createDataFrame([(True, "2024-01-02", b"\xff"), (False, "1969-12-31", b"\x01\x02"), (None, None, None), (False, "2024-01-01", b"\x01")], "ok boolean, d string, b binary")
result = kinds.orderBy("ok", F.to_date("d"), "b")

# --- case: arrays_and_structs
# ordered
kinds = spark.createDataFrame([([2], (1, "b")), ([1, 9], (1, None)), ([1], (1, "a")), (None, (0, "z")), ([], None)], "xs array<int>, p struct<i:int,s:string>")
result = kinds.orderBy("p").union(kinds.orderBy("xs"))

# --- case: map_is_not_orderable
maps = spark.createDataFrame([({"a": 1},)], "m map<string,int>")
result = maps.orderBy("m")

# --- case: limit_after_order
# ordered
result = df.orderBy("id").limit(3).select("id")

# --- case: offset
# ordered
result = df.orderBy("id").offset(2).limit(2).select("id")

# --- case: take_head_tail_first
o = df.select("id").orderBy("id")
result = [o.take(2), o.head(), o.head(2), o.tail(2), o.first(), o.limit(0).head()]

# --- case: sort_within_partitions
# ordered
result = df.coalesce(1).sortWithinPartitions(col("id").desc()).select("id")

# --- case: order_by_nothing
result = df.orderBy()

# --- case: order_by_aggregate_sql
# ordered
df.createOrReplaceTempView("t")
result = spark.sql("select substring(s, 1, 1) c, count(*) n from t group by 1 order by count(*) desc, max(id)")
