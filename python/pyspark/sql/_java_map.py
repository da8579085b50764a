"""The order in which a hash map of Java gives its keys: a dict reaches Spark as one."""

from __future__ import annotations

import datetime
import struct
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ._types.base import BooleanType, DataType, DecimalType, DoubleType, FloatType, IntegralType, LongType, StringType
from ._types.temporal import DateType, DayTimeIntervalType, TimestampNTZType, TimestampType

_SLOTS = 16
_EPOCH = datetime.datetime(1970, 1, 1)
_EPOCH_DAY = datetime.date(1970, 1, 1)
_INT = 1 << 31
_LONG = 1 << 63
_WORD = 0xFFFFFFFF


def java_order(keys: list[Any]) -> list[Any]:
    """The keys of a map into which they were put one by one: by the slots of their hashes, those of one slot as they came."""
    slots = _SLOTS
    while len(keys) > slots * 3 // 4:
        slots *= 2
    return _in_slots(keys, slots)


def java_items(values: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """Keys and values of a pickled dict. It is read from its end into one map, and that put into another as a whole."""
    if len(values) < 2:
        return list(values.items())
    slots = 1
    while slots < len(values) / 0.75 + 1:
        slots *= 2
    try:
        return [(key, values[key]) for key in _in_slots(java_order(list(reversed(values))), slots)]
    except TypeError:
        # Hashes of objects are their addresses: no order is that of Spark.
        return list(values.items())


def collected(keys: list[Any], code: Callable[[Any], int]) -> list[int]:
    """Places of a map's keys in the order in which they are handed to Python: it puts them into a map of their number."""
    slots = 1
    while slots < len(keys):
        slots *= 2
    if len(keys) > slots * 0.75:
        slots *= 2
    return sorted(range(len(keys)), key=lambda i: _spread(code(keys[i])) & (slots - 1))


def key_hash(kind: DataType) -> Callable[[Any], int] | None:
    """hashCode() of wire values of the type as Java has them; None of types whose hashes are addresses."""
    if isinstance(kind, (StringType, BooleanType, DoubleType)):
        return lambda key: _hash(float(key)) if isinstance(kind, DoubleType) else _hash(key)
    if isinstance(kind, (LongType, TimestampType, TimestampNTZType, DayTimeIntervalType)):
        return lambda key: _fold(int(key) & (2 * _LONG - 1))
    if isinstance(kind, (IntegralType, DateType)):
        return lambda key: int(key) & _WORD
    if isinstance(kind, FloatType):
        return lambda key: struct.unpack("<I", struct.pack("<f", float(key)))[0]
    return (lambda key: _hash(Decimal(key))) if isinstance(kind, DecimalType) else None


def _in_slots(keys: list[Any], slots: int) -> list[Any]:
    return sorted(keys, key=lambda key: _spread(_hash(key)) & (slots - 1))


def _spread(code: int) -> int:
    return code ^ (code >> 16)


def _hash(key: Any) -> int:
    """hashCode() of what the key becomes in Java, as 32 bits. Raises TypeError where it is an object's address."""
    if isinstance(key, str):
        code = 0
        for unit in memoryview(key.encode("utf-16-le", "surrogatepass")).cast("H"):
            code = (31 * code + unit) & _WORD
        return code
    if isinstance(key, bool):
        return 1231 if key else 1237
    if isinstance(key, int):
        return _hash_int(key)
    if isinstance(key, float):
        return _fold(struct.unpack("<Q", struct.pack("<d", key))[0])
    if isinstance(key, Decimal):
        sign, digits, exponent = key.as_tuple()
        whole = int("".join(map(str, digits)) or "0")
        return (31 * _hash_whole(-whole if sign else whole) - int(exponent)) & _WORD
    if isinstance(key, datetime.datetime):
        moment = key.replace(tzinfo=None) - (key.utcoffset() or datetime.timedelta(0))
        return _hash_int((moment - _EPOCH) // datetime.timedelta(microseconds=1))
    if isinstance(key, datetime.date):
        return _hash_int((key - _EPOCH_DAY).days)
    if isinstance(key, datetime.timedelta):
        return _hash_int(key // datetime.timedelta(microseconds=1))
    raise TypeError(type(key).__name__)


def _hash_int(value: int) -> int:
    if -_INT <= value < _INT:
        return value & _WORD
    return _fold(value & (2 * _LONG - 1)) if -_LONG <= value < _LONG else _hash_whole(value)


def _fold(bits: int) -> int:
    return (bits ^ (bits >> 32)) & _WORD


def _hash_whole(value: int) -> int:
    """Of a BigInteger: over its words of 32 bits, the highest first, with its sign."""
    code, size = 0, abs(value)
    for at in range((size.bit_length() + 31) // 32 - 1, -1, -1):
        code = (31 * code + ((size >> (32 * at)) & _WORD)) & _WORD
    return (-code if value < 0 else code) & _WORD
