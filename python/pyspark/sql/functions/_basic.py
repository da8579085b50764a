"""Columns, literals and conditions."""

from __future__ import annotations

from typing import Any

from .. import _expr
from ...errors import PySparkTypeError
from .._check import check_frame, check_str, wrong_type
from ..column import Column, to_expr, value_expr
from ._call import as_columns, as_value, invoke, unsupported

ColumnOrName = Column | str


def col(col: str) -> Column:
    """The column of this name; dots lead into structs and aliases, back-quotes take them literally."""
    if not isinstance(col, str):
        raise wrong_type("col", col, "str")
    return Column(_expr.mark(_expr.column(col), "col"))


column = col


def lit(col: Any) -> Column:
    """A Python value as a column; a list becomes an array."""
    return col if isinstance(col, Column) else Column(as_value(col))


def expr(str: str) -> Column:
    """An expression of SQL."""
    if not isinstance(str, type("")):
        raise wrong_type("str", str, "str")
    return Column(_expr.mark(_expr.sql_text(str), "expr"))


def when(condition: Column, value: Any) -> Column:
    """The value where the condition holds; go on with `.when(…)` and `.otherwise(…)`, else NULL."""
    if not isinstance(condition, Column):
        raise wrong_type("condition", condition, "Column")
    return invoke("when", "when", condition._expr, value_expr(value))


def broadcast(df: Any) -> Any:
    """Marks a DataFrame as small enough to be sent whole to every task of a join."""
    return check_frame(df).hint("broadcast")


def _ordered(col: ColumnOrName, fragment: str, ascending: bool, nulls_first: bool) -> Column:
    if not isinstance(col, (str, Column)):
        raise wrong_type("col", col, "Column or str")
    return Column(_expr.mark(_expr.sort_order(to_expr(col), ascending, nulls_first), fragment))


def asc(col: ColumnOrName) -> Column:
    """Ascending order, NULL first."""
    return _ordered(col, "asc", True, True)


def asc_nulls_first(col: ColumnOrName) -> Column:
    """Ascending order, NULL first."""
    return _ordered(col, "asc_nulls_first", True, True)


def asc_nulls_last(col: ColumnOrName) -> Column:
    """Ascending order, NULL last."""
    return _ordered(col, "asc_nulls_last", True, False)


def desc(col: ColumnOrName) -> Column:
    """Descending order, NULL last."""
    return _ordered(col, "desc", False, False)


def desc_nulls_first(col: ColumnOrName) -> Column:
    """Descending order, NULL first."""
    return _ordered(col, "desc_nulls_first", False, True)


def desc_nulls_last(col: ColumnOrName) -> Column:
    """Descending order, NULL last."""
    return _ordered(col, "desc_nulls_last", False, False)


def call_function(funcName: str, *cols: ColumnOrName) -> Column:
    """A function by its name: of Spark, or registered with `spark.udf.register`."""
    arguments = as_columns(cols)
    return invoke(_name(funcName, "funcName"), "call_function", *arguments)


def call_udf(udfName: str, *cols: ColumnOrName) -> Column:
    """A function registered with `spark.udf.register`, by its name."""
    arguments = as_columns(cols)
    return invoke(_name(udfName, "udfName"), "call_udf", *arguments)


def _name(value: Any, parameter: str) -> str:
    if isinstance(value, Column):
        raise PySparkTypeError(errorClass="NOT_ITERABLE", messageParameters={"objectName": "Column"})
    return check_str(parameter, value)


def pandas_udf(f: Any = None, returnType: Any = None, functionType: Any = None) -> Any:
    """pandas is not to be had in this engine: use `udf`."""
    unsupported("pandas_udf (there is no pandas here; use udf)")


def arrow_udf(f: Any = None, returnType: Any = None, functionType: Any = None) -> Any:
    """Arrow is not to be had in this engine: use `udf`."""
    unsupported("arrow_udf (there is no pyarrow here; use udf)")


def udtf(cls: Any = None, *, returnType: Any = None, useArrow: bool | None = None) -> Any:
    """Makes a table function of a class with a method `eval`, or a decorator that does."""
    from ..udtf import make_udtf

    return make_udtf(cls, returnType, useArrow)


def arrow_udtf(cls: Any = None, *, returnType: Any = None) -> Any:
    """Arrow is not to be had in this engine: use `udtf`."""
    unsupported("arrow_udtf (there is no pyarrow here; use udtf)")


class PandasUDFType:
    """Kinds of pandas functions."""

    SCALAR = 200
    GROUPED_MAP = 201
    GROUPED_AGG = 202
    SCALAR_ITER = 204
    GROUPED_AGG_ITER = 217


class ArrowUDFType:
    """Kinds of Arrow functions."""

    SCALAR = 250
    SCALAR_ITER = 251
    GROUPED_AGG = 252
    GROUPED_AGG_ITER = 254


__all__ = [
    "col",
    "column",
    "lit",
    "expr",
    "when",
    "broadcast",
    "asc",
    "asc_nulls_first",
    "asc_nulls_last",
    "desc",
    "desc_nulls_first",
    "desc_nulls_last",
    "call_function",
    "call_udf",
    "pandas_udf",
    "arrow_udf",
    "udtf",
    "arrow_udtf",
    "PandasUDFType",
    "ArrowUDFType",
]
