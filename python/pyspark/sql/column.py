"""Column: an expression over the columns of a DataFrame, built with Python's operators."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..errors import (
    IllegalArgumentException,
    PySparkAttributeError,
    PySparkTypeError,
    PySparkValueError,
    UnsupportedOperationException,
)
from . import _expr
from ._check import check_str, handed, handed_all, refuse, wrong_type
from ._column_text import render
from ._literal import plain
from ._types.base import DataType
from ._types.parse import parse_ddl

if TYPE_CHECKING:
    from .window import WindowSpec


def to_expr(value: Any, name: str = "col", expected: str = "Column or str") -> dict[str, Any]:
    """The expression that a Column or a column's name stands for."""
    if isinstance(value, Column):
        return value._expr
    if isinstance(value, str):
        return _expr.mark(_expr.column(value), "col")
    raise wrong_type(name, value, expected)


def value_expr(value: Any) -> dict[str, Any]:
    """The expression of an operand: a Column, or a value as a literal."""
    return value._expr if isinstance(value, Column) else _expr.literal(value)


def type_json(dataType: DataType | str, name: str = "dataType") -> Any:
    """The JSON form of a type given as such or as DDL. Raises ParseException."""
    if isinstance(dataType, DataType):
        return dataType.jsonValue()
    if isinstance(dataType, str):
        return parse_ddl(dataType, schema_first=False).jsonValue()
    raise wrong_type(name, dataType, "DataType or str")


def _binary(operator: str, fragment: str, reflected: bool = False) -> Callable[[Column, Any], Column]:
    def method(self: Column, other: Any) -> Column:
        left, right = self._expr, value_expr(other)
        if reflected:
            if isinstance(other, Column):
                refuse(other)
            left, right = right, left
        return Column(_expr.mark(_expr.call(operator, left, right), fragment))

    method.__name__, method.__qualname__ = fragment, f"Column.{fragment}"
    return method


def _logical(operator: str, fragment: str) -> Callable[[Column, Any], Column]:
    combine = _binary(operator, fragment)

    def method(self: Column, other: Any) -> Column:
        from .functions import lit

        return combine(self, lit(other))

    method.__name__, method.__qualname__ = fragment, f"Column.{fragment}"
    return method


def _part_of_text(function: str, fragment: str) -> Callable[[Column, Any], Column]:
    test = _binary(function, fragment)

    def method(self: Column, other: Any) -> Column:
        return test(self, other if isinstance(other, Column) else handed("other", other, str))

    method.__name__, method.__qualname__ = fragment, f"Column.{fragment}"
    return method


def _unary(function: str, fragment: str, doc: str = "") -> Callable[[Column], Column]:
    def method(self: Column) -> Column:
        return Column(_expr.mark(_expr.call(function, self._expr), fragment))

    method.__name__, method.__qualname__ = fragment, f"Column.{fragment}"
    method.__doc__ = doc or None
    return method


def _order(fragment: str, ascending: bool, nulls_first: bool, doc: str) -> Callable[[Column], Column]:
    def method(self: Column) -> Column:
        return Column(_expr.mark(_expr.sort_order(self._expr, ascending, nulls_first), fragment))

    method.__name__, method.__qualname__ = fragment, f"Column.{fragment}"
    method.__doc__ = doc
    return method


class Column:
    """An expression. `df.a`, `df["a"]` and `col("a")` make one; operators and methods make larger ones."""

    __slots__ = ("_expr",)
    _is_column = True

    def __init__(self, expr: dict[str, Any]) -> None:
        object.__setattr__(self, "_expr", expr)

    __neg__ = _unary("negative", "__neg__")
    __invert__ = _unary("not", "__invert__")
    __add__ = _binary("+", "__add__")
    __radd__ = _binary("+", "__radd__")
    __sub__ = _binary("-", "__sub__")
    __rsub__ = _binary("-", "__rsub__", reflected=True)
    __mul__ = _binary("*", "__mul__")
    __rmul__ = _binary("*", "__rmul__")
    __truediv__ = _binary("/", "__truediv__")
    __rtruediv__ = _binary("/", "__rtruediv__", reflected=True)
    __div__ = __truediv__
    __rdiv__ = __rtruediv__
    __mod__ = _binary("%", "__mod__")
    __rmod__ = _binary("%", "__rmod__", reflected=True)
    __pow__ = _binary("power", "__pow__")
    __rpow__ = _binary("power", "__rpow__", reflected=True)
    __lt__ = _binary("<", "__lt__")
    __le__ = _binary("<=", "__le__")
    __gt__ = _binary(">", "__gt__")
    __ge__ = _binary(">=", "__ge__")
    __eq__ = _binary("==", "__eq__")  # type: ignore[assignment]
    __and__ = _logical("and", "__and__")
    __rand__ = _logical("and", "__rand__")
    __or__ = _logical("or", "__or__")
    __ror__ = _logical("or", "__ror__")
    __hash__ = None  # type: ignore[assignment]

    eqNullSafe = _binary("<=>", "eqNullSafe")
    bitwiseAND = _binary("&", "bitwiseAND")
    bitwiseOR = _binary("|", "bitwiseOR")
    bitwiseXOR = _binary("^", "bitwiseXOR")
    contains = _binary("contains", "contains")
    startswith = _part_of_text("startswith", "startswith")
    endswith = _part_of_text("endswith", "endswith")
    isNull = _unary("isNull", "isNull", "True where the value is NULL.")
    isNotNull = _unary("isNotNull", "isNotNull", "True where the value is not NULL.")
    isNaN = _unary("isNaN", "isNaN", "True where the value is NaN.")

    asc = _order("asc", True, True, "Ascending order, NULL first.")
    asc_nulls_first = _order("asc_nulls_first", True, True, "Ascending order, NULL first.")
    asc_nulls_last = _order("asc_nulls_last", True, False, "Ascending order, NULL last.")
    desc = _order("desc", False, False, "Descending order, NULL last.")
    desc_nulls_first = _order("desc_nulls_first", False, True, "Descending order, NULL first.")
    desc_nulls_last = _order("desc_nulls_last", False, False, "Descending order, NULL last.")

    def __ne__(self, other: Any) -> Column:  # type: ignore[override]
        equal = _expr.mark(_expr.call("==", self._expr, value_expr(other)), "__ne__")
        return Column(_expr.mark(_expr.call("not", equal), "__ne__"))

    def __contains__(self, item: Any) -> None:
        raise PySparkValueError(errorClass="CANNOT_APPLY_IN_FOR_COLUMN", messageParameters={})

    def __iter__(self) -> None:
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})

    def __bool__(self) -> bool:
        raise PySparkValueError(
            errorClass="CANNOT_CONVERT_COLUMN_INTO_BOOL", messageParameters={"column": render(self._expr)}
        )

    __nonzero__ = __bool__

    def __getattr__(self, item: str) -> Column:
        if item.startswith("__"):
            raise PySparkAttributeError(errorClass="CANNOT_ACCESS_TO_DUNDER", messageParameters={})
        return self[item]

    def __getitem__(self, k: Any) -> Column:
        if isinstance(k, slice):
            if k.step is not None:
                raise PySparkValueError(errorClass="SLICE_WITH_STEP", messageParameters={})
            return self.substr(k.start, k.stop)
        part = {"type": "UnresolvedExtractValue", "child": self._expr, "extraction": value_expr(k)}
        return Column(_expr.mark(part, "__getitem__"))

    def getItem(self, key: Any) -> Column:
        """The element of an array at a position, or of a map under a key."""
        return self[key]

    def getField(self, name: Any) -> Column:
        """The field of a struct."""
        return self[name]

    def withField(self, fieldName: str, col: Column) -> Column:
        """The struct with a field added or replaced."""
        check_str("fieldName", fieldName)
        if not isinstance(col, Column):
            raise wrong_type("col", col, "Column")
        changed = {"type": "UpdateFields", "structExpression": self._expr, "fieldName": fieldName, "valueExpression": col._expr}
        return Column(_expr.mark(changed, "withField"))

    def dropFields(self, *fieldNames: str) -> Column:
        """The struct without these fields."""
        expr = self._expr
        if not fieldNames:
            raise UnsupportedOperationException("Name the fields to be dropped.", None, {})
        for name in handed_all("fieldNames", fieldNames, str):
            expr = _expr.mark({"type": "UpdateFields", "structExpression": expr, "fieldName": name}, "dropFields")
        return Column(expr)

    def _matches(self, function: str, pattern: Any) -> Column:
        pattern = plain(pattern)
        if pattern is not None:
            handed("other", pattern, str)
        return Column(_expr.mark(_expr.call(function, self._expr, _expr.literal(pattern)), function))

    def like(self, other: str) -> Column:
        """True where the text fits a pattern of SQL (`%`, `_`)."""
        return self._matches("like", other)

    def rlike(self, other: str) -> Column:
        """True where a regular expression is found in the text."""
        return self._matches("rlike", other)

    def ilike(self, other: str) -> Column:
        """As `like`, without regard to case."""
        return self._matches("ilike", other)

    def substr(self, startPos: int | Column, length: int | Column) -> Column:
        """The part of a text from a position (counted from 1) on."""
        startPos, length = plain(startPos), plain(length)
        if type(startPos) is not type(length):
            raise PySparkTypeError(
                errorClass="NOT_SAME_TYPE",
                messageParameters={
                    "arg_name1": "startPos",
                    "arg_name2": "length",
                    "arg_type1": type(startPos).__name__,
                    "arg_type2": type(length).__name__,
                },
            )
        if not isinstance(startPos, (int, Column)):
            raise wrong_type("startPos", startPos, "Column or int")
        return Column(_expr.mark(_expr.call("substr", self._expr, value_expr(startPos), value_expr(length)), "substr"))

    def isin(self, *cols: Any) -> Column:
        """True where the value is among those given, one by one or as one list."""
        values = cols
        if len(cols) == 1 and hasattr(type(cols[0]), "_is_frame"):
            return self._in_frame(cols[0])
        if len(cols) == 1 and isinstance(cols[0], (list, set)):
            values = tuple(cols[0])
        return Column(_expr.mark(_expr.call("in", self._expr, *(value_expr(each) for each in values)), "isin"))

    def _in_frame(self, frame: Any) -> Column:
        """True where the value is in a DataFrame's only column, or a struct's parts are in its columns."""
        is_struct = self._expr["type"] == "UnresolvedFunction" and self._expr["functionName"] == "struct"
        values = self._expr["arguments"] if is_struct else [self._expr]
        query = {"type": "SubqueryExpression", "subqueryType": "in", "plan": frame._plan, "inValues": values}
        return Column(_expr.mark(query, "isin"))

    def between(self, lowerBound: Any, upperBound: Any) -> Column:
        """True where the value lies within the bounds, both included."""
        return (self >= lowerBound) & (self <= upperBound)

    def alias(self, *alias: str, **kwargs: Any) -> Column:
        """The column under another name (names, for a generator of several columns)."""
        metadata = kwargs.pop("metadata", None)
        assert not kwargs, f"Unexpected kwargs where passed: {kwargs}"
        if len(alias) != 1 and metadata is not None:
            raise PySparkValueError(errorClass="ONLY_ALLOWED_FOR_SINGLE_COLUMN", messageParameters={"arg_name": "metadata"})
        handed_all("alias", alias, str)
        return Column(_expr.mark(_expr.alias(self._expr, *alias, metadata=metadata), "alias"))

    name = alias

    def cast(self, dataType: DataType | str) -> Column:
        """The value as another type. Under ANSI mode a value that does not fit is an error."""
        cast = {"type": "Cast", "expr": self._expr, "toType": type_json(dataType)}
        return Column(_expr.mark(cast, "cast"))

    astype = cast

    def try_cast(self, dataType: DataType | str) -> Column:
        """As `cast`, with NULL in place of an error."""
        cast = {"type": "Cast", "expr": self._expr, "toType": type_json(dataType), "evalMode": "try"}
        return Column(_expr.mark(cast, "try_cast"))

    def when(self, condition: Column, value: Any) -> Column:
        """One more branch of a `when(…)`."""
        if not isinstance(condition, Column):
            raise wrong_type("condition", condition, "Column")
        branch = value_expr(value)
        branches = self._branches("when() can only be applied on a Column previously generated by when() function")
        if len(branches) % 2:
            raise IllegalArgumentException("when() cannot be applied once otherwise() is applied")
        return Column(_expr.mark(_expr.call("when", *branches, condition._expr, branch), "when"))

    def otherwise(self, value: Any) -> Column:
        """The value where no branch of a `when(…)` holds."""
        last = value_expr(value)
        branches = self._branches("otherwise() can only be applied on a Column previously generated by when()")
        if len(branches) % 2:
            raise IllegalArgumentException(
                "otherwise() can only be applied once on a Column previously generated by when()"
            )
        return Column(_expr.mark(_expr.call("when", *branches, last), "otherwise"))

    def _branches(self, complaint: str) -> list[dict[str, Any]]:
        if self._expr.get("functionName") != "when" or self._expr["type"] != "UnresolvedFunction":
            raise IllegalArgumentException(complaint)
        return self._expr["arguments"]

    def over(self, window: WindowSpec) -> Column:
        """The function, worked out over a window of rows around each row."""
        from .window import WindowSpec

        if not isinstance(window, WindowSpec):
            raise wrong_type("window", window, "WindowSpec")
        return Column(_expr.mark(window._window_of(self._expr), "over"))

    def transform(self, f: Callable[[Column], Column]) -> Column:
        """What a function makes of the column."""
        result = f(self)
        if not isinstance(result, Column):
            raise PySparkTypeError(
                errorClass="HIGHER_ORDER_FUNCTION_SHOULD_RETURN_COLUMN",
                messageParameters={"func_name": getattr(f, "__name__", "transform"), "return_type": type(result).__name__},
            )
        return result

    def outer(self) -> Column:
        """Marks a column of the outer query inside a subquery."""
        return Column({**self._expr, "outer": True})

    def __repr__(self) -> str:
        return f"Column<'{render(self._expr)}'>"


def warn_deprecated(old: str, new: str) -> None:
    """A FutureWarning for a name that Spark gave up."""
    warnings.warn(f"{old} is deprecated, use {new} instead.", FutureWarning, stacklevel=3)
