"""The rows of a DataFrame as an argument of a table function: `df.asTable()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import IllegalArgumentException
from . import _expr
from .column import to_expr

if TYPE_CHECKING:
    from .dataframe import DataFrame


class TableArg:
    """A table argument, perhaps parted and ordered."""

    def __init__(self, frame: DataFrame, keys: tuple[Any, ...] = (), order: tuple[Any, ...] = (), single: bool = False) -> None:
        self._frame = frame
        self._keys = keys
        self._order = order
        self._single = single

    @property
    def _parted(self) -> bool:
        return self._single or bool(self._keys)

    def partitionBy(self, *cols: Any) -> TableArg:
        """A new instance of the function for the rows of each value of these columns."""
        self._refuse_twice("partitionBy")
        return TableArg(self._frame, _checked(_flat(cols)), self._order, self._single)

    def orderBy(self, *cols: Any) -> TableArg:
        """The order of the rows of a part. It follows `partitionBy` or `withSinglePartition`."""
        if not self._parted:
            raise IllegalArgumentException("Call partitionBy() or withSinglePartition() before orderBy().", None, {})
        return TableArg(self._frame, self._keys, self._order + _checked(_flat(cols)), self._single)

    def withSinglePartition(self) -> TableArg:
        """One instance of the function for all rows."""
        self._refuse_twice("withSinglePartition")
        return TableArg(self._frame, self._keys, self._order, True)

    def _refuse_twice(self, method: str) -> None:
        if self._parted:
            raise IllegalArgumentException(f"{method}() cannot follow partitionBy() or withSinglePartition().", None, {})

    def _node(self) -> dict[str, Any]:
        """The argument as an expression of the wire plan."""
        return {
            "type": "TableArgument",
            "plan": self._frame._plan.tree(),
            "partitionSpec": [to_expr(each, "col", "Column or str") for each in self._keys],
            "orderSpec": [_ordered(to_expr(each, "col", "Column or str")) for each in self._order],
            "withSinglePartition": self._single,
        }


def _flat(cols: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(each for col in cols for each in (col if isinstance(col, (list, tuple)) else (col,)))


def _checked(cols: tuple[Any, ...]) -> tuple[Any, ...]:
    for each in cols:
        to_expr(each, "col", "Column or str")
    return cols


def _ordered(expr: dict[str, Any]) -> dict[str, Any]:
    return expr if expr["type"] == "SortOrder" else _expr.sort_order(expr)
