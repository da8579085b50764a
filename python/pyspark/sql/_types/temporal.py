"""Types of dates, times and intervals."""

from __future__ import annotations

import datetime
from typing import Any

from ...errors import PySparkRuntimeError
from .base import AtomicType, DataType, _Single

EPOCH_DAYS = datetime.date(1970, 1, 1).toordinal()
_EPOCH = datetime.datetime(1970, 1, 1)
_MICROSECOND = datetime.timedelta(microseconds=1)


class DatetimeType(AtomicType):
    """Dates and timestamps."""


class AnyTimeType(DatetimeType):
    """Times of day."""


class DateType(DatetimeType, metaclass=_Single):
    """A day of the calendar."""

    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> int | None:
        return None if obj is None else obj.toordinal() - EPOCH_DAYS

    def fromInternal(self, obj: Any) -> datetime.date | None:
        return None if obj is None else datetime.date.fromordinal(obj + EPOCH_DAYS)


class _Micros(DatetimeType, metaclass=_Single):
    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> int | None:
        return None if obj is None else (obj.replace(tzinfo=None) - _EPOCH) // _MICROSECOND

    def fromInternal(self, obj: Any) -> datetime.datetime | None:
        return None if obj is None else _EPOCH + datetime.timedelta(microseconds=obj)


class TimestampType(_Micros):
    """An instant, shown in the session's time zone."""


class TimestampNTZType(_Micros):
    """A date and time of day on the wall, without a zone."""

    @classmethod
    def typeName(cls) -> str:
        return "timestamp_ntz"


class TimeType(AnyTimeType):
    """A time of day, with so many digits of the second's fraction."""

    def __init__(self, precision: int = 6) -> None:
        self.precision = precision

    def simpleString(self) -> str:
        return f"time({self.precision})"

    def jsonValue(self) -> str:
        return self.simpleString()

    def __repr__(self) -> str:
        return f"TimeType({self.precision})"


class AnsiIntervalType(AtomicType):
    """Intervals of SQL's standard."""


class _FieldInterval(AnsiIntervalType):
    """An interval from one field to another, both by number."""

    _names: tuple[str, ...] = ()

    def _set(self, start: int | None, end: int | None) -> None:
        last = len(self._names) - 1
        if start is None and end is None:
            start, end = 0, last
        elif end is None:
            end = start
        elif start is None:
            start = end
        for field in (start, end):
            if field is None or not 0 <= field <= last:
                raise PySparkRuntimeError(
                    errorClass="INVALID_INTERVAL_CASTING",
                    messageParameters={"start_field": str(start), "end_field": str(end)},
                )
        self.startField = start
        self.endField = end

    def _text(self) -> str:
        first, last = self._names[self.startField], self._names[self.endField]
        return f"interval {first}" if first == last else f"interval {first} to {last}"

    simpleString = _text
    jsonValue = _text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.startField}, {self.endField})"


class DayTimeIntervalType(_FieldInterval):
    """An exact span of time; a datetime.timedelta in Python."""

    DAY, HOUR, MINUTE, SECOND = 0, 1, 2, 3
    _names = ("day", "hour", "minute", "second")

    def __init__(self, startField: int | None = None, endField: int | None = None) -> None:
        self._set(startField, endField)

    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> int | None:
        return None if obj is None else obj // _MICROSECOND

    def fromInternal(self, obj: Any) -> datetime.timedelta | None:
        return None if obj is None else datetime.timedelta(microseconds=obj)


class YearMonthIntervalType(_FieldInterval):
    """A span of months; has no counterpart in Python."""

    YEAR, MONTH = 0, 1
    _names = ("year", "month")

    def __init__(self, startField: int | None = None, endField: int | None = None) -> None:
        self._set(startField, endField)


class CalendarIntervalType(DataType, metaclass=_Single):
    """Months, days and microseconds, each for itself."""

    @classmethod
    def typeName(cls) -> str:
        return "interval"
