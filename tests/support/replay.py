"""Runs one oracle case through the facade and describes what a user sees, in the recorder's words (tests/oracle)."""

import contextlib
import io
import json
import re
import warnings
from itertools import count

from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from recorder.encode import cell, python_value
from recorder.plan_text import operators, renumber

CODE_NAME = "<case>"
SHOW_ROWS_MAX = 1000
EXPRESSION_ID = re.compile(r"(?<=\w)#\d+L?\b")

_numbers = count(1)


def _captured(action):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        action()
    return out.getvalue()


def _table(result, case):
    explain = renumber(_captured(result.explain))
    rows = [[cell(value, field.dataType) for value, field in zip(row, result.schema)] for row in result.collect()]
    show = _captured(lambda: result.show(SHOW_ROWS_MAX)).splitlines()
    if not case["ordered"]:
        rows.sort(key=lambda row: json.dumps(row))
        show = show[:3] + sorted(show[3:-2]) + show[-2:]
    table = {"schema": result.schema.jsonValue()["fields"], "rows": rows, "show": show, "operators": operators(explain)}
    if case["plan"]:
        table["explain"] = explain.splitlines()
    return table


def _parameters(found, condition):
    kept = {}
    for key in sorted(found or {}):
        if key == "msg" and (condition or "").startswith("_LEGACY_ERROR"):
            continue
        value = EXPRESSION_ID.sub("#", str(found[key]))
        kept[key] = value.strip().splitlines()[-1] if key == "traceback" else value
    return kept


def _context(error):
    found = []
    for each in error.getQueryContext():
        if each.contextType().name == "SQL" and each.fragment():
            found.append({"sql": each.fragment(), "start": each.startIndex(), "stop": each.stopIndex()})
        elif each.fragment():
            line = re.match(rf"{re.escape(CODE_NAME)}:(\d+)$", each.callSite())
            found.append({"call": each.fragment(), "line": int(line[1]) if line else None})
    return found


def _error(error, stage):
    described = {"stage": stage, "class": type(error).__name__, "text": str(error)}
    if isinstance(error, PySparkException):
        condition = error.getCondition()
        described.update(
            condition=condition,
            sqlState=error.getSqlState(),
            parameters=_parameters(error.getMessageParameters(), condition),
            context=_context(error),
        )
    if described.get("condition") is None:
        described["message"] = str(error)
    return described


def _execute(spark, case, data_dir):
    names = {"__name__": "__main__", "spark": spark}
    if case["files"]:
        names["data_dir"] = data_dir
    stage = "analysis"
    try:
        exec(compile(case["preamble"], "<preamble>", "exec"), names)
        exec(compile(case["code"], CODE_NAME, "exec"), names)
        result = names.get("result")
        stage = "execution"
        if isinstance(result, DataFrame):
            return {"table": _table(result, case)}
        return {"value": python_value(result)} if "result" in names else {}
    except Exception as error:
        return {"error": _error(error, stage)}


def run_case(text):
    """A case's outcome as JSON; the session, its views and its files are new."""
    case = json.loads(text)
    number = next(_numbers)
    spark = SparkSession(session_id=f"case-{number}")
    SparkSession._default = SparkSession._active = spark
    data_dir = f"/data/case-{number}"
    for key, value in case["conf"].items():
        spark.conf.set(key, value)
    for name, content in case["files"].items():
        spark._call("files", method="write", path=f"{data_dir}/{name}", text=content)
    out = io.StringIO()
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(out):
        outcome = _execute(spark, case, data_dir)
    for query in spark.streams.active:
        query.stop()
    if out.getvalue():
        outcome["stdout"] = renumber(out.getvalue()).splitlines()
    return json.dumps(outcome).replace(data_dir, "<data_dir>")
