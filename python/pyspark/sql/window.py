"""Window specifications: partitions, order and frame of window functions."""

from __future__ import annotations

from typing import Any

from ..errors import AnalysisException
from . import _expr
from ._check import handed, state_error
from ._types.base import IntegerType, LongType
from .column import Column, to_expr

_MIN_LONG, _MAX_LONG = -(2**63), 2**63 - 1
_MIN_INT, _MAX_INT = -(2**31), 2**31 - 1


def _flat(cols: tuple[Any, ...]) -> list[Any]:
    return list(cols[0]) if len(cols) == 1 and isinstance(cols[0], list) else list(cols)


def _order(col: Any) -> dict[str, Any]:
    expr = to_expr(col)
    return expr if expr["type"] == "SortOrder" else _expr.sort_order(expr)


class WindowSpec:
    """Which rows a window function sees. Made by `Window`; each method gives a new one."""

    def __init__(
        self,
        partition: list[dict[str, Any]] | None = None,
        order: list[dict[str, Any]] | None = None,
        frame: dict[str, Any] | None = None,
    ) -> None:
        self._partition = partition or []
        self._order = order or []
        self._frame = frame

    def partitionBy(self, *cols: Any) -> WindowSpec:
        """Rows with equal values of these columns belong together."""
        return WindowSpec([to_expr(each) for each in _flat(cols)], self._order, self._frame)

    def orderBy(self, *cols: Any) -> WindowSpec:
        """The order of rows within a partition."""
        return WindowSpec(self._partition, [_order(each) for each in _flat(cols)], self._frame)

    def rowsBetween(self, start: int, end: int) -> WindowSpec:
        """The frame by rows before and after the current one (0): negative before, positive after."""
        for name, each in (("start", start), ("end", end)):
            _check_boundary(name, each)
        return self._between("row", start, end)

    def rangeBetween(self, start: int, end: int) -> WindowSpec:
        """The frame by distance of the order column's value from that of the current row."""
        return self._between("range", start, end)

    def _between(self, kind: str, start: int, end: int) -> WindowSpec:
        lower = _bound("start", start, Window.unboundedPreceding if start <= Window._PRECEDING_THRESHOLD else start)
        upper = _bound("end", end, Window.unboundedFollowing if end >= Window._FOLLOWING_THRESHOLD else end)
        return WindowSpec(self._partition, self._order, {"frameType": kind, "lower": lower, "upper": upper})

    def _window_of(self, function: dict[str, Any]) -> dict[str, Any]:
        window: dict[str, Any] = {
            "type": "Window",
            "windowFunction": function,
            "partitionSpec": self._partition,
            "orderSpec": self._order,
        }
        if self._frame is not None:
            window["frameSpec"] = self._frame
        return window


def _check_boundary(name: str, value: Any) -> None:
    """Rows are counted in 32 bits; beyond that lie only the ends."""
    if isinstance(value, int) and not _MIN_INT <= value <= _MAX_INT and Window._PRECEDING_THRESHOLD < value < Window._FOLLOWING_THRESHOLD:
        parameters = {"boundary": f"`{name}`", "invalidValue": f"{value}L", "intMinValue": str(_MIN_INT), "intMaxValue": str(_MAX_INT)}
        parameters |= {"longMinValue": f"{_MIN_LONG}L"} if name == "start" else {"longMaxValue": f"{_MAX_LONG}L"}
        sentence = f"The {name} of a frame of rows must lie between {_MIN_INT} and {_MAX_INT}."
        raise state_error(AnalysisException, f"INVALID_BOUNDARY.{name.upper()}", "22003", parameters, sentence)


def _bound(name: str, given: Any, value: int) -> dict[str, Any]:
    handed(name, given, int)
    if value == 0:
        return {"kind": "currentRow"}
    if value == Window.unboundedPreceding:
        return {"kind": "unboundedPreceding"}
    if value == Window.unboundedFollowing:
        return {"kind": "unboundedFollowing"}
    fits = -(2**31) <= value < 2**31
    return {"kind": "value", "value": _expr.typed(IntegerType() if fits else LongType(), value)}


class Window:
    """Starts a window specification: `Window.partitionBy("a").orderBy("b")`."""

    # `-sys.maxsize` and beyond mean "all rows", as on the 64-bit Python that Spark runs on.
    _PRECEDING_THRESHOLD = -_MAX_LONG
    _FOLLOWING_THRESHOLD = _MAX_LONG

    unboundedPreceding: int = _MIN_LONG
    unboundedFollowing: int = _MAX_LONG
    currentRow: int = 0

    @staticmethod
    def partitionBy(*cols: Column | str | Any) -> WindowSpec:
        """Rows with equal values of these columns belong together."""
        return WindowSpec().partitionBy(*cols)

    @staticmethod
    def orderBy(*cols: Column | str | Any) -> WindowSpec:
        """The order of rows within a partition."""
        return WindowSpec().orderBy(*cols)

    @staticmethod
    def rowsBetween(start: int, end: int) -> WindowSpec:
        """The frame by rows: negative before the current one, positive after."""
        return WindowSpec().rowsBetween(start, end)

    @staticmethod
    def rangeBetween(start: int, end: int) -> WindowSpec:
        """The frame by distance of the order column's value."""
        return WindowSpec().rangeBetween(start, end)
