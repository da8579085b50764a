"""Between instants and local times of the session's time zone.

Python's datetimes carry no zone here, as in PySpark. Fixed offsets are worked out here, rules of named zones are asked
from the engine, day by day, and remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .. import _bridge

_FIXED = re.compile(r"^(?:UTC|GMT|Z)?([+-])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?$")
_SECOND = 1_000_000
#: Python has no clock time beyond these.
_FIRST, _LAST = -62_135_510_400 * _SECOND, 253_402_214_400 * _SECOND
_UTC = ("UTC", "Z", "GMT", "Etc/UTC", "Etc/GMT", "Zulu")


def to_local(micros: int) -> int:
    """Microseconds since the epoch as shown by a clock in the session's time zone."""
    zone = _bridge.session_time_zone()
    if zone in _UTC or not _FIRST < micros < _LAST:
        return micros
    return micros + _offset(zone, micros)


def to_utc(local: int) -> int:
    """The instant at which a clock in the session's time zone shows the local time; of two, the earlier."""
    zone = _bridge.session_time_zone()
    if zone in _UTC:
        return local
    day = 24 * 3600 * _SECOND
    before, after = _offset(zone, local - day), _offset(zone, local + day)
    for offset in dict.fromkeys((before, after)):
        if _offset(zone, local - offset) == offset:
            return local - offset
    return local - before


def _offset(zone: str, micros: int) -> int:
    fixed = _FIXED.match(zone)
    if fixed:
        sign = 1 if fixed[1] == "+" else -1
        return sign * (int(fixed[2]) * 3600 + int(fixed[3] or 0) * 60 + int(fixed[4] or 0)) * _SECOND
    return _engine_offset(zone, micros // (900 * _SECOND)) * _SECOND


@lru_cache(maxsize=4096)
def _engine_offset(zone: str, quarter: int) -> int:
    """Seconds by which the zone is ahead in a quarter of an hour (no zone of today's rules changes within one)."""
    instant = {"type": "Literal", "dataType": "timestamp", "value": str(quarter * 900 * _SECOND)}
    wall = {"type": "Cast", "expr": instant, "toType": "timestamp_ntz"}
    text = {"type": "Alias", "expr": {"type": "Cast", "expr": wall, "toType": "string"}, "name": ["t"]}
    table = _bridge.call("collect", plan={"type": "Project", "expressions": [text]})
    import datetime

    shown = datetime.datetime.fromisoformat(table["columns"][0][0])
    actual = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=quarter * 900)
    return int((shown - actual).total_seconds())
