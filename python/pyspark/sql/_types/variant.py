"""Values of type VARIANT, in the binary form in which Spark and Parquet keep them."""

from __future__ import annotations

import base64
import datetime
import decimal
import json
import struct
from typing import Any

from ._zones import UTC, in_zone

_PRIMITIVE, _SHORT_TEXT, _OBJECT = 0, 1, 2
_MICROSECOND = datetime.timedelta(microseconds=1)
_EPOCH = datetime.datetime(1970, 1, 1)
_EPOCH_DAY = datetime.date(1970, 1, 1)


class VariantVal:
    """A variant: the bytes of its value, and those of the dictionary of names in it."""

    def __init__(self, value: bytes, metadata: bytes) -> None:
        self.value = value
        self.metadata = metadata

    def __str__(self) -> str:
        return self.toJson()

    def __repr__(self) -> str:
        return f"VariantVal({self.value!r}, {self.metadata!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VariantVal) and (self.value, self.metadata) == (other.value, other.metadata)

    def __hash__(self) -> int:
        return hash((bytes(self.value), bytes(self.metadata)))

    def toPython(self) -> Any:
        """As Python's own values: dict, list, str, int, float, bool, Decimal, bytes, date, datetime or None."""
        return _Reader(self).read(0)

    def toJson(self, zone_id: str = "UTC") -> str:
        """As JSON; timestamps are shown in the time zone."""
        return _json(self.toPython(), zone_id)

    @classmethod
    def parseJson(cls, json_str: str) -> VariantVal:
        """The variant of a JSON text."""
        from ..functions import lit, parse_json
        from ..session import SparkSession

        session = SparkSession.builder.getOrCreate()
        made = session.range(1).select(parse_json(lit(json_str))).collect()[0][0]
        return VariantVal(bytes(made.value), bytes(made.metadata))


class _Reader:
    def __init__(self, variant: VariantVal) -> None:
        self._value = bytes(variant.value)
        self._names = _names(bytes(variant.metadata))

    def _number(self, at: int, width: int) -> int:
        return int.from_bytes(self._value[at : at + width], "little")

    def _signed(self, at: int, width: int) -> int:
        return int.from_bytes(self._value[at : at + width], "little", signed=True)

    def read(self, at: int) -> Any:
        head = self._value[at]
        basic, rest = head & 3, head >> 2
        if basic == _PRIMITIVE:
            return self._primitive(rest, at + 1)
        if basic == _SHORT_TEXT:
            return self._value[at + 1 : at + 1 + rest].decode("utf-8")
        is_object = basic == _OBJECT
        count_width = 4 if rest & (16 if is_object else 4) else 1
        id_width = ((rest >> 2) & 3) + 1 if is_object else 0
        offset_width = (rest & 3) + 1
        count = self._number(at + 1, count_width)
        ids = at + 1 + count_width
        offsets = ids + id_width * count
        data = offsets + offset_width * (count + 1)
        items = [self.read(data + self._number(offsets + offset_width * i, offset_width)) for i in range(count)]
        if not is_object:
            return items
        return {self._names[self._number(ids + id_width * i, id_width)]: item for i, item in enumerate(items)}

    def _primitive(self, kind: int, at: int) -> Any:
        if kind <= 2:
            return (None, True, False)[kind]
        if kind <= 6:
            return self._signed(at, 2 ** (kind - 3))
        if kind in (7, 14):
            return struct.unpack_from("<d" if kind == 7 else "<f", self._value, at)[0]
        if kind <= 10:
            unscaled = self._signed(at + 1, 4 * 2 ** (kind - 8))
            # Rounded to the digits of the context, as the real one does.
            return unscaled * decimal.Decimal((0, (1,), -self._value[at]))
        if kind == 11:
            return _EPOCH_DAY + datetime.timedelta(days=self._signed(at, 4))
        if kind in (12, 13):
            moment = _EPOCH + self._signed(at, 8) * _MICROSECOND
            return moment.replace(tzinfo=UTC) if kind == 12 else moment
        if kind in (15, 16):
            data = self._value[at + 4 : at + 4 + self._number(at, 4)]
            return data if kind == 15 else data.decode("utf-8")
        raise ValueError(f"no variant has a primitive of kind {kind}")


def _names(metadata: bytes) -> list[str]:
    width = (metadata[0] >> 6) + 1
    count = int.from_bytes(metadata[1 : 1 + width], "little")
    starts = [int.from_bytes(metadata[1 + width * (i + 1) : 1 + width * (i + 2)], "little") for i in range(count + 1)]
    texts = 1 + width * (count + 2)
    return [metadata[texts + starts[i] : texts + starts[i + 1]].decode("utf-8") for i in range(count)]


def _json(value: Any, zone: str) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{_json(item, zone)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_json(item, zone) for item in value) + "]"
    if isinstance(value, datetime.datetime):
        return json.dumps(str(value if value.tzinfo is None else in_zone(value, zone)))
    if isinstance(value, datetime.date):
        return json.dumps(str(value))
    if isinstance(value, bytes):
        return json.dumps(base64.b64encode(value).decode("ascii"))
    if isinstance(value, decimal.Decimal):
        return str(value)
    # Python's own texts of NaN and the infinities: nan, inf.
    return str(value) if isinstance(value, float) else json.dumps(value)
