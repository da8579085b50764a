"""Values on their way to the engine and back: the forms of engine/types/wire.ts.

An encoder turns a Python value of a known type into JSON's kinds, a decoder does the reverse. Both are made once a
column; where nothing needs to be done they are None, and the column is taken as it is.
"""

from __future__ import annotations

import base64
import datetime
import struct
from array import array
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from ..errors import ArithmeticException, IllegalArgumentException, PySparkException, PySparkNotImplementedError, PySparkTypeError
from ._check import state_error
from ._java_map import collected, java_items, key_hash
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
    IntegralType,
    LongType,
    NullType,
    ShortType,
    StringType,
    VarcharType,
    VariantType,
)
from ._types.nested import ArrayType, MapType, StructType
from ._types.row import make_row
from ._types.temporal import (
    EPOCH_DAYS,
    CalendarIntervalType,
    DateType,
    DayTimeIntervalType,
    TimestampNTZType,
    TimestampType,
    TimeType,
    YearMonthIntervalType,
)
from ._types.variant import VariantVal

Convert = Callable[[Any], Any]

_SAFE = 2**53 - 1
_BITS: dict[type, int] = {ByteType: 8, ShortType: 16, IntegerType: 32}
_EPOCH = datetime.datetime(1970, 1, 1)
_MICROSECOND = datetime.timedelta(microseconds=1)
_DAY = 86_400_000_000
_FIRST_MICROS = (1 - EPOCH_DAYS) * _DAY
_DAYS_OF_400_YEARS = 146_097
_LAST_ORDINAL = datetime.date.max.toordinal()
_INT_MAX = 2**31 - 1
_PLAIN_DIGITS = 6
_WIDE = Context(prec=100)
_SPECIAL = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf"), "-0.0": -0.0}


def wire_long(value: int) -> int | str:
    return value if -_SAFE <= value <= _SAFE else str(value)


def wire_double(value: float) -> float | str:
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return "-0.0" if value == 0 and str(value)[0] == "-" else value


def _wire_float(value: float) -> float | str:
    try:
        return wire_double(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return "Infinity" if value > 0 else "-Infinity"


def _wire_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def plain_decimal(value: Decimal) -> str:
    return format(value, "f")


def _wire_decimal(kind: DecimalType) -> Convert:
    unit = Decimal(1).scaleb(-kind.scale)
    limit = Decimal(10) ** (kind.precision - kind.scale)

    def encode(value: Decimal) -> str | None:
        if not value.is_finite():
            return None
        rounded = value.quantize(unit, rounding=ROUND_HALF_UP, context=_WIDE)
        if rounded.copy_abs() >= limit:
            condition = "NUMERIC_VALUE_OUT_OF_RANGE.WITHOUT_SUGGESTION"
            parameters = {"roundedValue": plain_decimal(rounded), "originalValue": plain_decimal(value)}
            parameters |= {"precision": str(kind.precision), "scale": str(kind.scale)}
            raise state_error(ArithmeticException, condition, "22003", parameters, f"{rounded} does not fit {kind.simpleString()}.")
        return plain_decimal(rounded)

    return encode


def micros_of(value: datetime.datetime) -> int:
    """Microseconds of an instant; one without a zone is meant by Python's own clock, which is UTC here."""
    if value.tzinfo is not None:
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return (value - _EPOCH) // _MICROSECOND


def _wire_time(kind: TimeType) -> Convert:
    unit = 10 ** (9 - kind.precision)

    def encode(value: datetime.time) -> int:
        seconds = (value.hour * 60 + value.minute) * 60 + value.second
        nanos = (seconds * 1_000_000 + value.microsecond) * 1000
        return nanos - nanos % unit

    return encode


def _wire_integer(kind: IntegralType) -> Convert:
    """Whole numbers; those too large lose their upper bits, as Java's do where nobody checks them."""
    if isinstance(kind, LongType):
        return lambda value: wire_long(value) if type(value) is not bool and -(2**63) <= value < 2**63 else None
    half = 1 << (_BITS[type(kind)] - 1)

    def encode(value: int) -> int | None:
        if -half <= value < half:
            return int(value)
        return (value + half) % (2 * half) - half if -(2**63) <= value < 2**63 else None

    return encode


def _of(accepted: Any, encode: Convert) -> Convert:
    """Values of other types become NULL: that is what Spark makes of values that nobody checked."""
    return lambda value: encode(value) if isinstance(value, accepted) else None


def _whole(encode: Convert) -> Convert:
    return lambda value: encode(value) if isinstance(value, int) and not isinstance(value, bool) else None


def wrong_width(actual: int, expected: int) -> PySparkException:
    """STRUCT_ARRAY_LENGTH_MISMATCH."""
    parameters = {"expected": str(expected), "actual": str(actual)}
    sentence = f"A row of {actual} values for {expected} fields."
    return state_error(IllegalArgumentException, "STRUCT_ARRAY_LENGTH_MISMATCH", "2201E", parameters, sentence)


def encoder(kind: DataType) -> Convert:
    """A function from a Python value of the type to its wire form; None stays None."""
    convert = _encode(kind)
    return lambda value: None if value is None else convert(value)


def _encode(kind: DataType) -> Convert:
    if isinstance(kind, IntegralType):
        return _whole(_wire_integer(kind))
    if isinstance(kind, DoubleType):
        return _of(float, wire_double)
    if isinstance(kind, FloatType):
        return _of(float, _wire_float)
    if isinstance(kind, (StringType, CharType, VarcharType)):
        return _wire_text
    if isinstance(kind, BooleanType):
        return _of(bool, bool)
    if isinstance(kind, DecimalType):
        return _of(Decimal, _wire_decimal(kind))
    if isinstance(kind, BinaryType):
        return _of((bytes, bytearray, str), _wire_bytes)
    if isinstance(kind, DateType):
        return lambda value: value.toordinal() - EPOCH_DAYS
    if isinstance(kind, TimestampType):
        return lambda value: str(micros_of(value))
    if isinstance(kind, TimestampNTZType):
        return lambda value: str((value.replace(tzinfo=None) - _EPOCH) // _MICROSECOND)
    if isinstance(kind, TimeType):
        return _wire_time(kind)
    if isinstance(kind, DayTimeIntervalType):
        return lambda value: wire_long(value // _MICROSECOND)
    if isinstance(kind, NullType):
        return lambda value: None
    if isinstance(kind, ArrayType):
        element = encoder(kind.elementType)
        return _of((list, tuple, array, bytes, bytearray), lambda value: [element(each) for each in value])
    if isinstance(kind, MapType):
        key, item = encoder(kind.keyType), encoder(kind.valueType)
        return _of(dict, lambda value: [[key(k), item(v)] for k, v in java_items(value)])
    if isinstance(kind, StructType):
        return _encode_struct(kind)
    if isinstance(kind, VariantType):
        return _wire_variant
    raise unsupported_type(kind)


def _wire_bytes(value: bytes | str) -> str:
    return base64.b64encode(value.encode() if isinstance(value, str) else bytes(value)).decode("ascii")


def _wire_variant(value: Any) -> list[str]:
    assert isinstance(value, VariantVal)
    return [_wire_bytes(part) for part in (value.value, value.metadata)]


def _encode_struct(kind: StructType) -> Convert:
    names = kind.names
    converts = [encoder(field.dataType) for field in kind.fields]

    def encode(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [convert(value.get(name)) for name, convert in zip(names, converts)]
        if isinstance(value, (tuple, list)):
            if len(value) != len(converts):
                raise wrong_width(len(value), len(converts))
            return [convert(each) for convert, each in zip(converts, value)]
        if not hasattr(value, "__dict__"):
            raise PySparkTypeError(errorClass="UNSUPPORTED_DATA_TYPE", messageParameters={"data_type": type(value).__name__})
        return [convert(value.__dict__.get(name)) for name, convert in zip(names, converts)]

    return encode


def decoder(kind: DataType, pickled: bool = False) -> Convert | None:
    """A function from the wire form to a Python value, or None where they are the same; None is handed to neither.

    `pickled`: as rows reach Python, where maps come in the order of Java's hash maps; Arrow keeps the maps' own.
    """
    if isinstance(kind, LongType):
        return int
    if isinstance(kind, (DoubleType, FloatType)):
        return lambda value: _SPECIAL[value] if isinstance(value, str) else float(value)
    if isinstance(kind, DecimalType):
        return Decimal if kind.scale <= _PLAIN_DIGITS else _small_decimal
    if isinstance(kind, BinaryType):
        return base64.b64decode
    if isinstance(kind, DateType):
        return _date_of
    if isinstance(kind, TimestampType):
        return lambda value: _local_moment_of(int(value))
    if isinstance(kind, TimestampNTZType):
        return lambda value: _moment_of(int(value))
    if isinstance(kind, TimeType):
        return lambda value: (_EPOCH + datetime.timedelta(microseconds=value // 1000)).time()
    if isinstance(kind, DayTimeIntervalType):
        return lambda value: datetime.timedelta(microseconds=int(value))
    if isinstance(kind, ArrayType):
        element = _nullable(decoder(kind.elementType, pickled))
        return None if element is None else lambda value: [element(each) for each in value]
    if isinstance(kind, MapType):
        return _decode_map(kind, pickled)
    if isinstance(kind, StructType):
        return _decode_struct(kind, pickled)
    if isinstance(kind, VariantType):
        return lambda value: VariantVal(*(bytearray(base64.b64decode(part)) for part in value))
    if isinstance(kind, (CalendarIntervalType, YearMonthIntervalType)):
        # PySpark has no Python value for them, not even for NULL: the first row raises.
        return _Refusal(type(kind).__name__)
    return None


def _small_decimal(value: str) -> Decimal:
    """As Spark hands it over: near to zero in engineers' notation, which may add zeros (5E-10 comes as 500E-12)."""
    plain = Decimal(value)
    adjusted = plain.adjusted()
    if adjusted >= -_PLAIN_DIGITS or not plain:
        return plain
    sign, digits, exponent = plain.as_tuple()
    more = adjusted % 3 + 1 - len(digits)
    return Decimal((sign, digits + (0,) * more, exponent - more)) if more > 0 else plain


def _date_of(days: int) -> datetime.date:
    ordinal = days + EPOCH_DAYS
    if 1 <= ordinal <= _LAST_ORDINAL:
        return datetime.date.fromordinal(ordinal)
    if ordinal < 1:
        raise ValueError("ordinal must be >= 1")
    if ordinal > _INT_MAX:
        raise OverflowError("signed integer is greater than maximum")
    raise ValueError(f"year {_year_of(days)} is out of range")


def _moment_of(micros: int) -> datetime.datetime:
    try:
        return _EPOCH + datetime.timedelta(microseconds=micros)
    except OverflowError:
        raise ValueError(f"year {_year_of(micros // _DAY)} is out of range") from None


def _local_moment_of(micros: int) -> datetime.datetime:
    """To know whether a clock was put back, Python looks a day back, and finds no day before the first."""
    if micros - _DAY < _FIRST_MICROS <= micros:
        raise ValueError("year 0 is out of range")
    return _moment_of(micros)


def _year_of(days: int) -> int:
    """Of a date that Python cannot hold: its place in the 400 years after which the calendar repeats itself."""
    cycles, rest = divmod(days, _DAYS_OF_400_YEARS)
    return datetime.date.fromordinal(rest + EPOCH_DAYS).year + 400 * cycles


class _Refusal:
    """Raises for any value, NULL too."""

    def __init__(self, name: str) -> None:
        self._feature = f"{name}.fromInternal"

    def __call__(self, value: Any) -> Any:
        raise PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": self._feature})


def _same(value: Any) -> Any:
    return value


def _nullable(convert: Convert | None) -> Convert | None:
    if convert is None or isinstance(convert, _Refusal):
        return convert
    return lambda value: None if value is None else convert(value)


def _decode_map(kind: MapType, pickled: bool) -> Convert:
    key, item = _nullable(decoder(kind.keyType, pickled)) or _same, _nullable(decoder(kind.valueType, pickled)) or _same
    code = key_hash(kind.keyType) if pickled else None
    if code is None:
        return lambda value: {key(k): item(v) for k, v in value}

    def ordered(value: list[Any]) -> dict[Any, Any]:
        if len(value) > 1:
            value = [value[i] for i in collected([k for k, _ in value], code)]
        return {key(k): item(v) for k, v in value}

    return ordered


def _decode_struct(kind: StructType, pickled: bool) -> Convert:
    names = list(kind.names)
    converts = [_nullable(decoder(field.dataType, pickled)) or _same for field in kind.fields]
    return lambda value: make_row(names, [convert(each) for convert, each in zip(converts, value)])


def decode_columns(schema: StructType, columns: list[list[Any]], pickled: bool = False) -> list[list[Any]]:
    """Columns of wire values as columns of Python values."""
    decoded = []
    for field, column in zip(schema.fields, columns):
        convert = _nullable(decoder(field.dataType, pickled))
        decoded.append(column if convert is None else [convert(v) for v in column])
    return decoded


def decode_rows(schema: StructType, columns: list[list[Any]], count: int) -> list[Any]:
    """A TableJson's columns as rows."""
    names = list(schema.names)
    if not columns:
        return [make_row(names, ()) for _ in range(count)]
    try:
        decoded = decode_columns(schema, columns, True)
    except (ValueError, OverflowError, PySparkNotImplementedError):
        # The error that is told is that of the first row.
        converts = [_nullable(decoder(field.dataType)) or _same for field in schema.fields]
        for values in zip(*columns):
            for convert, value in zip(converts, values):
                convert(value)
        raise
    return [make_row(names, values) for values in zip(*decoded)]


def unsupported_type(kind: DataType) -> PySparkNotImplementedError:
    return PySparkNotImplementedError(
        errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"{type(kind).__name__}.toInternal"}
    )
