"""Runs the fuzzer's programs through the facade: as spark/server.py, for the engine."""

import datetime
import json
import warnings
from decimal import Decimal
from itertools import count

from collected import collected
from pyspark.sql import Row, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T
from replay import _error

SHARED = {"F": F, "T": T, "Window": Window, "Row": Row, "Decimal": Decimal, "datetime": datetime}
_numbers = count(1)
_names = {}
warnings.simplefilter("ignore")


def begin(text):
    """A fresh session with these tables and this conf."""
    request = json.loads(text)
    spark = SparkSession(session_id=f"fuzz-{next(_numbers)}")
    SparkSession._default = SparkSession._active = spark
    _names.clear()
    _names.update(SHARED, __name__="__main__", spark=spark)
    for name, source in request["tables"].items():
        _names[name] = eval(source, _names)
        _names[name].createOrReplaceTempView(name)
    for key, value in {"spark.sql.shuffle.partitions": "2", "spark.sql.adaptive.enabled": "false", **request["conf"]}.items():
        spark.conf.set(key, value)


def plan_of(name):
    """Wire plan and session of a DataFrame: its expressions can be typed without Python."""
    return json.dumps({"plan": _names[name]._plan.tree(), "session": _names["spark"]._id})


def step(code):
    """Runs a line; what went wrong, or an empty text."""
    try:
        exec(compile(code, "<case>", "exec"), _names)
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def outcome(code):
    """Runs all lines and collects `result`."""
    stage = "analysis"
    try:
        exec(compile(code, "<case>", "exec"), _names)
        result = _names["result"]
        schema = result.schema
        stage = "execution"
        return json.dumps(collected(result, schema))
    except Exception as error:
        return json.dumps({"error": _error(error, stage)})
