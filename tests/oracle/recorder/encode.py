"""Typed, lossless JSON for rows (by their Spark type) and for plain Python values (tagged)."""

import datetime
import math
from decimal import Decimal
from typing import Any

from pyspark.sql import Row
from pyspark.sql import types as T
from pyspark.sql.types import VariantVal

SAFE_INTEGER = 2**53 - 1


def integer(value: int) -> int | str:
    return value if abs(value) <= SAFE_INTEGER else str(value)


def floating(value: float) -> float | str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0 and math.copysign(1, value) < 0:
        return "-0.0"
    return value


def micros(value: datetime.timedelta) -> int | str:
    return integer(value // datetime.timedelta(microseconds=1))


def cell(value: Any, kind: T.DataType) -> Any:
    """A value of a row. Which strings stand for what is decided by the column's type."""
    if value is None:
        return None
    if isinstance(kind, (T.BooleanType, T.StringType, T.CharType, T.VarcharType)):
        return value
    if isinstance(kind, (T.ByteType, T.ShortType, T.IntegerType, T.LongType)):
        return integer(value)
    if isinstance(kind, (T.FloatType, T.DoubleType)):
        return floating(value)
    if isinstance(kind, T.DecimalType):
        return format(value, "f")
    if isinstance(kind, T.BinaryType):
        return bytes(value).hex()
    if isinstance(kind, (T.DateType, T.TimeType, T.TimestampNTZType)):
        return value.isoformat()
    if isinstance(kind, T.TimestampType):
        return value.isoformat() + "Z"
    if isinstance(kind, T.DayTimeIntervalType):
        return micros(value)
    if isinstance(kind, T.ArrayType):
        return [cell(item, kind.elementType) for item in value]
    if isinstance(kind, T.MapType):
        return [[cell(key, kind.keyType), cell(item, kind.valueType)] for key, item in value.items()]
    if isinstance(kind, T.StructType):
        return [cell(item, each.dataType) for item, each in zip(value, kind.fields)]
    if isinstance(kind, T.VariantType):
        return value.toJson()
    if isinstance(kind, T.NullType):
        return None
    raise TypeError(f"no encoding for a cell of type {kind.simpleString()}")


def python_value(value: Any) -> Any:
    """A plain Python value: null, bool, str as they are, everything else as {tag: …}."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, Row):
        names = getattr(value, "__fields__", None)
        cells = [python_value(item) for item in value]
        return {"row": [[name, item] for name, item in zip(names, cells)] if names else cells}
    if isinstance(value, T.DataType):
        return {"type": value.jsonValue()}
    if isinstance(value, VariantVal):
        return {"variant": value.toJson()}
    if isinstance(value, dict):
        return {"dict": [[python_value(key), python_value(item)] for key, item in value.items()]}
    for kind, tag, encode in _PLAIN:
        if isinstance(value, kind):
            return {tag: encode(value)}
    raise TypeError(f"no encoding for a Python value of type {type(value).__name__}")


def _items(values: Any) -> list[Any]:
    return [python_value(value) for value in values]


_PLAIN: list[tuple[type, str, Any]] = [
    (int, "int", integer),
    (float, "float", floating),
    (Decimal, "decimal", lambda value: format(value, "f")),
    (bytes, "bytes", lambda value: value.hex()),
    (bytearray, "bytearray", lambda value: value.hex()),
    (datetime.datetime, "datetime", lambda value: value.isoformat()),
    (datetime.date, "date", lambda value: value.isoformat()),
    (datetime.time, "time", lambda value: value.isoformat()),
    (datetime.timedelta, "timedelta", micros),
    (list, "list", _items),
    (tuple, "tuple", _items),
    (set, "set", lambda value: sorted(_items(value), key=repr)),
]
