"""Expressions of the wire plan (engine/plan/expressions.ts) as plain dictionaries."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from .. import _origin
from ..errors import AnalysisException
from ._check import state_error
from ._literal import as_sql_timestamp, plain, refused
from ._types.base import (
    BinaryType,
    BooleanType,
    DataType,
    DecimalType,
    DoubleType,
    IntegerType,
    LongType,
    NullType,
    StringType,
)
from ._types.parse import parse_ddl
from ._types.temporal import DateType, DayTimeIntervalType, TimestampType, TimeType
from ._wire import encoder

Expr = dict[str, Any]
_NAME = re.compile(r"^(?:`(?:[^`]|``)*`|[^`.]+)(?:\.(?:`(?:[^`]|``)*`|[^`.]+))*$")


def mark(expr: Expr, fragment: str) -> Expr:
    """The expression with the place of the user's call."""
    origin = _origin.here(fragment)
    if origin is not None:
        expr["origin"] = origin
    return expr


def attribute(name: str, plan_id: int | None = None) -> Expr:
    expr: Expr = {"type": "UnresolvedAttribute", "unparsedIdentifier": name}
    if plan_id is not None:
        expr["planId"] = plan_id
    return expr


def star(target: str | None = None, plan_id: int | None = None) -> Expr:
    expr: Expr = {"type": "UnresolvedStar"}
    if target is not None:
        expr["unparsedTarget"] = target
    if plan_id is not None:
        expr["planId"] = plan_id
    return expr


def column(name: str) -> Expr:
    """What a text means as a column: a name, a star. Raises INVALID_ATTRIBUTE_NAME_SYNTAX."""
    if ("`" in name or name[-1:] == "." or ".." in name) and not _NAME.match(name):
        sentence = f"The name {name} is not well formed: check its back-quotes and dots."
        raise state_error(AnalysisException, "INVALID_ATTRIBUTE_NAME_SYNTAX", "42601", {"name": name}, sentence)
    if name == "*":
        return star()
    return star(name) if name.endswith(".*") else attribute(name)


def call(name: str, *arguments: Expr, distinct: bool = False) -> Expr:
    expr: Expr = {"type": "UnresolvedFunction", "functionName": name, "arguments": list(arguments)}
    if distinct:
        expr["isDistinct"] = True
    return expr


def alias(expr: Expr, *names: str, metadata: dict[str, Any] | None = None) -> Expr:
    named: Expr = {"type": "Alias", "expr": expr, "name": list(names)}
    if metadata is not None:
        named["metadata"] = metadata
    return named


def sort_order(expr: Expr, ascending: bool = True, nulls_first: bool | None = None) -> Expr:
    first = ascending if nulls_first is None else nulls_first
    return {
        "type": "SortOrder",
        "child": expr,
        "direction": "ascending" if ascending else "descending",
        "nullOrdering": "nullsFirst" if first else "nullsLast",
    }


def sql_text(text: str) -> Expr:
    return {"type": "ExpressionString", "expression": text}


def typed(kind: DataType, value: Any) -> Expr:
    return {"type": "Literal", "dataType": kind.jsonValue(), "value": encoder(kind)(value)}


def literal_type(value: Any) -> DataType | None:
    """The type that a Python value has as a literal; None where it cannot be one."""
    if value is None:
        return NullType()
    if isinstance(value, bool):
        return BooleanType()
    if isinstance(value, int):
        return IntegerType() if -(2**31) <= value < 2**31 else LongType()
    if isinstance(value, float):
        return DoubleType()
    if isinstance(value, str):
        return StringType()
    if isinstance(value, Decimal):
        return _decimal_type(value)
    if isinstance(value, (bytes, bytearray)):
        return BinaryType()
    if isinstance(value, datetime.datetime):
        # Without a zone of its own it is what the session means by TIMESTAMP.
        return TimestampType() if value.tzinfo is not None else parse_ddl("timestamp", schema_first=False)
    if isinstance(value, datetime.date):
        return DateType()
    if isinstance(value, datetime.time):
        return TimeType()
    if isinstance(value, datetime.timedelta):
        return DayTimeIntervalType()
    return None


def _decimal_type(value: Decimal) -> DecimalType:
    _, digits, exponent = value.as_tuple()
    scale = max(0, -exponent) if isinstance(exponent, int) else 0
    whole = len(digits) + (exponent if isinstance(exponent, int) else 0)
    return DecimalType(max(whole, 0) + scale or 1, scale)


def literal(value: Any) -> Expr:
    """A Python value as a literal. A list, dict or set is refused when Spark sees the plan that holds it."""
    value = plain(value)
    kind = literal_type(value)
    if kind is None:
        return {"type": "Literal", "dataType": "void", "value": refused(value)}
    if isinstance(kind, LongType) and not -(2**63) <= value < 2**63:
        raise ValueError(f"{value} is outside of 64-bit whole numbers")
    if isinstance(kind, DecimalType) and not value.is_finite():
        return typed(DoubleType(), float(value))
    return typed(kind, as_sql_timestamp(value) if isinstance(kind, TimestampType) else value)
