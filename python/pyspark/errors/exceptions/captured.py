"""Errors that the engine gives, as the exceptions that the user catches."""

from __future__ import annotations

from typing import Any

from . import base
from .base import (
    AnalysisException,
    ArithmeticException,
    ArrayIndexOutOfBoundsException,
    DateTimeException,
    IllegalArgumentException,
    NumberFormatException,
    ParseException,
    PySparkException,
    PythonException,
    QueryContext,
    QueryContextType,
    QueryExecutionException,
    SparkNoSuchElementException,
    SparkRuntimeException,
    SparkUpgradeException,
    StreamingQueryException,
    TempTableAlreadyExistsException,
    UnknownException,
    UnsupportedOperationException,
)


# Tracebacks show them under the name that they have in PySpark.
for _each in (
    AnalysisException,
    ArithmeticException,
    ArrayIndexOutOfBoundsException,
    DateTimeException,
    IllegalArgumentException,
    NumberFormatException,
    ParseException,
    PythonException,
    QueryExecutionException,
    SparkNoSuchElementException,
    SparkRuntimeException,
    SparkUpgradeException,
    StreamingQueryException,
    TempTableAlreadyExistsException,
    UnknownException,
    UnsupportedOperationException,
):
    _each.__module__ = __name__


class EngineQueryContext(QueryContext):
    """A query context out of the engine's JSON (`QueryContext` in engine/core/errors.ts)."""

    def __init__(self, json: dict[str, Any]) -> None:
        self._json = json

    def contextType(self) -> QueryContextType:
        return QueryContextType.SQL if self._json.get("contextType") == "SQL" else QueryContextType.DataFrame

    def objectType(self) -> str:
        return ""

    def objectName(self) -> str:
        return ""

    def startIndex(self) -> int:
        return int(self._json.get("start", -1))

    def stopIndex(self) -> int:
        # The engine's end is exclusive, Spark's is the last character.
        return int(self._json.get("stop", 0)) - 1

    def fragment(self) -> str:
        if self.contextType() is QueryContextType.SQL:
            text = self._json.get("sqlText") or ""
            return text[self.startIndex() : self.stopIndex() + 1]
        return self._json.get("fragment") or ""

    def callSite(self) -> str:
        return self._json.get("callSite") or ""

    def summary(self) -> str:
        if self.contextType() is QueryContextType.SQL:
            return f"== SQL (position {self.startIndex() + 1}) ==\n{self.fragment()}\n"
        return f'== DataFrame ==\n"{self.fragment()}" was called from\n{self.callSite()}\n'


def engine_error(json: dict[str, Any]) -> PySparkException:
    """The exception for a SparkErrorJson (engine/core/errors.ts)."""
    kind = getattr(base, json.get("errorClass") or "", base.UnknownException)
    contexts: list[QueryContext] = [EngineQueryContext(each) for each in json.get("context") or ()]
    message = json.get("message") or ""
    if contexts:
        message = f"{message}\n{contexts[0].summary()}"
    error = kind(message, json.get("condition"), json.get("parameters") or {}, contexts)
    error._sql_state = json.get("sqlState")
    return error
