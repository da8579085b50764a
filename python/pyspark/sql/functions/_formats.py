"""Functions between texts and values: JSON, CSV, XML, and those that make dates and intervals of their parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import PySparkValueError
from .. import _expr
from .._check import wrong_type
from .._types.base import DataType
from ..column import Column
from ._call import Expr, as_column, invoke, option_map

ColumnOrName = Column | str
Options = Mapping[str, str] | None


def _schema(schema: Any, allowed: tuple[type, ...], expected: str) -> Expr:
    if isinstance(schema, Column):
        return schema._expr
    if isinstance(schema, DataType) and DataType in allowed:
        return _expr.literal(schema.json())
    if isinstance(schema, str):
        return _expr.literal(schema)
    raise wrong_type("schema", schema, expected)


def from_json(col: ColumnOrName, schema: DataType | Column | str, options: Options = None) -> Column:
    """The value that a JSON text holds, read by a schema; NULL where the text is no JSON."""
    kind = _schema(schema, (DataType,), "ArrayType, Column, StructType or str")
    return invoke("from_json", "from_json", as_column(col), kind, option_map(options))


def from_csv(col: ColumnOrName, schema: Column | str, options: Options = None) -> Column:
    """The struct that a line of CSV holds, read by a schema."""
    return invoke("from_csv", "from_csv", as_column(col), _schema(schema, (), "Column or str"), option_map(options))


def from_xml(col: ColumnOrName, schema: DataType | Column | str, options: Options = None) -> Column:
    """The struct that an XML text holds, read by a schema."""
    kind = _schema(schema, (DataType,), "StructType, Column or str")
    return invoke("from_xml", "from_xml", as_column(col), kind, option_map(options))


def _sample(name: str, argument: Any, options: Options) -> Column:
    if not isinstance(argument, (str, Column)):
        raise wrong_type(name.removeprefix("schema_of_"), argument, "Column or str")
    text = argument._expr if isinstance(argument, Column) else _expr.literal(argument)
    return invoke(name, name, text, option_map(options))


def schema_of_json(json: ColumnOrName, options: Options = None) -> Column:
    """The schema of a sample of JSON, as DDL."""
    return _sample("schema_of_json", json, options)


def schema_of_csv(csv: ColumnOrName, options: Options = None) -> Column:
    """The schema of a sample of CSV, as DDL."""
    return _sample("schema_of_csv", csv, options)


def schema_of_xml(xml: ColumnOrName, options: Options = None) -> Column:
    """The schema of a sample of XML, as DDL."""
    return _sample("schema_of_xml", xml, options)


def to_json(col: ColumnOrName, options: Options = None) -> Column:
    """A struct, array or map as JSON text."""
    return invoke("to_json", "to_json", as_column(col), option_map(options))


def to_csv(col: ColumnOrName, options: Options = None) -> Column:
    """A struct as a line of CSV."""
    return invoke("to_csv", "to_csv", as_column(col), option_map(options))


def to_xml(col: ColumnOrName, options: Options = None) -> Column:
    """A struct as XML text."""
    return invoke("to_xml", "to_xml", as_column(col), option_map(options))


def _cipher(name: str, required: list[Any], optional: list[tuple[Any, str]]) -> Column:
    given = [as_column(each) for each in required]
    rest = [_expr.literal(default) if value is None else as_column(value) for value, default in optional]
    return invoke(name, name, *given, *rest)


def aes_encrypt(
    input: ColumnOrName,
    key: ColumnOrName,
    mode: ColumnOrName | None = None,
    padding: ColumnOrName | None = None,
    iv: ColumnOrName | None = None,
    aad: ColumnOrName | None = None,
) -> Column:
    """Bytes encrypted with AES."""
    return _cipher("aes_encrypt", [input, key], [(mode, "GCM"), (padding, "DEFAULT"), (iv, ""), (aad, "")])


def aes_decrypt(
    input: ColumnOrName,
    key: ColumnOrName,
    mode: ColumnOrName | None = None,
    padding: ColumnOrName | None = None,
    aad: ColumnOrName | None = None,
) -> Column:
    """Bytes decrypted with AES."""
    return _cipher("aes_decrypt", [input, key], [(mode, "GCM"), (padding, "DEFAULT"), (aad, "")])


def try_aes_decrypt(
    input: ColumnOrName,
    key: ColumnOrName,
    mode: ColumnOrName | None = None,
    padding: ColumnOrName | None = None,
    aad: ColumnOrName | None = None,
) -> Column:
    """Bytes decrypted with AES, NULL in place of an error."""
    return _cipher("try_aes_decrypt", [input, key], [(mode, "GCM"), (padding, "DEFAULT"), (aad, "")])


def _parts(name: str, *columns: Any) -> Column:
    """An interval of its parts, 0 where one is not given."""
    return invoke(name, name, *(_expr.literal(0) if each is None else as_column(each) for each in columns))


def make_dt_interval(
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
) -> Column:
    """An interval of days and less."""
    return _parts("make_dt_interval", days, hours, mins, secs)


def make_ym_interval(years: ColumnOrName | None = None, months: ColumnOrName | None = None) -> Column:
    """An interval of years and months."""
    return _parts("make_ym_interval", years, months)


def make_interval(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    weeks: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
) -> Column:
    """An interval of years to seconds."""
    return _parts("make_interval", years, months, weeks, days, hours, mins, secs)


def try_make_interval(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    weeks: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
) -> Column:
    """An interval of years to seconds, NULL in place of an error."""
    return _parts("try_make_interval", years, months, weeks, days, hours, mins, secs)


def _instant(name: str, clock: list[Any], timezone: Any, date: Any, time: Any) -> Column:
    """A timestamp of six numbers, or of a date and a time of day."""
    in_clock = clock[0] is not None
    others = (date, time) if in_clock else clock[1:]
    if any(each is not None for each in others):
        together = "years|months|days|hours|mins|secs and date|time"
        raise PySparkValueError(errorClass="CANNOT_SET_TOGETHER", messageParameters={"arg_list": together})
    required = clock if in_clock else [date, time]
    for each in required:
        if each is None or not (in_clock or isinstance(each, (str, Column))):
            raise wrong_type("arg", each, "Column or str")
    zone = None if timezone is None else as_column(timezone)
    return invoke(name, name, *(as_column(each) for each in required), zone)


def make_timestamp(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
    timezone: ColumnOrName | None = None,
    date: ColumnOrName | None = None,
    time: ColumnOrName | None = None,
) -> Column:
    """A timestamp of its parts, in the session's time zone unless another is given."""
    return _instant("make_timestamp", [years, months, days, hours, mins, secs], timezone, date, time)


def try_make_timestamp(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
    timezone: ColumnOrName | None = None,
    date: ColumnOrName | None = None,
    time: ColumnOrName | None = None,
) -> Column:
    """As `make_timestamp`, NULL in place of an error."""
    return _instant("try_make_timestamp", [years, months, days, hours, mins, secs], timezone, date, time)


def make_timestamp_ntz(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
    date: ColumnOrName | None = None,
    time: ColumnOrName | None = None,
) -> Column:
    """A timestamp without a zone, of its parts."""
    return _instant("make_timestamp_ntz", [years, months, days, hours, mins, secs], None, date, time)


def try_make_timestamp_ntz(
    years: ColumnOrName | None = None,
    months: ColumnOrName | None = None,
    days: ColumnOrName | None = None,
    hours: ColumnOrName | None = None,
    mins: ColumnOrName | None = None,
    secs: ColumnOrName | None = None,
    date: ColumnOrName | None = None,
    time: ColumnOrName | None = None,
) -> Column:
    """As `make_timestamp_ntz`, NULL in place of an error."""
    return _instant("try_make_timestamp_ntz", [years, months, days, hours, mins, secs], None, date, time)


def try_make_timestamp_ltz(
    years: ColumnOrName,
    months: ColumnOrName,
    days: ColumnOrName,
    hours: ColumnOrName,
    mins: ColumnOrName,
    secs: ColumnOrName,
    timezone: ColumnOrName | None = None,
) -> Column:
    """A timestamp of its parts, NULL in place of an error."""
    zone = None if timezone is None else as_column(timezone)
    clock = [years, months, days, hours, mins, secs]
    return invoke("try_make_timestamp_ltz", "try_make_timestamp_ltz", *(as_column(each) for each in clock), zone)


__all__ = [
    "from_json",
    "from_csv",
    "from_xml",
    "schema_of_json",
    "schema_of_csv",
    "schema_of_xml",
    "to_json",
    "to_csv",
    "to_xml",
    "aes_encrypt",
    "aes_decrypt",
    "try_aes_decrypt",
    "make_dt_interval",
    "make_ym_interval",
    "make_interval",
    "try_make_interval",
    "make_timestamp",
    "try_make_timestamp",
    "make_timestamp_ntz",
    "try_make_timestamp_ntz",
    "try_make_timestamp_ltz",
]
