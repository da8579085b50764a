"""DataFrame: a plan over tables, worked out by the engine when an action asks for it."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from ..errors import AnalysisException
from ._check import check_str, state_error
from ._frame.actions import ActionsPart
from ._frame.columns import ColumnsPart
from ._frame.combine import CombinePart
from ._frame.missing import DataFrameNaFunctions, MissingPart
from ._frame.nearest import NearestPart
from ._frame.rows import RowsPart
from ._frame.stats import DataFrameStatFunctions, StatsPart
from ._frame.storage import StoragePart
from .group import GroupedData

__all__ = ["DataFrame", "DataFrameNaFunctions", "DataFrameStatFunctions"]


class DataFrame(ColumnsPart, RowsPart, CombinePart, NearestPart, MissingPart, StatsPart, StoragePart, ActionsPart):
    """Rows with named and typed columns. Each transformation gives a new one; nothing runs before an action."""

    def groupBy(self, *cols: Any) -> GroupedData:
        """Rows with equal values of these columns, to be aggregated."""
        return GroupedData(self, "groupby", self._group_exprs(cols))

    groupby = groupBy

    def rollup(self, *cols: Any) -> GroupedData:
        """Groups by all columns, all but the last, and so on to none."""
        return GroupedData(self, "rollup", self._group_exprs(cols))

    def cube(self, *cols: Any) -> GroupedData:
        """Groups by every subset of the columns."""
        return GroupedData(self, "cube", self._group_exprs(cols))

    def groupingSets(self, groupingSets: Any, *cols: Any) -> GroupedData:
        """Groups by each of these sets of columns."""
        sets = [self._group_exprs((tuple(each),)) for each in groupingSets]
        return GroupedData(self, "grouping_sets", self._group_exprs(cols), sets=sets)

    def agg(self, *exprs: Any) -> DataFrame:
        """One row of aggregates over all rows."""
        return self.groupBy().agg(*exprs)

    def metadataColumn(self, colName: str) -> Any:
        """A hidden column of a source, such as `_metadata`: no source here has one."""
        check_str("colName", colName)
        name = {"objectName": f"`{colName}`"}
        sentence = f"There is no metadata column {colName}."
        raise state_error(AnalysisException, "UNRESOLVED_COLUMN.WITHOUT_SUGGESTION", "42703", name, sentence)


for _part in DataFrame.__mro__[1:-1]:
    for _name, _member in vars(_part).items():
        # What Python says of a wrong call names the class that the user knows.
        if isinstance(_member, FunctionType):
            _member.__qualname__ = f"DataFrame.{_member.__name__}"
del _part, _name, _member

DataFrameNaFunctions.__module__ = __name__
DataFrameStatFunctions.__module__ = __name__
