"""Results of user functions on their way to the engine, coerced as Arrow does it for real Spark.

A number of another kind is taken (2.5 for int becomes 2), a text is parsed, anything may become a string; dates of
numbers are days. What does not fit raises the exceptions that Arrow raises, under their names.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ._types.base import (
    BinaryType,
    BooleanType,
    ByteType,
    CharType,
    DataType,
    DecimalType,
    DoubleType,
    FloatType,
    IntegerType,
    LongType,
    ShortType,
    StringType,
    VarcharType,
)
from ._types.nested import ArrayType, MapType, StructType
from ._types.temporal import EPOCH_DAYS, DateType, DayTimeIntervalType, TimestampNTZType, TimestampType
from ._wire import encoder, wire_double, wire_long

Convert = Callable[[Any], Any]
_BITS: dict[type, int] = {ByteType: 8, ShortType: 16, IntegerType: 32, LongType: 64}
_FLOAT_EXACT = 2**24
_ARROW_NAMES = {list: "list<item>", tuple: "list<item>", dict: "struct", datetime.datetime: "timestamp[us]", datetime.date: "date32[day]"}


class ArrowInvalid(ValueError):
    """A value that does not fit its type."""


class ArrowTypeError(TypeError):
    """A value of the wrong kind."""


class ArrowNotImplementedError(NotImplementedError):
    """Two types between which there is no cast."""


for _each in (ArrowInvalid, ArrowTypeError, ArrowNotImplementedError):
    _each.__module__ = "pyarrow.lib"


def result_encoder(kind: DataType) -> Convert:
    """A function from a result to its wire form; None stays None."""
    convert = _convert(kind)
    return lambda value: None if value is None else convert(value)


def _convert(kind: DataType) -> Convert:
    if isinstance(kind, (StringType, CharType, VarcharType)):
        return lambda value: value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    bits = _BITS.get(type(kind))
    if bits is not None:
        return _integer(bits)
    if isinstance(kind, DoubleType):
        return lambda value: wire_double(_float(value, "double"))
    if isinstance(kind, FloatType):
        encode = encoder(kind)
        return lambda value: encode(_float(value, "float"))
    if isinstance(kind, BooleanType):
        return _boolean
    if isinstance(kind, DateType):
        return _date
    if isinstance(kind, ArrayType):
        return _array(kind)
    if isinstance(kind, MapType):
        key, item = result_encoder(kind.keyType), result_encoder(kind.valueType)
        return _of_kind(dict, lambda value: [[key(k), item(v)] for k, v in value.items()])
    if isinstance(kind, StructType):
        return _struct(kind)
    return _of_kind(_EXACT.get(type(kind), object), encoder(kind))


_EXACT: dict[type, Any] = {
    DecimalType: Decimal,
    BinaryType: (bytes, bytearray),
    TimestampType: datetime.datetime,
    TimestampNTZType: datetime.datetime,
    DayTimeIntervalType: datetime.timedelta,
}


def _of_kind(accepted: Any, encode: Convert) -> Convert:
    def convert(value: Any) -> Any:
        if not isinstance(value, accepted):
            raise AssertionError(f"{type(value)} {value}")
        return encode(value)

    return convert


def _no_cast(value: Any, target: str) -> ArrowNotImplementedError:
    source = _ARROW_NAMES.get(type(value), type(value).__name__)
    return ArrowNotImplementedError(f"Unsupported cast from {source} to {target} using function cast_{target}")


def _text_of(value: str | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _unparsed(text: str, target: str) -> ArrowInvalid:
    return ArrowInvalid(f"Failed to parse string: '{text}' as a scalar of type {target}")


def _integer(bits: int) -> Convert:
    low, high, name = -(1 << (bits - 1)), (1 << (bits - 1)) - 1, f"int{bits}"

    def convert(value: Any) -> Any:
        if isinstance(value, bool):
            raise ArrowTypeError("Expected integer, got bool")
        if isinstance(value, (str, bytes)):
            text = _text_of(value)
            try:
                number = int(text)
            except ValueError:
                raise _unparsed(text, name) from None
        elif isinstance(value, float) and (value != value or abs(value) == float("inf")):
            raise ArrowInvalid(f"Float value {value} was truncated converting to {name}")
        elif isinstance(value, (int, float, Decimal)):
            number = int(value)
        elif bits == 32 and type(value) is datetime.date:
            return value.toordinal() - EPOCH_DAYS
        elif bits == 64 and isinstance(value, datetime.datetime):
            return encoder(TimestampNTZType())(value)
        else:
            raise _no_cast(value, name)
        if not low <= number <= high:
            raise ArrowInvalid(f"Integer value {number} not in range: {low} to {high}")
        return wire_long(number)

    return convert


def _float(value: Any, target: str) -> float:
    if isinstance(value, (str, bytes)):
        text = _text_of(value)
        try:
            return float(text)
        except ValueError:
            raise _unparsed(text, target) from None
    if isinstance(value, int) and target == "float" and abs(value) > _FLOAT_EXACT:
        raise ArrowInvalid(f"Integer value {value} not in range: {-_FLOAT_EXACT} to {_FLOAT_EXACT}")
    if isinstance(value, (int, float, Decimal)):
        return float(value)
    raise _no_cast(value, target)


def _boolean(value: Any) -> bool:
    if isinstance(value, (int, float)):
        return bool(value)
    if isinstance(value, (str, bytes)):
        text = _text_of(value)
        if text.lower() in ("true", "1"):
            return True
        if text.lower() in ("false", "0"):
            return False
        raise ArrowInvalid(f"Failed to parse value: {text}")
    raise _no_cast(value, "bool")


def _date(value: Any) -> int:
    if isinstance(value, datetime.date):
        return value.toordinal() - EPOCH_DAYS
    if isinstance(value, bool):
        raise ArrowTypeError("Expected integer, got bool")
    if isinstance(value, (int, float, Decimal)):
        return int(value)
    raise ArrowTypeError(f"object of type {type(value)} cannot be converted to int")


def _array(kind: ArrayType) -> Convert:
    element = result_encoder(kind.elementType)

    def convert(value: Any) -> list[Any]:
        if isinstance(value, str):
            raise _no_cast(value, "list")
        if isinstance(value, dict) or not hasattr(value, "__iter__"):
            raise ArrowTypeError(
                f"Could not convert {value!r} with type {type(value).__name__}: "
                "was not a sequence or recognized null for conversion to list type"
            )
        return [element(each) for each in value]

    return convert


def _struct(kind: StructType) -> Convert:
    names = kind.names
    converts = [result_encoder(field.dataType) for field in kind.fields]

    def convert(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [each(value.get(name)) for each, name in zip(converts, names)]
        if isinstance(value, tuple):
            if len(value) != len(converts):
                raise AssertionError(f"{len(value)} values for {len(converts)} fields")
            return [each(part) for each, part in zip(converts, value)]
        if hasattr(value, "__dict__") and not isinstance(value, type):
            return [each(getattr(value, name, None)) for each, name in zip(converts, names)]
        raise AssertionError(f"{type(value)} {value}")

    return convert
