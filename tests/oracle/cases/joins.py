from pyspark.sql import functions as F
from pyspark.sql.functions import col

left = spark.createDataFrame([(1, "a"), (2, "b"), (2, "bb"), (3, "c"), (None, "n")], "id int, l string")
right = spark.createDataFrame([(2, "X"), (2, "XX"), (3, "Y"), (4, "Z"), (None, "N")], "id int, r string")

# --- case: inner_using
result = left.join(right, "id")

# --- case: left_using
result = left.join(right, "id", "left")

# --- case: right_using
result = left.join(right, ["id"], "right")

# --- case: full_using
result = left.join(right, "id", "outer")

# --- case: semi_using
result = left.join(right, "id", "left_semi")

# --- case: anti_using
result = left.join(right, "id", "left_anti")

# --- case: cross
result = left.limit(2).crossJoin(right.select("r").limit(2)).select(F.count("*"))

# --- case: cross_rows
result = left.select("l").where("l < 'bb'").crossJoin(right.select("r").where("r > 'XX'"))

# --- case: inner_condition
result = left.join(right, left.id == right.id)

# --- case: left_condition
result = left.join(right, left.id == right.id, "left_outer")

# --- case: full_condition
result = left.join(right, left["id"] == right["id"], "full")

# --- case: null_safe
result = left.join(right, left.id.eqNullSafe(right.id), "inner").select("l", "r")

# --- case: null_safe_full
result = left.join(right, left.id.eqNullSafe(right.id), "full_outer").select(left.id, "l", "r")

# --- case: range_condition
result = left.join(right, left.id < right.id).select(left.id.alias("a"), right.id.alias("b"), "l", "r")

# --- case: range_condition_left
result = left.join(right, left.id > right.id, "left").select("l", "r")

# --- case: equality_and_more
result = left.join(right, (left.id == right.id) & (F.length("l") == F.length("r")), "left").select(left.id, "l", "r")

# --- case: condition_full_with_filter_on_one_side
result = left.join(right, (left.id == right.id) & (col("l") != "b"), "full").select("l", "r")

# --- case: semi_condition
result = left.join(right, (left.id == right.id) & (right.r == "Y"), "leftsemi")

# --- case: anti_condition
result = left.join(right, (left.id == right.id) & (right.r == "Y"), "leftanti")

# --- case: list_of_conditions
result = left.join(right, [left.id == right.id, left.l > "b"]).select("l", "r")

# --- case: expression_keys
result = left.join(right, left.id + 1 == right.id).select("l", "r")

# --- case: key_types_differ
other = spark.createDataFrame([("2", 1.5), ("3", 2.5), ("x", 3.5)], "id string, v double").where("id <> 'x'")
result = left.join(other, left.id == other.id).select("l", "v")

# --- case: int_and_long_keys
other = spark.createDataFrame([(2, 1.5), (3, 2.5)], "id bigint, v double")
result = left.join(other, "id")

# --- case: double_keys_nan_and_zero
a = spark.createDataFrame([(float("nan"), "nan"), (0.0, "zero"), (-0.0, "minus zero"), (None, "null")], "k double, a string")
b = spark.createDataFrame([(float("nan"), "NAN"), (0.0, "ZERO"), (None, "NULL")], "k double, b string")
result = a.join(b, "k").select("a", "b")

# --- case: multiple_keys
a = spark.createDataFrame([(1, "x", 10), (1, "y", 20), (1, None, 30), (None, "x", 40)], "k1 int, k2 string, a int")
b = spark.createDataFrame([(1, "x", 100), (1, None, 200), (2, "x", 300)], "k1 int, k2 string, b int")
result = a.join(b, ["k1", "k2"], "full")

# --- case: multiple_keys_one_null_safe
a = spark.createDataFrame([(1, "x", 10), (1, "y", 20), (1, None, 30), (None, "x", 40)], "k1 int, k2 string, a int")
b = spark.createDataFrame([(1, "x", 100), (1, None, 200), (2, "x", 300)], "k1 int, k2 string, b int")
result = a.join(b, (a.k1 == b.k1) & a.k2.eqNullSafe(b.k2), "left").select("a", "b")

# --- case: self_join_with_alias
e = spark.createDataFrame([(1, "boss", None), (2, "ann", 1), (3, "ben", 1), (4, "cat", 2)], "id int, name string, manager int")
result = e.alias("e").join(e.alias("m"), col("e.manager") == col("m.id"), "left").select(col("e.name").alias("name"), col("m.name").alias("manager"))

# --- case: self_join_same_frame
e = spark.createDataFrame([(1, "a"), (2, "b")], "id int, name string")
result = e.join(e, e.id == e.id)

# --- case: self_join_using
e = spark.createDataFrame([(1, "a"), (2, "b")], "id int, name string")
result = e.join(e, "id")

# --- case: ambiguous_reference
result = left.join(right, left.id == right.id).select("id")

# --- case: disambiguate_by_frame
result = left.join(right, left.id == right.id).select(left.id, right.id, "l", "r").drop(right.id)

# --- case: using_column_missing
result = left.join(right, "l")

# --- case: bad_join_type
result = left.join(right, "id", "sideways")

# --- case: no_condition_is_cross
result = left.select("l").limit(1).join(right.where("r = 'Y'").select("r"))

# --- case: empty_right
empty = right.where("false")
result = left.join(empty, "id", "left")

# --- case: empty_left_full
empty = left.where("false")
result = empty.join(right, "id", "full")

# --- case: broadcast_hint_rows
result = left.join(F.broadcast(right), "id", "left")

# --- case: sort_merge_rows
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = left.join(right, "id", "full")

# --- case: sort_merge_left_extra_condition
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = left.join(right, (left.id == right.id) & (right.r != "X"), "left").select("l", "r")

# --- case: shuffled_hash_rows
# conf: spark.sql.autoBroadcastJoinThreshold=-1
result = left.join(right.hint("shuffle_hash"), "id", "right")

# --- case: join_then_aggregate
result = left.join(right, "id", "left").groupBy("id").agg(F.count("r").alias("n"), F.max("r").alias("last"))

# --- case: three_way
c = spark.createDataFrame([(2, True), (3, False)], "id int, ok boolean")
result = left.join(right, "id", "left").join(c, "id", "left").select("id", "l", "r", "ok")

# --- case: condition_is_not_boolean
result = left.join(right, left.id + right.id)

# --- case: lateral_join
orders = spark.createDataFrame([(1, [10, 20]), (2, [5])], "id int, xs array<int>")
orders.createOrReplaceTempView("orders")
result = spark.sql("select id, x from orders lateral view explode(xs) t as x")
