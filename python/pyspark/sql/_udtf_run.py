"""How the engine calls table functions: an instance for each partition, or for each part of a partition's rows."""

from __future__ import annotations

import contextlib
import copy
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from .. import _bridge
from .._traces import user_traceback
from ..errors import PySparkRuntimeError
from ._types.base import DataType, DoubleType, FloatType, IntegralType
from ._types.nested import StructType
from ._types.parse import parse_json
from ._udf_result import result_encoder
from ._wire import decoder

Values = list[Any]
_ids = count(1)
_analysis_ids = count(1)
_functions: dict[int, tuple[type, str]] = {}
_analyses: dict[int, Any] = {}


def add_function(handler: type, name: str, number: int | None) -> int:
    """The number of a function, a new one the first time."""
    made = next(_ids) if number is None else number
    _functions.setdefault(made, (handler, name))
    return made


def forget_table_functions() -> None:
    """Before a new program: the functions of the last one are gone."""
    _functions.clear()
    _analyses.clear()


def _failure(condition: str, **parameters: str) -> PySparkRuntimeError:
    return PySparkRuntimeError(errorClass=condition, messageParameters=parameters)


class _Run:
    """One call of the engine's: a partition's rows in, the function's rows out."""

    def __init__(self, payload: dict[str, Any]) -> None:
        self.handler, self.name = _functions[payload["functionId"]]
        self.schema: StructType = parse_json(payload["outputType"])  # type: ignore[assignment]
        self.names: list[str | None] = payload["argNames"]
        self.analysis = _analyses.get(payload.get("analysisId", 0))
        self.encoders = [_encoder(each.dataType) for each in self.schema.fields]
        self.rows: list[int] = []
        self.columns: list[Values] = [[] for _ in self.schema.fields]

    def instance(self) -> Any:
        """A new instance; one whose constructor takes an argument gets what `analyze` gave."""
        try:
            if self.analysis is not None and len(inspect.signature(self.handler.__init__).parameters) == 2:
                return self.handler(copy.deepcopy(self.analysis))
            return self.handler()
        except Exception as error:
            raise _failure("UDTF_EXEC_ERROR", method_name="__init__", error=str(error)) from None

    def arguments(self, values: tuple[Any, ...]) -> tuple[Values, dict[str, Any]]:
        placed = [value for name, value in zip(self.names, values) if name is None]
        return placed, {name: value for name, value in zip(self.names, values) if name is not None}

    def check_signature(self, method: Callable[..., Any]) -> None:
        placed, named = self.arguments(tuple(self.names))
        try:
            inspect.signature(method).bind(*placed, **named)
        except TypeError as error:
            raise _failure("UDTF_EVAL_METHOD_ARGUMENTS_DO_NOT_MATCH_SIGNATURE", name=self.name, reason=str(error)) from None

    def call(self, method: Callable[..., Any], row: int, /, *args: Any, **named: Any) -> None:
        """Takes over the rows that a method gives, all or none."""
        from .udtf import SkipRestOfInputTableException

        name = method.__name__
        try:
            result = method(*args, **named)
        except SkipRestOfInputTableException:
            raise
        except Exception as error:
            raise _failure("UDTF_EXEC_ERROR", method_name=name, error=str(error)) from None
        given = list(self.tuples(result, name))
        cells = [self.encoded(each, given, name) for each in given]
        for each in cells:
            self.rows.append(row)
            for column, cell in zip(self.columns, each):
                column.append(cell)

    def tuples(self, result: Any, method: str) -> Iterator[Any]:
        if result is None:
            return
        if not isinstance(result, Iterable):
            raise _failure("UDTF_RETURN_NOT_ITERABLE", type=type(result).__name__, func=method)
        for row in result:
            yield (row,) if len(self.encoders) == 1 and not isinstance(row, tuple) else row

    def encoded(self, row: Any, given: Values, method: str) -> Values:
        try:
            cells = _cells(row, self.schema.names)
        except TypeError:
            raise self._no_conversion(given) from None
        if len(cells) != len(self.encoders):
            expected, actual = str(len(self.encoders)), str(len(cells))
            raise _failure("UDTF_RETURN_SCHEMA_MISMATCH", expected=expected, actual=actual, func=method)
        try:
            return [encode(cell) for encode, cell in zip(self.encoders, cells)]
        except Exception:
            raise self._no_conversion(given) from None

    def _no_conversion(self, given: Values) -> PySparkRuntimeError:
        arrow = "struct<" + ", ".join(f"{f.name}: {_ARROW_NAMES.get(f.dataType.simpleString(), f.dataType.simpleString())}" for f in self.schema.fields) + ">"
        return _failure("UDTF_ARROW_DATA_CONVERSION_ERROR", data=str(given), schema=self.schema.simpleString(), arrow_schema=arrow)


_ARROW_NAMES = {"int": "int32", "bigint": "int64", "smallint": "int16", "tinyint": "int8", "boolean": "bool", "date": "date32[day]"}


def _cells(row: Any, names: list[str]) -> Values:
    if row is None:
        return [None] * len(names)
    if isinstance(row, dict):
        return [row.get(name) for name in names]
    return list(row)


def _encoder(kind: DataType) -> Callable[[Any], Any]:
    """As for other functions' results, but texts are no numbers."""
    encode = result_encoder(kind)
    if not isinstance(kind, (IntegralType, FloatType, DoubleType)):
        return encode

    def number(value: Any) -> Any:
        if isinstance(value, (str, bytes)):
            raise TypeError(f"{value!r} is no number")
        return encode(value)

    return number


def _decoded(kind: Any, column: Values) -> Values:
    convert = decoder(parse_json(kind))
    return column if convert is None else [None if v is None else convert(v) for v in column]


def _without_hidden(payload: dict[str, Any]) -> tuple[list[Any], list[Values]]:
    """Types and columns of the arguments, a table's rows without the fields that only part them."""
    kinds, columns = list(payload["argTypes"]), list(payload["columns"])
    parts = payload.get("parts")
    if parts and parts["hidden"]:
        at, hidden = parts["argument"], parts["hidden"]
        kinds[at] = {**kinds[at], "fields": kinds[at]["fields"][:-hidden]}
        columns[at] = [None if row is None else row[:-hidden] for row in columns[at]]
    return kinds, columns


def _keys(payload: dict[str, Any]) -> list[Any]:
    """For each row what part it belongs to: the same for all where nothing parts them."""
    parts = payload.get("parts")
    if not parts:
        return [None] * payload["numRows"]
    return [[row[i] for i in parts["fields"]] for row in payload["columns"][parts["argument"]]]


def _evaluate(payload: dict[str, Any]) -> dict[str, Any]:
    from .udtf import SkipRestOfInputTableException

    run = _Run(payload)
    kinds, columns = _without_hidden(payload)
    decoded = [_decoded(kind, column) for kind, column in zip(kinds, columns)]
    count_rows, keys = payload["numRows"], _keys(payload)
    rows = list(zip(*decoded)) if decoded else [()] * count_rows
    start = 0
    while True:
        end = next((i for i in range(start + 1, count_rows) if keys[i] != keys[start]), count_rows)
        instance = run.instance()
        run.check_signature(instance.eval)
        try:
            for i in range(start, end):
                placed, named = run.arguments(rows[i])
                run.call(instance.eval, i, *placed, **named)
        except SkipRestOfInputTableException:
            pass
        if hasattr(instance, "terminate"):
            run.call(instance.terminate, max(end - 1, 0))
        if hasattr(instance, "cleanup"):
            instance.cleanup()
        start = end
        if start >= count_rows:
            return {"rows": run.rows, "columns": run.columns}


def _analyze(payload: dict[str, Any]) -> dict[str, Any]:
    from .udtf import AnalyzeArgument, AnalyzeResult

    handler, name = _functions[payload["functionId"]]
    placed, named = [], {}
    for each in payload["args"]:
        kind = parse_json(each["dataType"])
        value = _decoded(each["dataType"], [each["value"]])[0]
        argument = AnalyzeArgument(kind, value, each["isTable"], each["isConstant"])
        if each["name"] is None:
            placed.append(argument)
        else:
            named[each["name"]] = argument
    try:
        # As in real Spark, what it prints is not the program's output.
        with contextlib.redirect_stdout(sys.stderr):
            result = handler.analyze(*placed, **named)  # type: ignore[attr-defined]
    except Exception as error:
        return {"error": user_traceback(error).rstrip("\n")}
    if not isinstance(result, AnalyzeResult) or not isinstance(result.schema, StructType):
        return {"error": f"The 'analyze' method of '{name}' must give an AnalyzeResult whose schema is a StructType, not {result!r}."}
    number = next(_analysis_ids)
    _analyses[number] = result
    return {
        "analysisId": number,
        "schema": result.schema.jsonValue(),
        "withSinglePartition": result.withSinglePartition,
        "partitionBy": [each.name for each in result.partitionBy],
        "orderBy": [{"name": o.name, "ascending": o.ascending, "nullsFirst": o.overrideNullsFirst} for o in result.orderBy],
        "select": [{"name": each.name, "alias": each.alias} for each in result.select],
    }


_bridge.on("callTableFunction", _evaluate)
_bridge.on("analyzeTableFunction", _analyze)
