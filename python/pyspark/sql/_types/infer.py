"""Types of plain Python values, as createDataFrame finds them."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from ...errors import PySparkTypeError, PySparkValueError
from .base import (
    AtomicType,
    BinaryType,
    BooleanType,
    ByteType,
    DataType,
    DecimalType,
    DoubleType,
    FloatType,
    IntegerType,
    LongType,
    NullType,
    ShortType,
    StringType,
    VariantType,
)
from .nested import ArrayType, MapType, StructField, StructType
from .row import Row
from .temporal import DateType, DayTimeIntervalType, TimestampNTZType, TimestampType, TimeType
from .variant import VariantVal

_MAKERS: dict[type, Callable[[], DataType]] = {
    type(None): NullType,
    bool: BooleanType,
    int: LongType,
    float: DoubleType,
    str: StringType,
    bytes: BinaryType,
    bytearray: BinaryType,
    Decimal: lambda: DecimalType(38, 18),
    datetime.date: DateType,
    datetime.datetime: TimestampType,
    datetime.time: TimeType,
    datetime.timedelta: DayTimeIntervalType,
}


_TYPE_CODES: dict[str, Callable[[], DataType]] = {
    "b": ByteType,
    "h": ShortType,
    "i": IntegerType,
    "l": LongType,
    "f": FloatType,
    "d": DoubleType,
    "u": StringType,
    "B": ShortType,
    "H": IntegerType,
    "I": LongType,
    "q": LongType,
}


class InferRules(NamedTuple):
    """What a session's settings say on types of Python values."""

    dict_as_struct: bool = False
    array_from_first: bool = False
    map_from_first: bool = False
    without_zone: bool = False


_PLAIN_RULES = InferRules()


def infer_type(value: Any, rules: InferRules = _PLAIN_RULES) -> DataType:
    """The type of a value. Raises UNSUPPORTED_DATA_TYPE, CANNOT_MERGE_TYPE, CANNOT_INFER_TYPE_FOR_FIELD."""
    maker = _MAKERS.get(type(value))
    if maker is not None:
        return TimestampNTZType() if maker is TimestampType and rules.without_zone and value.tzinfo is None else maker()
    if isinstance(value, dict):
        return _infer_dict(value, rules)
    if isinstance(value, list):
        items = value[:1] if rules.array_from_first else value
        return ArrayType(merge_all(infer_type(each, rules) for each in items), True)
    if isinstance(value, array):
        if value.typecode not in _TYPE_CODES:
            raise PySparkTypeError(errorClass="UNSUPPORTED_DATA_TYPE", messageParameters={"data_type": f"array({value.typecode})"})
        return ArrayType(_TYPE_CODES[value.typecode](), False)
    if isinstance(value, VariantVal):
        return VariantType()
    try:
        return infer_schema(value, None, rules)
    except PySparkTypeError as error:
        if error.getCondition() != "CANNOT_INFER_SCHEMA_FOR_TYPE":
            raise
        raise PySparkTypeError(
            errorClass="UNSUPPORTED_DATA_TYPE", messageParameters={"data_type": type(value).__name__}
        ) from None


def _infer_dict(value: dict[Any, Any], rules: InferRules) -> DataType:
    if rules.dict_as_struct:
        return StructType([StructField(key, _field_type(key, each, rules), True) for key, each in value.items() if key is not None])
    if rules.map_from_first:
        pair = next(((k, v) for k, v in value.items() if k is not None and v is not None), None)
        return MapType(NullType(), NullType(), True) if pair is None else MapType(infer_type(pair[0], rules), infer_type(pair[1], rules), True)
    keys = merge_all(infer_type(key, rules) for key in value)
    return MapType(keys, merge_all(infer_type(each, rules) for each in value.values()), True)


def infer_schema(row: Any, names: list[str] | None = None, rules: InferRules = _PLAIN_RULES) -> StructType:
    """The struct that a row is: a dict's keys (sorted), a Row's fields, a named tuple's, an object's attributes."""
    if isinstance(row, VariantVal):
        raise PySparkValueError("Rows cannot be of type VariantVal")
    if isinstance(row, dict):
        items: Iterable[tuple[str, Any]] = sorted(row.items())
    elif isinstance(row, (tuple, list)):
        items = zip(_names_of(row, names), row)
    elif hasattr(row, "__dict__"):
        items = sorted(row.__dict__.items())
    else:
        raise PySparkTypeError(
            errorClass="CANNOT_INFER_SCHEMA_FOR_TYPE", messageParameters={"data_type": type(row).__name__}
        )
    return StructType([StructField(name, _field_type(name, value, rules), True) for name, value in items])


def _names_of(row: Any, names: list[str] | None) -> list[str]:
    if isinstance(row, Row) and hasattr(row, "__fields__"):
        return list(row.__fields__)
    if hasattr(row, "_fields"):
        return list(row._fields)
    given = list(names or ())
    return given + [f"_{i}" for i in range(len(given) + 1, len(row) + 1)]


def _field_type(name: str, value: Any, rules: InferRules) -> DataType:
    try:
        return infer_type(value, rules)
    except PySparkTypeError as error:
        if error.getCondition() == "CANNOT_MERGE_TYPE" and not isinstance(value, (dict, list)):
            raise
        raise PySparkTypeError(
            errorClass="CANNOT_INFER_TYPE_FOR_FIELD", messageParameters={"field_name": str(name)}
        ) from error


def merge_all(kinds: Iterable[DataType]) -> DataType:
    """The one type of several values; NullType of none."""
    merged: DataType = NullType()
    for kind in kinds:
        merged = merge_type(merged, kind)
    return merged


def merge_type(a: DataType, b: DataType) -> DataType:
    """The type that takes values of both: a text takes every atom. Raises CANNOT_MERGE_TYPE."""
    if isinstance(a, NullType):
        return b
    if isinstance(b, NullType):
        return a
    if isinstance(a, (TimestampType, TimestampNTZType)) and isinstance(b, (TimestampType, TimestampNTZType)):
        return a if type(a) is type(b) else TimestampType()
    if isinstance(a, AtomicType) and isinstance(b, StringType):
        return b
    if isinstance(a, StringType) and isinstance(b, AtomicType):
        return a
    if type(a) is not type(b):
        raise PySparkTypeError(
            errorClass="CANNOT_MERGE_TYPE",
            messageParameters={"data_type1": type(a).__name__, "data_type2": type(b).__name__},
        )
    if isinstance(a, StructType):
        return _merge_structs(a, b)  # type: ignore[arg-type]
    if isinstance(a, ArrayType):
        return ArrayType(merge_type(a.elementType, b.elementType), True)  # type: ignore[attr-defined]
    if isinstance(a, MapType):
        return MapType(merge_type(a.keyType, b.keyType), merge_type(a.valueType, b.valueType), True)  # type: ignore[attr-defined]
    return a


def _merge_structs(a: StructType, b: StructType) -> StructType:
    others = {field.name: field.dataType for field in b.fields}
    fields = [StructField(f.name, merge_type(f.dataType, others.get(f.name, NullType())), True) for f in a.fields]
    known = set(a.names)
    fields += [StructField(f.name, f.dataType, True) for f in b.fields if f.name not in known]
    return StructType(fields)


def has_null_type(kind: DataType) -> bool:
    """Whether some part of the type is still unknown."""
    if isinstance(kind, StructType):
        return any(has_null_type(field.dataType) for field in kind.fields)
    if isinstance(kind, ArrayType):
        return has_null_type(kind.elementType)
    if isinstance(kind, MapType):
        return has_null_type(kind.keyType) or has_null_type(kind.valueType)
    return isinstance(kind, NullType)
