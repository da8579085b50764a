from pyspark.sql import functions as F

df = spark.createDataFrame([(1, 10.0, "a", True), (2, None, None, None), (None, float("nan"), "c", False), (None, None, None, None)], "i int, x double, s string, b boolean")

# --- case: fill_number
result = df.na.fill(0)

# --- case: fill_string
result = df.fillna("?")

# --- case: fill_boolean
result = df.na.fill(False)

# --- case: fill_by_column
result = df.fillna({"i": -1, "s": "none", "x": 5})

# --- case: fill_subset
result = df.fillna(9, subset=["i"])

# --- case: fill_double_into_int
result = df.fillna(1.9)

# --- case: drop_any
result = df.na.drop()

# --- case: drop_all
result = df.dropna("all")

# --- case: drop_thresh
result = df.dropna(thresh=2)

# --- case: drop_subset
result = df.dropna(subset=["x"])

# --- case: replace_value
result = df.na.replace(1, 100)

# --- case: replace_list_and_dict
result = df.replace(["a", "c"], ["A", None], "s").replace({2: 20}, subset=["i"])

# --- case: describe
# ordered
result = df.describe("i", "x", "s")

# --- case: summary
# ordered
n = spark.createDataFrame([(i, float(i) / 2) for i in range(1, 9)], "i int, x double")
result = n.summary()

# --- case: summary_of_some
# ordered
n = spark.createDataFrame([(i, float(i) / 2) for i in range(1, 9)], "i int, x double")
result = n.summary("count", "50%", "max")

# --- case: corr_and_cov
n = spark.createDataFrame([(1, 2.0), (2, 4.1), (3, 5.9), (4, 8.2)], "a int, b double")
result = [n.stat.corr("a", "b"), n.stat.cov("a", "b"), n.corr("a", "b", "pearson")]

# --- case: crosstab
c = spark.createDataFrame([("a", "x"), ("a", "y"), ("b", "x"), ("a", "x"), (None, "y")], "p string, q string")
result = c.crosstab("p", "q")

# --- case: approx_quantile
n = spark.createDataFrame([(i, float(i) / 2) for i in range(1, 11)], "i int, x double")
result = [n.approxQuantile("x", [0.0, 0.5, 1.0], 0.0), n.stat.approxQuantile(["i", "x"], [0.25], 0.1)]

# --- case: freq_items
c = spark.createDataFrame([("a",)] * 8 + [("b",), ("c",)], "p string")
result = c.stat.freqItems(["p"], 0.6)

# --- case: fill_bad_type
result = df.na.fill([1])

# --- case: fill_unknown_column
result = df.fillna(0, subset=["nope"])

# --- case: observed_nulls_by_column
result = df.select([F.count(F.when(F.col(c).isNull(), c)).alias(c) for c in df.columns])

# --- case: drop_with_columns_of_one_name
t = spark.createDataFrame([(1, 2, "x"), (2, None, None)], "k int, a int, b string")
print(t.select("k", "a", "k").dropna().collect(), t.join(t, ["k"], "right").dropna(subset=["k"]).count(), t.join(t, ["k"], "right").fillna(0).count())
result = t.join(t, ["k"], "right").dropna("all")
