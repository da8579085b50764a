"""Types of dates, times and intervals."""

from __future__ import annotations

import datetime
from typing import Any

from ...errors import PySparkNotImplementedError, PySparkRuntimeError
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

    EPOCH_ORDINAL = EPOCH_DAYS

    def toInternal(self, d: Any) -> int | None:
        return None if d is None else d.toordinal() - EPOCH_DAYS

    def fromInternal(self, v: Any) -> datetime.date | None:
        return None if v is None else datetime.date.fromordinal(v + EPOCH_DAYS)


class TimestampType(DatetimeType, metaclass=_Single):
    """An instant, shown in the session's time zone."""

    def needConversion(self) -> bool:
        return True

    def toInternal(self, dt: Any) -> int | None:
        if dt is None:
            return None
        if dt.tzinfo is not None:
            dt = dt.astimezone(datetime.timezone.utc)
        return (dt.replace(tzinfo=None) - _EPOCH) // _MICROSECOND

    def fromInternal(self, ts: Any) -> datetime.datetime | None:
        return None if ts is None else _EPOCH + datetime.timedelta(microseconds=ts)


class TimestampNTZType(DatetimeType, metaclass=_Single):
    """A date and time of day on the wall, without a zone."""

    def needConversion(self) -> bool:
        return True

    @classmethod
    def typeName(cls) -> str:
        return "timestamp_ntz"

    def toInternal(self, dt: Any) -> int | None:
        return None if dt is None else (dt.replace(tzinfo=None) - _EPOCH) // _MICROSECOND

    def fromInternal(self, ts: Any) -> datetime.datetime | None:
        return None if ts is None else _EPOCH + datetime.timedelta(microseconds=ts)


class TimeType(AnyTimeType):
    """A time of day, with so many digits of the second's fraction."""

    def __init__(self, precision: int = 6) -> None:
        self.precision = precision

    def needConversion(self) -> bool:
        return True

    def toInternal(self, t: Any) -> int | None:
        if t is None:
            return None
        return (((t.hour * 60 + t.minute) * 60 + t.second) * 1_000_000 + t.microsecond) * 1000

    def fromInternal(self, nano: Any) -> datetime.time | None:
        return None if nano is None else (_EPOCH + datetime.timedelta(microseconds=nano // 1000)).time()

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

    def toInternal(self, dt: Any) -> int | None:
        return None if dt is None else dt // _MICROSECOND

    def fromInternal(self, micros: Any) -> datetime.timedelta | None:
        return None if micros is None else datetime.timedelta(microseconds=micros)


class _WithoutValues(DataType):
    """Types that have no counterpart in Python."""

    def needConversion(self) -> bool:
        return True

    def toInternal(self, obj: Any) -> Any:
        raise PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"{type(self).__name__}.toInternal"})

    def fromInternal(self, obj: Any) -> Any:
        raise PySparkNotImplementedError(errorClass="NOT_IMPLEMENTED", messageParameters={"feature": f"{type(self).__name__}.fromInternal"})


class YearMonthIntervalType(_WithoutValues, _FieldInterval):
    """A span of months; has no counterpart in Python."""

    YEAR, MONTH = 0, 1
    _names = ("year", "month")

    def __init__(self, startField: int | None = None, endField: int | None = None) -> None:
        self._set(startField, endField)


class CalendarIntervalType(_WithoutValues, metaclass=_Single):
    """Months, days and microseconds, each for itself."""

    @classmethod
    def typeName(cls) -> str:
        return "interval"
