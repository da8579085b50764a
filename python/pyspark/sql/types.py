"""Spark SQL's data types, and Row."""

from ._types.base import (
    AtomicType,
    BinaryType,
    BooleanType,
    ByteType,
    CharType,
    DataType,
    DecimalType,
    DoubleType,
    FloatType,
    FractionalType,
    IntegerType,
    IntegralType,
    LongType,
    NullType,
    NumericType,
    ShortType,
    StringType,
    VarcharType,
    VariantType,
)
from ._types.infer import infer_schema as _infer_schema
from ._types.infer import infer_type as _infer_type
from ._types.infer import merge_type as _merge_type
from ._types.nested import ArrayType, MapType, StructField, StructType
from ._types.parse import parse_ddl as _parse_datatype_string
from ._types.parse import parse_json_string as _parse_datatype_json_string
from ._types.row import Row
from ._types.row import make_row as _create_row
from ._types.spatial import Geography, GeographyType, Geometry, GeometryType, SpatialType
from ._types.temporal import (
    AnsiIntervalType,
    AnyTimeType,
    CalendarIntervalType,
    DateType,
    DatetimeType,
    DayTimeIntervalType,
    TimestampNTZType,
    TimestampType,
    TimeType,
    YearMonthIntervalType,
)
from ._types.udt import UserDefinedType
from ._types.variant import VariantVal
from ._types.verify import make_verifier as _make_type_verifier

__all__ = [
    "DataType",
    "NullType",
    "CharType",
    "StringType",
    "VarcharType",
    "BinaryType",
    "BooleanType",
    "DateType",
    "TimeType",
    "TimestampType",
    "TimestampNTZType",
    "DecimalType",
    "DoubleType",
    "FloatType",
    "ByteType",
    "IntegerType",
    "LongType",
    "DayTimeIntervalType",
    "YearMonthIntervalType",
    "CalendarIntervalType",
    "Row",
    "ShortType",
    "ArrayType",
    "MapType",
    "StructField",
    "StructType",
    "VariantType",
    "VariantVal",
    "Geography",
    "Geometry",
    "GeographyType",
    "GeometryType",
]

# Texts and messages show classes by their public name.
for _name in [*__all__, "AtomicType", "NumericType", "IntegralType", "FractionalType", "DatetimeType", "SpatialType", "UserDefinedType"]:
    globals()[_name].__module__ = __name__
del _name
