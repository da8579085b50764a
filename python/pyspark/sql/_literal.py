"""Python values as constants of a plan: what Java would make of them, and those that Spark refuses when it sees the plan."""

from __future__ import annotations

import datetime
import math
from array import array
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Any

from ..errors import SparkRuntimeException
from ._check import refuse

_GREGORIAN = datetime.datetime(1582, 10, 15)
_JULIAN_DAY_OF_ORDINAL_0 = 1_721_425
_SETS = (set, frozenset)
_TEN_MILLION, _THOUSANDTH = 1e7, 1e-3


def plain(value: Any) -> Any:
    """A member of an Enum stands for its value."""
    return value.value if isinstance(value, Enum) else value


def as_sql_timestamp(value: datetime.datetime) -> datetime.datetime:
    """A moment as java.sql.Timestamp hands it to Spark: before 1582 by the calendar of that time, the Julian one."""
    if value.tzinfo is not None:
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    if value >= _GREGORIAN:
        return value
    past = value.toordinal() + _JULIAN_DAY_OF_ORDINAL_0 + 32082
    year = (4 * past + 3) // 1461
    rest = past - 1461 * year // 4
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    label = (year - 4800 + month // 10, month + 3 - 12 * (month // 10), day)
    try:
        return datetime.datetime.combine(datetime.date(*label), value.time())
    except ValueError:
        # The 29th of February of a century: our calendar has no such day.
        return datetime.datetime.combine(datetime.date(label[0], 3, 1), value.time())


def java_double(value: float) -> str:
    """A double as Java writes it: `1.0E20`, `NaN`, `Infinity`."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    size = abs(value)
    if size == 0 or _THOUSANDTH <= size < _TEN_MILLION:
        return repr(value)
    sign, digits, exponent = Decimal(repr(size)).as_tuple()
    shown = "".join(map(str, digits)).rstrip("0") or "0"
    power = len(digits) - 1 + exponent  # type: ignore[operator]
    return f"{'-' if value < 0 else ''}{shown[0]}.{shown[1:] or '0'}E{power}"


def java_text(value: Any) -> str:
    """A value as Java's toString writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return java_double(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{java_text(key)}={java_text(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple, range, array, *_SETS)):
        return "[" + ", ".join(java_text(each) for each in value) + "]"
    return str(value)


def java_duration(value: datetime.timedelta) -> str:
    """A span of time as Java's Duration writes it: `PT24H3.5S`; each part has the sign of the whole."""
    micros = value // datetime.timedelta(microseconds=1)
    if micros == 0:
        return "PT0S"
    sign, rest = ("-", -micros) if micros < 0 else ("", micros)
    seconds, fraction = divmod(rest, 1_000_000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    shown = f"{second}.{fraction:06}".rstrip("0") if fraction else str(second)
    parts = [(hours, f"{hours}H"), (minute, f"{minute}M"), (second or fraction, f"{shown}S")]
    return "PT" + "".join(sign + text for size, text in parts if size)


def java_timestamp(value: datetime.datetime) -> str:
    """A moment as java.sql.Timestamp writes it: a fraction of one digit at least."""
    text = value.strftime("%Y-%m-%d %H:%M:%S").rjust(19, "0")
    return f"{text}.{f'{value.microsecond:06}'.rstrip('0') or '0'}"


def java_local_date_time(value: datetime.datetime) -> str:
    """A time without zone as java.time.LocalDateTime writes it: no second where it is 0, a fraction of 3 or 6 digits."""
    text = value.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    if value.microsecond:
        return f"{text}.{value.microsecond:06}".removesuffix("000")
    return text.removesuffix(":00") if value.second == 0 else text


class RefusedLiteral:
    """Stands in a plan for a list, dict or set. Spark takes it into an expression, and refuses the query that holds it."""

    def __init__(self, value: Any) -> None:
        self.text = java_text(value)
        self._java = "HashMap" if isinstance(value, dict) else "HashSet" if isinstance(value, _SETS) else "ArrayList"

    def refusal(self) -> SparkRuntimeException:
        """UNSUPPORTED_FEATURE.LITERAL_TYPE."""
        condition = "UNSUPPORTED_FEATURE.LITERAL_TYPE"
        sentence = f"{self.text} cannot be a literal of a column; use lit([…]), array() or isin()."
        parameters = {"value": self.text, "type": f"class java.util.{self._java}"}
        error = SparkRuntimeException(f"[{condition}] {sentence} SQLSTATE: 0A000", condition, parameters)
        error._sql_state = "0A000"
        return error


def refused(value: Any) -> RefusedLiteral:
    """A value that is no literal. Raises at once for what cannot even be handed to Spark."""
    from .column import Column

    if isinstance(value, dict) or (isinstance(value, Iterable) and not hasattr(type(value), "_is_frame")):
        items = value if isinstance(value, (dict, list, tuple, range, array, *_SETS)) else list(value)
        if any(isinstance(each, Column) for each in items):
            refuse(list(items))
        return RefusedLiteral(items)
    refuse(value)
