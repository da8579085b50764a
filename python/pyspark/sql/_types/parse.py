"""Types out of JSON (here) and out of DDL texts (by the engine)."""

from __future__ import annotations

import json
import re
from functools import lru_cache
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
    NullType,
    ShortType,
    StringType,
    VarcharType,
    VariantType,
)
from .nested import ArrayType, MapType, StructField, StructType
from .temporal import (
    CalendarIntervalType,
    DateType,
    DayTimeIntervalType,
    TimestampNTZType,
    TimestampType,
    TimeType,
    YearMonthIntervalType,
)

_ATOMIC: dict[str, type[DataType]] = {
    "void": NullType,
    "null": NullType,
    "boolean": BooleanType,
    "byte": ByteType,
    "short": ShortType,
    "integer": IntegerType,
    "long": LongType,
    "float": FloatType,
    "double": DoubleType,
    "string": StringType,
    "binary": BinaryType,
    "date": DateType,
    "timestamp": TimestampType,
    "timestamp_ltz": TimestampType,
    "timestamp_ntz": TimestampNTZType,
    "variant": VariantType,
    "interval": CalendarIntervalType,
    "decimal": DecimalType,
    "time": TimeType,
}
_SIZED = re.compile(r"^(decimal|char|varchar|time)\(\s*(-?\d+)\s*(?:,\s*(-?\d+)\s*)?\)$")
_INTERVAL = re.compile(r"^interval (day|hour|minute|second|year|month)(?: to (hour|minute|second|month))?$")
_COLLATED = re.compile(r"^string collate (\w+)$")


def parse_json(value: Any) -> DataType:
    """A type out of the JSON form that `jsonValue()` gives. Raises CANNOT_PARSE_DATATYPE."""
    if isinstance(value, str):
        return _atomic(value)
    kind = value.get("type")
    if kind == "array":
        return ArrayType(parse_json(value["elementType"]), value.get("containsNull", True))
    if kind == "map":
        return MapType(parse_json(value["keyType"]), parse_json(value["valueType"]), value.get("valueContainsNull", True))
    if kind == "struct":
        fields = value["fields"]
        return StructType(
            [StructField(f["name"], parse_json(f["type"]), f.get("nullable", True), f.get("metadata")) for f in fields]
        )
    raise PySparkValueError(errorClass="UNSUPPORTED_DATA_TYPE", messageParameters={"data_type": str(kind)})


def _atomic(text: str) -> DataType:
    known = _ATOMIC.get(text)
    if known is not None:
        return known()
    if match := _SIZED.match(text):
        name, first, second = match[1], int(match[2]), match[3]
        if name == "decimal":
            return DecimalType(first, int(second or 0))
        return {"char": CharType, "varchar": VarcharType, "time": TimeType}[name](first)
    if match := _INTERVAL.match(text):
        kind = YearMonthIntervalType if match[1] in YearMonthIntervalType._names else DayTimeIntervalType
        return kind(kind._names.index(match[1]), kind._names.index(match[2] or match[1]))
    if match := _COLLATED.match(text):
        return StringType(match[1])
    raise PySparkValueError(errorClass="CANNOT_PARSE_DATATYPE", messageParameters={"msg": text})


def parse_json_string(text: str) -> DataType:
    return parse_json(json.loads(text))


def _asked(ddl: str, **how: bool) -> Any:
    """What the active session makes of a text."""
    from ... import _bridge
    from ..session import SparkSession

    session = SparkSession.getActiveSession()
    return _bridge.call("parseType", None if session is None else session._id, ddl=ddl, **how)


def _engine_type(ddl: str, schema_first: bool) -> str:
    return json.dumps(_asked(ddl, schemaFirst=schema_first))


_remembered = lru_cache(maxsize=256)(_engine_type)


def parse_columns(ddl: str) -> DataType:
    """The columns of a table that a DDL text names, as a StructType. Raises ParseException."""
    return parse_json(_asked(ddl, schemaOnly=True))


def parse_ddl(ddl: str, schema_first: bool = True) -> DataType:
    """The type that a DDL text names: columns of a table if it can be read so, else one type. Raises ParseException."""
    if not isinstance(ddl, str):
        raise PySparkTypeError(
            errorClass="NOT_EXPECTED_TYPE",
            messageParameters={"expected_type": "DataType or str", "arg_name": "ddl", "arg_type": type(ddl).__name__},
        )
    # What TIMESTAMP means the session's settings say, which change.
    read = _engine_type if "timestamp" in ddl.lower() else _remembered
    return parse_json_string(read(ddl, schema_first))
