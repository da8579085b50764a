"""Runs the reference solutions on real Spark over the challenges' cases and records their rows.

    npx tsx tests/challenges/spark/cases.ts | .oracle-venv/bin/python tests/challenges/spark/record.py

It takes about three minutes, and Java 17; `npm run oracle` makes the virtual environment. Values are recorded in their wire
form (engine/types/wire.ts), rows in Spark's order.
"""

from __future__ import annotations

import datetime
import json
import math
import os
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHALLENGES = HERE.parents[2] / "challenges"
EPOCH = datetime.datetime(1970, 1, 1)
EPOCH_DAY = EPOCH.date()
MICROSECOND = datetime.timedelta(microseconds=1)

os.environ.update(TZ="UTC", PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")

import pyspark  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from pyspark.sql.types import StructType  # noqa: E402


def decode(kind: str, wire: Any) -> Any:
    if wire is None:
        return None
    if kind == "double":
        return float(wire)
    if kind == "timestamp":
        return EPOCH + int(wire) * MICROSECOND
    return EPOCH_DAY + datetime.timedelta(days=wire) if kind == "date" else wire


def encode(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "double":
        if math.isnan(value):
            return "NaN"
        return value if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")
    if kind == "timestamp":
        return str((value - EPOCH) // MICROSECOND)
    return (value - EPOCH_DAY).days if kind == "date" else value


def kinds(schema: StructType) -> list[str]:
    return [field.dataType.typeName() for field in schema.fields]


def argument(spark: SparkSession, given: dict[str, Any]) -> Any:
    if given["kind"] == "value":
        return given["value"]
    schema = StructType.fromJson(given["table"]["schema"])
    columns = [[decode(kind, v) for v in column] for kind, column in zip(kinds(schema), given["table"]["columns"], strict=True)]
    df = spark.createDataFrame(list(zip(*columns, strict=True)), schema)
    return df.repartition(given["numPartitions"]) if "numPartitions" in given else df


def table(df: DataFrame) -> dict[str, Any]:
    rows = df.collect()
    columns = [[encode(kind, row[j]) for row in rows] for j, kind in enumerate(kinds(df.schema))]
    return {"schema": df.schema.jsonValue(), "numRows": len(rows), "columns": columns}


def main() -> None:
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.shuffle.partitions", "3")
    programs: dict[str, dict[str, Any]] = {}
    recorded = []
    for asked in json.load(sys.stdin):
        name = asked["challenge"]
        if name not in programs:
            path = CHALLENGES / name / "solutions" / "reference.py"
            programs[name] = {"spark": spark}
            exec(compile(path.read_text(), str(path), "exec"), programs[name])
        for key, value in asked["input"]["conf"].items():
            spark.conf.set(key, value)
        result = programs[name][asked["functionName"]](*[argument(spark, a) for a in asked["input"]["arguments"]])
        recorded.append({"challenge": name, "caseId": asked["input"]["caseId"], "key": asked["key"], "table": table(result)})
        for key in asked["input"]["conf"]:
            spark.conf.unset(key)
    spark.stop()
    lines = ",\n".join("  " + json.dumps(each, separators=(",", ":")) for each in recorded)
    (HERE / "recording.json").write_text(f'{{"spark": "{pyspark.__version__}", "cases": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
