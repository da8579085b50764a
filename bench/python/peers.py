"""The workloads on pandas, polars and real Spark, each where it is installed; timings as JSON on the last line."""

import json
import os
import statistics
import sys
import time

import numpy as np

WORKLOADS = (
    "top-customers",
    "deduplicate",
    "moving-average",
    "moving-average-by-symbol",
    "join-optimisation",
    "large-join",
    "streaming-window",
)
DTYPES = {"int": np.int32, "date": np.int32, "double": np.float64, "long": np.float64, "timestamp": np.float64, "string": np.int32}


def load(folder):
    """Tables as dictionaries of numpy arrays; texts as arrays of objects."""
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    tables = {}
    for name, table in manifest.items():
        columns = {}
        for column, c in table["columns"].items():
            data = np.fromfile(os.path.join(folder, c["file"]), dtype=DTYPES[c["kind"]])
            if c["kind"] == "string":
                with open(os.path.join(folder, c["dictionary"]), encoding="utf-8") as file:
                    data = np.array(json.load(file), dtype=object)[data]
            elif c["kind"] in ("long", "timestamp"):
                data = data.astype(np.int64)
            columns[column] = data
        tables[name] = columns
    return tables


def text_hash(text):
    h = 0x811C9DC5
    for c in text:
        h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
    return h


def hashes(values):
    known = {text: text_hash(text) for text in set(values)}
    return np.array([known[text] for text in values], dtype=np.float64)


def precision9(value):
    """As JavaScript's toPrecision(9)."""
    text = f"{value:#.9g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa}e{int(exponent):+d}"
    return text.rstrip(".")


SQRT2 = 2 ** 0.5


def checksum(columns):
    first = columns[0]
    texts = first.dtype == object
    keys = np.fmod(hashes(first) if texts else first.astype(np.float64), 1009)
    parts = []
    for column in columns:
        values = np.fmod(hashes(column), 65521) if column.dtype == object else column.astype(np.float64)
        parts.append(f"{precision9(values.sum() * SQRT2)}/{precision9((values * (1 + keys)).sum() * SQRT2)}")
    return f"{len(first)}:{','.join(parts)}"


def pandas_peer(tables):
    import pandas as pd

    t = {name: pd.DataFrame(columns) for name, columns in tables.items()}
    rolling = {"window": 7, "min_periods": 1}

    def by_symbol():
        d = t["quotes"].sort_values(["symbol", "date"])
        return d.assign(average=d.groupby("symbol", sort=False)["price"].rolling(**rolling).mean().to_numpy())

    def windows():
        events = [json.loads(text) for text in t["events"]["value"]]
        d = pd.DataFrame({"start": [e["timestamp"] // 300 * 300 for e in events], "action": [e["action"] for e in events]})
        return d.groupby(["start", "action"]).size().reset_index(name="n")

    work = {
        "top-customers": lambda: t["sales"].groupby("customer_id")["revenue"].sum().nlargest(10).reset_index(),
        "deduplicate": lambda: t["versions"].sort_values("updated_at", ascending=False).drop_duplicates("customer_id"),
        "moving-average": lambda: t["prices"].sort_values("date").assign(average=lambda d: d["price"].rolling(**rolling).mean()),
        "moving-average-by-symbol": by_symbol,
        "join-optimisation": lambda: t["orders"].merge(t["customers"], on="customer_id").merge(t["products"], on="product_id")[
            ["order_id", "customer_name", "product_name", "amount"]
        ],
        "large-join": lambda: t["left"].merge(t["right"], on="k")[["k", "a", "b"]],
        "streaming-window": windows,
    }
    return "pandas", pd.__version__, work, lambda d: [d[c].to_numpy() for c in d.columns]


def polars_peer(tables):
    import polars as pl

    t = {name: pl.DataFrame({c: pl.Series(list(v)) if v.dtype == object else pl.Series(v) for c, v in columns.items()}) for name, columns in tables.items()}
    mean = pl.col("price").rolling_mean(7, min_samples=1).alias("average")
    event = pl.Struct({"action": pl.String, "timestamp": pl.Int64})
    work = {
        "top-customers": lambda: t["sales"].group_by("customer_id").agg(pl.col("revenue").sum()).top_k(10, by="revenue"),
        "deduplicate": lambda: t["versions"].sort("updated_at", descending=True).unique("customer_id", keep="first"),
        "moving-average": lambda: t["prices"].sort("date").with_columns(mean),
        "moving-average-by-symbol": lambda: t["quotes"].sort("symbol", "date").with_columns(mean.over("symbol")),
        "join-optimisation": lambda: t["orders"].join(t["customers"], on="customer_id").join(t["products"], on="product_id").select(
            "order_id", "customer_name", "product_name", "amount"
        ),
        "large-join": lambda: t["left"].join(t["right"], on="k").select("k", "a", "b"),
        "streaming-window": lambda: t["events"].select(pl.col("value").str.json_decode(event).struct.unnest()).group_by(
            (pl.col("timestamp") // 300 * 300).alias("start"), "action"
        ).len(),
    }

    def columns(d):
        return [np.array(d[c].to_list(), dtype=object) if d[c].dtype == pl.String else d[c].to_numpy() for c in d.columns]

    return "polars", pl.__version__, work, columns


def spark_peer(tables):
    import pandas as pd
    import pyspark
    from pyspark.sql import SparkSession, Window
    from pyspark.sql import functions as F

    spark = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.memory", "6g")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true").config("spark.driver.maxResultSize", "0").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    t = {}
    for name, columns in tables.items():
        t[name] = spark.createDataFrame(pd.DataFrame(columns)).cache()
        t[name].count()
    week = lambda w: w.orderBy("date").rowsBetween(-6, 0)
    newest = Window.partitionBy("customer_id").orderBy(F.desc("updated_at"))
    work = {
        "top-customers": lambda: t["sales"].groupBy("customer_id").agg(F.sum("revenue").alias("total")).orderBy(F.desc("total")).limit(10),
        "deduplicate": lambda: t["versions"].withColumn("n", F.row_number().over(newest)).filter("n = 1").drop("n"),
        "moving-average": lambda: t["prices"].withColumn("average", F.avg("price").over(week(Window))).orderBy("date"),
        "moving-average-by-symbol": lambda: t["quotes"].withColumn("average", F.avg("price").over(week(Window.partitionBy("symbol")))),
        "join-optimisation": lambda: t["orders"].join(F.broadcast(t["customers"]), "customer_id").join(F.broadcast(t["products"]), "product_id").select(
            "order_id", "customer_name", "product_name", "amount"
        ),
        "large-join": lambda: t["left"].join(t["right"], "k").select("k", "a", "b"),
        "streaming-window": lambda: t["events"].select(F.from_json("value", "action STRING, timestamp BIGINT").alias("e")).groupBy(
            (F.col("e.timestamp") - F.col("e.timestamp") % 300).alias("start"), F.col("e.action").alias("action")
        ).count(),
    }
    collected = {name: (lambda make=make: make().toPandas()) for name, make in work.items()}
    return "Spark local[2]", pyspark.__version__, collected, lambda d: [d[c].to_numpy() for c in d.columns]


def once(run):
    start = time.perf_counter()
    result = run()
    return (time.perf_counter() - start) * 1000, result


def measure(peer, rounds, only):
    name, version, work, columns = peer
    timings = []
    for workload in WORKLOADS:
        if only and workload not in only:
            continue
        cold, result = once(work[workload])
        once(work[workload])
        times = [once(work[workload])[0] for _ in range(rounds)]
        timings.append({
            "peer": name, "workload": workload, "coldMs": cold, "medianMs": statistics.median(times),
            "minMs": min(times), "maxMs": max(times), "checksum": checksum(columns(result)),
        })
        print(f"{workload}: {name} {statistics.median(times):.1f} ms", file=sys.stderr)
    return {"name": name, "version": version}, timings


def main():
    folder, rounds, only = sys.argv[1], int(sys.argv[2]), [w for w in sys.argv[3].split(",") if w]
    tables = load(folder)
    peers, timings = [], []
    for make in (pandas_peer, polars_peer, spark_peer):
        try:
            peer = make(tables)
        except ImportError as error:
            print(f"{make.__name__}: not installed ({error})", file=sys.stderr)
            continue
        described, measured = measure(peer, rounds, only)
        peers.append(described)
        timings.extend(measured)
    print(json.dumps({"peers": peers, "timings": timings}))


main()
