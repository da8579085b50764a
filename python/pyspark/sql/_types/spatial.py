"""Geometries and geographies: their bytes (WKB) with the id of their reference system. The engine has no such columns."""

from __future__ import annotations


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


class Geography(_Spatial):
    """A shape on the globe."""


class Geometry(_Spatial):
    """A shape on a plane."""
