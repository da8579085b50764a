"""Errors of the user's program as plain data (`userErrorSchema` in workers/protocol/tables.ts): only the user's frames."""

from __future__ import annotations

import linecache
import traceback
from types import CodeType
from typing import Any

from pyspark._traces import is_hidden
from pyspark.errors import PySparkException, PythonException

_MAX_FRAMES = 50
_MAX_MESSAGE = 100_000
_MAX_TRACEBACK = 200_000
_MAX_TEXT = 2_000
_MAX_NAME = 200
_MAX_CAUSES = 10

Frame = dict[str, Any]
_MISSING_PACKAGES = {
    "pandas": "There is no pandas here: toPandas() gives a small table that prints and iterates as pandas does",
    "numpy": "There is no numpy here: use Spark's functions, or Python's math and statistics",
    "pyarrow": "There is no pyarrow here: use DataFrames and plain udf()",
}
# By what names people call PySpark's modules.
_MODULES = {"F": "functions", "f": "functions", "fn": "functions", "T": "types"}


def describe(error: BaseException, called: CodeType | None = None) -> dict[str, Any]:
    """The error. `called` is the function that was called, to point at where none of the user's frames was entered."""
    frames = _frames(error)
    if not frames and called is not None:
        frames = [_definition(called)]
    spark = error if isinstance(error, PySparkException) else None
    parameters = {} if spark is None else spark.getMessageParameters() or {}
    return {
        "type": type(error).__name__[:_MAX_NAME],
        "message": _safe_text(error)[:_MAX_MESSAGE],
        "traceback": _traceback(error)[:_MAX_TRACEBACK],
        "frames": frames,
        "condition": None if spark is None else spark.getCondition(),
        "sqlState": None if spark is None else spark.getSqlState(),
        "parameters": {str(key): str(value)[:_MAX_MESSAGE] for key, value in parameters.items()},
    }


def _safe_text(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg or ""
    try:
        return f"{error}{_hint(error)}"
    except Exception as broken:
        return f"<the error's text cannot be shown: {type(broken).__name__}>"


def _hint(error: BaseException) -> str:
    """What to do without a package that many programs import and this realm has not, or with a name that was not imported."""
    hint = None
    if isinstance(error, ModuleNotFoundError):
        hint = _MISSING_PACKAGES.get((error.name or "").split(".")[0])
    elif isinstance(error, NameError) and not isinstance(error, UnboundLocalError):
        place = _import_of(error.name or "")
        hint = None if place is None else f"It comes by: {place}"
    return "" if hint is None else f". {hint}"


def _import_of(name: str) -> str | None:
    """The line that brings a name of PySpark's; None for any other."""
    import pyspark.sql
    from pyspark.sql import functions, types

    if name in _MODULES:
        return f"from pyspark.sql import {_MODULES[name]} as {name}"
    if name in pyspark.sql.__all__:
        return f"from pyspark.sql import {name}"
    if name in types.__all__:
        return f"from pyspark.sql.types import {name}"
    return f"from pyspark.sql.functions import {name}" if name in functions.__all__ else None


def _frames(error: BaseException) -> list[Frame]:
    if isinstance(error, SyntaxError) and error.lineno is not None and not _stack(error):
        return [_syntax_frame(error)]
    stack = _stack(error)
    if isinstance(error, PythonException) and error.__cause__ is not None:
        # The failing line is inside the user's function that the query called.
        stack = stack + _stack(error.__cause__)
    if len(stack) > _MAX_FRAMES:
        half = _MAX_FRAMES // 2
        stack = stack[:half] + stack[-half:]
    return [_frame(each) for each in stack]


def _stack(error: BaseException) -> list[traceback.FrameSummary]:
    return [each for each in traceback.extract_tb(error.__traceback__) if not is_hidden(each.filename)]


def _frame(each: traceback.FrameSummary) -> Frame:
    line = each.lineno or 1
    end_line = max(each.end_lineno or line, line)
    source = linecache.getline(each.filename, line)
    last = source if end_line == line else linecache.getline(each.filename, end_line)
    column = _characters(source, each.colno or 0)
    end = len(last.rstrip()) if each.end_colno is None else _characters(last, each.end_colno)
    return {
        "line": line,
        "column": column + 1,
        "endLine": end_line,
        "endColumn": max(end, column + 1) + 1 if end_line == line else end + 1,
        "function": each.name[:500],
        "text": (each.line or "")[:_MAX_TEXT],
    }


def _characters(source: str, offset: int) -> int:
    """Python counts bytes, editors characters."""
    return len(source.encode("utf-8")[:offset].decode("utf-8", "replace"))


def _syntax_frame(error: SyntaxError) -> Frame:
    line = max(error.lineno or 1, 1)
    column = max(error.offset or 1, 1)
    end_line = max(error.end_lineno or line, line)
    end_column = error.end_offset or 0
    if end_line == line:
        end_column = max(end_column, column + 1)
    return {
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": max(end_column, 1),
        "function": "<module>",
        "text": (error.text or "").strip()[:_MAX_TEXT],
    }


def _definition(code: CodeType) -> Frame:
    line = max(code.co_firstlineno, 1)
    name = code.co_name
    return {"line": line, "column": 1, "endLine": line, "endColumn": 2, "function": name[:500], "text": ""}


def _traceback(error: BaseException, depth: int = 0) -> str:
    """As Python prints it, over the user's frames only, causes first."""
    before = ""
    cause = error.__cause__ if error.__cause__ is not None else None if error.__suppress_context__ else error.__context__
    if cause is not None and depth < _MAX_CAUSES and _stack(cause) and not isinstance(error, PythonException):
        joint = "direct cause of" if error.__cause__ is not None else ""
        sentence = (
            "The above exception was the direct cause of the following exception:"
            if joint
            else "During handling of the above exception, another exception occurred:"
        )
        before = f"{_traceback(cause, depth + 1)}\n{sentence}\n\n"
    stack = _stack(error)
    head = "Traceback (most recent call last):\n" if stack else ""
    lines = traceback.format_list(stack) if stack else []
    try:
        last = "".join(traceback.format_exception_only(type(error), error))
    except Exception:
        last = f"{type(error).__name__}\n"
    return f"{before}{head}{''.join(lines)}{last}"
