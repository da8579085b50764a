"""Checks values against a schema before they become rows (`verifySchema`)."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ...errors import PySparkTypeError, PySparkValueError
from .base import (
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
    VariantType,
)
from .nested import ArrayType, MapType, StructType
from .temporal import DateType, DayTimeIntervalType, TimestampNTZType, TimestampType, TimeType

Verifier = Callable[[Any], None]

_ACCEPTED: dict[type, tuple[type, ...]] = {
    BooleanType: (bool,),
    ByteType: (int,),
    ShortType: (int,),
    IntegerType: (int,),
    LongType: (int,),
    FloatType: (float,),
    DoubleType: (float,),
    DecimalType: (Decimal,),
    CharType: (str,),
    VarcharType: (str,),
    BinaryType: (bytearray, bytes),
    DateType: (datetime.date, datetime.datetime),
    TimeType: (datetime.time,),
    TimestampType: (datetime.datetime,),
    TimestampNTZType: (datetime.datetime,),
    DayTimeIntervalType: (datetime.timedelta,),
    ArrayType: (list, tuple, array),
    MapType: (dict,),
}
_BITS: dict[type, int] = {ByteType: 8, ShortType: 16, IntegerType: 32, LongType: 64}


def make_verifier(kind: DataType, nullable: bool = True, name: str | None = None) -> Verifier:
    """A function that raises unless a value fits the type; `name` tells which field is meant."""
    check = _check_of(kind, name)

    def verify(value: Any) -> None:
        if value is not None:
            check(value)
        elif not nullable:
            raise _not_nullable(name)

    return verify


def _check_of(kind: DataType, name: str | None) -> Verifier:
    if isinstance(kind, (StringType, VariantType)):
        return lambda value: None
    if isinstance(kind, StructType):
        return _struct_check(kind, name)
    accepted = _ACCEPTED.get(type(kind))
    if accepted is None:
        return _unknown_check(kind, name)
    if isinstance(kind, ArrayType):
        element = make_verifier(kind.elementType, kind.containsNull, f"element in array {name}")

        def check_array(value: Any) -> None:
            if type(value) not in accepted:
                raise _unacceptable(kind, value, name)
            for each in value:
                element(each)

        return check_array
    if isinstance(kind, MapType):
        return _map_check(kind, name)
    bits = _BITS.get(type(kind))
    if bits is None:

        def check_type(value: Any) -> None:
            if type(value) not in accepted:
                raise _unacceptable(kind, value, name)

        return check_type
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1

    def check_integer(value: Any) -> None:
        if type(value) is not int:
            raise _unacceptable(kind, value, name)
        if not low <= value <= high:
            raise PySparkValueError(
                errorClass="VALUE_OUT_OF_BOUNDS",
                messageParameters={
                    "arg_name": "obj",
                    "lower_bound": str(low),
                    "upper_bound": str(high),
                    "actual": str(value),
                },
            )

    return check_integer


def _map_check(kind: MapType, name: str | None) -> Verifier:
    key = make_verifier(kind.keyType, False, f"key of map {name}")
    item = make_verifier(kind.valueType, kind.valueContainsNull, f"value of map {name}")

    def check_map(value: Any) -> None:
        if type(value) is not dict:
            raise _unacceptable(kind, value, name)
        for each, content in value.items():
            key(each)
            item(content)

    return check_map


def _struct_check(kind: StructType, name: str | None) -> Verifier:
    def title(field: str) -> str:
        return f"field {field}" if name is None else f"field {field} in {name}"

    checks = [make_verifier(f.dataType, f.nullable, title(f.name)) for f in kind.fields]
    names = kind.names

    def check_struct(value: Any) -> None:
        if isinstance(value, dict):
            for field, check in zip(names, checks):
                check(value.get(field))
        elif isinstance(value, (tuple, list)):
            if len(value) != len(checks):
                raise _length_mismatch(len(value), len(checks), name)
            for each, check in zip(value, checks):
                check(each)
        elif hasattr(value, "__dict__"):
            for field, check in zip(names, checks):
                check(value.__dict__.get(field))
        else:
            raise _unacceptable(kind, value, name)

    return check_struct


def _unknown_check(kind: DataType, name: str | None) -> Verifier:
    def check(value: Any) -> None:
        raise AssertionError(f"{name}: unknown datatype: {kind} for object {value!r}")

    return check


def _named(condition: str, name: str | None, parameters: dict[str, str]) -> dict[str, Any]:
    if name is None:
        return {"errorClass": condition, "messageParameters": parameters}
    return {"errorClass": f"{condition}_WITH_NAME", "messageParameters": {"field_name": name, **parameters}}


def _not_nullable(name: str | None) -> PySparkValueError:
    return PySparkValueError(**_named("FIELD_NOT_NULLABLE", name, {}))


def _unacceptable(kind: DataType, value: Any, name: str | None) -> PySparkTypeError:
    parameters = {"data_type": str(kind), "obj": repr(value), "obj_type": str(type(value))}
    return PySparkTypeError(**_named("FIELD_DATA_TYPE_UNACCEPTABLE", name, parameters))


def _length_mismatch(actual: int, expected: int, name: str | None) -> PySparkValueError:
    parameters = {"object_length": str(actual), "field_length": str(expected)}
    return PySparkValueError(**_named("FIELD_STRUCT_LENGTH_MISMATCH", name, parameters))
