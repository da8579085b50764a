"""Runs one case and describes what a user would have seen: a table, a value or an error."""

import contextlib
import io
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from py4j.java_gateway import is_instance_of
from py4j.protocol import Py4JJavaError
from pyspark import SparkContext
from pyspark.errors import PySparkException
from pyspark.errors.exceptions.captured import CapturedException
from pyspark.sql import DataFrame, SparkSession

from .case_files import Case
from .encode import cell, python_value
from .plan_text import operators, renumber

CODE_NAME = "<case>"
SHOW_ROWS_MAX = 1000
EXPRESSION_ID = re.compile(r"(?<=\w)#\d+L?\b")


def activate(spark: SparkSession) -> None:
    """Makes a session the one that session-less calls (functions, SQLConf) use."""
    jvm = spark.sparkContext._jvm
    getattr(jvm, "org.apache.spark.sql.classic.SparkSession$").__getattr__("MODULE$").setActiveSession(
        spark._jsparkSession
    )


def _captured(action: Any) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        action()
    return out.getvalue()


def _table(result: DataFrame, case: Case) -> dict[str, Any]:
    schema = result.schema
    # Before the first action: afterwards an adaptive plan shows its final form.
    explain = renumber(_captured(result.explain))
    rows = [[cell(value, field.dataType) for value, field in zip(row, schema)] for row in result.collect()]
    show = _captured(lambda: result.show(SHOW_ROWS_MAX)).splitlines()
    if not case.ordered:
        # Which row comes first is not Spark's promise, so both are sorted and compared so.
        rows.sort(key=lambda row: json.dumps(row))
        show = show[:3] + sorted(show[3:-2]) + show[-2:]
    table: dict[str, Any] = {"schema": schema.jsonValue()["fields"], "rows": rows, "show": show}
    table["operators"] = operators(explain)
    if case.plan:
        table["explain"] = explain.splitlines()
    return table


def _parameters(found: Any, condition: str | None) -> dict[str, str]:
    kept = {}
    for key in sorted(found or {}):
        if key == "msg" and (condition or "").startswith("_LEGACY_ERROR"):
            # A legacy condition's only parameter is its whole sentence.
            continue
        value = EXPRESSION_ID.sub("#", str(found[key]))
        if key == "traceback":
            # The frames name files of this machine; the last line names the user's error.
            value = value.strip().splitlines()[-1]
        kept[key] = value
    return kept


def _context(error: PySparkException) -> list[dict[str, Any]]:
    """Where in the user's code: the call and its line, or the piece of SQL text."""
    found = []
    for each in error.getQueryContext():
        if each.contextType().name == "SQL" and each.fragment():
            found.append({"sql": each.fragment(), "start": each.startIndex(), "stop": each.stopIndex()})
        elif each.fragment():
            line = re.match(rf"{re.escape(CODE_NAME)}:(\d+)$", each.callSite())
            found.append({"call": each.fragment(), "line": int(line[1]) if line else None})
    return found


def describe_error(error: BaseException, stage: str) -> dict[str, Any]:
    """Class, condition, SQLSTATE and parameters; a sentence only where it is Python's own."""
    described: dict[str, Any] = {"stage": stage, "class": type(error).__name__}
    if isinstance(error, PySparkException):
        described["condition"] = error.getCondition()
        described["sqlState"] = error.getSqlState()
        described["parameters"] = _parameters(error.getMessageParameters(), described["condition"])
        described["context"] = _context(error)
        if described["condition"] is None and not isinstance(error, CapturedException):
            described["message"] = str(error)
    elif isinstance(error, Py4JJavaError):
        # PySpark has no class for some of Spark's exceptions and lets them through as they are.
        described.update(_java_error(error))
    else:
        described["message"] = str(error)
    return described


def _java_error(error: Py4JJavaError) -> dict[str, Any]:
    thrown = error.java_exception
    utils = SparkContext._jvm.PythonErrorUtils
    if not is_instance_of(SparkContext._gateway, thrown, "org.apache.spark.SparkThrowable"):
        return {"condition": None, "sqlState": None}
    condition = utils.getCondition(thrown)
    parameters = _parameters(dict(utils.getMessageParameters(thrown)), condition)
    return {"condition": condition, "sqlState": utils.getSqlState(thrown), "parameters": parameters}


def _execute(spark: SparkSession, case: Case, data_dir: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__", "spark": spark}
    if case.files:
        names["data_dir"] = data_dir
    stage = "analysis"
    try:
        exec(compile(case.preamble, "<preamble>", "exec"), names)
        exec(compile(case.code, CODE_NAME, "exec"), names)
        result = names.get("result")
        stage = "execution"
        if isinstance(result, DataFrame):
            return {"table": _table(result, case)}
        return {"value": python_value(result)} if "result" in names else {}
    except Exception as error:
        return {"error": describe_error(error, stage)}


def run(root: SparkSession, case: Case) -> dict[str, Any]:
    """Runs a case in a session of its own (conf, views and functions are fresh)."""
    spark = root.newSession()
    for key, value in case.conf.items():
        spark.conf.set(key, value)
    activate(spark)
    out = io.StringIO()
    with tempfile.TemporaryDirectory(prefix="oracle-") as data_dir:
        for name, text in case.files.items():
            path = Path(data_dir, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        with contextlib.redirect_stdout(out):
            outcome = _execute(spark, case, data_dir)
        recording = {"id": case.id, "source": case.source_hash, "ordered": case.ordered, **outcome}
        if out.getvalue():
            recording["stdout"] = renumber(out.getvalue()).splitlines()
        return json.loads(json.dumps(recording).replace(data_dir, "<data_dir>"))
