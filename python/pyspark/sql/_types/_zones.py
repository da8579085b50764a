"""Time zones where Python may have no database of them, as in a browser."""

from __future__ import annotations

import datetime
import io
import re
import zoneinfo

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MICROSECOND = datetime.timedelta(microseconds=1)


def _utc() -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo("UTC")
    except zoneinfo.ZoneInfoNotFoundError:
        # A file of the database with one kind of time in it, as version 1 writes that.
        counts = b"".join(n.to_bytes(4, "big") for n in (0, 0, 0, 0, 1, 4))
        return zoneinfo.ZoneInfo.from_file(io.BytesIO(b"TZif" + bytes(16) + counts + bytes(6) + b"UTC\0"), key="UTC")


UTC = _utc()


def in_zone(moment: datetime.datetime, zone: str) -> datetime.datetime:
    """The moment as clocks in the zone show it; the engine knows the zones that Python does not."""
    if zone == "UTC":
        return moment.astimezone(UTC)
    try:
        return moment.astimezone(zoneinfo.ZoneInfo(zone))
    except zoneinfo.ZoneInfoNotFoundError:
        offset = _asked(moment, zone)
        if offset is None:
            raise
    return (moment + offset).replace(tzinfo=datetime.timezone(offset))


def _asked(moment: datetime.datetime, zone: str) -> datetime.timedelta | None:
    from ...errors import PySparkException
    from .. import functions as sf
    from ..session import SparkSession

    # An offset is no name of a zone to Python.
    if re.fullmatch(r"[A-Za-z]\w*(/[\w+-]+)*", zone) is None:
        return None
    micros = (moment - _EPOCH) // _MICROSECOND
    at = sf.timestamp_micros(sf.lit(micros))
    try:
        shifted = SparkSession.builder.getOrCreate().range(1).select(sf.unix_micros(sf.from_utc_timestamp(at, sf.lit(zone)))).collect()[0][0]
    except PySparkException:
        return None
    return (shifted - micros) * _MICROSECOND
