"""Calls the challenge's function for a case and says what came back (`caseOutcomeSchema` in workers/protocol/run.ts)."""

from __future__ import annotations

import difflib
import re
import time
from collections.abc import Callable
from types import FunctionType
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql._frame.base import new_frame
from pyspark.sql.streaming import StreamingQuery
from pyspark.sql.streaming.readwriter import take_started

from .failures import describe
from .hooks import tell

_MAX_NAME = 200
_MAX_STREAMS = 50
# Rows that are shown of a result; the judge computes its own.
_SHOWN_ROWS = 1_000
_USER_FUNCTION = re.compile('"CommonInlineUserDefined(Table)?Function"')

Case = dict[str, Any]


class MissingFunctionError(Exception):
    """The program does not define the function that the challenge calls."""


MissingFunctionError.__module__ = "builtins"


def _function(names: dict[str, Any], name: str) -> Callable[..., Any]:
    found = names.get(name)
    if callable(found):
        return found
    defined = [each for each, value in names.items() if isinstance(value, FunctionType)]
    near = difflib.get_close_matches(name, defined, n=1)
    hint = f" Did you mean {near[0]}()? The name must be exact." if near else ""
    raise MissingFunctionError(f"The program defines no function {name}().{hint}")


def run_case(case: Case, names: dict[str, Any], name: str, spark: SparkSession, display: bool) -> dict[str, Any]:
    """The outcome of one call of the program's function. Nothing of the case is left in the session."""
    start = time.perf_counter()
    outcome: dict[str, Any] = {
        "caseId": case["caseId"],
        "error": None,
        "returnedType": None,
        "plan": None,
        "table": None,
        "explain": None,
        "streams": [],
        "returnedStreams": [],
        "conf": {},
    }
    views = _views(spark)
    settings = _configure(spark, case["conf"])
    take_started()
    tell("begin_case", case)
    try:
        returned = _call(case, _function(names, name), spark)
        _describe_return(outcome, returned, display)
        outcome["streams"] = _streams()
        if outcome["streams"]:
            tell("play_case", case)
    except BaseException as error:
        outcome["error"] = describe(error, getattr(names.get(name), "__code__", None))
        outcome["streams"] = outcome["streams"] or _streams()
    finally:
        outcome["conf"] = {key: value for key, value in spark.conf.getAll.items() if key.startswith("spark.sql.")}
        _clean_up(spark, views, settings)
        tell("end_case", case)
    outcome["durationMs"] = (time.perf_counter() - start) * 1000
    return outcome


def _call(case: Case, function: Callable[..., Any], spark: SparkSession) -> Any:
    positional, named = [], {}
    for each in case["arguments"]:
        value = _argument(each, spark)
        if each.get("keyword"):
            named[each["name"]] = value
        else:
            positional.append(value)
    return function(*positional, **named)


def _argument(argument: dict[str, Any], spark: SparkSession) -> Any:
    if argument["kind"] == "table":
        return new_frame(spark, {"type": "CachedLocalRelation", "hash": argument["hash"]})
    return argument["value"]


def _describe_return(outcome: dict[str, Any], returned: Any, display: bool) -> None:
    if isinstance(returned, DataFrame):
        outcome["plan"] = returned._wire_plan()
        if returned.isStreaming:
            return
        if _USER_FUNCTION.search(returned._plan.text) or _has_functions(returned):
            outcome["table"] = returned._ask("collect")
        elif display:
            outcome["table"] = returned._ask("collect", maxRows=_SHOWN_ROWS)
        if display:
            outcome["explain"] = returned._explain_string()
        return
    outcome["returnedType"] = type(returned).__name__[:_MAX_NAME]
    several = returned if isinstance(returned, (tuple, list)) else (returned,)
    outcome["returnedStreams"] = [each.id for each in several if isinstance(each, StreamingQuery)][:_MAX_STREAMS]


def _has_functions(frame: DataFrame) -> bool:
    """Whether functions were registered by name: the plan may call one in a text of SQL."""
    return frame.sparkSession._has_functions


def _streams() -> list[dict[str, Any]]:
    return [
        {"queryId": query_id, "plan": frame._wire_plan(), "spec": spec}
        for query_id, frame, spec in take_started()[:_MAX_STREAMS]
    ]


def _views(spark: SparkSession) -> set[str]:
    return {each.name for each in spark.catalog.listTables() if each.isTemporary}


def _configure(spark: SparkSession, conf: dict[str, str]) -> dict[str, str | None]:
    """Sets the case's configuration and gives what stood there before."""
    explicit = spark.conf.getAll
    before = {key: explicit.get(key) for key in conf}
    for key, value in conf.items():
        spark.conf.set(key, value)
    return before


def _clean_up(spark: SparkSession, views: set[str], settings: dict[str, str | None]) -> None:
    for query in spark.streams.active:
        query.stop()
    for name in _views(spark) - views:
        spark.catalog.dropTempView(name)
    spark.catalog.clearCache()
    for key, value in settings.items():
        if value is None:
            spark.conf.unset(key)
        else:
            spark.conf.set(key, value)
