"""assertDataFrameEqual and assertSchemaEqual, with PySpark's tolerances (which are lax: the grader has its own rules)."""

from __future__ import annotations

import difflib
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from ..errors import PySparkAssertionError
from ..sql._types.base import DataType
from ..sql._types.nested import ArrayType, MapType, StructField, StructType
from ..sql._types.row import Row

_Pair = tuple[Any, Any]


def assertSchemaEqual(
    actual: StructType,
    expected: StructType,
    ignoreNullable: bool = True,
    ignoreColumnOrder: bool = False,
    ignoreColumnName: bool = False,
) -> None:
    """Raises PySparkAssertionError (DIFFERENT_SCHEMA) unless two schemas agree."""
    for name, given in (("actual", actual), ("expected", expected)):
        if not isinstance(given, StructType):
            raise PySparkAssertionError(
                errorClass="UNSUPPORTED_DATA_TYPE", messageParameters={"data_type": str(type(given))}
            )
    left, right = list(actual.fields), list(expected.fields)
    if ignoreColumnOrder:
        left.sort(key=lambda field: field.name)
        right.sort(key=lambda field: field.name)
    if ignoreColumnName:
        left = [StructField(str(i), each.dataType, each.nullable) for i, each in enumerate(left)]
        right = [StructField(str(i), each.dataType, each.nullable) for i, each in enumerate(right)]
    if not _same_type(StructType(left), StructType(right), ignoreNullable):
        lines = difflib.ndiff(str(actual).splitlines(), str(expected).splitlines())
        raise PySparkAssertionError(
            errorClass="DIFFERENT_SCHEMA", messageParameters={"error_msg": "\n".join(lines)}
        )


def _same_type(a: DataType, b: DataType, any_nullable: bool) -> bool:
    if isinstance(a, StructType) and isinstance(b, StructType):
        return len(a) == len(b) and all(
            x.name == y.name and (any_nullable or x.nullable == y.nullable) and _same_type(x.dataType, y.dataType, any_nullable)
            for x, y in zip(a.fields, b.fields)
        )
    if isinstance(a, ArrayType) and isinstance(b, ArrayType):
        return (any_nullable or a.containsNull == b.containsNull) and _same_type(a.elementType, b.elementType, any_nullable)
    if isinstance(a, MapType) and isinstance(b, MapType):
        return (
            (any_nullable or a.valueContainsNull == b.valueContainsNull)
            and _same_type(a.keyType, b.keyType, any_nullable)
            and _same_type(a.valueType, b.valueType, any_nullable)
        )
    return a == b


def assertDataFrameEqual(
    actual: Any,
    expected: Any,
    checkRowOrder: bool = False,
    rtol: float = 1e-5,
    atol: float = 1e-8,
    ignoreNullable: bool = True,
    ignoreColumnOrder: bool = False,
    ignoreColumnName: bool = False,
    ignoreColumnType: bool = False,
    maxErrors: int | None = None,
    showOnlyDiff: bool = False,
    includeDiffRows: bool = False,
) -> None:
    """Raises PySparkAssertionError (DIFFERENT_ROWS, DIFFERENT_SCHEMA) unless two DataFrames, or lists of Rows, agree."""
    if actual is None and expected is None:
        return
    for name, given in (("actual", actual), ("expected", expected)):
        _check_argument(name, given)
    if ignoreColumnOrder and _is_frame(actual) and _is_frame(expected):
        actual, expected = actual.select(*sorted(actual.columns)), expected.select(*sorted(expected.columns))
    if ignoreColumnName and _is_frame(actual) and _is_frame(expected) and len(actual.columns) == len(expected.columns):
        expected = expected.toDF(*actual.columns)
    if _is_frame(actual) and _is_frame(expected) and not ignoreColumnType:
        assertSchemaEqual(actual.schema, expected.schema, ignoreNullable)
    left = actual.collect() if _is_frame(actual) else list(actual)
    right = expected.collect() if _is_frame(expected) else list(expected)
    if not checkRowOrder:
        left, right = sorted(left, key=str), sorted(right, key=str)
    _compare(left, right, _Tolerance(rtol, atol, ignoreColumnType), maxErrors, showOnlyDiff, includeDiffRows)


def _is_frame(value: Any) -> bool:
    return hasattr(type(value), "_is_frame")


def _check_argument(name: str, given: Any) -> None:
    if given is None or not (_is_frame(given) or isinstance(given, list)):
        raise PySparkAssertionError(
            errorClass="INVALID_TYPE_DF_EQUALITY_ARG",
            messageParameters={
                "expected_type": "Union[DataFrame, ps.DataFrame, List[Row]]",
                "arg_name": name,
                "actual_type": "None" if given is None else str(type(given)),
            },
        )


class _Tolerance:
    def __init__(self, relative: float, absolute: float, any_type: bool) -> None:
        self.relative = relative
        self.absolute = absolute
        self.any_type = any_type

    def equal(self, a: Any, b: Any) -> bool:
        """Whether two values agree; numbers with a fraction may differ a little."""
        if a is None or b is None:
            return a is b
        if isinstance(a, Row) and isinstance(b, Row):
            return len(a) == len(b) and all(self.equal(x, y) for x, y in zip(a, b))
        if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
            return len(a) == len(b) and all(self.equal(x, y) for x, y in zip(a, b))
        if isinstance(a, dict) and isinstance(b, dict):
            return a.keys() == b.keys() and all(self.equal(a[key], b[key]) for key in a)
        if isinstance(a, float) and isinstance(b, float):
            return not abs(a - b) > self.absolute + self.relative * abs(b)
        if isinstance(a, Decimal) and isinstance(b, Decimal):
            return not abs(a - b) > Decimal(self.absolute) + Decimal(self.relative) * abs(b)
        return a == b or (self.any_type and str(a) == str(b))


def _compare(
    left: list[Row], right: list[Row], tolerance: _Tolerance, limit: int | None, only_diff: bool, give_rows: bool
) -> None:
    pairs = list(zip_longest(left, right))
    differing = [pair for pair in pairs if not tolerance.equal(*pair)]
    if not differing:
        return
    share = len(differing) / max(len(left), len(right)) * 100
    shown = pairs if not only_diff else differing
    if limit is not None:
        shown = differing[:limit]
    message = f"Results do not match: ( {share:.5f} % )\n{_listed(shown, tolerance)}"
    raise PySparkAssertionError(
        errorClass="DIFFERENT_ROWS",
        messageParameters={"error_msg": message},
        data=differing if give_rows else None,
    )


def _listed(pairs: list[_Pair], tolerance: _Tolerance) -> str:
    lines = ["*** actual ***"]
    lines += [f"{_sign(pair, tolerance)} {pair[0]}" for pair in pairs if pair[0] is not None]
    lines += ["", "*** expected ***"]
    lines += [f"{_sign(pair, tolerance)} {pair[1]}" for pair in pairs if pair[1] is not None]
    return "\n".join(lines)


def _sign(pair: _Pair, tolerance: _Tolerance) -> str:
    return " " if tolerance.equal(*pair) else "!"
