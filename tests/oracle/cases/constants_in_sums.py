import contextlib
import io


def told(df):
    """Prints the optimized plan."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        df.explain(True)
    text = out.getvalue()
    print(text[text.index("== Optimized") : text.index("== Physical")])


t = spark.createDataFrame([(1, 2, 1.5), (2147483646, 3, 2.5), (None, 4, None)], "k int, j int, v double")
t.createOrReplaceTempView("t")

# --- case: sums
# ts: no
df = spark.sql("select k + -1 + 1 as a, 1 + (2 + j) as b, 0 + k as c, (j + 1) + (j + 2) as d, j + 0 > 3 as e, v + 0 as f from t")
told(df)
result = df

# --- case: products
# ts: no
df = spark.sql("select j * 2 * 3 as a, 1 * k as b, 2 * j * 3L as c, j * 0 as d, v * 1 as e, (1 + j) * 1 as f from t")
told(df)
result = df

# --- case: what_would_overflow
# ts: no
result = spark.sql("select k + 2147483647 + -2147483647 as a, 2147483647 + k + -2147483646 as b from t where j <> 3")

# --- case: overflow
# ts: no
result = spark.sql("select k + 1 + 1 as a from t")

# --- case: constants_overflow
# ts: no
result = spark.sql("select 2147483647 + k + 1 as a from t")

# --- case: groups
# ts: no
df = spark.sql("select j + 1 as g, j + 1 + 2 as h, sum(1 + j + 2) as s from t group by j + 1")
told(df)
result = df

# --- case: conditions
# ts: no
df = spark.sql("select j from t where 1 + j + 1 = 5")
told(df)
result = df

# --- case: without_ansi
# conf: spark.sql.ansi.enabled=false
# ts: no
df = spark.sql("select k + 1 + 1 as a, 2147483647 + k + 1 as b, k * 2 * 1073741824 as c from t")
told(df)
result = df
