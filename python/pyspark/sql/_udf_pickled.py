"""Results of user functions that real Spark hands over pickled: those registered by name, or made with `useArrow=False`.

A value of another kind than the declared type becomes NULL without a word (5 for double, 2.5 for int); whole numbers
beyond the type wrap around. Dates, timestamps and structs of another kind raise.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..errors import PySparkValueError
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
from ._java_map import java_items
from ._types.nested import ArrayType, MapType, StructType
from ._types.temporal import DateType, DayTimeIntervalType, TimestampNTZType, TimestampType
from ._wire import encoder, wire_long, wrong_width

Convert = Callable[[Any], Any]
_BITS: dict[type, int] = {ByteType: 8, ShortType: 16, IntegerType: 32, LongType: 64}


def pickled_encoder(kind: DataType) -> Convert:
    """A function from a result to its wire form; None stays None."""
    convert = _convert(kind)
    return lambda value: None if value is None else convert(value)


def _convert(kind: DataType) -> Convert:
    if isinstance(kind, (StringType, CharType, VarcharType)):
        return _text
    bits = _BITS.get(type(kind))
    if bits is not None:
        return _integer(bits)
    if isinstance(kind, BooleanType):
        return lambda value: value if isinstance(value, bool) else None
    if isinstance(kind, (DateType, TimestampType, TimestampNTZType, DayTimeIntervalType)):
        return encoder(kind)
    if isinstance(kind, ArrayType):
        element = pickled_encoder(kind.elementType)
        return lambda value: [element(each) for each in value] if isinstance(value, (list, tuple, bytes, bytearray)) else None
    if isinstance(kind, MapType):
        key, item = pickled_encoder(kind.keyType), pickled_encoder(kind.valueType)
        return lambda value: [[key(k), item(v)] for k, v in java_items(value)] if isinstance(value, dict) else None
    if isinstance(kind, StructType):
        return _struct(kind)
    if isinstance(kind, BinaryType):
        return _binary(encoder(kind))
    return _of_kind(_EXACT.get(type(kind), object), encoder(kind))


_EXACT: dict[type, Any] = {DoubleType: float, FloatType: float, DecimalType: Decimal}


def _of_kind(accepted: Any, encode: Convert) -> Convert:
    return lambda value: encode(value) if isinstance(value, accepted) else None


def _binary(encode: Convert) -> Convert:
    def convert(value: Any) -> Any:
        if isinstance(value, str):
            return encode(value.encode("utf-8"))
        return encode(value) if isinstance(value, (bytes, bytearray)) else None

    return convert


def _text(value: Any) -> str:
    """As Java shows the value that it was handed."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_inner(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_inner(k)}={_inner(v)}' for k, v in value.items())}}}"
    return str(value)


def _inner(value: Any) -> str:
    return "null" if value is None else _text(value)


def _integer(bits: int) -> Convert:
    span, half = 1 << bits, 1 << (bits - 1)

    def convert(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int):
            return None
        if bits == 64:
            return wire_long(value) if -half <= value < half else None
        return (value + half) % span - half

    return convert


def _struct(kind: StructType) -> Convert:
    names = kind.names
    converts = [pickled_encoder(field.dataType) for field in kind.fields]

    def convert(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [each(value.get(name)) for each, name in zip(converts, names)]
        if isinstance(value, (tuple, list)):
            if len(value) != len(converts):
                raise wrong_width(len(value), len(converts))
            return [each(part) for each, part in zip(converts, value)]
        if hasattr(value, "__dict__"):
            return [each(value.__dict__.get(name)) for each, name in zip(converts, names)]
        raise PySparkValueError(
            errorClass="UNEXPECTED_TUPLE_WITH_STRUCT", messageParameters={"tuple": str(value)}
        )

    return convert
