"""Geometries and geographies, and their types: bytes (WKB) with the id of their reference system. The engine has no such columns."""

from __future__ import annotations

from typing import ClassVar

from ...errors import IllegalArgumentException
from .base import AtomicType


class _Spatial:
    def __init__(self, wkb: bytes, srid: int) -> None:
        self._wkb = wkb
        self._srid = srid

    @classmethod
    def fromWKB(cls, wkb: bytes, srid: int):
        """Of well-known binary."""
        return cls(wkb, srid)

    def getSrid(self) -> int:
        """The id of the reference system."""
        return self._srid

    def getBytes(self) -> bytes:
        """The well-known binary."""
        return self._wkb

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (self._wkb, self._srid) == (other._wkb, other._srid)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((bytes(self._wkb), self._srid))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._wkb!r}, {self._srid!r})"

    __str__ = __repr__


class Geography(_Spatial):
    """A shape on the globe."""


class Geometry(_Spatial):
    """A shape on a plane."""


_SYSTEMS = {0: "SRID:0", 3857: "EPSG:3857", 4326: "OGC:CRS84"}


class SpatialType(AtomicType):
    """Shapes in a reference system; `"ANY"` stands for a system of each row's own."""

    MIXED_SRID = -1
    MIXED_CRS = "SRID:ANY"
    DEFAULT_CRS = "OGC:CRS84"
    DEFAULT_SRID = 4326
    _known: ClassVar[tuple[int, ...]] = ()

    def __init__(self, srid: int | str) -> None:
        if srid == "ANY":
            self.srid, self._crs = self.MIXED_SRID, self.MIXED_CRS
            return
        if not isinstance(srid, int) or srid not in self._known:
            condition = "ST_INVALID_SRID_VALUE"
            raise IllegalArgumentException(f"[{condition}] There is no reference system {srid} here.", condition, {"srid": str(srid)})
        self.srid, self._crs = srid, _SYSTEMS[srid]

    def _shown(self, mixed: str) -> str:
        return mixed if self.srid == self.MIXED_SRID else str(self.srid)

    def simpleString(self) -> str:
        return f"{self.typeName()}({self._shown('any')})"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._shown('ANY')})"


class GeometryType(SpatialType):
    """Shapes on a plane."""

    _known = (0, 3857, 4326)

    def jsonValue(self) -> str:
        return f"geometry({self._crs})"


class GeographyType(SpatialType):
    """Shapes on the globe."""

    DEFAULT_ALG = "SPHERICAL"
    _known = (4326,)

    def jsonValue(self) -> str:
        return f"geography({self._crs}, {self.DEFAULT_ALG})"
